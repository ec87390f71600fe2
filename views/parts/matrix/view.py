"""A matrix whose cells and row heads are buttons; what was clicked comes back to Python."""

from __future__ import annotations

from dataclasses import dataclass

from graph.pages import Matrix
from graph.pictures import COMMITMENTS, look_of
from graph.things import Node
from views.parts.frame.component import component
from views.parts.frame.language import Words

_TERMS = ("Task", "Commitment", "TaskArea", "KeyTask", "Action", "SafeguardMeasure")
"""Classes of columns that are terms of the ontology, so that their labels are in both languages."""


@dataclass(frozen=True, slots=True)
class Picked:
    """What was clicked: a cell by its row and column, or the head of a row; all empty for nothing."""

    row: str = ""
    column: str = ""


def matrix_view(shown: Matrix, words: Words, pair: tuple[str, ...], cell: tuple[str, str], key: str) -> Picked:
    """Show a matrix; returns what was clicked in this run.

    Arguments: shown; words of the page; pair, rows that are compared; cell, row and column of the open one; key.
    """
    most = max(shown.cells.values(), default=1)
    result = component("matrix", "view.js")(
        key=key,
        height="content",
        data={
            "rows": [_head(node, words) | {"chosen": str(node.iri) in pair} for node in shown.rows],
            "columns": [_head(node, words) for node in shown.columns],
            "cells": [
                [shown.cells.get((str(row.iri), str(column.iri)), 0) for column in shown.columns] for row in shown.rows
            ],
            "open": list(cell),
            "most": most,
            "words": {name: words(name) for name in ("corner", "blank", "compare this")},
        },
        on_picked_change=lambda: None,
    )
    picked = result.picked or {}
    return Picked(str(picked.get("row") or ""), str(picked.get("column") or ""))


def column_said(node: Node, words: Words) -> str:
    """Return the head of a column in words."""
    return words.term(node.label) if node.kind in _TERMS else node.label


def _head(node: Node, words: Words) -> dict[str, object]:
    look = look_of(node.kind)
    colour = COMMITMENTS.get(node.label, look.colour) if node.kind == "Commitment" else look.colour
    said = words.term(node.kind)
    return {"id": str(node.iri), "label": column_said(node, words), "kind": said, "colour": colour, "shape": look.shape}
