"""What a question names without its name: the only document of a sort, an indicator by what it measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rdflib import URIRef

from extract.grammar.titles import DOCUMENT_NUMBER
from extract.tables import read_rows
from extract.wordlists import alternation, split
from graph.engines import Rows
from graph.meeting import number_key
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
_NUMBERED = """SELECT DISTINCT ?thing ?label ?number {
  ?thing pol:documentNumber ?number ; a pol:PolicyDocument ; skos:prefLabel ?label }"""
_IN_BRACKETS = re.compile(r"（[^（）]*）$")
_NEAR = 4
"""Characters between what a document is about and its sort: 《…规划》的批复."""
_TITLED = 20
"""Characters between a sort and a place of its title: the opinion on supporting Guizhou."""
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
) -> Iterator[tuple[tuple[Span, ...], tuple[Node, ...]]]:
    """Yield the sorts of documents that a text speaks of and of which the graph holds just one, with the spans that say so.

    Of an interpretation that is found by the title of the plan it is about, the plan is yielded before it.

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
        if len(nearer[0]) > 1:
            spans, bearers = nearer
        elif before and not _about(bearers, held, before):
            continue  # the Sichuan plan, where only Zhejiang has one
        elif len(bearers) > 1:
            spans, bearers = _of_place(match.span(), bearers, held, places)
        if len(bearers) == 1:
            about = [one for one in places if match.end() <= one[0] <= match.end() + _TITLED]
            spans = (*spans, *(one[:2] for one in about if _about(bearers, held, [one])))
            yield spans, (*_spoken_of(bearers[0], held, endings), bearers[0])


def _spoken_of(document: Node, held: Iterable[Node], endings: Sequence[str]) -> list[Node]:
    """The documents of a sort whose title is part of that of a document of another sort."""
    if document.label.strip("《》").endswith(tuple(endings)):
        return []
    titles = {node: _IN_BRACKETS.sub("", node.label.strip("《》")) for node in held if node != document}
    return sorted(node for node, title in titles.items() if title.endswith(tuple(endings)) and title in document.label)


def numbered(rows: Rows, text: str) -> Iterator[tuple[Span, tuple[Node, ...]]]:
    """Yield the numbers of documents that a text names, with the documents that bear them: 国发〔2025〕8号.

    >>> from graph import PolicyGraph
    >>> list(numbered(PolicyGraph.open("memory"), "国发〔2025〕8号是哪个文件"))
    []
    """
    said = list(DOCUMENT_NUMBER.finditer(text))
    found = {
        Node(URIRef(row["thing"]), str(row["label"]), "PolicyDocument"): number_key(row["number"])
        for row in (rows.rows(_NUMBERED) if said else ())
    }
    for match in said:
        bearers = [node for node, number in found.items() if number_key(match[0]).endswith(number)]
        if bearers:
            longest = max(len(found[node]) for node in bearers)
            documents = tuple(sorted(node for node in bearers if len(found[node]) == longest))
            yield (match.end() - longest, match.end()), documents


def _of_place(
    sort: Span, bearers: Sequence[Node], held: Mapping[Node, set[str]], places: Sequence[tuple[int, int, Sequence[str]]]
) -> tuple[tuple[Span, ...], list[Node]]:
    """The documents of a place that is named, where only one is, with the span of the place too."""
    for place in places:
        about = _about(bearers, held, [place])
        if len(about) == 1:
            return tuple(sorted((place[:2], sort))), about
    return (sort,), list(bearers)


def _about(
    bearers: Sequence[Node], held: Mapping[Node, set[str]], places: Sequence[tuple[int, int, Sequence[str]]]
) -> list[Node]:
    """The documents whose title or issuer names one of some places."""
    names = {_SHORT.sub("", label) if len(label) > 2 else label for _, _, labels in places for label in labels}
    return [node for node in bearers if any(name in said for name in names for said in held[node])]


def measured(text: str, spans: Mapping[str, Iterable[Span]]) -> dict[str, Iterable[Span]]:
    """Return the names of indicators that a text may mean by what they measure, where it asks how much that grows.

    Arguments: text; spans, its passages.

    >>> sorted(measured("粮食产量要增长多少", {"粮食产量": [(0, 4)]}))
    ['粮食产量增速', '粮食产量增长', '粮食产量增长率', '粮食产量年均增速', '粮食产量年均增长']
    """
    if not _GROWS.search(text):
        return {}
    return {name + measure: where for name, where in spans.items() for measure in _MEASURES}
