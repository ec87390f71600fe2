"""What two plans say differently as slides, as a Word document and as Markdown: both sentences side by side."""

from __future__ import annotations

import shlex
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from docx import Document
from markdown_it import MarkdownIt
from pptx import Presentation
from typer.testing import CliRunner

from graph import GraphError, PolicyGraph
from graph.cli import app
from graph.comparison import Comparison, Together
from graph.export import changes_briefing
from graph.things import Quote
from tests.export.hostile import NAMES
from tests.export.slides import check_that_no_word_leaves_its_slide_or_covers_another, shown, texts_of

TEXTS = Path(__file__).parents[1] / "comparison"
FIRST, SECOND = TEXTS / "plan-first.txt", TEXTS / "plan-second.txt"


@pytest.fixture(scope="module")
def found() -> Comparison:
    """Return what the second plan says otherwise than the first."""
    with PolicyGraph.build(FIRST) as first, PolicyGraph.build(SECOND) as second:
        return first.diff(second)


@pytest.fixture(scope="module")
def hostile_found(found: Comparison) -> Comparison:
    """Return a comparison whose names and sentences are markup, formulas, or very long."""
    names = cycle(map(str, NAMES))

    def quoted(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
        return tuple(replace(quote, said=quote.said + next(names) * 9) for quote in quotes)

    together = tuple(
        Together(
            quoted(one.before), quoted(one.after), tuple(replace(change, subject=next(names)) for change in one.changes)
        )
        for one in found.together
    )
    changes = tuple(change for one in together for change in one.changes)
    return replace(found, names=(str(NAMES[1]), str(NAMES[2])), changes=changes, together=together)


def test_no_word_leaves_its_slide_or_covers_another(
    found: Comparison, hostile_found: Comparison, tmp_path: Path
) -> None:
    decks = [
        changes_briefing(found, tmp_path / "plans.pptx"),
        changes_briefing(hostile_found, tmp_path / "hostile.pptx", "en", "policygraph diff a b -o hostile.pptx"),
    ]
    with shown(decks) as drawn:
        for pages in drawn:
            assert len(pages) >= 5
            check_that_no_word_leaves_its_slide_or_covers_another(pages)


def test_a_slide_holds_both_sentences_in_a_native_table_and_marks_what_differs(
    found: Comparison, tmp_path: Path
) -> None:
    deck = Presentation(str(changes_briefing(found, tmp_path / "a.pptx", "en")))
    slide = next(one for one in deck.slides if one.shapes.title.text_frame.text == "changed")
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells] == ["change", "sentence before", "sentence after"]
    told, before, after = table.rows[1].cells
    assert "target value: ≥28% → ≥31%" in told.text
    assert (before.text[-6:], after.text[-6:]) == ("达到28%。", "达到31%。")
    marked = [[run.text for run in cell.text_frame.paragraphs[0].runs if run.font.bold] for cell in (before, after)]
    assert marked == [["28"], ["31"]]
    assert "宜荆都市圈协同发展行动方案 › 一 总体要求" in slide.notes_slide.notes_text_frame.text


def test_every_claim_that_changed_was_added_or_dropped_stands_in_each_form(found: Comparison, tmp_path: Path) -> None:
    deck = "\n".join(map(texts_of, Presentation(str(changes_briefing(found, tmp_path / "a.pptx"))).slides))
    document = Document(str(changes_briefing(found, tmp_path / "a.docx")))
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    page = changes_briefing(found, tmp_path / "a.md").read_text(encoding="utf-8")
    assert len(found.changes) == 18
    for change in found.changes:
        assert change.told() in deck
        assert change.told() in cells
        assert change.subject in page
    assert "宜昌市人民政府, 2023-06-20" in deck


def test_names_that_are_markup_are_words(hostile_found: Comparison, tmp_path: Path) -> None:
    page = changes_briefing(hostile_found, tmp_path / "a.md").read_text(encoding="utf-8")
    shown_page = MarkdownIt().enable("table").render(page)
    assert "<script>" not in shown_page
    assert "&lt;script&gt;" in shown_page
    assert "<script>" in texts_of(Presentation(str(changes_briefing(hostile_found, tmp_path / "a.pptx"))).slides[0])


def test_where_nothing_changed_the_deck_says_so(shipped: PolicyGraph, tmp_path: Path) -> None:
    deck = Presentation(str(changes_briefing(shipped.diff(shipped), tmp_path / "a.pptx", "en")))
    assert len(deck.slides) == 2
    assert "changed 0 · added 0 · dropped 0" in texts_of(deck.slides[0])


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_the_command_in_a_deck_makes_it_again(suffix: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for text in (FIRST, SECOND):
        (tmp_path / "some texts").mkdir(exist_ok=True)
        (tmp_path / "some texts" / text.name).write_bytes(text.read_bytes())
    sides = [f"some texts/{FIRST.name}", f"some texts/{SECOND.name}"]
    assert CliRunner().invoke(app, ["diff", *sides, "-l", "en", "-o", f"a{suffix}"]).stdout == f"a{suffix}\n"
    first = Path(f"a{suffix}").read_bytes()
    again = f"policygraph diff 'some texts/{FIRST.name}' 'some texts/{SECOND.name}' --language en -o a{suffix}"
    if suffix == ".md":
        assert again in first.decode()
    assert CliRunner().invoke(app, shlex.split(again)[1:]).exit_code == 0
    assert Path(f"a{suffix}").read_bytes() == first


def test_another_suffix_is_told_in_one_line_and_writes_nothing(found: Comparison, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"use one of \.pptx, \.docx, \.md"):
        changes_briefing(found, tmp_path / "a.key")
    assert not list(tmp_path.iterdir())
