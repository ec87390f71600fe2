"""Draw something of a graph: a connection, what is around a thing, a document, the whole, the matrix, the ledger, the timeline, a map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.errors import GraphError
from graph.export.findings import finding_of, untied_said
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.network_web_page import network_html
from graph.export.page_pictures import country_picture, map_picture, matrix_picture, targets_picture, timeline_picture
from graph.export.rendering import pdf_of, png_of
from graph.export.selection import Selection, selection_of, selection_of_ways
from graph.export.sheet import Words
from graph.export.shown import Shown, known_documents
from graph.export.sources import source_of
from graph.listed import listed
from graph.pictured import View
from graph.policygraph import PolicyGraph
from graph.rdf import Language, put_in_place
from graph.things import Node

PICTURE_SUFFIXES = (".svg", ".png", ".pdf", ".html")


def picture(graph: PolicyGraph, path: Path | str, shown: Shown | None = None) -> Path:
    """Draw something of a graph into a file, and return it.

    Arguments: graph; path, .svg, .png (300 dots an inch), .pdf, or .html: a network as a web page that opens offline and shows the
    quotes of what is clicked; shown, by default the whole graph, reduced. Raises GraphError for a name or a document that is not there,
    another suffix, a program that is not installed, and a file that cannot be written.
    """
    target, wanted = Path(path), shown or Shown()
    return put_picture(target, lambda: drawn_svg(graph, wanted), lambda: _web_page(graph, target, wanted))


def put_picture(target: Path, svg: Callable[[], bytes], web_page: Callable[[], bytes]) -> Path:
    """Draw into a file in the form that its name ends in, and return it; raises GraphError where it ends in none of `PICTURE_SUFFIXES`."""
    suffix = target.suffix.lower()
    if suffix not in PICTURE_SUFFIXES:
        raise GraphError(target, "its name ends in no form of picture", f"use one of {', '.join(PICTURE_SUFFIXES)}")
    draw: dict[str, Callable[[], bytes]] = {
        ".svg": svg,
        ".png": lambda: png_of(svg()),
        ".pdf": lambda: pdf_of(svg()),
        ".html": web_page,
    }
    return put_in_place({target: draw[suffix]()})[0]


def _web_page(graph: PolicyGraph, target: Path, shown: Shown) -> bytes:
    if shown.view != "network":
        raise GraphError(
            target, f"a web page shows a network, not --view {shown.view}", "end its name in .svg, .png or .pdf"
        )
    return network_html(*network_shown(graph, shown))


def drawn_svg(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return the picture as SVG; raises GraphError as `picture` does."""
    draw: dict[View, Callable[[PolicyGraph, Shown], bytes]] = {
        "network": _network,
        "matrix": matrix_picture,
        "targets": targets_picture,
        "timeline": timeline_picture,
        "map": map_picture,
        "country": country_picture,
    }
    if shown.documents and shown.view not in ("network", "targets"):
        remedy = "leave --document out, or draw the network or the targets"
        raise GraphError(f"--view {shown.view}", "is drawn of all documents alone", remedy)
    return draw[shown.view](graph, shown)


def network_shown(graph: PolicyGraph, shown: Shown) -> tuple[Selection, tuple[Node, ...], Words]:
    """Return what a network shows, what was asked for, and the words around it."""
    known = known_documents(graph, shown)
    if len(shown.focus) > 1:
        found = graph.connect(*shown.focus, documents=shown.documents)
        whole = selection_of_ways(found)
        title = (" — " if shown.language == "en" else "—").join(node.label for node in found.ends)
        ends = found.ends
        finding = found.answer(shown.language) + untied_said(found, whole, shown.language)
    else:
        ends = tuple(graph.resolve(name) for name in shown.focus)
        whole = selection_of(graph, ends, shown.documents)
        title = (
            ends[0].label
            if ends
            else listed((known[one] for one in shown.documents), shown.language) or _ALL[shown.language]
        )
        finding = finding_of(whole, ends, shown.language)
    selection = whole.at_most(shown.most, ends)
    quotes = [quote for one in selection.relations for quote in one.quotes]
    return selection, ends, Words(title, finding, (source_of(graph, shown.language, quotes),), shown.language)


_ALL: dict[Language, str] = {"zh": "政策图谱", "en": "Policy graph"}


def _network(graph: PolicyGraph, shown: Shown) -> bytes:
    selection, ends, words = network_shown(graph, shown)
    return network_svg(network_picture(selection, ends, shown.language), words)
