"""What a question names without its name: the only document of a sort, an indicator by what it measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rdflib import URIRef

from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.engines import Rows
from graph.questions.catalogue import WORDS
from graph.things import Node

Span = tuple[int, int]

_MEASURES = ("增长", "增速", "增长率", "年均增长", "年均增速")
"""How the name of an indicator may go on where a question asks how much something grows."""
_GROWS = re.compile(r"增|升|提高|\b(?:grow|increas|ris)", re.IGNORECASE)
_DOCUMENTS = """SELECT DISTINCT ?thing ?label ?text ?body {
  ?thing a pol:PolicyDocument ; skos:prefLabel ?label .
  OPTIONAL { ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?thing . BIND(true AS ?text) }
  OPTIONAL { ?thing pol:issuedBy|pol:publishedBy ?by . ?by skos:prefLabel ?body }
}"""
_NEAR = 4
"""Characters between what a document is about and its sort: 《…规划》的批复."""
_SHORT = re.compile(r"(?:省|市|自治区|自治州|县|区)$")


@lru_cache(maxsize=1)
def _endings() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(WORDS / "document_words.tsv", ("word", "endings"))
    return {cells[0]: split(cells[1]) for _, cells in rows}


@lru_cache(maxsize=1)
def _sort() -> re.Pattern[str]:
    return re.compile(alternation(_endings()), re.IGNORECASE)


def documents_in(
    rows: Rows, text: str, places: Sequence[tuple[int, int, Sequence[str]]] = ()
) -> Iterator[tuple[tuple[Span, ...], Node]]:
    """Yield the sorts of documents that a text speaks of and of which the graph holds just one, with the spans that say so.

    Arguments: rows, the graph; text; places that it names: start, end and labels. Of several documents of a sort, those whose text the
    graph holds go first, then the one whose title or issuer names such a place.

    >>> from graph import PolicyGraph
    >>> list(documents_in(PolicyGraph.open("memory"), "这份解读是谁发布的"))
    []
    """
    found = list(_sort().finditer(text))
    held: dict[Node, set[str]] = defaultdict(set)
    with_text: set[Node] = set()
    for row in rows.rows(_DOCUMENTS) if found else []:
        node = Node(URIRef(row["thing"]), str(row["label"]), "PolicyDocument")
        held[node] |= {str(row["label"]), str(row.get("body", ""))}
        if "text" in row:
            with_text.add(node)
    for match in found:
        endings = _endings()[match[0].casefold()]
        bearers = [node for node in held if any(node.label.endswith(ending) for ending in endings)]
        if len(bearers) != 1:
            bearers = [node for node in with_text if any(ending in node.label for ending in endings)] or bearers
        spans: tuple[Span, ...] = (match.span(),)
        before = [one for one in places if one[1] <= match.start() <= one[1] + _NEAR]
        nearer = _of_place(
            match.span(), [node for node in with_text if any(end in node.label for end in endings)], held, before
        )
        if before and len(nearer[1]) == 1:
            spans, bearers = nearer
        elif len(bearers) > 1:
            spans, bearers = _of_place(match.span(), bearers, held, places)
        if len(bearers) == 1:
            yield spans, bearers[0]


def _of_place(
    sort: Span, bearers: Sequence[Node], held: Mapping[Node, set[str]], places: Sequence[tuple[int, int, Sequence[str]]]
) -> tuple[tuple[Span, ...], list[Node]]:
    """The documents of a place that is named, where only one is, with the span of the place too."""
    for start, end, labels in places:
        names = {_SHORT.sub("", label) if len(label) > 2 else label for label in labels}
        about = [node for node in bearers if any(name in said for name in names for said in held[node])]
        if len(about) == 1:
            return tuple(sorted(((start, end), sort))), about
    return (sort,), list(bearers)


def measured(text: str, spans: Mapping[str, Iterable[Span]]) -> dict[str, Iterable[Span]]:
    """Return the names of indicators that a text may mean by what they measure, where it asks how much that grows.

    Arguments: text; spans, its passages.

    >>> sorted(measured("粮食产量要增长多少", {"粮食产量": [(0, 4)]}))
    ['粮食产量增速', '粮食产量增长', '粮食产量增长率', '粮食产量年均增速', '粮食产量年均增长']
    """
    if not _GROWS.search(text):
        return {}
    return {name + measure: where for name, where in spans.items() for measure in _MEASURES}
