"""The network as a file: it needs nothing from elsewhere, says what it is, shows its quotes, and whatever a text says stays text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page
from rdflib import URIRef

from graph.network_page import NetworkDrawing, NetworkEdge, NetworkNode, network_page
from graph.pictures import Part, Tie, line_of
from graph.things import Node, Quote
from views.parts.frame.language import Words, table_of
from views.parts.network.group_picture import group_drawing

HOSTILE = "</script><script>alert(1)</script>"
LINK = "<a href=x onmouseover=alert(1)><img src=x onerror=alert(1)>"
QUOTE = Quote(LINK, 0, len(LINK), "Inherited", "rule", f"沈阳{LINK}。", (HOSTILE,), HOSTILE, "urn:d/plan", "urn:s")


def written(folder: Path, drawing: NetworkDrawing, quotes: dict[str, tuple[Quote, ...]]) -> Path:
    path = folder / "network.html"
    path.write_text(network_page(drawing, quotes, "zh"), encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the page of a network in which every label, title and quote is hostile."""
    nodes = [NetworkNode("a", HOSTILE, "City", 0, 0), NetworkNode("b", LINK, "KeyTask", 240, 0)]
    edges = [NetworkEdge("e", "b", "a", LINK, "Inherited")]
    return written(tmp_path, NetworkDrawing(HOSTILE, nodes, edges), {"e": (QUOTE,)})


