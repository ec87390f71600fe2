"""A comparison as a Word document, and as Markdown."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from graph.comparison import Comparison
from graph.export.briefing_content import method
from graph.export.briefing_document import document_in_both_scripts
from graph.export.briefing_words import WORDS
from graph.export.changes_deck import cited
from graph.export.changes_rows import ChangesRow, counts_by_relation, rows_by_kind
from graph.export.deck_table import Cell, Marked, pieces_of
from graph.export.undated import undated
from graph.rdf import Language
from graph.results import markdown_code, markdown_text

_STYLE = "Light Grid Accent 1"


def changes_document(found: Comparison, language: Language, command: str) -> bytes:
    """Return a .docx. Arguments: found; language; command, that makes it again."""
    words, title = WORDS[language], " → ".join(found.names)
    made = document_in_both_scripts(title)
    made.add_heading(title, 0)
    made.add_paragraph(found.counted(language))
    head, body = counts_by_relation(found, language)
    if body:
        made.add_heading(words["what changed"], 1)
        _table(made, head, body)
    columns = found.columns(language)
    for kind, rows in rows_by_kind(found, language):
        made.add_heading(kind, 1)
        _table(made, [columns[0], *columns[6:8]], [_cells(row) for row in rows])
    made.add_heading(words["sources"], 1)
    for card in (*found.before_documents, *found.after_documents):
        made.add_paragraph(cited(card), style="List Bullet")
    for line in (*method(language), *([f"{words['again']}: {command}"] if command else [])):
        made.add_paragraph(line)
    file = BytesIO()
    made.save(file)
    return undated(file.getvalue())


def changes_markdown(found: Comparison, language: Language, command: str) -> bytes:
    """Return Markdown: the tables of the comparison, its sources, and the command that makes it again."""
    words = WORDS[language]
    sources = [f"- {markdown_text(cited(card))}" for card in (*found.before_documents, *found.after_documents)]
    parts = [
        f"## {words['sources']}",
        "\n".join(sources),
        *method(language),
        f"{words['again']}:",
        markdown_code(command, "sh"),
    ]
    return "\n".join((found.markdown(language), "\n\n".join(parts), "")).encode()


def _cells(row: ChangesRow) -> list[Cell]:
    return [row.told, row.before, row.after]


def _table(made: Any, head: list[str], body: list[list[str]] | list[list[Cell]]) -> None:
    table = made.add_table(rows=1, cols=len(head), style=_STYLE)
    for drawn, word in zip(table.rows[0].cells, head, strict=True):
        drawn.text = word
    for row in body:
        for drawn, cell in zip(table.add_row().cells, row, strict=True):
            _fill(drawn, cell)


def _fill(drawn: Any, cell: Cell) -> None:
    text, spans = cell if isinstance(cell, Marked) else (cell, ())
    begin = 0
    for at, line in enumerate(text.split("\n")):
        paragraph = drawn.paragraphs[0] if at == 0 else drawn.add_paragraph()
        for piece, stands_out in pieces_of(line, begin, spans):
            run = paragraph.add_run(piece)
            run.font.bold = run.font.underline = stands_out
        begin += len(line) + 1
