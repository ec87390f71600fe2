"""What a question names without its name: the only document of a sort, an indicator by what it measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rdflib import Literal, URIRef

from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.engines import Rows
from graph.questions.catalogue import WORDS
from graph.things import Node

Span = tuple[int, int]

_MEASURES = ("增长", "增速", "增长率", "年均增长", "年均增速")
"""How the name of an indicator may go on where a question asks how much something grows."""
_GROWS = re.compile(r"增|升|提高|\b(?:grow|increas|ris)", re.IGNORECASE)
_BY_ENDING = """SELECT DISTINCT ?ending ?thing ?label {
  VALUES ?ending { $endings }
  ?thing a pol:PolicyDocument ; skos:prefLabel ?label .
  FILTER(STRENDS(STR(?label), ?ending))
}"""


@lru_cache(maxsize=1)
def _endings() -> Mapping[str, tuple[str, ...]]:
    rows = read_rows(WORDS / "document_words.tsv", ("word", "endings"))
    return {cells[0]: split(cells[1]) for _, cells in rows}


@lru_cache(maxsize=1)
def _sort() -> re.Pattern[str]:
    return re.compile(alternation(_endings()), re.IGNORECASE)


def documents_in(rows: Rows, text: str) -> Iterator[tuple[Span, Node]]:
    """Yield the sorts of documents that a text speaks of and of which the graph holds just one, with that one.

    >>> from graph import PolicyGraph
    >>> list(documents_in(PolicyGraph.open("memory"), "这份解读是谁发布的"))
    []
    """
    found = list(_sort().finditer(text))
    wanted = sorted({ending for match in found for ending in _endings()[match[0].casefold()]})
    held: dict[str, set[Node]] = defaultdict(set)
    for row in rows.rows(_BY_ENDING, endings=[*map(Literal, wanted)]) if wanted else []:
        held[str(row["ending"])].add(Node(URIRef(row["thing"]), str(row["label"]), "PolicyDocument"))
    for match in found:
        bearers = {node for ending in _endings()[match[0].casefold()] for node in held[ending]}
        if len(bearers) == 1:
            yield match.span(), bearers.pop()


def measured(text: str, spans: Mapping[str, Iterable[Span]]) -> dict[str, Iterable[Span]]:
    """Return the names of indicators that a text may mean by what they measure, where it asks how much that grows.

    Arguments: text; spans, its passages.

    >>> sorted(measured("粮食产量要增长多少", {"粮食产量": [(0, 4)]}))
    ['粮食产量增速', '粮食产量增长', '粮食产量增长率', '粮食产量年均增速', '粮食产量年均增长']
    """
    if not _GROWS.search(text):
        return {}
    return {name + measure: where for name, where in spans.items() for measure in _MEASURES}
