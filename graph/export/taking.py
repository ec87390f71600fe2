"""Take something of a graph away into a file: select it, write it beside, put it in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.engines import graph_hash
from graph.errors import GraphError
from graph.export.about import About
from graph.export.forms import form_of
from graph.export.page_selection import matrix_said, selection_of_matrix, selection_of_targets, targets_said
from graph.export.selection import Selection, selection_of
from graph.export.shown import Shown, known_documents, ledger_of, matrix_shown, targets_shown
from graph.export.sources import documents_cited
from graph.export.taken import Page, Taken
from graph.listed import listed
from graph.policygraph import PolicyGraph
from graph.rdf import Language, put_in_place

_OF_TEXTS: dict[Language, str] = {
    "zh": "这种文件含各文件的全部提及，不按事物选取。",
    "en": "This form holds all mentions of the documents, whatever things are selected.",
}


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what is not in them."""

    files: tuple[Path, ...]
    told: str
    """A sentence; empty where all that was asked for is there."""


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
    return exported(
        graph, path, Shown(focus=tuple(focus), documents=tuple(document), most=most, language=language)
    ).files


def exported(graph: PolicyGraph, path: Path | str, shown: Shown) -> Exported:
    """Write what is shown in the form that the file's name asks for, and return the files and what is not in them.

    Arguments: graph; path; shown: relations, of them at most so many things as its `most` says (0 for all), or of `targets` and `matrix`
    what such a page holds. Raises GraphError as `export` does, and for a map, which is a picture alone.
    """
    target = Path(path)
    form, suffix = form_of(target)
    taken = _taken(graph, shown)
    stem = target.name[: -len(suffix)]
    files = put_in_place({target.with_name(stem + end): held for end, held in form.write(taken, suffix).items()})
    if form.is_of_texts:
        is_chosen = bool(shown.focus or taken.about.left_out or shown.view != "network")
        return Exported(files, _OF_TEXTS[shown.language] if is_chosen else "")
    return Exported(files, taken.about.lacks)


def _taken(graph: PolicyGraph, shown: Shown) -> Taken:
    known_documents(graph, shown)
    if shown.view == "targets":
        entries = targets_shown(graph, shown)
        selection = selection_of_targets(graph, entries, shown.documents)
        return _of_page(graph, shown, selection, targets_said(shown, entries), Page(entries))
    if shown.view == "matrix":
        found = matrix_shown(graph, shown)
        selection = selection_of_matrix(graph, found, shown)
        held = {one.iri for one in selection.things}
        every = ledger_of(graph, shown.documents) if shown.axis == "Indicator" else ()
        targets = tuple(one for one in every if one.target in held)
        return _of_page(graph, shown, selection, matrix_said(shown, found), Page(targets or None, found))
    if shown.view != "network":
        raise GraphError(
            f"--view {shown.view}", "is a picture alone", "take the network, the targets or the matrix away"
        )
    nodes = [graph.resolve(name) for name in shown.focus]
    whole = selection_of(graph, nodes, shown.documents)
    selection = whole.at_most(shown.most, nodes) if shown.most else whole
    is_whole = not (nodes or shown.documents or selection.left_out)
    told = listed((*(node.label for node in nodes), *shown.documents), shown.language)
    about = _about(graph, selection, told or {"zh": "全部", "en": "all of it"}[shown.language], shown.language)
    return Taken(graph, selection, is_whole, shown.documents, about)


def _of_page(graph: PolicyGraph, shown: Shown, selection: Selection, told: str, page: Page) -> Taken:
    about = _about(graph, selection, told, shown.language)
    return Taken(graph, selection, is_whole=False, documents=shown.documents, about=about, page=page)


def _about(graph: PolicyGraph, selection: Selection, told: str, language: Language) -> About:
    cited = documents_cited(graph, selection.quotes)
    title = f"政策图谱：{told}" if language == "zh" else f"Policy graph: {told}"
    newest = max((one.issued for one in cited), default="")
    titles = tuple(one.name or one.title for one in cited)
    return About(title, titles, graph_hash(graph), selection.left_out, language, newest)
