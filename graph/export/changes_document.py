"""A comparison as a Word document, and as Markdown."""

from __future__ import annotations

from graph.comparison import Comparison
from graph.export.briefing_content import method
from graph.export.briefing_words import WORDS
from graph.export.changes_rows import ChangesRow, changes_made_again, counts_by_relation, rows_by_kind
from graph.export.deck_table import Cell
from graph.export.sources import cited
from graph.export.word_document import add_table, content_of, document_in_both_scripts
from graph.rdf import Language
from graph.results import markdown_code, markdown_text


def changes_document(found: Comparison, language: Language, command: str) -> bytes:
    """Return a .docx. Arguments: found; language; command, that makes it again."""
    words, title = WORDS[language], " → ".join(found.names)
    made = document_in_both_scripts(title)
    made.add_heading(title, 0)
    made.add_paragraph(found.counted(language))
    head, body = counts_by_relation(found, language)
    if body:
        made.add_heading(words["what changed"], 1)
        add_table(made, head, body)
    columns = found.columns(language)
    for kind, rows in rows_by_kind(found, language):
        made.add_heading(kind, 1)
        add_table(made, [columns[0], *columns[6:8]], [_cells(row) for row in rows])
    made.add_heading(words["sources"], 1)
    for card in (*found.before_documents, *found.after_documents):
        made.add_paragraph(cited(card), style="List Bullet")
    for line in (*method(language), *changes_made_again(found, language, command)):
        made.add_paragraph(line)
    return content_of(made)


def changes_markdown(found: Comparison, language: Language, command: str) -> bytes:
    """Return Markdown: the tables of the comparison, its sources, and the command that makes it again."""
    words = WORDS[language]
    sources = [f"- {markdown_text(cited(card))}" for card in (*found.before_documents, *found.after_documents)]
    parts = [
        f"## {words['sources']}",
        "\n".join(sources),
        *map(markdown_text, (*method(language), *changes_made_again(found, language, ""))),
        *([f"{words['again']}:", markdown_code(command, "sh")] if command else []),
    ]
    return "\n".join((found.markdown(language), "\n\n".join(parts), "")).encode()


def _cells(row: ChangesRow) -> list[Cell]:
    return [row.told, row.before, row.after]
