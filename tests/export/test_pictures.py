"""Pictures: nothing covers anything else, nothing is cut, and text stays text."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest
import vl_convert
from lxml import etree
from PIL import Image
from playwright.sync_api import Browser
from rdflib import URIRef

from graph import PolicyGraph
from graph.errors import GraphError
from graph.export import Shown, network_picture, network_shown, picture
from graph.export.network_drawing import network_svg
from graph.export.pdf_order import in_order
from graph.export.picture import drawn_svg
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.export.timeline_drawing import timeline_svg
from graph.pages import TargetEntry, Timeline, YearEntry
from graph.results import legible
from graph.things import DocumentCard, Node
from tests.export.hostile import NAMES

VIEWS = [
    Shown(focus=("沈阳市", "大连市")),
    Shown(focus=("沈阳现代化都市圈",)),
    Shown(focus=("沈阳市", "大连市", "抚顺市"), language="en"),
    Shown(most=40),
    Shown("matrix"),
    Shown("targets", language="en"),
    Shown("map"),
    Shown("country"),
    Shown("timeline", language="en"),
]


def texts_of(path: Path) -> str:
    """All that is written on a picture, without the breaks of its lines."""
    root = etree.fromstring(path.read_bytes())
    return "".join(one.text or "" for one in root.iter("{*}text"))


@pytest.mark.parametrize("shown", VIEWS[:4])
def test_no_box_covers_another_or_a_word(shipped: PolicyGraph, shown: Shown) -> None:
    selection, ends, words = network_shown(shipped, shown)
    drawn = network_picture(selection, ends, words.language)
    boxes = [
        (
            one.middle[0] - one.width / 2,
            one.middle[1] - one.height / 2,
            one.middle[0] + one.width / 2,
            one.middle[1] + one.height / 2,
        )
        for one in drawn.boxes
    ]
    assert len(boxes) > 10
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or one[3] <= other[1] + 1 or other[3] <= one[1] + 1
    for word in (line.word_at for line in drawn.lines if line.word_at):
        assert not [box for box in boxes if box[0] < word[0] < box[2] and box[1] < word[1] < box[3]]
    assert all(min(box[:2]) >= 0 and box[2] <= drawn.width + 1 and box[3] <= drawn.height + 1 for box in boxes)


@pytest.mark.parametrize("shown", VIEWS)
def test_every_view_is_drawn_with_title_finding_and_source(shipped: PolicyGraph, tmp_path: Path, shown: Shown) -> None:
    written = texts_of(picture(shipped, tmp_path / "a.svg", shown))
    assert ("Source: " if shown.language == "en" else "来源：") in written
    assert "政策解读" in written


def test_a_connection_names_what_ties_its_ends_how_and_how_it_was_read(shipped: PolicyGraph, tmp_path: Path) -> None:
    written = texts_of(picture(shipped, tmp_path / "a.svg", VIEWS[0]))
    for word in ("沈阳市—大连市", "区域性金融中心", "功能定位为", "涉及", "明文", "由组展开", "任务8项"):
        assert word in written


def test_names_that_are_markup_are_written_as_they_are_and_whole(hostile: PolicyGraph, tmp_path: Path) -> None:
    path = picture(hostile, tmp_path / "a.svg", Shown(focus=(str(NAMES[0]), str(NAMES[1])), most=200))
    assert b"<script" not in path.read_bytes()
    written = texts_of(picture(hostile, tmp_path / "b.svg", Shown(most=300)))
    for name in NAMES:
        assert "".join(legible(name).split()) in "".join(written.split())


def test_a_picture_that_leaves_things_out_says_how_many(shipped: PolicyGraph, tmp_path: Path) -> None:
    assert "个关系最少的事物未画出" in texts_of(picture(shipped, tmp_path / "a.svg", Shown(most=20)))


def test_a_picture_whose_lines_bear_no_words_says_what_their_colours_mean(shipped: PolicyGraph, tmp_path: Path) -> None:
    told = "线的颜色是所指事物的类别"
    assert told in picture(shipped, tmp_path / "a.svg", Shown(most=80)).read_text(encoding="utf-8")
    assert told not in picture(shipped, tmp_path / "b.svg", Shown(focus=("大连",), most=20)).read_text(encoding="utf-8")


def test_a_timeline_draws_a_bar_for_each_year_that_has_something_and_counts_what_has_none() -> None:
    card = DocumentCard(URIRef("urn:d"), "d", "方案", "方案", "2014-05-01", "", 0, 0)
    place, none = Node(URIRef("urn:p"), "沈阳市", "City"), YearEntry(0, (), ())
    due = TargetEntry(place, URIRef("urn:t"), "", "产值", ">=", None, "", "", "", "", "2020", ())
    years = (
        YearEntry(2014, (card,), ()),
        *(replace(none, year=year) for year in (2015, 2016)),
        YearEntry(2017, (), (due, due)),
    )
    drawn = timeline_svg(Timeline(years, (card,), ()), Words("甲", "乙", (), "en"))
    words = [one.text for one in etree.fromstring(drawn).iter("{*}text")]
    assert [word for word in words if word in ("2014", "2015", "2016", "⋯", "2017")] == ["2014", "⋯", "2017"]
    assert {"1", "2", "1 document has no date, 0 targets no year."} <= set(words)


def test_a_png_has_300_dots_an_inch_and_chinese_in_it(shipped: PolicyGraph, tmp_path: Path) -> None:
    with Image.open(picture(shipped, tmp_path / "a.png", VIEWS[5])) as image:
        assert round(image.info["dpi"][0]) == 300
        assert image.width > 2_000
        colours = image.convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 50


def test_a_pdf_is_one_page_whose_words_can_be_found(shipped: PolicyGraph, tmp_path: Path) -> None:
    with pdfplumber.open(picture(shipped, tmp_path / "a.pdf", VIEWS[0])) as document:
        (page,) = document.pages
        assert "区域性金融中心" in "".join((page.extract_text() or "").split())


def test_the_same_picture_gives_the_same_pdf_however_often_it_is_drawn(shipped: PolicyGraph, tmp_path: Path) -> None:
    drawn = {picture(shipped, tmp_path / "a.pdf", VIEWS[6]).read_bytes() for _ in range(8)}
    assert len(drawn) == 1  # the writer numbers its two fonts by chance: one of eight would differ


def test_a_pdf_whose_parts_are_ordered_looks_as_before(shipped: PolicyGraph) -> None:
    drawn = bytes(vl_convert.svg_to_pdf(drawn_svg(shipped, VIEWS[6]).decode()))
    pages = [pypdfium2.PdfDocument(pdf)[0].render().to_numpy() for pdf in (drawn, in_order(drawn))]
    assert (pages[0] == pages[1]).all()


@pytest.mark.parametrize("pdf", [b"%PDF-1.7\n", b"%PDF-1.7\ntrailer\n<<\n>>\nstartxref\n9\n"])
def test_a_pdf_of_another_form_is_told_in_one_line(pdf: bytes) -> None:
    with pytest.raises(GraphError, match="no plain table of its parts"):
        in_order(pdf)


def test_the_same_graph_gives_the_same_picture_in_another_process(tmp_path: Path) -> None:
    script = (
        "import sys; from graph import PolicyGraph; from graph.export import Shown, picture\n"
        "with PolicyGraph.build('corpus') as g:\n"
        "    picture(g, sys.argv[1] + '-a.svg', Shown(focus=('沈阳', '大连')))\n"
        "    picture(g, sys.argv[1] + '-b.svg', Shown(focus=('大连',)))\n"
        "    picture(g, sys.argv[1] + '-c.html', Shown(most=30))\n"
    )
    for name in ("one", "other"):
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], check=True, timeout=120)
    for part in ("-a.svg", "-b.svg", "-c.html"):
        assert (tmp_path / f"one{part}").read_bytes() == (tmp_path / f"other{part}").read_bytes()


@pytest.mark.parametrize(
    ("name", "shown", "said"),
    [
        ("a.gif", Shown(), "its name ends in no form of picture"),
        ("a.svg", Shown(focus=("不存在的地方",)), "不存在的地方"),
        ("a.svg", Shown(documents=("nothing",)), "no document of this graph"),
        ("a.svg", Shown("map", focus=("北京市",)), "北京市"),
    ],
)
def test_a_mistake_is_told_in_one_line_and_draws_nothing(
    shipped: PolicyGraph, tmp_path: Path, name: str, shown: Shown, said: str
) -> None:
    with pytest.raises(GraphError) as told:
        picture(shipped, tmp_path / name, shown)
    assert said in str(told.value)
    assert len(str(told.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_without_graphviz_a_picture_says_what_to_install(
    shipped: PolicyGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GraphError, match="apt-get install graphviz"):
        picture(shipped, tmp_path / "a.svg", VIEWS[0])


@pytest.mark.parametrize("suffix", [".svg", ".html"])
def test_what_python_returns_draws_itself(shipped: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    graph, connection, thing = shipped, shipped.connect("沈阳", "大连"), shipped.entity("大连")
    for name, result, told in (
        ("graph", graph, "政策图谱"),
        ("connection", connection, connection.answer()),
        ("thing", thing, "功能定位7项"),
    ):
        drawn = result.picture(tmp_path / f"{name}{suffix}").read_text(encoding="utf-8")
        assert told in drawn


def test_what_is_around_a_thing_shows_each_relation_of_it(shipped: PolicyGraph, tmp_path: Path) -> None:
    thing = shipped.entity("沈阳现代化都市圈")
    drawn = thing.picture(tmp_path / "a.svg", "en", most=400).read_text(encoding="utf-8")
    others = {one.object_label for one in thing.statements if one.predicate == "concernsIndustry"}
    assert others
    assert all(one in drawn for one in others)


def test_a_notebook_shows_a_connection_with_its_picture_and_its_table(hostile: PolicyGraph) -> None:
    shown = hostile.connect(str(NAMES[0]), str(NAMES[1]))._repr_html_()
    assert shown.index("<svg") < shown.index("<table")
    assert "<script" not in shown
    assert "http" not in shown.replace("http://www.w3.org/2000/svg", "").partition("<details>")[0]


def test_where_nothing_ties_things_a_notebook_shows_no_picture(shipped: PolicyGraph) -> None:
    nothing = shipped.connect("抚顺市", "区域性文化创意中心", length=1, relations=["hasTarget"])
    assert "<svg" not in nothing._repr_html_()


def test_an_answer_draws_what_it_names_and_the_relations_that_its_passages_back(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    reply = shipped.ask("沈阳有哪些功能定位？")
    written = texts_of(reply.picture(tmp_path / "a.svg"))
    assert "国家先进制造中心" in written
    assert "功能定位为" in written
    assert "涉及" not in written
    assert reply.asked in written
    assert reply.answer is not None
    assert "国家先进制造中心" in texts_of(reply.answer.picture(tmp_path / "b.svg"))


@pytest.mark.parametrize(("text", "told"), [("有多少份文件？", "ties"), ("abc", "got no answer that could be drawn")])
def test_an_answer_that_ties_nothing_is_told_in_one_line(
    shipped: PolicyGraph, tmp_path: Path, text: str, told: str
) -> None:
    with pytest.raises(GraphError, match=told) as raised:
        shipped.ask(text).picture(tmp_path / "a.svg")
    assert len(str(raised.value).splitlines()) == 1


def test_a_connection_is_shown_with_a_picture_whose_things_unfold_their_quotes_without_a_script(
    shipped: PolicyGraph, browser: Browser
) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(shipped.connect("沈阳", "大连")._repr_html_())
    assert page.locator("script").count() == 0
    card = page.locator("details", has=page.locator("summary[title^='区域性金融中心']")).locator("div").first
    assert not card.is_visible()
    page.locator("summary[title^='区域性金融中心']").click()
    assert "大连加快建设“四中心一基地”" in card.inner_text()
    page.locator("summary[title^='双核（']").press("Enter")
    assert not card.is_visible()  # one at a time
    width = "document.querySelector('svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    page.evaluate("document.querySelector('svg').closest('[style*=\"resize:both\"]').style.width = '1000px'")
    assert page.evaluate(width) > before
    assert not asked
    page.close()


def test_of_very_many_things_the_lines_are_straight_at_once_and_the_picture_says_so(tmp_path: Path) -> None:
    nodes = [Node(URIRef(f"urn:{at:03}"), f"甲{at}市", "City") for at in range(420)]
    relations = [
        QuotedRelation(one, "involves", nodes[(at + far) % 420], f"urn:s{at}-{far}", ())
        for at, one in enumerate(nodes)
        for far in (1, 7)
    ]
    drawn = network_picture(Selection(tuple(nodes), tuple(relations)), (), "en")
    assert b"pass below them" in network_svg(drawn, Words("", "", (), "en"))
    few = network_picture(Selection(tuple(nodes), tuple(relations)).at_most(40), (), "en")
    assert b"pass below them" not in network_svg(few, Words("", "", (), "en"))
