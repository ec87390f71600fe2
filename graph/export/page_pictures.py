"""Pictures of pages: matrix, ledger of targets, timeline, map of a province, country. Each cites what backs what is drawn."""

from __future__ import annotations

from graph.counted import counted
from graph.errors import GraphError
from graph.export.map_drawing import map_svg
from graph.export.matrix_drawing import matrix_drawn, matrix_svg
from graph.export.page_selection import selection_of_matrix
from graph.export.selection import selection_of
from graph.export.sheet import Words
from graph.export.shown import AXES_SAID, Shown, matrix_shown, targets_shown
from graph.export.sources import source_of
from graph.export.targets_drawing import MOST_TARGETS, targets_svg
from graph.export.timeline_drawing import timeline_svg
from graph.pages import COUNTRY, PlaceMap, country_map, name_of, province_maps, timeline
from graph.policygraph import PolicyGraph
from graph.rdf import Language
from graph.things import Quote


def matrix_picture(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return the matrix as SVG; raises GraphError where what is in focus is no row of it."""
    found = matrix_shown(graph, shown)
    drawn = matrix_drawn(found)
    columns = {str(one.iri) for one in drawn.columns}
    source = source_of(graph, shown.language, selection_of_matrix(graph, drawn, shown, columns).quotes)
    places, (zh, en) = len({row for row, _ in found.cells}), AXES_SAID[shown.axis]
    title = {"zh": f"地方与{zh}", "en": f"Places and {en}"}
    finding = {"zh": f"{places}个地方、{len(found.columns)}个{zh}，{len(found.cells)}对有依据。",
               "en": f"Places: {places}; {en}: {len(found.columns)}; pairs that a text backs: {len(found.cells)}."}  # fmt: skip
    words = Words(title[shown.language], finding[shown.language], (source,), shown.language)
    return matrix_svg(found, words)


def targets_picture(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return the ledger of targets as SVG; raises GraphError for a name or a document that is not there."""
    entries = targets_shown(graph, shown)
    places = len({one.place.iri for one in entries})
    title = {"zh": "量化目标", "en": "Targets"}[shown.language]
    finding = {
        "zh": f"{places}个地方的{len(entries)}个量化目标。",
        "en": counted("{n:target|targets} of {places:place|places}.", n=len(entries), places=places),
    }
    source = source_of(graph, shown.language, [quote for one in entries[:MOST_TARGETS] for quote in one.quotes])
    return targets_svg(entries, Words(title, finding[shown.language], (source,), shown.language))


def timeline_picture(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return documents and targets along the years as SVG; raises GraphError where something is in focus."""
    if shown.focus:
        raise GraphError("--view timeline", "shows all places", "leave --focus out, or draw --view targets of one")
    found = timeline(graph)
    dated = {
        "documents": sum(len(one.documents) for one in found.years),
        "targets": sum(len(one.targets) for one in found.years),
    }
    title = {"zh": "文件与指标的时间线", "en": "Documents and targets along the years"}[shown.language]
    finding = {
        "zh": counted("{documents}份文件注明了日期，{targets}项指标写明了年份。", **dated),
        "en": counted("{documents:document has|documents have} a date, {targets:target|targets} a year.", **dated),
    }
    source = source_of(graph, shown.language)
    return timeline_svg(found, Words(title, finding[shown.language], (source,), shown.language))


def map_picture(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return the map of a province as SVG; raises GraphError where the texts name no prefecture of it."""
    province = shown_map(graph, shown)
    return _map(graph, province, name_of(graph, province.code), shown.language)


def country_picture(graph: PolicyGraph, shown: Shown) -> bytes:
    """Return the country as SVG; raises GraphError where the texts name no place of it, and where one is in focus."""
    title = {"zh": "全国各省", "en": "Provinces of the country"}[shown.language]
    return _map(graph, shown_map(graph, shown), title, shown.language)


def shown_map(graph: PolicyGraph, shown: Shown) -> PlaceMap:
    """Return the map that is shown, of a province or of the country; raises GraphError as `map_picture` and `country_picture` do."""
    if shown.view == "country":
        return _country(graph, shown)
    maps = province_maps(graph)
    if not maps:
        raise GraphError("map", "the texts name no prefecture of a province", "draw the network instead")
    if not shown.focus:
        return maps[0]
    wanted = graph.resolve(shown.focus[0], ("Province",)).label
    found = next((one for one in maps if name_of(graph, one.code) == wanted), None)
    if found is None:
        raise GraphError(wanted, "the texts name no prefecture of it", "leave --focus out")
    return found


def _country(graph: PolicyGraph, shown: Shown) -> PlaceMap:
    if shown.focus:
        raise GraphError("--view country", "shows all provinces", "leave --focus out, or draw --view map of one")
    country = country_map(graph)
    if not any(one.is_named for one in country.places):
        raise GraphError("country", "the texts name no place of a province", "draw the network instead")
    return country


def _map(graph: PolicyGraph, mapped: PlaceMap, title: str, language: Language) -> bytes:
    named = sum(1 for one in mapped.places if one.tasks)
    tasks = sum(one.tasks for one in mapped.places)
    finding = {
        "zh": f"{named}个地方被任务涉及，共{tasks}次。",
        "en": counted("Tasks involve {named} of its parts, {tasks:time|times} in all.", named=named, tasks=tasks),
    }
    backing = [quote for held in passages_of_map(graph, mapped).values() for quote in held]
    return map_svg(mapped, Words(title, finding[language], (source_of(graph, language, backing),), language))


def passages_of_map(graph: PolicyGraph, mapped: PlaceMap) -> dict[str, list[Quote]]:
    """Return the passages that say of tasks that they involve the places of a map, or what lies within them, by codes of the places.

    >>> passages_of_map(PolicyGraph.open("memory"), PlaceMap("210000", ()))
    {}
    """
    held = {one.code[:2] if mapped.code == COUNTRY else one.code: one.code for one in mapped.places if one.tasks}
    codes = (
        (str(row["place"]), str(row["code"])) for row in graph.rows("SELECT ?place ?code { ?place pol:code ?code }")
    )
    parts = ((place, held.get(code[:2] if mapped.code == COUNTRY else code)) for place, code in codes)
    within = {place: part for place, part in parts if part is not None}
    found: dict[str, list[Quote]] = {}
    for one in selection_of(
        graph, is_wanted=lambda link: link.predicate == "involves" and link.object in within
    ).relations:
        found.setdefault(within[str(one.object.iri)], []).extend(one.quotes)
    return found
