"""The relations behind what a page shows: those of its targets, or those that make the cells of its matrix."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from graph.export.selection import Selection, selection_of
from graph.export.shown import AXES_SAID, Shown
from graph.listed import listed
from graph.pages import Matrix, TargetEntry, tied_pairs
from graph.policygraph import PolicyGraph
from graph.rdf import label


def selection_of_targets(
    graph: PolicyGraph, entries: Sequence[TargetEntry], documents: Sequence[str] = ()
) -> Selection:
    """Return the relations of places to some targets of theirs. Arguments: graph; entries; documents, ids: only what these back.

    >>> selection_of_targets(PolicyGraph.open("memory"), ()).relations
    ()
    """
    wanted = {(str(one.place.iri), "hasTarget", str(one.target)) for one in entries}
    return selection_of(graph, documents=documents, is_wanted=lambda link: link in wanted)


def selection_of_matrix(
    graph: PolicyGraph, found: Matrix, shown: Shown, columns: Collection[str] | None = None
) -> Selection:
    """Return the relations that make the cells of a matrix. Arguments: graph; found, the matrix; shown, that says its axis and the
    documents that back it; columns, IRIs: only what makes the cells of these.

    >>> selection_of_matrix(PolicyGraph.open("memory"), Matrix((), (), {}), Shown("matrix")).things
    ()
    """
    pairs = tied_pairs(graph, found, shown.axis)
    if columns is not None:
        wanted = frozenset(columns)
        between = wanted.union(*(pair for pair in pairs if pair & wanted), (str(row.iri) for row in found.rows))
        pairs = frozenset(pair for pair in pairs if pair <= between)
    return selection_of(
        graph, documents=shown.documents, is_wanted=lambda link: frozenset((link.subject, link.object)) in pairs
    )


def targets_said(shown: Shown, entries: Sequence[TargetEntry]) -> str:
    """Return what a page of targets holds.

    >>> targets_said(Shown("targets", targets=("urn:a",), language="en"), ())
    'targets: 0, those that were chosen'
    """
    is_part = bool(shown.targets or shown.focus or shown.documents)
    if shown.language == "zh":
        return f"量化目标{len(entries)}个（{'筛选所得' if is_part else '全部'}）"
    return f"targets: {len(entries)}, {'those that were chosen' if is_part else 'all'}"


def matrix_said(shown: Shown, found: Matrix) -> str:
    """Return what a matrix holds: its rows, its columns.

    >>> matrix_said(Shown("matrix", rows=("City",), language="en"), Matrix((), (), {}))
    'city × industries: 0 rows, 0 columns'
    """
    zh, en = AXES_SAID[shown.axis]
    of = listed(shown.documents, shown.language)
    of_kinds = listed((label(kind, shown.language) for kind in shown.rows), shown.language)
    if shown.language == "zh":
        return f"{of_kinds}×{zh}：{len(found.rows)}行{len(found.columns)}列" + (f"（{of}）" if of else "")
    return f"{of_kinds} × {en}: {len(found.rows)} rows, {len(found.columns)} columns" + (f" ({of})" if of else "")
