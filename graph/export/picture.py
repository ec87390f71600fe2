"""Draw something of a graph: a connection, what is around a thing, a document, the whole, the matrix, the ledger, a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from graph.counted import counted
from graph.errors import GraphError
from graph.export.map_drawing import map_svg
from graph.export.matrix_drawing import matrix_svg
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.network_web_page import network_html
from graph.export.rendering import pdf_of, png_of
from graph.export.selection import Selection, selection_of, selection_of_ways
from graph.export.sheet import Words
from graph.export.shown import AXES_SAID, Shown, View, known_documents, matrix_shown, targets_shown
from graph.export.sources import source_of
from graph.export.targets_drawing import targets_svg
from graph.pages import PlaceMap, country_map, name_of, province_maps
from graph.policygraph import PolicyGraph
from graph.rdf import Language, label, put_in_place
from graph.things import Node

SUFFIXES = (".svg", ".png", ".pdf", ".html")


def picture(graph: PolicyGraph, path: Path | str, shown: Shown | None = None) -> Path:
    """Draw something of a graph into a file, and return it.

    Arguments: graph; path, .svg, .png (300 dots an inch), .pdf, or .html: a network as a web page that opens offline and shows the
    quotes of what is clicked; shown, by default the whole graph, reduced. Raises GraphError for a name or a document that is not there,
    another suffix, a program that is not installed, and a file that cannot be written.
    """
    target, wanted = Path(path), shown or Shown()
    return put_picture(target, lambda: drawn_svg(graph, wanted), lambda: _web_page(graph, target, wanted))


def put_picture(target: Path, svg: Callable[[], bytes], web_page: Callable[[], bytes]) -> Path:
    """Draw into a file in the form that its name ends in, and return it; raises GraphError where it ends in none of `SUFFIXES`."""
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise GraphError(target, "its name ends in no form of picture", f"use one of {', '.join(SUFFIXES)}")
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
        "matrix": _matrix,
        "targets": _targets,
        "map": _map,
        "country": _country,
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
        ends, finding = found.ends, found.answer(shown.language)
    else:
        ends = tuple(graph.resolve(name) for name in shown.focus)
        whole = selection_of(graph, ends, shown.documents)
        title = ends[0].label if ends else "、".join(known[one] for one in shown.documents) or _ALL[shown.language]
        finding = counted_in_words(whole, ends, shown.language)
    selection = whole.at_most(shown.most, ends)
    quotes = [quote for one in selection.relations for quote in one.quotes]
    return selection, ends, Words(title, finding, (source_of(graph, shown.language, quotes),), shown.language)


_ALL: dict[Language, str] = {"zh": "政策图谱", "en": "Policy graph"}
_COUNTED = (
    ("hasPositioning", "subject"),
    ("involves", "object"),
    ("concernsIndustry", "subject"),
    ("hasTarget", "subject"),
    ("hasMember", "subject"),
)


def counted_in_words(selection: Selection, ends: Sequence[Node], language: Language) -> str:
    """Return how many relations of each kind the first end has, or how much there is in all."""
    if not ends:
        things, relations = len(selection.things), len(selection.relations)
        return (
            f"共{things}个事物、{relations}条关系。"
            if language == "zh"
            else counted(
                "{things:thing|things} and {relations:relation|relations}.", things=things, relations=relations
            )
        )
    counts: Counter[str] = Counter()
    for one in selection.relations:
        for predicate, side in _COUNTED:
            own = one.subject if side == "subject" else one.object
            counts[predicate] += one.predicate == predicate and own in ends
    told = [(label(name, language), counts[name]) for name, _ in _COUNTED if counts[name]]
    if language == "zh":
        return f"{ends[0].label}：" + ("、".join(f"{name}{count}项" for name, count in told) or "没有读出关系") + "。"
    return (
        f"{ends[0].label}: " + (", ".join(f"{name} {count}" for name, count in told) or "nothing was read of it") + "."
    )


def _network(graph: PolicyGraph, shown: Shown) -> bytes:
    selection, ends, words = network_shown(graph, shown)
    return network_svg(network_picture(selection, ends, shown.language), words)


def _matrix(graph: PolicyGraph, shown: Shown) -> bytes:
    found = matrix_shown(graph, shown)
    places, (zh, en) = len({row for row, _ in found.cells}), AXES_SAID[shown.axis]
    title = {"zh": f"地方与{zh}", "en": f"Places and {en}"}
    finding = {"zh": f"{places}个地方、{len(found.columns)}个{zh}，{len(found.cells)}对有依据。",
               "en": f"Places: {places}; {en}: {len(found.columns)}; pairs that a text backs: {len(found.cells)}."}  # fmt: skip
    words = Words(title[shown.language], finding[shown.language], (source_of(graph, shown.language),), shown.language)
    return matrix_svg(found, words)


def _targets(graph: PolicyGraph, shown: Shown) -> bytes:
    entries = targets_shown(graph, shown)
    places = len({one.place.iri for one in entries})
    title = {"zh": "量化目标", "en": "Targets"}[shown.language]
    finding = {
        "zh": f"{places}个地方的{len(entries)}个量化目标。",
        "en": counted("{n:target|targets} of {places:place|places}.", n=len(entries), places=places),
    }
    source = source_of(graph, shown.language, [quote for one in entries for quote in one.quotes])
    return targets_svg(entries, Words(title, finding[shown.language], (source,), shown.language))


def _map(graph: PolicyGraph, shown: Shown) -> bytes:
    maps = province_maps(graph)
    if not maps:
        raise GraphError("map", "the texts name no prefecture of a province", "draw the network instead")
    province = maps[0]
    if shown.focus:
        wanted = graph.resolve(shown.focus[0], ("Province",)).label
        found = next((one for one in maps if name_of(graph, one.code) == wanted), None)
        if found is None:
            raise GraphError(wanted, "the texts name no prefecture of it", "leave --focus out")
        province = found
    return map_svg(province, _words_of_map(graph, province, name_of(graph, province.code), shown.language))


def _country(graph: PolicyGraph, shown: Shown) -> bytes:
    if shown.focus:
        raise GraphError("--view country", "shows all provinces", "leave --focus out, or draw --view map of one")
    country = country_map(graph)
    if not any(one.is_named for one in country.places):
        raise GraphError("country", "the texts name no place of a province", "draw the network instead")
    title = {"zh": "全国各省", "en": "Provinces of the country"}[shown.language]
    return map_svg(country, _words_of_map(graph, country, title, shown.language))


def _words_of_map(graph: PolicyGraph, mapped: PlaceMap, title: str, language: Language) -> Words:
    named = sum(1 for one in mapped.places if one.tasks)
    tasks = sum(one.tasks for one in mapped.places)
    finding = {
        "zh": f"{named}个地方被任务涉及，共{tasks}次。",
        "en": counted("Tasks involve {named} of its parts, {tasks:time|times} in all.", named=named, tasks=tasks),
    }
    return Words(title, finding[language], (source_of(graph, language),), language)
