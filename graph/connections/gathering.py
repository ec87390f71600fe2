"""What is fetched for a connection: the relations on ways between the ends, and their names and quotes, no others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, pairwise

import networkx as nx

from graph.connections.conditions import Conditions
from graph.connections.hubs import hubs
from graph.connections.network import Network
from graph.connections.paths import find_paths
from graph.connections.ways import legs, pair_graph
from graph.things import Iri, Link, Neighbourhood, Node


def gather(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...], conditions: Conditions) -> Network:
    """Return the network of what may lie between the ends.

    Arguments: around, the engine; ends, each the things that one name stands for; conditions, of which length and
    relations say how far to look. First IRIs alone; then names and quotes of the relations that are on a way.
    """
    avoid = hubs(around.rows)
    near = _near(around, ends)
    touching = legs(Network(ends, near))
    tied = {link for held in touching.values() for options in held for leg in options for link in leg}
    far = _far(around, Network(ends, near), set(touching), avoid, conditions)
    on_paths = _on_paths(Network(ends, {**dict.fromkeys(far, ""), **near}), set(touching), conditions)
    statements = {link: near[link] for link in tied | on_paths if link in near}
    statements |= around.statements_of({link for link in on_paths if link not in near})
    nodes = {node for link in statements for node in (link.subject, link.object)}
    nodes.update(str(node.iri) for end in ends for node in end)
    quotes = around.quotes(statements.values())
    ordered = dict(sorted(statements.items()))
    return Network(ends, ordered, around.names(nodes), quotes, avoid)


def _near(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...]) -> dict[Link, Iri]:
    """Return the relations of the ends, and of the tasks that involve what holds an end."""
    members = {str(node.iri) for end in ends for node in end}
    near = around.statements(members)
    holding = {link.subject for link in near if link.predicate == "hasMember" and link.object in members}
    return {**around.tasks_of(holding - members), **near}


def _far(
    around: Neighbourhood, network: Network, tied: set[Iri], avoid: frozenset[Iri], conditions: Conditions
) -> list[Link]:
    """Return the relations between what is next to the ends, where paths are longer than two hops.

    The middle hop of three is reached from the end with fewer neighbours. A hub is a stop, never a way on.
    """
    if conditions.length < 3:
        return []
    rings = [_ring(network, i) - tied - avoid for i in range(len(network.ends))]
    if conditions.length == 3 and len(rings) == 2:
        rings = [min(rings, key=len)]
    return around.links(set().union(*rings))


def _ring(network: Network, i: int) -> set[Iri]:
    own = {str(node.iri) for node in network.ends[i]}
    return {link.other(node) for link in network.statements for node in {link.subject, link.object} & own} - own


def _on_paths(network: Network, tied: set[Iri], conditions: Conditions) -> set[Link]:
    """Return the relations on the paths between any two ends."""
    if conditions.relations:
        kept = {link: one for link, one in network.statements.items() if link.predicate in conditions.relations}
        network = Network(network.ends, kept)
    found: set[Link] = set()
    for i, j in combinations(range(len(network.ends)), 2):
        graph = pair_graph(network, i, j, tied)
        for path in find_paths(graph, network.firsts[i], network.firsts[j], conditions.length):
            found.update(_links(graph, path))
    return found


def _links(graph: nx.Graph[Iri], path: list[Iri]) -> Iterable[Link]:
    for one, other in pairwise(path):
        yield from graph.edges[one, other]["links"]
