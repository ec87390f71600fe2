"""What a briefing says of what it leaves out, of where it comes from, and of what makes it again."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation
from typer.testing import CliRunner

from graph import PolicyGraph
from graph.cli import app
from graph.engines import graph_hash
from graph.export import Wanted, briefing, changes_briefing
from graph.export.made_by import program
from graph.export.shortened import shortened
from tests.export.slides import texts_of

CITIES = [
    f"{name}市"
    for name in (
        "沈阳",
        "大连",
        "鞍山",
        "抚顺",
        "本溪",
        "丹东",
        "锦州",
        "营口",
        "阜新",
        "辽阳",
        "盘锦",
        "铁岭",
        "朝阳",
        "葫芦岛",
    )
]
LONG = "支持大连市建设国际航运中心，" + "加强基础设施互联互通，" * 20 + "规模以上工业增加值增速达到15%。"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a text that gives each of fourteen cities a role, and one that gives a city another."""
    folder = tmp_path_factory.mktemp("texts")
    roles = "".join(f"支持{city}建设区域性物流中心。" for city in CITIES)
    (folder / "roles.txt").write_text(f"---\ntitle: 城市定位方案\n---\n{roles}", encoding="utf-8")
    (folder / "long.txt").write_text(f"---\ntitle: 物流方案\n---\n{LONG}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cities(texts: Path) -> Iterator[PolicyGraph]:
    """Yield the graph of both."""
    with PolicyGraph.build(texts) as graph:
        yield graph


def words_of(path: Path) -> str:
    """All words of a briefing in any form."""
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8").replace("\\", "")
    if path.suffix == ".pptx":
        return "\n".join(texts_of(slide) for slide in Presentation(str(path)).slides)
    made = Document(str(path))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in made.paragraphs), *cells])


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_a_matrix_that_shows_some_of_the_places_says_how_many_it_leaves_out(
    cities: PolicyGraph, tmp_path: Path, suffix: str
) -> None:
    said = words_of(briefing(cities, tmp_path / f"a{suffix}", Wanted(language="en")))
    assert "2 more places are not listed" in said
    assert "区域性物流中心" in said


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_a_matrix_of_all_places_with_a_role_says_nothing_of_more(
    shipped: PolicyGraph, tmp_path: Path, suffix: str
) -> None:
    said = words_of(briefing(shipped, tmp_path / f"a{suffix}", Wanted()))
    assert "个地方未列出" not in said
    placed = shipped.rows("SELECT DISTINCT ?n { ?p pol:hasPositioning|pol:concernsIndustry ?r ; skos:prefLabel ?n ; "
                          "a/rdfs:subClassOf* pol:Place }")  # fmt: skip
    assert all(str(row["n"]) in said for row in placed)


