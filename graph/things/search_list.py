"""The things that a person can choose, with what is typed to find them: label, pinyin, class, how much is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rdflib import URIRef

from extract.gazetteer import LEVELS
from graph.engines import Rows
from graph.rdf import term
from graph.things.name_index import Node, latin_names
from graph.things.nodes import nodes_of
from graph.things.romanised import romanised

_COUNTS = """SELECT ?thing (COUNT(DISTINCT ?statement) AS ?n) { VALUES ?kind { $kinds }
  ?thing a ?kind . { ?statement rdf:subject ?thing } UNION { ?statement rdf:object ?thing }
  ?statement a pol:Assertion } GROUP BY ?thing"""

_REMEMBERED = 50_000
"""Things whose names in Latin letters are remembered: a page that offers thousands asks for all of them each time it is shown."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A thing that can be chosen."""

    node: Node
    latin: str
    """How its name is written in Latin letters: that of a division without its kind, else pinyin."""
    statements: int
    """How many assertions name it as their subject or object."""


def findable(rows: Rows, kinds: Sequence[str]) -> tuple[Findable, ...]:
    """Return the things of some classes of which a text says something, those of which the most is said first.

    Arguments: rows, the graph; kinds, names of classes; a wider class holds its narrower ones.

    >>> from graph import PolicyGraph
    >>> findable(PolicyGraph.open("memory"), ("Place",))
    ()
    """
    classes = [URIRef(term(kind).value) for kind in kinds]
    counts = {URIRef(row["thing"]): int(row["n"]) for row in rows.rows(_COUNTS, kinds=classes) if "thing" in row}
    nodes = nodes_of(rows, counts)
    found = (Findable(nodes[iri], latin(nodes[iri]), n) for iri, n in counts.items())
    return tuple(sorted(found, key=lambda one: (-one.statements, one.node.label, one.node.iri)))


@lru_cache(maxsize=_REMEMBERED)
def latin(node: Node) -> str:
    """Return the name of a thing in Latin letters.

    >>> latin(Node(URIRef("urn:a"), "沈阳市", "City")), latin(Node(URIRef("urn:b"), "双核", "PlaceGroup"))
    ('Shenyang', 'shuanghe')
    >>> latin(Node(URIRef("urn:c"), "陕西省", "Province"))
    'Shaanxi Shanxi'
    """
    if node.kind in LEVELS:
        names = latin_names(node.label)
        short = (one for one in names if not any(one != other and one.startswith(other) for other in names))
        return " ".join(one.capitalize() for one in sorted(short))
    return romanised(node.label, "ignore")
