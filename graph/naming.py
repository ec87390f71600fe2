"""From a name that a person types to the things of the graph that bear it."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pypinyin import lazy_pinyin
from rapidfuzz import fuzz, process
from rdflib import Literal, URIRef

from graph.engine import Rows
from graph.errors import GraphError
from graph.vocabulary import POL, SUPERCLASSES

_QUOTES = re.compile(r"[“”„‟\"'‘’「」『』《》〈〉\s·・]+")
_DIVISION = re.compile(r"(特别行政区|自治[区州县旗]|地区|[省市盟州县区旗])$")
_LATIN_DIVISION = re.compile(r"(sheng|shi|xian|qu|province|city|county|district|prefecture)$")
_ADMINISTRATIVE = frozenset({"Province", "City", "County"})
_SPELLINGS = {"陕西省": ("shaanxi",), "内蒙古自治区": ("innermongolia",), "西藏自治区": ("tibet",)}
"""English names that are no pinyin, as in the English version of the State Council's list of divisions."""
_NEAREST = 3

# Every thing that has a name of its own; passages, statements and sections have none.
_NAMED = """SELECT DISTINCT ?thing ?kind ?label ?name {
  VALUES ?labelling { skos:prefLabel skos:altLabel }
  ?thing skos:prefLabel ?label ; ?labelling ?name ; a ?kind .
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
    """Return a name without what people write differently: width, case, quotation marks, white space, tone marks.

    >>> fold("“一圈一带 两区”"), fold("Shěnyáng"), fold("ＳＨＥＮＹＡＮＧ")
    ('一圈一带两区', 'shenyang', 'shenyang')
    """
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return _QUOTES.sub("", unicodedata.normalize("NFC", bare)).casefold().replace("-", "")


def latin_names(label: str) -> frozenset[str]:
    """Return how the name of a division is written in Latin letters, folded: pinyin with and without its kind.

    >>> sorted(latin_names("沈阳市"))
    ['shenyang', 'shenyangshi']
    >>> sorted(latin_names("陕西省"))
    ['shaanxi', 'shanxi', 'shanxisheng']
    """
    whole, short = (fold("".join(lazy_pinyin(name))) for name in (label, _DIVISION.sub("", label)))
    return frozenset({whole, short, *_SPELLINGS.get(label, ())})


class Names:
    """All names of a graph, read once.

    Arguments: rows, the graph. Names are skos:prefLabel and skos:altLabel in any language, and for administrative
    divisions pinyin and the English name made of it.
    """

    def __init__(self, rows: Rows) -> None:
        self._by_name, self._nodes = _read(rows)

    def find(self, name: str, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
        """Return the things that bear a name, sorted, or have it as their IRI; none where there is none.

        Arguments: name; kinds, classes of which the thing must be one (a wider class holds its narrower ones).
        """
        wanted = tuple(kinds)
        folded = fold(name)
        found = self._by_name.get(folded, frozenset()) or self._by_name.get(
            _LATIN_DIVISION.sub("", folded), frozenset()
        )
        if not found and name in self._nodes:
            found = frozenset({self._nodes[name]})
        return tuple(sorted(node for node in found if not wanted or any(node.of(kind) for kind in wanted)))

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
            raise GraphError(
                name, "no such name in this graph", f"nearest: {near}" if near else "the graph has no names"
            )
        several = "、".join(f"{node.label} ({node.kind} {node.iri})" for node in found)
        raise GraphError(name, f"{len(found)} things bear this name", f"name one by its label or IRI: {several}")

    def nearest(self, name: str, kinds: Iterable[str] = (), limit: int = _NEAREST) -> tuple[str, ...]:
        """Return the labels whose names are nearest to one, best first."""
        wanted = tuple(kinds)
        names = sorted(
            one for one, nodes in self._by_name.items() if not wanted or any(n.of(k) for n in nodes for k in wanted)
        )
        near = process.extract(fold(name), names, scorer=fuzz.WRatio, limit=limit * 3)
        labels = (node.label for one, _, _ in near for node in sorted(self._by_name[one]))
        return tuple(dict.fromkeys(labels))[:limit]


def _read(rows: Rows) -> tuple[dict[str, frozenset[Node]], dict[str, Node]]:
    """Return folded name to things, and IRI to thing."""
    kinds: dict[URIRef, set[str]] = defaultdict(set)
    labels: dict[URIRef, set[tuple[bool, str]]] = defaultdict(set)
    names: dict[URIRef, set[str]] = defaultdict(set)
    for row in rows.rows(_NAMED):
        thing, label = row["thing"], row["label"]
        if isinstance(thing, URIRef) and isinstance(label, Literal):
            kinds[thing].add(str(row["kind"]).removeprefix(POL))
            labels[thing].add((label.language not in ("zh", None), str(label)))
            names[thing].update((str(row["name"]), str(label)))
    nodes = {str(thing): Node(thing, min(labels[thing])[1], narrowest(kinds[thing])) for thing in kinds}
    by_name: dict[str, set[Node]] = defaultdict(set)
    for thing, node in nodes.items():
        for name in _names_of(node, names[URIRef(thing)]):
            by_name[name].add(node)
    return {name: frozenset(found) for name, found in by_name.items()}, nodes


def _names_of(node: Node, written: Iterable[str]) -> frozenset[str]:
    folded = frozenset(map(fold, written))
    return folded | latin_names(node.label) if node.kind in _ADMINISTRATIVE else folded


def narrowest(kinds: Iterable[str], tree: Mapping[str, tuple[str, ...]] = SUPERCLASSES) -> str:
    """Return the narrowest of the classes that a thing has; the first by name where several are.

    >>> narrowest({"Place", "City"})
    'City'
    """
    all_kinds = set(kinds)
    wider = {one for kind in all_kinds for one in tree.get(kind, ())}
    return min(all_kinds - wider or all_kinds)
