"""What a typed question names: things of the graph, years, and degrees of commitment, each with its span."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rdflib import Literal, URIRef

from extract.gazetteer import LEVELS
from extract.values import Document
from extract.wordlists import any_of
from graph.engines import Row, Rows
from graph.questions.bodies import bodies_in
from graph.questions.counted_groups import english_numbers
from graph.questions.descriptions import documents_in, measured, numbered
from graph.questions.english_names import english_names
from graph.questions.indicator_names import indicators_in
from graph.questions.named_span import Named
from graph.questions.partial_names import abbreviated, divisions_elsewhere, nodes_of_rows, quoted_tasks
from graph.rdf import entity_iri
from graph.things import Node, latin_names
from graph.things import fold as fold_name

LONGEST = 200
"""Code points of a question; a longer text is none."""

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)年?")
_GLOSS = re.compile(
    r"(?:\b(?:the|of|for|in|to|does|do|is|are|and)\s+(?P<gloss>(?:(?!\b(?:the|of|for|in|to|and)\b)[A-Za-z' -])+)"
    r"|[“\"‘'](?P<quoted>[A-Za-z' -]+)[”\"’'](?:\s[a-z]+)?\s*)[(（]$",
    re.IGNORECASE,
)
"""English words behind a preposition, or in quotation marks, and before a bracket."""
_WORD = re.compile(r"[^\W\d_]+", re.ASCII)
_SEPARATORS = re.compile(r"[\s，。？！；：,?!;:]")
_NUMBERED = re.compile(r"(?:section|part|chapter)\s+$", re.IGNORECASE)
_WORDS = 4
"""Most words of an English name."""

_BY_NAME = """SELECT DISTINCT ?thing ?kind ?label ?name {
  VALUES ?name { $names }
  ?thing skos:prefLabel|skos:altLabel|pol:sectionNumber ?name ; skos:prefLabel ?label ; a ?kind .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)))
}"""
_BY_NODE = """SELECT DISTINCT ?thing ?kind ?label {
  VALUES ?thing { $things }
  ?thing skos:prefLabel ?label ; a ?kind .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)))
}"""
_PAIRS = """SELECT DISTINCT ?name ?thing ?kind ?label {
  VALUES ?name { $names }
  ?mention pol:exact ?name ; pol:refersTo ?thing , ?other .
  FILTER(?thing != ?other)
  ?thing skos:prefLabel ?label ; a ?kind .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)))
}"""
_DIVISIONS = """SELECT DISTINCT ?thing ?kind ?label {
  VALUES ?kind { pol:Province pol:City pol:County }
  ?thing a ?kind ; skos:prefLabel ?label .
}"""


_BEFORE_INDICATORS = ("Place", "PlaceGroup", "PolicyDocument", "Organization")
"""What is named by its own words, of which no indicator takes one."""


def names_in(rows: Rows, text: str) -> tuple[Named, ...]:
    """Return what a question names, in the order of the text; the longest name wins where two overlap.

    Arguments: rows, the graph; text, in simplified Chinese or English, no longer than `LONGEST` code points. A pair
    name (沈大) gives one Named for each of its places, with the same span.
    """
    found: list[Named] = []
    known = _sorted(_known(rows, text))
    years = list(_years(text))
    titles = (one for one in known if one.is_of("PolicyDocument") and _holds_more_than(one, years))
    for one in (*titles, *years, *known, *_sorted(_divisions(rows, text))):
        if not any(one.meets(other) for other in found):
            found.append(one)
    for (start, end), documents in numbered(rows, text):
        one = Named(start, end, documents)
        found = [other for other in found if not one.meets(other)] + [one]
    for (start, end), bodies in bodies_in(rows, text):
        body = Named(start, end, bodies)
        length = end - start
        if not any(
            body.meets(one) and one.is_of("Organization", "PolicyDocument") and one.end - one.start >= length
            for one in found
        ):
            found = [one for one in found if not body.meets(one)] + [body]
    for (start, end), regions in abbreviated(rows, text):
        one = Named(start, end, regions)
        if any(other.start <= start and end <= other.end and _is_itself(text, other) for other in found):
            continue  # 湖北省 is the province and 京津冀 itself, whatever region's name begins so
        found = [other for other in found if not one.meets(other)] + [one]
    fixed = [one for one in found if one.year is not None or one.is_of(*_BEFORE_INDICATORS)]
    for one in _indicators(rows, text, fixed):
        found = [other for other in found if not one.meets(other)] + [one]
    taken = list(found)
    for one in (*_pairs(rows, text), *_of_lexicon(rows, text)):
        if not any(one.meets(other) for other in taken) and one not in found:
            found.append(one)
    for (start, end), tasks in quoted_tasks(rows, text):
        one = Named(start, end, tasks)
        if not any(one.meets(other) for other in found):
            found.append(one)
    for (start, end), name in divisions_elsewhere(text):
        one = Named(start, end, known_as=name)
        if not any(one.meets(other) for other in found):
            found.append(one)
    return tuple(sorted((_with_gloss(text, one, found) for one in found), key=lambda one: (one.start, one.end)))


def _holds_more_than(one: Named, years: Iterable[Named]) -> bool:
    """Whether a year is part of a name, and not all of it: 2026年吉林省政府工作报告."""
    return any(one.meets(year) and one.end - one.start > year.end - year.start for year in years)


def _is_itself(text: str, one: Named) -> bool:
    """Whether a name is a division's, or the very label of what it names."""
    said = text[one.start : one.end]
    return one.is_of(*LEVELS) or any(node.label == said for node in one.things)


