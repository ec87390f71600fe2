"""What several documents share as one thing, and why: by its code, its name, a title, a number; and what is a reprint or kept apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal, get_args

from rdflib import URIRef

from graph.engines import Row, Rows
from graph.rdf import shorten
from graph.things.name_index import Node
from graph.things.nodes import nodes_of

Why = Literal["number", "title", "reprint", "apart", "name", "code"]
"""Why names of several documents are one thing (or, `apart`, why not)."""
WHYS: tuple[Why, ...] = get_args(Why)
_SHARED = """SELECT DISTINCT ?thing ?document ?code {
  VALUES ?kind { pol:Place pol:PlaceGroup pol:Slogan pol:Positioning pol:Industry pol:Indicator pol:Organization }
  ?thing a ?kind .
  { ?mention pol:refersTo ?thing ; pol:inSentence/pol:inDocument ?document }
  UNION { ?said rdf:object ?thing ; pol:evidence/pol:inSentence/pol:inDocument ?document }
  UNION { ?said rdf:subject ?thing ; pol:evidence/pol:inSentence/pol:inDocument ?document }
  UNION { ?target pol:indicator ?thing . ?said rdf:object ?target ; pol:evidence/pol:inSentence/pol:inDocument ?document }
  OPTIONAL { ?thing pol:code ?code }
}"""
_MET = """SELECT DISTINCT ?thing ?why ?value ?node ?name ?document {
  ?meeting a pol:Meeting ; pol:metDocument ?thing ; pol:metBy ?why ; pol:metIn ?value ; pol:formerNode ?node ; pol:formerName ?name .
  OPTIONAL { ?document pol:cites|pol:interprets ?thing } }"""
_REPRINTS = "SELECT ?thing ?document { ?thing pol:reprintOf ?document }"
_APART = "SELECT ?thing ?who ?when { ?thing pol:keptApartBy ?who ; pol:keptApartOn ?when }"


@dataclass(frozen=True, slots=True)
class Merged:
    """A thing that several documents share, or a document that is another's reprint, or what is kept apart."""

    why: Why
    thing: Node
    value: str
    """What agrees: a code, a name, a title or a number in one dress; who keeps it apart, and when."""
    name: str
    """Short IRI by which a file of corrections names what merged."""
    documents: tuple[Node, ...]
    """The documents that name it; of a reprint, the one that it reprints."""


def merged(rows: Rows) -> tuple[Merged, ...]:
    """Return what merged in a graph and why, in the order of `WHYS`, then by name.

    >>> from graph import PolicyGraph
    >>> merged(PolicyGraph.open("memory"))
    ()
    """
    shared, met = _grouped(rows.rows(_SHARED), "thing"), _grouped(rows.rows(_MET), "thing", "node")
    shared = [held for held in shared if len(_documents(held)) > 1]
    reprints, apart = _grouped(rows.rows(_REPRINTS), "thing"), _grouped(rows.rows(_APART), "thing")
    every = [held[0]["thing"] for group in (shared, met, reprints, apart) for held in group]
    nodes = nodes_of(
        rows,
        {URIRef(iri) for iri in [*every, *(one for g in (shared, met, reprints) for h in g for one in _documents(h))]},
    )

    def told(why: Why, held: list[Row], value: str = "", name: str = "") -> Merged:
        node = nodes[URIRef(held[0]["thing"])]
        documents = sorted((nodes[one] for one in _documents(held)), key=lambda one: (one.label, one.iri))
        return Merged(why, node, value or node.label, name or shorten(str(node.iri)), tuple(documents))

    found = [
        *(told("code" if "code" in held[0] else "name", held, str(held[0].get("code", ""))) for held in shared),
        *(told(_why(held), held, str(held[0]["value"]), str(held[0]["node"])) for held in met),
        *(told("reprint", held) for held in reprints),
        *(told("apart", held, f"{held[0]['who']}, {held[0]['when']}") for held in apart),
    ]
    return tuple(sorted(found, key=lambda one: (WHYS.index(one.why), one.thing.label, one.name)))


def _why(held: list[Row]) -> Why:
    return "number" if str(held[0]["why"]) == "number" else "title"


def _grouped(rows: list[Row], *names: str) -> list[list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(str(row[name]) for name in names)].append(row)
    return list(groups.values())


def _documents(held: list[Row]) -> set[URIRef]:
    return {URIRef(row["document"]) for row in held if "document" in row}
