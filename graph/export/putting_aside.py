"""A page as it is put aside: what the picture of it draws, and its lines with the passages behind each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from graph.basket import KeptLine, KeptView, Passage
from graph.errors import GraphError
from graph.export.page_pictures import passages_of_map, shown_map
from graph.export.page_selection import selection_of_matrix
from graph.export.picture import drawn_svg
from graph.export.shown import AXES_SAID, Shown, matrix_shown, targets_shown
from graph.listed import listed
from graph.pages import TargetEntry, timeline
from graph.pictured import View
from graph.policygraph import PolicyGraph
from graph.rdf import Language
from graph.search import Hit
from graph.things import Quote

_HEADS: dict[str, dict[Language, tuple[str, ...]]] = {
    "matrix": {"zh": ("地方",), "en": ("place",)},
    "targets": {
        "zh": ("地方", "指标", "目标", "力度", "基期", "年份"),
        "en": ("place", "indicator", "goal", "hedge", "baseline", "year"),
    },
    "timeline": {"zh": ("年份", "发布的文件", "到期的指标"), "en": ("year", "documents issued", "targets due")},
    "map": {"zh": ("地方", "功能定位", "任务", "提及"), "en": ("place", "positionings", "tasks", "mentions")},
    "search": {"zh": ("文件", "位置"), "en": ("document", "section")},
}


def put_aside(graph: PolicyGraph, shown: Shown) -> KeptView:
    """Return what a page shows as a basket keeps it, at most so much as a briefing can hold.

    Arguments: graph; shown, a matrix, targets, a timeline or a map. Raises GraphError as `picture` does, and for a network, of which a
    basket keeps things and relations.
    """
    lines: dict[View, Callable[[PolicyGraph, Shown], Iterable[KeptLine]]] = {
        "matrix": _rows,
        "targets": _targets,
        "timeline": _years,
        "map": _places,
        "country": _places,
    }
    if shown.view not in lines:
        raise GraphError(f"--view {shown.view}", "is put aside as things and relations", "put its network aside")
    name = "map" if shown.view == "country" else shown.view
    head = _HEADS[name][shown.language]
    if shown.view == "matrix":
        head = (*head, AXES_SAID[shown.axis][shown.language == "en"])
    return KeptView(head, tuple(lines[shown.view](graph, shown)), drawing=drawn_svg(graph, shown).decode()).bounded()


def hits_put_aside(hits: Sequence[Hit], total: int, language: Language) -> KeptView:
    """Return the hits of a search as a basket keeps them. Arguments: hits that are listed; total, of all; language of the head.

    >>> hits_put_aside((), 3, "en").lines_left_out
    3
    """
    lines = tuple(
        KeptLine((one.title, " › ".join(one.section)), (Passage(one.sentence, one.title, one.start, one.end),))
        for one in hits
    )
    return KeptView(_HEADS["search"][language], lines, max(0, total - len(hits))).bounded()


def _rows(graph: PolicyGraph, shown: Shown) -> Iterable[KeptLine]:
    """A line for each row of a matrix that is not blank: its columns with how often, and what ties it to them."""
    found = matrix_shown(graph, shown)
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for one in selection_of_matrix(graph, found, shown).relations:
        for end in (one.subject, one.object):
            quotes[str(end.iri)] += one.quotes
    columns = [(column.label, str(column.iri)) for column in found.columns]
    for row in found.rows:
        cells = ((name, found.cells.get((str(row.iri), column), 0)) for name, column in columns)
        told = listed((f"{name} {count}" for name, count in cells if count), shown.language)
        if told:
            yield KeptLine((row.label, told), _passages(quotes[str(row.iri)]))


def _targets(graph: PolicyGraph, shown: Shown) -> Iterable[KeptLine]:
    for one in targets_shown(graph, shown):
        cells = (one.place.label, one.measured, one.goal, one.hedge, one.baseline, one.year)
        yield KeptLine(cells, _passages(one.quotes))


def _years(graph: PolicyGraph, shown: Shown) -> Iterable[KeptLine]:
    between = "；" if shown.language == "zh" else "; "
    for one in timeline(graph).years:
        if one.documents or one.targets:
            cells = (
                str(one.year),
                between.join(card.name or card.title for card in one.documents),
                _due(one.targets, between),
            )
            yield KeptLine(cells, _passages(quote for target in one.targets for quote in target.quotes))


def _due(targets: Sequence[TargetEntry], between: str) -> str:
    return between.join(f"{one.place.label} {one.measured} {one.goal}" for one in targets)


def _places(graph: PolicyGraph, shown: Shown) -> Iterable[KeptLine]:
    mapped = shown_map(graph, shown)
    quotes = passages_of_map(graph, mapped)
    for one in mapped.places:
        if one.is_named:
            cells = one.name, str(one.positionings), str(one.tasks), str(one.mentions)
            yield KeptLine(cells, _passages(quotes.get(one.code, ())))


def _passages(quotes: Iterable[Quote]) -> tuple[Passage, ...]:
    """The passages of a line, each sentence once."""
    told = {quote.sentence: Passage(quote.said, quote.title, quote.start, quote.end) for quote in reversed([*quotes])}
    return tuple(reversed([*told.values()]))
