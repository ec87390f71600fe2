"""From a name that a person types to the things of the graph that bear it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pyoxigraph import NamedNode
from rapidfuzz import fuzz, process
from rdflib import Literal, URIRef

from extract.gazetteer import gazetteer
from extract.tables import read_rows
from extract.wordlists import split
from graph.engines import Row, Rows
from graph.errors import GraphError
from graph.rdf import POL, SUPERCLASSES
from graph.things.romanised import romanised

_QUOTES = re.compile(r"[“”„‟\"'‘’「」『』《》〈〉\s·・]+")
_DIVISION = re.compile(r"(特别行政区|自治[区州县旗]|地区|[省市盟州县区旗])$")
_LATIN_DIVISION = re.compile(r"(sheng|shi|xian|qu|province|city|county|district|prefecture)$")
_NEAREST = 3
_ALIKE = 60
"""Of 100, how much alike the spelling of a name must be to that of another to be offered for it unasked."""

# Passages have no name, and a section's heading is none.
_ALL = """SELECT DISTINCT ?thing ?kind ?label ?name {
  ?thing skos:prefLabel|skos:altLabel ?name ; skos:prefLabel ?label ; a ?kind .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)) && ?kind != pol:Section)
}"""
_BEARERS = """SELECT DISTINCT ?thing ?kind ?label ?name {
  VALUES ?name { $names }
  ?thing skos:prefLabel|skos:altLabel ?name ; skos:prefLabel ?label ; a ?kind .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)) && ?kind != pol:Section)
}"""
_DIVISIONS = """SELECT DISTINCT ?thing ?kind ?label ?name {
  VALUES ?kind { pol:Province pol:City pol:County }
  ?thing a ?kind ; skos:prefLabel ?label , ?name .
}"""
_ONE = """SELECT DISTINCT ?thing ?kind ?label ?name {
  VALUES ?thing { $thing }
  ?thing a ?kind ; skos:prefLabel ?label , ?name .
  FILTER(STRSTARTS(STR(?kind), STR(pol:)))
}"""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A thing of the graph: its IRI, its label (the Chinese one where it has several), its narrowest class.

    >>> Node(URIRef("https://w3id.org/policygraph/id/city/沈阳市"), "沈阳市", "City").label
    '沈阳市'
    """

    iri: URIRef
    label: str
    kind: str

    def of(self, kind: str) -> bool:
        """Return whether the thing is of a class, or of a narrower one.

        >>> Node(URIRef("urn:x"), "沈阳市", "City").of("Place")
        True
        """
        return kind == self.kind or kind in SUPERCLASSES.get(self.kind, ())


def fold(name: str) -> str:
    """Return a name without what people write differently: width, case, quotation marks, white space, tone marks, ≥ and >=.

    >>> fold("“一圈一带 两区”"), fold("Shěnyáng"), fold("ＳＨＥＮＹＡＮＧ"), fold("增速≥15%") == fold("增速>=15%")
    ('一圈一带两区', 'shenyang', 'shenyang', True)
    """
    for sign, typed in (("≥", ">="), ("≤", "<=")):
        name = name.replace(sign, typed)
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return _QUOTES.sub("", unicodedata.normalize("NFC", bare)).casefold().replace("-", "")


def latin_names(label: str) -> frozenset[str]:
    """Return how the name of a division is written in Latin letters, folded: pinyin with and without its kind.

    >>> sorted(latin_names("沈阳市"))
    ['shenyang', 'shenyangshi']
    >>> sorted(latin_names("陕西省")), sorted(latin_names("新疆维吾尔自治区"))
    (['shaanxi', 'shanxi', 'shanxisheng'], ['xinjiang', 'xinjiangweiwuer', 'xinjiangweiwuerzizhiqu'])
    """
    shorts = (_DIVISION.sub("", label), *_short_names().get(label, ()))
    written = (fold(romanised(name)) for name in (label, *shorts))
    return frozenset({*written, *_spellings().get(label, ())})


@lru_cache(maxsize=1)
def _short_names() -> dict[str, tuple[str, ...]]:
    return {place.official_name: place.short_names for place in gazetteer().places}


@lru_cache(maxsize=1)
def _spellings() -> dict[str, tuple[str, ...]]:
    rows = read_rows(Path(__file__).with_name("latin_spellings.tsv"), ("name", "spellings"))
    return {cells[0]: split(cells[1]) for _, cells in rows}


