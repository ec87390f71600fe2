"""All ways in which two or more places, groups, industries or positionings are tied."""

from __future__ import annotations

from collections.abc import Sequence

from graph.connections.answer import Connections
from graph.connections.conditions import Conditions
from graph.connections.covering import covering, find_passages
from graph.connections.explanation import explain
from graph.connections.gathering import gather
from graph.connections.headline import headline
from graph.connections.hops import Way
from graph.connections.network import Network
from graph.connections.pairs import pairs
from graph.connections.ways import Ways, find_ways
from graph.engines import Rows
from graph.errors import GraphError
from graph.things import Neighbourhood, Node

_SOME = 20
"""Names of documents that an error lists."""
_DOCUMENTS = "SELECT DISTINCT ?id { ?graph a pol:DocumentGraph ; dcterms:identifier ?id }"


def connect(rows: Rows, ends: Sequence[Sequence[Node]], conditions: Conditions | None = None) -> Connections:
    """Return all ways in which the ends are tied, ranked and explained.

    Arguments: rows, the graph; ends, two or more, each the things that one name stands for (a group is a thing of its
    own in each document); conditions, which ways count. Only what lies around the ends is fetched.
    Raises GraphError for fewer than two ends, or for one that is asked for twice.
    """
    named = tuple(tuple(sorted(end)) for end in ends)
    if len(named) < 2 or len({node.iri for end in named for node in end}) < sum(len(end) for end in named):
        labels = "、".join(end[0].label for end in named)
        raise GraphError(labels or "no things", "a connection needs two things that differ", "name another one")
    wanted = conditions or Conditions()
    _refuse_unknown(rows, wanted)
    around = Neighbourhood(rows)
    network = gather(around, named, wanted)
    passages = find_passages(around, named)
    documents = covering(passages, named)
    ways = find_ways(network, documents, wanted)
    counts = _counts_without(network, documents, wanted, ways)
    explanation = explain(around, named, passages, wanted, ways, counts)
    query, each_two = headline(network, wanted), pairs(around, named, wanted)
    return Connections(tuple(end[0] for end in named), wanted, ways, query, explanation, each_two)


def _counts_without(network: Network, documents: tuple[Way, ...], conditions: Conditions, ways: Ways) -> dict[str, int]:
    """Return how many more ways there are without each of the conditions; what hubs hide is counted already."""
    names = [name for name in conditions.in_force() if name != "hubs"]
    return {name: len(find_ways(network, documents, conditions.without(name))) - len(ways) for name in names}


def _refuse_unknown(rows: Rows, conditions: Conditions) -> None:
    if conditions.documents:
        known = sorted(str(row["id"]) for row in rows.rows(_DOCUMENTS))
        for one in conditions.documents:
            if one not in known:
                raise GraphError(one, "no such document in this graph", f"use one of {', '.join(known[:_SOME])}")