def _with_gloss(text: str, one: Named, found: Sequence[Named]) -> Named:
    """A name in brackets takes the English words before them: the western pilot zone (辽西…先导区)."""
    if one.words or not (match := _GLOSS.search(text[: one.start])):
        return one
    said = match.span("gloss" if match["gloss"] else "quoted")
    if one.is_of(*LEVELS) and any(other.meets(Named(*said)) for other in found):
        return one  # Taizhou (Zhejiang)
    return replace(one, words=(said, (one.start, one.end)))


def _indicators(rows: Rows, text: str, fixed: Sequence[Named]) -> Iterator[Named]:
    taken = [span for one in fixed for span in one.spans]
    for one in indicators_in(rows, text, taken):
        yield Named(one.start, one.end, one.things, words=one.spans)


def _years(text: str) -> Iterator[Named]:
    for match in _YEAR.finditer(text):
        yield Named(match.start(), match.end(), year=int(match[1]))


def _sorted(found: Iterable[Named]) -> list[Named]:
    return sorted(found, key=lambda one: (one.start - one.end, one.start))


def _spans(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return every passage of a text that no punctuation divides, with its spans."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for start in range(len(text)):
        for end in range(start + 2, len(text) + 1):
            if _SEPARATORS.match(text, end - 1):
                break
            spans[text[start:end]].append((start, end))
    return spans


def _known(rows: Rows, text: str) -> Iterator[Named]:
    """Yield the spans that are the name of a thing of the graph: letter by letter, in English, or by its measure."""
    whole = _spans(text)
    for name, where in english_names(text).items():
        whole[name] += where
    spans = {**measured(text, whole), **whole}
    written = [form for name in spans for form in (Literal(name, lang="zh"), Literal(name))]
    for name, bearers in _by_name(rows.rows(_BY_NAME, names=written) if written else []).items():
        nodes = nodes_of_rows(bearers)
        labelled = tuple(node for node in nodes if node.label == name and node.of("Place"))
        for start, end in spans[name]:
            if not _is_number_alone(text, start, end):
                yield Named(start, end, labelled or nodes)


def _is_number_alone(text: str, start: int, end: int) -> bool:
    """Whether words are an English number that numbers no section: of three qualities."""
    return text[start:end].casefold() in english_numbers() and not _NUMBERED.search(text[:start])


def sorts_in(rows: Rows, text: str, named: Sequence[Named]) -> tuple[Named, ...]:
    """Return the sorts of documents that a question speaks of, where the graph holds one of the sort: 解读, the plan.

    Arguments: rows, the graph; text; named, what else it names: of several of a sort the one about a place that is named.
    """
    kinds = ("Place", "PlaceGroup", "PolicyDocument")
    places = [(one.start, one.end, [node.label for node in one.things]) for one in named if one.is_of(*kinds)]
    found = []
    for words, nodes in documents_in(rows, text, places):
        found.append(Named(words[0][0], words[-1][1], nodes, words=words))
    return tuple(found)


def _pairs(rows: Rows, text: str) -> Iterator[Named]:
    """Yield the spans by which some text of the graph names several things at once: 沈大, 沈抚; 两市 is whatever was named before."""
    spans = {name: where for name, where in _spans(text).items() if not _counted().fullmatch(name)}
    for name, bearers in _by_name(rows.rows(_PAIRS, names=[*map(Literal, spans)]) if spans else []).items():
        nodes = sorted(nodes_of_rows(bearers), key=lambda node: (name.find(node.label[0]), node))
        for start, end in spans[name]:
            yield from (Named(start, end, (node,)) for node in nodes)


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    return re.compile(rf"[\d两二三四五六七八九十]+个?{any_of('counted_places.txt')}")


def _by_name(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row["name"])].append(row)
    return found


def _divisions(rows: Rows, text: str) -> Iterator[Named]:
    """Yield the runs of English words that are the name of a division."""
    words = list(_WORD.finditer(text))
    if not words:
        return
    index: dict[str, list[Node]] = defaultdict(list)
    for node in nodes_of_rows(rows.rows(_DIVISIONS)):
        for name in latin_names(node.label):
            index[name].append(node)
    for first in range(len(words)):
        for last in range(first, min(first + _WORDS, len(words))):
            start, end = words[first].start(), words[last].end()
            if bearers := index.get(fold_name(text[start:end])):
                yield Named(start, end, tuple(bearers))


def _of_lexicon(rows: Rows, text: str) -> Iterator[Named]:
    """Yield what the grammar reads as a name, such as 金融 for 金融业 and 沈大 for two cities."""
    from extract import extract  # a second of loading, which whoever types no question is spared

    facts = extract(Document("question", text))
    labels = {one.entity: one.label for one in facts.entities}
    meant = {URIRef(entity_iri(entity)): entity for mention in facts.mentions for entity in mention.refers_to}
    held = {node.iri: node for node in nodes_of_rows(rows.rows(_BY_NODE, things=sorted(meant)))} if meant else {}
    for mention in facts.mentions:
        for entity in mention.refers_to:
            node = held.get(URIRef(entity_iri(entity)))
            if node is not None:
                yield Named(mention.start, mention.end, (node,))
            elif entity.kind in LEVELS:
                yield Named(mention.start, mention.end, known_as=labels.get(entity, entity.key))
