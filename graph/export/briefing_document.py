"""A briefing as a Word document, with its network as a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from graph.counted import counted
from graph.export.briefing_content import Briefing
from graph.export.briefing_words import (
    WORDS,
    declared_rows,
    made_again,
    role_rows,
    role_tables,
    roles_said,
    target_rows,
    where,
)
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.rendering import png_of
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.export.sources import cited
from graph.export.word_document import add_table, content_of, document_in_both_scripts
from graph.rdf import label
from graph.things import Node

_MOST_THINGS = 30
_WIDTH, _HEIGHT = 6.2, 7.6
"""Inches that a picture takes at most."""


def briefing_document(briefing: Briefing) -> bytes:
    """Return a .docx; raises GraphError where Graphviz or a Chinese font is not installed."""
    words, language = WORDS[briefing.language], briefing.language
    made = document_in_both_scripts(briefing.words.title)
    made.add_heading(briefing.words.title, 0)
    made.add_paragraph(briefing.words.finding)
    if briefing.answer is not None and briefing.answer.lines:
        made.add_heading(words["answer"], 1)
        add_table(made, briefing.answer.heads(), briefing.answer.rows())
    drawn = add_network(made, briefing.selection, briefing.ends, briefing.words_of)
    _tasks(made, briefing)
    _roles(made, briefing)
    _table(made, words["targets"], *target_rows(briefing.targets, language))
    if briefing.targets_left_out:
        made.add_paragraph(counted(words["more targets"], n=briefing.targets_left_out))
    _table(made, words["declared"], *declared_rows(briefing.reading, language))
    made.add_heading(words["sources"], 1)
    for source in briefing.sources(drawn):
        made.add_paragraph(cited(source), style="List Bullet")
    for line in made_again(briefing):
        made.add_paragraph(line)
    if briefing.sparql:
        made.add_paragraph(briefing.sparql.strip(), style="No Spacing")
    return content_of(made)


def add_network(
    made: Any, selection: Selection, ends: Sequence[Node], words: Words | Callable[[Sequence[QuotedRelation]], Words]
) -> tuple[QuotedRelation, ...]:
    """Add a network to a Word document as a picture, nothing where there is nothing to draw, and return the relations that are drawn.

    Arguments: made, the document; selection; ends, what was asked for; words around the picture, or what gives those of its
    relations. Raises GraphError as `briefing_document` does.
    """
    from docx.shared import Inches

    *_, part = (selection, *islice(selection.tied(ends), _MOST_THINGS))
    said = words if isinstance(words, Words) else words(part.relations)
    drawn = network_picture(part, [end for end in ends if end in part.things], said.language)
    if not drawn.boxes:
        return ()
    is_high = drawn.height / max(drawn.width, 1) > _HEIGHT / _WIDTH
    size = {"height": Inches(_HEIGHT)} if is_high else {"width": Inches(_WIDTH)}
    made.add_picture(BytesIO(png_of(network_svg(drawn, said))), **size)
    return part.relations


def _tasks(made: Any, briefing: Briefing) -> None:
    """Tasks by the sentence that backs them, which stands once below them, whole."""
    words = WORDS[briefing.language]
    if briefing.tasks:
        made.add_heading(words["tasks"], 1)
    for quote, tasks in briefing.tasks_by_sentence():
        for _, one in tasks:
            paragraph = made.add_paragraph(
                f"{one.task.label}（{label(one.grade, briefing.language)}）", style="List Number"
            )
            paragraph.paragraph_format.keep_with_next = True
        made.add_paragraph(f"“{quote.said}” {where(quote)}", style="Quote")
    if briefing.tasks_left_out:
        made.add_paragraph(counted(words["more tasks"], n=briefing.tasks_left_out))


def _roles(made: Any, briefing: Briefing) -> None:
    if briefing.roles.rows:
        made.add_heading(WORDS[briefing.language]["roles"], 1)
    for at, (rows, places) in enumerate(role_tables(briefing.roles.rows, briefing.roles.places)):
        if at:
            made.add_paragraph()  # without one between them Word makes one table of two
        add_table(made, *role_rows(rows, places, briefing.language))
    for line in roles_said(briefing.roles, briefing.language):
        made.add_paragraph(line)


def _table(made: Any, title: str, head: Sequence[str], body: Sequence[Sequence[str]]) -> None:
    if body:
        made.add_heading(title, 1)
        add_table(made, head, body)
