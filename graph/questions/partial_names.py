"""What a question names though not by its whole name: regions with letters left out, tasks by what is quoted of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rdflib import Literal, URIRef

from extract.gazetteer import LEVELS, gazetteer
from extract.wordlists import names_of
from graph.engines import Row, Rows
from graph.rdf import POL
from graph.things import Node, latin_names, narrowest
from graph.things import fold as fold_name

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+", re.ASCII)
_WORDS = 4
"""Most words of an English name."""
_REGIONS = """SELECT DISTINCT ?thing ?label {
  ?thing a pol:Region ; skos:prefLabel ?label FILTER(STRLEN(STR(?label)) > 3) }"""
_TASKS = """SELECT DISTINCT ?thing ?kind ?label { ?thing a pol:Task , ?kind ; skos:prefLabel ?label
  FILTER(CONTAINS(STR(?label), $part) && STRSTARTS(STR(?kind), STR(pol:))) }"""
_QUOTED = re.compile('[“"「]([^”"」]{3,})[”"」]')


def abbreviated(rows: Rows, text: str) -> Iterator[tuple[Span, tuple[Node, ...]]]:
    """Yield the spans that are the name of a region with letters left out: 沈阳都市圈 for 沈阳现代化都市圈, 宜荆荆 for 宜荆荆都市圈.

    >>> from graph import PolicyGraph
    >>> list(abbreviated(PolicyGraph.open("memory"), "沈阳都市圈"))
    []
    """
    held = [(URIRef(row["thing"]), str(row["label"])) for row in rows.rows(_REGIONS)]
    found: dict[tuple[int, int], set[Node]] = defaultdict(set)
    for iri, label in held:
        for match in re.finditer(re.escape(label[:2]), text):
            end = text.find(label[-2:], match.end(), match.start() + len(label)) + 2
            said = text[match.start() : end] if end > match.end() + 1 else _short_of(label, text, match.start())
            if said and said != label and _leaves_out(said, label):
                found[match.start(), match.start() + len(said)].add(Node(iri, label, "Region"))
    for (start, end), iri, label in _endings(held, text):
        found[start, end].add(Node(iri, label, "Region"))
    for (start, end), nodes in found.items():
        if not any(text.startswith(label, start) for _, label in held):
            yield (start, end), tuple(sorted(nodes))


def _endings(held: Sequence[tuple[URIRef, str]], text: str) -> Iterator[tuple[Span, URIRef, str]]:
    """The endings by which a text calls just one region, without the place it begins with: 沿海经济带 for 辽宁沿海经济带."""
    for iri, label in held:
        end = next((label[cut:] for cut in (2, 3) if label[cut:] in text and len(label) - cut > 3), "")
        if end and not any(end in other and other in text for _, other in held) and _is_the_only(end, held):
            start = text.index(end)
            yield (start, start + len(end)), iri, label


def _is_the_only(end: str, held: Sequence[tuple[URIRef, str]]) -> bool:
    return sum(label.endswith(end) for _, label in held) == 1


def _short_of(label: str, text: str, start: int) -> str:
    """The name of a region without what kind of region it is, where a text says that and it is no other name."""
    short = next((label.removesuffix(head) for head in names_of("region_heads.txt") if label.endswith(head)), "")
    return short if len(short) > 2 and text.startswith(short, start) else ""


def _leaves_out(said: str, label: str) -> bool:
    letters = iter(label)
    return len(said) > 2 and all(letter in letters for letter in said)


def quoted_tasks(rows: Rows, text: str) -> Iterator[tuple[Span, tuple[Node, ...]]]:
    """Yield what a question quotes where only one task has it in its name: “大美黄河” of 打造“大美黄河”旅游线路.

    >>> from graph import PolicyGraph
    >>> list(quoted_tasks(PolicyGraph.open("memory"), "“大美黄河”归谁管"))
    []
    """
    for match in _QUOTED.finditer(text):
        found = nodes_of_rows(rows.rows(_TASKS, part=Literal(match[1])))
        if len(found) == 1:
            yield match.span(), found


def divisions_elsewhere(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the runs of English words that are the name of a province or a prefecture, whether a graph knows it or not.

    >>> list(divisions_elsewhere("What is planned for Dalian?"))
    [((20, 26), '大连市')]
    """
    words = list(_WORD.finditer(text))
    for first in range(len(words)):
        for last in range(first, min(first + _WORDS, len(words))):
            start, end = words[first].start(), words[last].end()
            if text[start].isupper() and (name := _latin().get(fold_name(text[start:end]))):
                yield (start, end), name


@lru_cache(maxsize=1)
def _latin() -> dict[str, str]:
    return {
        latin: place.official_name
        for place in gazetteer().places
        if place.entity.kind != "County"
        for latin in latin_names(place.official_name)
    }


def nodes_of_rows(rows: Iterable[Row]) -> tuple[Node, ...]:
    """Return the things of rows that give `thing`, `kind` and `label`, each with its narrowest class: a province before its city.

    >>> nodes_of_rows([])
    ()
    """
    kinds: dict[URIRef, set[str]] = defaultdict(set)
    labels: dict[URIRef, str] = {}
    for row in rows:
        thing = URIRef(row["thing"])
        kinds[thing].add(row["kind"].removeprefix(POL))
        labels[thing] = min(labels.get(thing, str(row["label"])), str(row["label"]))
    nodes = (Node(thing, labels[thing], narrowest(kinds[thing])) for thing in kinds)
    return tuple(
        sorted(nodes, key=lambda node: (LEVELS.index(node.kind) if node.kind in LEVELS else len(LEVELS), node))
    )