def test_the_command_of_a_deck_runs_where_it_was_called_with_paths_as_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = Path("corpus").resolve()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my graphs").mkdir()
    with PolicyGraph.build(corpus, to=tmp_path / "my graphs" / "one.db"):
        pass
    words = ["briefing", "-g", "my graphs/one.db", "-f", "沈阳", "-f", "大连", "-o", "my graphs/a.md"]
    assert CliRunner().invoke(app, words).exit_code == 0
    said = Path("my graphs/a.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"^policygraph briefing .*$", said, re.MULTILINE)
    assert "'my graphs/one.db'" in command
    os.remove("my graphs/a.md")
    assert CliRunner().invoke(app, shlex.split(command)[1:]).exit_code == 0
    assert Path("my graphs/a.md").read_text(encoding="utf-8") == said


def test_notes_name_the_version_and_a_comparison_the_hash_of_each_graph(
    shipped: PolicyGraph, cities: PolicyGraph, tmp_path: Path
) -> None:
    paths = (
        briefing(shipped, tmp_path / "a.pptx", Wanted()),
        changes_briefing(shipped.diff(cities), tmp_path / "b.pptx"),
    )
    for path in paths:
        notes = Presentation(str(path)).slides[0].notes_slide.notes_text_frame.text
        assert program() in notes
        assert graph_hash(shipped) in notes
    assert graph_hash(cities) in notes


def test_a_deck_cites_the_documents_of_what_it_shows(cities: PolicyGraph, tmp_path: Path) -> None:
    deck = Presentation(str(briefing(cities, tmp_path / "a.pptx", Wanted(("沈阳", "鞍山")))))
    assert "城市定位方案" in texts_of(deck.slides[0])
    assert "物流方案" not in texts_of(deck.slides[0])
    assert "物流方案" not in texts_of(deck.slides[len(deck.slides) - 1])


def test_documents_for_which_the_last_slide_has_no_room_are_counted_in_words_and_named_in_the_notes(
    tmp_path: Path,
) -> None:
    for number in range(60):
        text = f"---\ntitle: 第{number}号方案\n---\n支持{CITIES[number % 12]}建设区域性物流中心。"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        deck = Presentation(str(briefing(graph, tmp_path / "a.pptx", Wanted())))
    last = deck.slides[len(deck.slides) - 1]
    (more,) = re.findall("另有([0-9]+)份文件，见备注", texts_of(last))
    assert texts_of(last).count("• ") + int(more) == 60
    assert all(f"第{number}号方案" in last.notes_slide.notes_text_frame.text for number in range(60))
    assert "等60份文件" in texts_of(deck.slides[0])


def test_a_sentence_stands_once_for_all_of_its_tasks(shipped: PolicyGraph, tmp_path: Path) -> None:
    for suffix in (".docx", ".md"):
        said = words_of(briefing(shipped, tmp_path / f"a{suffix}", Wanted()))
        assert said.count("提出了推进沈抚同城化发展、构建基础设施网络、加强创新链产业链深度融合等17项重点任务") == 1


@pytest.mark.parametrize("suffix", [".docx", ".md"])
def test_a_quote_is_whole_where_there_is_room(cities: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    said = words_of(briefing(cities, tmp_path / f"a{suffix}", Wanted(("大连",))))
    assert LONG in said
    assert "……" not in said


@pytest.mark.parametrize("longest", range(10, 60))
def test_a_shortened_quote_never_ends_within_a_figure_and_its_unit(longest: int) -> None:
    text = "规模以上工业增加值增速达到15%，其中投资30万亿元以上、进出口总额1,250.5亿元、占比超过三分之一，人口增长到1250万人左右且继续增长"
    kept = shortened(text, longest).removesuffix("……")
    assert text.startswith(kept)
    assert len(kept) <= longest
    whole = re.findall("[0-9.,]+(?:万亿元|亿元|万人|%)|三分之一", text)
    for figure in re.findall("[0-9][0-9.,]*[^，、]*|三.*", kept.replace("，其", "、其")):
        assert any(one in figure for one in whole), kept


def test_tables_of_a_word_document_repeat_their_heads_and_keep_their_rows(shipped: PolicyGraph, tmp_path: Path) -> None:
    made = Document(str(briefing(shipped, tmp_path / "a.docx", Wanted())))
    for table in made.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows[1:])


def test_what_is_declared_names_its_document_where_there_are_several(tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (tmp_path / f"{name}.txt").write_text(
            f"---\ntitle: {name}方案\n---\n提出3项重点任务。支持沈阳市建设区域性物流中心。", encoding="utf-8"
        )
    with PolicyGraph.build(tmp_path) as graph:
        said = words_of(briefing(graph, tmp_path / "a.md", Wanted()))
    assert "全文（甲方案）" in said
    assert "全文（乙方案）" in said


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_the_answer_to_a_question_comes_before_tasks_and_roles(
    shipped: PolicyGraph, tmp_path: Path, suffix: str
) -> None:
    path = briefing(shipped, tmp_path / f"a{suffix}", Wanted(question="哪些任务同时涉及沈阳和大连？"))
    if suffix == ".docx":
        heads = [one.text for one in Document(str(path)).paragraphs if one.style and one.style.name == "Heading 1"]
    elif suffix == ".md":
        heads = re.findall("^## (.*)$", words_of(path), re.MULTILINE)
    else:
        heads = [slide.shapes.title.text for slide in Presentation(str(path)).slides][2:]
    assert heads[0] == "回答"
    assert len(heads) > 2