@pytest.fixture
def saved(browser: Browser, file: Path) -> Iterator[Page]:
    """Yield the page, opened; no request but the file's own, no dialog, nothing in the console."""
    asked: list[str] = []
    faults: list[str] = []

    def refuse(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page = browser.new_page(viewport={"width": 1000, "height": 760})
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", refuse)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(file.as_uri())
    page.locator(".network[data-ready=true]").wait_for()
    yield page
    assert asked == [file.as_uri()]
    assert faults == []
    page.close()


KINDS = ("City", "Region", "PlaceGroup", "Center", "Industry", "Action", "Target", "Slogan", "Organization", "Plan")


def crowd(size: int) -> Part:
    """Return things of every class of the legend, each tied to the next ones."""
    nodes = {f"urn:{i}": Node(URIRef(f"urn:{i}"), f"事物{i}", KINDS[i % len(KINDS)]) for i in range(size)}
    ties = [
        Tie(f"urn:{i}", relation, f"urn:{(i + step) % size}", f"urn:{i}/{step}", "Stated", ("plan",))
        for i in range(size)
        for step, relation in ((1, "involves"), (3, "hasMember"), (4, "concernsIndustry"), (len(KINDS), "hasMember"))
    ]
    return Part(nodes, tuple(ties))


_BOXES = """box => {
  const { picture } = box.drawn
  return Object.values(picture.body.nodes).map((node) => {
    const at = picture.canvasToDOM({ x: node.x, y: node.y })
    const far = node.options.size * picture.getScale()
    return [at.x - far, at.y - far, at.x + far, at.y + far]
  })
}"""


_ON_LINES = """box => {
  const write = CanvasRenderingContext2D.prototype.fillText
  const found = []
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2
    const high = parseFloat(/([\\d.]+)px/.exec(this.font)[1]) / 2
    if (this.textBaseline === 'middle') found.push([x - half, y - high, x + half, y + high])
    return write.call(this, text, x, y)
  }
  box.drawn.picture.redraw()
  CanvasRenderingContext2D.prototype.fillText = write
  return found
}"""
"""Boxes of the words on lines, which a picture writes when it is drawn again."""


def opened_wide(browser: Browser, file: Path) -> tuple[Page, set[str]]:
    """Open a saved page; returns it with the words that are written on its canvas."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(
        "window.words = []; const fill = CanvasRenderingContext2D.prototype.fillText;"
        "CanvasRenderingContext2D.prototype.fillText = function (...said) {"
        " window.words.push(said[0]); return fill.apply(this, said) }"
    )
    page.goto(file.as_uri())
    page.locator(".network[data-ready=true]").wait_for()
    return page, set(page.evaluate("window.words"))


def test_groups_of_a_crowd_stand_apart_within_the_picture_each_with_its_name(browser: Browser, tmp_path: Path) -> None:
    words = Words("zh", table_of("parts"))
    drawing = group_drawing(crowd(3000), "图", words)
    page, said = opened_wide(browser, written(tmp_path, drawing, {}))
    boxes = page.locator(".network").evaluate(_BOXES)
    canvas = page.locator(".canvas").bounding_box()
    assert canvas
    assert len(boxes) == len(KINDS)
    assert all(
        one[0] >= 0 and one[1] >= 0 and one[2] <= canvas["width"] and one[3] <= canvas["height"] for one in boxes
    )
    for one, other in combinations(boxes, 2):
        assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    assert {node.label.partition("\n")[0] for node in drawing.nodes} <= said
    page.close()


def test_on_a_telephone_no_relation_is_written_over_a_mark(browser: Browser, tmp_path: Path) -> None:
    drawing = group_drawing(crowd(3000), "picture", Words("en", table_of("parts")))
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto(written(tmp_path, drawing, {}).as_uri())
    page.locator(".network[data-ready=true]").wait_for()
    box = page.locator(".network")
    marks, words = box.evaluate(_BOXES), box.evaluate(_ON_LINES)
    assert words
    covered = [
        word
        for word in words
        for mark in marks
        if word[0] < mark[2] and mark[0] < word[2] and word[1] < mark[3] and mark[1] < word[3]
    ]
    assert covered == []
    page.close()


def test_the_list_of_an_english_picture_has_no_chinese_marks(browser: Browser, tmp_path: Path) -> None:
    nodes = [NetworkNode("a", "沈阳市", "City", 0, 0), NetworkNode("b", "大连市", "City", 240, 0)]
    edges = [NetworkEdge("e", "a", "b", "has member", "Stated"), NetworkEdge("f", "b", "a", "12", "")]
    file = tmp_path / "network.html"
    file.write_text(network_page(NetworkDrawing("", nodes, edges), {}, "en"), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.locator(".network summary").click()
    said = page.locator(".network details li").all_inner_texts()
    assert said == ["沈阳市 (city)", "大连市 (city)", "沈阳市 — has member → 大连市 (stated)", "大连市 — 12 → 沈阳市"]
    page.close()


def click(page: Page, node: str) -> None:
    box = page.locator(".network[data-ready=true]")
    x, y = box.evaluate(
        """(box, id) => {
          const frame = box.querySelector('.canvas').getBoundingClientRect()
          const at = box.drawn.picture.canvasToDOM(box.drawn.picture.getPositions()[id])
          return [frame.x + at.x, frame.y + at.y]
        }""",
        node,
    )
    page.mouse.click(x, y)


def test_the_page_asks_for_nothing_and_runs_no_script_of_a_text(saved: Page) -> None:
    for x in range(100, 900, 40):
        saved.mouse.move(x, 290)
    saved.get_by_text("2个事物 · 1条关系").wait_for()
    assert saved.locator("img").count() == 0


def test_the_page_says_what_it_is_and_where_it_comes_from(saved: Page) -> None:
    assert saved.title() == HOSTILE
    assert saved.locator("h1").inner_text() == HOSTILE
    assert f"来源：《{HOSTILE}》" in saved.locator("footer").inner_text()


def test_its_legend_shows_shapes_and_lines(saved: Page) -> None:
    legend = saved.locator(".legend")
    assert legend.locator("svg circle").count() == 1
    assert legend.locator("svg rect").count() == 1
    dashes = " ".join(map(str, line_of("Inherited").dashes))
    assert legend.locator("svg line").get_attribute("stroke-dasharray") == dashes


def test_a_click_on_a_thing_opens_its_quotes_and_a_name_in_the_card_leads_on_and_back(saved: Page) -> None:
    click(saved, "b")
    card = saved.locator("aside")
    card.locator("mark", has_text="onerror").wait_for()
    card.locator("button.thing", has_text="alert(1)</script>").click()
    card.locator("h2", has_text=HOSTILE).wait_for()
    card.get_by_role("button", name="返回").click()
    card.locator("h2", has_text="onerror").wait_for()
    card.get_by_role("button", name="收起").click()
    card.wait_for(state="hidden")


def test_names_are_written_at_the_first_zoom(browser: Browser, tmp_path: Path) -> None:
    nodes = [NetworkNode(str(i), f"沈阳现代化都市圈{i}", "Region", i % 8 * 260, i // 8 * 180) for i in range(40)]
    page, names = opened_wide(browser, written(tmp_path, NetworkDrawing("图", nodes, []), {}))
    assert len(names) >= 20
    page.close()


def test_a_picture_of_groups_has_no_more_lines_than_can_be_told_apart() -> None:
    kinds = ("City", "Region", "Positioning", "Industry", "Action", "Target", "Slogan", "Organization")
    nodes = {kind: Node(f"urn:{kind}", kind, kind) for kind in kinds}  # type: ignore[arg-type]
    ties = [Tie(a, "involves", b, f"{a}{b}", "Stated", ("plan",)) for a in kinds for b in kinds if a != b]
    drawing = group_drawing(Part(nodes, tuple(ties)), "图", Words("zh", table_of("parts")))
    assert len(drawing.edges) <= 12 + len(kinds)
    assert {end for edge in drawing.edges for end in (edge.source, edge.target)} == {node.id for node in drawing.nodes}
    assert all("\n" not in edge.label.replace("\n…", "") for edge in drawing.edges)
