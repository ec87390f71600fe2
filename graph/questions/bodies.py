"""Which bodies a question speaks of by a short name: 省商务厅, the provincial development and reform commission."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rdflib import URIRef

from extract.gazetteer import gazetteer
from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.engines import Rows
from graph.questions.catalogue import WORDS
from graph.things import Node

Span = tuple[int, int]

_BODIES = "SELECT DISTINCT ?thing ?label { ?thing a pol:Organization ; skos:prefLabel ?label }"
_LEVEL = re.compile(
    r"(?P<province>省|自治区|provincial)|(?P<city>市|municipal)|(?P<county>县|county)|(?P<nation>国家|national)",
    re.IGNORECASE,
)
_KINDS = {"province": "Province", "city": "City", "county": "County", "nation": ""}


@lru_cache(maxsize=1)
def _endings() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(WORDS / "body_words.tsv", ("ending", "words"))
    return {cells[0]: split(cells[1]) for _, cells in rows}


@lru_cache(maxsize=1)
def _words() -> re.Pattern[str]:
    words = {word for said in _endings().values() for word in said}
    level = r"(?:(?<![\u4e00-\u9fff])(?:省|市|县|国家)|\b(?:provincial|municipal|county|national)\s+)?"
    return re.compile(rf"(?P<level>{level})(?P<body>{alternation(words)})", re.IGNORECASE)


def bodies_in(rows: Rows, text: str) -> Iterator[tuple[Span, tuple[Node, ...]]]:
    """Yield the spans that call a body of the graph by a short name, with it; several where the text leaves open which.

    Arguments: rows, the graph; text. What a text says of the place (河南省发改委) or the level (省发改委) must fit the body.

    >>> from graph import PolicyGraph
    >>> list(bodies_in(PolicyGraph.open("memory"), "省商务厅负责哪些任务"))
    []
    """
    found = list(_words().finditer(text))
    if not found:
        return
    held: dict[str, list[tuple[Node, str]]] = defaultdict(list)
    for row in rows.rows(_BODIES):
        node = Node(URIRef(row["thing"]), str(row["label"]), "Organization")
        ending = max((one for one in _endings() if node.label.endswith(one)), key=len, default="")
        held[ending].append((node, node.label.removesuffix(ending)))
    for match in found:
        said = match["body"].casefold()
        endings = [ending for ending, words in _endings().items() if said in (word.casefold() for word in words)]
        fitting = [(node, place) for ending in endings for node, place in held[ending] if _fits(match["level"], place)]
        start, fitting = _by_place(text, match.start(), fitting)
        if fitting:
            yield (start, match.end()), tuple(sorted(node for node, _ in fitting))


def _fits(level: str, place: str) -> bool:
    """Whether the level that a text gives is that of the place in the name of a body; a national body has none."""
    match = _LEVEL.match(level)
    if match is None or match.lastgroup is None:
        return True
    bearers = {one.entity.kind for one in gazetteer().by_name.get(place, ())}
    return _KINDS[match.lastgroup] in bearers if _KINDS[match.lastgroup] else not bearers


def _by_place(text: str, start: int, bodies: Iterable[tuple[Node, str]]) -> tuple[int, list[tuple[Node, str]]]:
    """Those whose place stands right before, or anywhere in the text; else all. With where the name then begins."""
    every = list(bodies)
    right_before = [
        (len(name), one) for one in every for name in _names(one[1]) if name and text[:start].endswith(name)
    ]
    if right_before:
        longest = max(length for length, _ in right_before)
        return start - longest, [one for length, one in right_before if length == longest]
    return start, every


def _names(place: str) -> set[str]:
    return {
        place,
        *(name for one in gazetteer().by_name.get(place, ()) for name in (one.official_name, *one.short_names)),
    }
