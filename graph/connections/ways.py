"""All ways that tie the ends of a connection in a network: through tasks, through shared things, along paths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from graph.connections.conditions import Conditions
from graph.connections.hops import Kind, Way
from graph.connections.network import Network, steps
from graph.connections.paths import find_paths
from graph.connections.ranking import GRADES, rank
from graph.rdf import segment
from graph.things import Iri, Link, Node

_SHARED: tuple[tuple[str, Kind], ...] = (
    ("Task", "task"),
    ("Positioning", "positioning"),
    ("Industry", "industry"),
    ("PlaceGroup", "group"),
    ("Slogan", "group"),
)
_HOLDS = ("hasMember", "locatedIn")


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways that meet all conditions, each part ranked, and how many a hub hides."""

    tasks: tuple[Way, ...] = ()
    shared: tuple[Way, ...] = ()
    paths: tuple[Way, ...] = ()
    hidden: tuple[tuple[Node, int], ...] = ()
    """Hubs, and how many ways through each are not shown."""

    def __len__(self) -> int:
        """Return how many ways are shown.

        >>> len(Ways())
        0
        """
        return len(self.tasks) + len(self.shared) + len(self.paths)

    def __repr__(self) -> str:
        return f"<tasks: {len(self.tasks)}, shared: {len(self.shared)}, paths: {len(self.paths)}>"


def find_ways(network: Network, documents: tuple[Way, ...], conditions: Conditions) -> Ways:
    """Return the ways that meet the conditions.

    Arguments: network, of all that lies between the ends; documents, those that name all ends; conditions.
    """
    network = network.under(conditions)
    ties = list(_ties(network, conditions))
    told = {str(way.through[0].iri) for way in ties}
    every = [*ties, *_covering(documents, conditions), *_paths(network, conditions, told)]
    hidden: Counter[Node] = Counter()
    shown: list[Way] = []
    for way in every:
        if conditions.through and not _middle_fits(way, conditions.through):
            continue
        hub = next((node for node in way.through if str(node.iri) in network.hubs), None)
        if hub is not None and not conditions.hubs:
            hidden[hub] += 1
        else:
            shown.append(way)
    # That a document names all ends says less than what its sentences say of them.
    shown.sort(key=lambda way: (way.kind == "document", *rank(way)))
    return Ways(
        tuple(way for way in shown if way.kind == "task"),
        tuple(way for way in shown if way.kind not in ("task", "path")),
        tuple(way for way in shown if way.kind == "path"),
        tuple(sorted(hidden.items(), key=lambda one: (-one[1], one[0]))),
    )


def _middle_fits(way: Way, kinds: tuple[str, ...]) -> bool:
    middle = way.through if way.kind == "path" else way.through[:1]
    return bool(middle) and all(any(node.of(kind) for kind in kinds) for node in middle)


def _covering(documents: tuple[Way, ...], conditions: Conditions) -> Iterator[Way]:
    if conditions.relations and "refersTo" not in conditions.relations:
        return
    wanted = [segment(one) for one in conditions.documents]
    for way in documents:
        if not wanted or way.through[0].iri.rpartition("/")[2] in wanted:
            yield way


def _paths(network: Network, conditions: Conditions, told: set[Iri]) -> Iterator[Way]:
    """Yield the paths between any two ends; with three ends or more, what ties only two of them is a path."""
    for i, j in combinations(range(len(network.ends)), 2):
        graph = pair_graph(network, i, j, told)
        for path in find_paths(graph, network.firsts[i], network.firsts[j], conditions.length):
            hops = tuple(network.hop(link) for link in steps(path, graph))
            ends = (network.ends[i][0], network.ends[j][0])
            yield Way("path", ends, tuple(network.names[node] for node in path[1:-1]), hops)


def pair_graph(network: Network, i: int, j: int, told: set[Iri]) -> nx.Graph[Iri]:
    """Return the graph in which paths between two of the ends are sought: without what ties all, and the other ends."""
    others = {first for k, first in enumerate(network.firsts) if k not in (i, j)}
    return network.graph(without=told | others)


Leg: TypeAlias = tuple[Link, ...]
"""From a thing to one end: one relation, or by a group that holds the end two."""


def legs(network: Network) -> dict[Iri, list[list[Leg]]]:
    """Return what touches all ends, and for each end every way from there to it.

    A task also touches an end through what holds the end: 双核, a metropolitan area.
    """
    positions = network.positions
    found: dict[Iri, list[list[Leg]]] = defaultdict(lambda: [[] for _ in network.ends])
    holding: dict[Iri, list[Link]] = defaultdict(list)
    for link in network.statements:
        for end in {link.subject, link.object} & positions.keys():
            if link.other(end) not in positions:
                found[link.other(end)][positions[end]].append((link,))
        if link.predicate == "hasMember" and link.object in positions:
            holding[link.subject].append(link)
    for link in network.statements:
        if link.predicate == "involves":
            for member in holding.get(link.object, []):
                found[link.subject][positions[member.object]].append((link, member))
    return {node: held for node, held in found.items() if all(held)}


def _ties(network: Network, conditions: Conditions) -> Iterator[Way]:
    """Yield the things that touch every end."""
    ends = tuple(end[0] for end in network.ends)
    for node, held in sorted(legs(network).items()):
        links = tuple(dict.fromkeys(link for options in held for link in _best(network, options, conditions)))
        between = (thing for link in links for thing in (link.subject, link.object))
        others = dict.fromkeys(thing for thing in between if thing != node and thing not in network.positions)
        through = (network.names[node], *(network.names[thing] for thing in others))
        yield Way(_kind(through[0], links), ends, through, tuple(network.hop(link) for link in links))


def _best(network: Network, options: list[Leg], conditions: Conditions) -> Leg:
    """Return the best of the ways from a thing to one end: past no hub, direct, of the strongest grade.

    At group level, what was carried over from a group to its member gives way to the group itself.
    """

    def order(leg: Leg) -> tuple[bool, bool, int, Leg]:
        weakness = max(network.weakness(link) for link in leg)
        carried = conditions.level == "group" and len(leg) == 1 and GRADES[weakness] == "Expanded"
        hub = not conditions.hubs and any(link.object in network.hubs for link in leg[: len(leg) - 1])
        return hub, carried or (len(leg) > 1 and conditions.level == "member"), weakness, leg

    return min(options, key=order)


def _kind(node: Node, links: Leg) -> Kind:
    for wide, kind in _SHARED:
        if node.of(wide):
            return kind
    if node.of("Place"):
        return "region" if all(link.predicate in _HOLDS for link in links) else "place"
    return "path"
