"""Take something of a graph away into a file: select it, write it beside, put it in its place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.engines import graph_hash
from graph.errors import GraphError
from graph.export.forms import Taken, form_of
from graph.export.selection import Selection, selection_of
from graph.export.sources import documents_cited
from graph.policygraph import PolicyGraph
from graph.rdf import Language, put_in_place
from graph.things import documents


def export(
    graph: PolicyGraph,
    path: Path | str,
    *,
    focus: Sequence[str] = (),
    document: Sequence[str] = (),
    most: int = 0,
    language: Language = "zh",
) -> tuple[Path, ...]:
    """Write what is selected of a graph in the form that the file's name asks for, and return the files.

    Arguments: graph; path; focus, names of things: only their relations and those among the things that these reach; document, ids of
    documents: only what they back; most, at most so many things (0 for all), those with the fewest relations being left out; language of
    words that the form needs. Raises GraphError for a name or an id that is not there, a suffix that is no form of `FORMS`, and a file
    that cannot be written; then none is.
    """
    target = Path(path)
    form, suffix = form_of(target)
    known = {one.id for one in documents(graph)}
    for one in document:
        if one not in known:
            raise GraphError(one, "no document of this graph", f"use one of {', '.join(sorted(known)[:5])}")
    nodes = [graph.resolve(name) for name in focus]
    whole = selection_of(graph, nodes, document)
    selection = whole.at_most(most, nodes) if most else whole
    title = _title([node.label for node in nodes], document, language)
    taken = Taken(
        graph, selection, not (nodes or document or selection.left_out), tuple(document), title,
        _about(graph, title, selection, language), language,
    )  # fmt: skip
    stem = target.name[: -len(suffix)]
    return put_in_place({target.with_name(stem + end): held for end, held in form.write(taken, suffix).items()})


def _title(focus: Sequence[str], document: Sequence[str], language: Language) -> str:
    told = ("、" if language == "zh" else ", ").join((*focus, *document))
    if language == "zh":
        return f"政策图谱：{told or '全部'}"
    return f"Policy graph: {told or 'all of it'}"


def _about(graph: PolicyGraph, title: str, selection: Selection, language: Language) -> tuple[tuple[str, str], ...]:
    names = (
        ("说明", "来源", "图的校验值", "未列入的事物") if language == "zh" else ("About", "Sources", "Hash", "Left out")
    )
    cited = documents_cited(graph, (quote for one in selection.relations for quote in one.quotes))
    sources = "；".join(one.title for one in cited)
    return (("title", title), (names[1], sources), (names[2], graph_hash(graph)), (names[3], str(selection.left_out)))
