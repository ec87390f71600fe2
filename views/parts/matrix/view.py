"""A matrix whose cells and heads are buttons; a click opens the panel."""

from __future__ import annotations

from graph.pages import Matrix
from graph.pictures import COMMITMENTS, look_of
from graph.things import Node
from views.parts.cards.html_pieces import chip
from views.parts.frame.component import component
from views.parts.frame.language import Words

_TERMS = ("Task", "Commitment", "TaskArea", "KeyTask", "Action", "SafeguardMeasure")
"""Classes of columns that are terms of the ontology, so that their labels are in both languages, and no things of the graph."""


def matrix_view(shown: Matrix, words: Words, key: str) -> None:
    """Show a matrix: a number opens its cell, the heads of two rows compare them, the head of a column opens that thing.

    Arguments: shown; words, of the page; key, unique on the page.
    """
    component("matrix", "../panel/open.js", "view.js")(
        key=key,
        height="content",
        data={
            "rows": [_head(node, words) for node in shown.rows],
            "columns": [_head(node, words) | {"opens": node.kind not in _TERMS} for node in shown.columns],
            "cells": [
                [shown.cells.get((str(row.iri), str(column.iri)), 0) for column in shown.columns] for row in shown.rows
            ],
            "most": max(shown.cells.values(), default=1),
            "words": {name: words(name) for name in ("corner", "blank", "compare this", "colon")},
        },
    )


def column_chip(node: Node, words: Words) -> str:
    """Return a column as HTML: a chip, which leads to a thing where the column is one."""
    return chip(column_said(node, words), node.kind, words, "" if node.kind in _TERMS else str(node.iri))


def column_said(node: Node, words: Words) -> str:
    """Return the head of a column in words."""
    return words.term(node.label) if node.kind in _TERMS else node.label


def _head(node: Node, words: Words) -> dict[str, object]:
    look = look_of(node.kind)
    colour = COMMITMENTS.get(node.label, look.colour) if node.kind == "Commitment" else look.colour
    said = words.term(node.kind)
    return {"id": str(node.iri), "label": column_said(node, words), "kind": said, "colour": colour, "shape": look.shape}