class Names:
    """The names of a graph, asked for as far as they are needed.

    Arguments: rows, the graph. Names are skos:prefLabel and skos:altLabel, and for administrative divisions pinyin and
    the English name made of it. What bears a name exactly comes before what bears it but for quotation
    marks, and a place whose label it is before what is also called so.
    """

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._folded: dict[str, frozenset[Node]] | None = None
        self._latin: dict[str, frozenset[Node]] | None = None

    def find(self, name: str, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
        """Return the things that bear a name, sorted, or have it as their IRI; none where there is none.

        Arguments: name; kinds, classes of which the thing must be one (a wider class holds its narrower ones).
        """
        wanted = tuple(kinds)
        for way in (self._exact, self._division, self._loose):
            found = sorted(node for node in way(name) if not wanted or any(node.of(kind) for kind in wanted))
            if found:
                return tuple(node for node in found if node.label == name and node.of("Place")) or tuple(found)
        return ()

    def resolve(self, name: str, kinds: Iterable[str] = ()) -> Node:
        """Return the one thing that bears a name.

        Arguments: as for `find`. Raises GraphError with the nearest names where there is none, and with all that
        bear it where there are several.
        """
        wanted = tuple(kinds)
        found = self.find(name, wanted)
        if len(found) == 1:
            return found[0]
        if not found:
            near = "、".join(self.nearest(name, wanted))
            raise GraphError(name, "no such name in this graph", f"nearest: {near}" if near else "it has no names yet")
        several = "、".join(f"{node.label} ({node.kind} {node.iri})" for node in found)
        raise GraphError(name, f"{len(found)} things bear this name", f"give one by its label or IRI: {several}")

    def nearest(self, name: str, kinds: Iterable[str] = (), limit: int = _NEAREST) -> tuple[str, ...]:
        """Return the labels whose names are nearest to one, best first."""
        wanted = tuple(kinds)
        named: dict[str, set[Node]] = defaultdict(set)
        for index in (self._all_folded(), self._all_latin()):
            for one, nodes in index.items():
                named[one].update(node for node in nodes if not wanted or any(node.of(kind) for kind in wanted))
        names = sorted(one for one, nodes in named.items() if nodes)
        near = process.extract(fold(name), names, scorer=fuzz.ratio, limit=limit * 3)
        labels = (node.label for one, _, _ in near for node in sorted(named[one]))
        return tuple(dict.fromkeys(labels))[:limit]

    def _exact(self, name: str) -> Iterable[Node]:
        if name.startswith(("http://", "https://")):
            return _nodes(self._rows.rows(_ONE, thing=_iri(name)))
        written = [Literal(name, lang="zh"), Literal(name, lang="en"), Literal(name)]
        return _nodes(self._rows.rows(_BEARERS, names=written))

    def _division(self, name: str) -> Iterable[Node]:
        folded = fold(name)
        if not folded.isascii():
            return ()
        latin = self._all_latin()
        return latin.get(folded) or latin.get(_LATIN_DIVISION.sub("", folded), frozenset())

    def _loose(self, name: str) -> Iterable[Node]:
        return self._all_folded().get(fold(name), ())

    def _all_latin(self) -> dict[str, frozenset[Node]]:
        if self._latin is None:
            self._latin = _index(
                (name, node) for node in _nodes(self._rows.rows(_DIVISIONS)) for name in latin_names(node.label)
            )
        return self._latin

    def _all_folded(self) -> dict[str, frozenset[Node]]:
        if self._folded is None:
            rows = self._rows.rows(_ALL)
            nodes = {node.iri: node for node in _nodes(rows)}
            self._folded = _index((fold(row["name"]), nodes[URIRef(row["thing"])]) for row in rows)
        return self._folded


def _iri(name: str) -> URIRef:
    try:
        NamedNode(name)
    except ValueError as error:
        raise GraphError(name, "not an IRI", "give a label, or the whole IRI") from error
    return URIRef(name)


def _index(pairs: Iterable[tuple[str, Node]]) -> dict[str, frozenset[Node]]:
    index: dict[str, set[Node]] = defaultdict(set)
    for name, node in pairs:
        index[name].add(node)
    return {name: frozenset(nodes) for name, nodes in index.items()}


def _nodes(rows: Iterable[Row]) -> list[Node]:
    """Return the things of rows (?thing ?kind ?label), each once."""
    kinds: dict[URIRef, set[str]] = defaultdict(set)
    labels: dict[URIRef, set[tuple[bool, str]]] = defaultdict(set)
    for row in rows:
        thing, label = URIRef(row["thing"]), row["label"]
        kinds[thing].add(row["kind"].removeprefix(POL))
        labels[thing].add((isinstance(label, Literal) and label.language not in ("zh", None), str(label)))
    return sorted(Node(thing, min(labels[thing])[1], narrowest(kinds[thing])) for thing in kinds)


def narrowest(kinds: Iterable[str], tree: Mapping[str, tuple[str, ...]] = SUPERCLASSES) -> str:
    """Return the narrowest of the classes that a thing has; the first by name where several are.

    >>> narrowest({"Place", "City"})
    'City'
    """
    all_kinds = set(kinds)
    wider = {one for kind in all_kinds for one in tree.get(kind, ())}
    return min(all_kinds - wider or all_kinds)


def alike(name: str, others: Iterable[str], limit: int = _NEAREST, least: int = _ALIKE) -> tuple[str, ...]:
    """Return those of some names that are spelled much like another one, best first; none where none is.

    Arguments: name; others; limit, how many; least, of 100, how much alike they must be.

    >>> alike("沈阳", ["大连市", "沈阳市"]), alike("火星", ["大连市", "沈阳市"])
    (('沈阳市',), ())
    """
    written = {other: fold(other) for other in sorted(set(others))}
    found = process.extract(fold(name), written, scorer=fuzz.ratio, limit=limit, score_cutoff=least)
    return tuple(other for _, _, other in found)
