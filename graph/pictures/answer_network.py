"""The relations among some things and nothing else: what is drawn of the nodes of an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rdflib import Graph, URIRef

from graph.connections import BACKGROUND, strongest
from graph.engines import Rows
from graph.rdf import shorten
from graph.things import Link, Neighbourhood, Node


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two things, with the strongest grade that backs it."""

    subject: URIRef
    predicate: str
    object: URIRef
    grade: str
    statement: str
    """IRI; empty where nothing in the graph states it."""


@dataclass(frozen=True, slots=True)
class NetworkAmong:
    """Things and the relations among them; sorted."""

    nodes: tuple[Node, ...]
    relations: tuple[Relation, ...]
    left_out: int
    """Things beyond the limit, those with the fewest relations."""


def network_among(rows: Rows, things: Iterable[URIRef], limit: int = 120) -> NetworkAmong:
    """Return the relations among things.

    Arguments: rows, the graph; things; limit, at most so many nodes. A thing without any relation to another of them
    is no node of it.

    >>> from graph import PolicyGraph
    >>> network_among(PolicyGraph.open("memory"), [URIRef("urn:a"), URIRef("urn:b")]).nodes
    ()
    """
    wanted = {str(thing) for thing in things}
    around = Neighbourhood(rows)
    return _network(around, (link for link in around.links(wanted) if {link.subject, link.object} <= wanted), limit)


def network_of_triples(rows: Rows, triples: Graph, limit: int = 120) -> NetworkAmong:
    """Return the network that triples make, of those whose two ends are things.

    Arguments: rows, the graph, for names and grades; triples, as CONSTRUCT gives them; limit, at most so many nodes.

    >>> from graph import PolicyGraph
    >>> network_of_triples(PolicyGraph.open("memory"), Graph()).relations
    ()
    """
    links = {
        Link(str(subject), shorten(str(predicate)), str(object_))
        for subject, predicate, object_ in triples
        if isinstance(subject, URIRef) and isinstance(object_, URIRef)
    }
    return _network(Neighbourhood(rows), links, limit)


def _network(around: Neighbourhood, links: Iterable[Link], limit: int) -> NetworkAmong:
    held = sorted(link for link in links if link.subject != link.object)
    degrees = Counter(end for link in held for end in (link.subject, link.object))
    kept = sorted(degrees, key=lambda node: (-degrees[node], node))[:limit]
    drawn = [link for link in held if {link.subject, link.object} <= set(kept)]
    statements = around.statements_of(drawn)
    grades = _grades(around, drawn, statements)
    relations = [
        Relation(URIRef(one.subject), one.predicate, URIRef(one.object), grades[one], statements.get(one, ""))
        for one in drawn
    ]
    names = around.names(kept)
    return NetworkAmong(
        tuple(sorted(names.values(), key=lambda node: node.iri)), tuple(relations), len(degrees) - len(kept)
    )


def _grades(around: Neighbourhood, links: Sequence[Link], statements: Mapping[Link, str]) -> dict[Link, str]:
    quotes = around.quotes(statements.values())
    backing = {link: quotes.get(statements.get(link, ""), ()) for link in links}
    return {link: strongest([quote.grade for quote in backing[link]] or [BACKGROUND]) for link in links}
