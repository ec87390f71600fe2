"""What is shown of a graph, on a page or in a picture: which view, around what, of which documents; its matrix and its targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rdflib import URIRef

from graph.errors import GraphError
from graph.pages import Axis, Matrix, TargetEntry, matrix, target_ledger
from graph.pictured import View
from graph.policygraph import PolicyGraph
from graph.rdf import Language, label, shorten
from graph.things import documents

MOST = 60
"""Things that a network shows unless told otherwise: beyond, its lines can no longer be followed."""
AXES_SAID: dict[Axis, tuple[str, str]] = {
    "Industry": ("产业", "industries"),
    "Positioning": ("功能定位", "positionings"),
    "Task": ("任务类别", "kinds of tasks"),
    "Commitment": ("任务力度", "commitments"),
    "Indicator": ("指标", "indicators"),
}
"""What the columns of a matrix are, in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn: which view, around what, of which documents."""

    view: View = "network"
    focus: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    most: int = MOST
    language: Language = "zh"
    axis: Axis = "Industry"
    """Of a matrix: what its columns are."""
    rows: tuple[str, ...] = ("Place",)
    """Of a matrix: the classes of its rows."""
    targets: tuple[str, ...] = ()
    """Of the ledger: IRIs of the targets, all where none is named."""


def known_documents(graph: PolicyGraph, shown: Shown) -> dict[str, str]:
    """Return the titles of documents by id, none where none is wanted; raises GraphError where one that is wanted is none of them."""
    known = {one.id: one.title for one in documents(graph)} if shown.documents else {}
    for one in shown.documents:
        if one not in known:
            raise GraphError(one, "no document of this graph", f"use one of {', '.join(sorted(known)[:5])}")
    return known


def documents_wanted(graph: PolicyGraph, wanted: Sequence[str]) -> tuple[URIRef, ...]:
    """Return the IRIs of some documents; none where none is wanted. Arguments: graph; wanted, ids."""
    return tuple(one.iri for one in documents(graph) if one.id in wanted) if wanted else ()


def matrix_shown(graph: PolicyGraph, shown: Shown) -> Matrix:
    """Return the matrix that is shown, its columns named in its language; raises GraphError where what is in focus is no row of it."""
    known_documents(graph, shown)
    wanted = {str(graph.resolve(name).iri) for name in shown.focus}
    found = matrix(graph, shown.rows, shown.axis, documents_wanted(graph, shown.documents)).of_rows(wanted)
    if wanted and not found.rows:
        raise GraphError("、".join(shown.focus), "no row of the matrix", "name a place, or leave --focus out")
    if shown.axis in ("Task", "Commitment"):  # columns that are terms of the ontology
        named = [replace(one, label=label(shorten(str(one.iri)), shown.language)) for one in found.columns]
        found = replace(found, columns=tuple(named))
    return found


def targets_shown(graph: PolicyGraph, shown: Shown) -> tuple[TargetEntry, ...]:
    """Return the targets that are shown; raises GraphError for a name or a document that is not there."""
    known_documents(graph, shown)
    wanted = {graph.resolve(name).iri for name in shown.focus}
    return tuple(
        one
        for one in ledger_of(graph, shown.documents)
        if (not wanted or one.place.iri in wanted) and (not shown.targets or str(one.target) in shown.targets)
    )


def ledger_of(graph: PolicyGraph, wanted: Sequence[str]) -> tuple[TargetEntry, ...]:
    """Return the targets of a graph, or those that some documents set, with their passages alone. Arguments: graph; wanted, ids."""
    found = []
    for one in target_ledger(graph):
        quotes = tuple(quote for quote in one.quotes if not wanted or quote.document_id in wanted)
        if quotes or not wanted:
            found.append(replace(one, quotes=quotes))
    return tuple(found)
