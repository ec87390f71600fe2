"""All ways that tie the ends of a connection in a network: through tasks, through shared things, along paths."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from rdflib import URIRef

from graph.conditions import Conditions
from graph.hops import Kind, Way
from graph.names import segment
from graph.naming import Node
from graph.neighbourhood import Edge
from graph.network import Network, steps
from graph.paths import MOST_PATHS, paths
from graph.ranking import GRADES, rank

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


def find_ways(network: Network, documents: tuple[Way, ...], conditions: Conditions) -> Ways:
    """Return the ways that meet the conditions.

    Arguments: network, of all that lies between the ends; documents, those that name all ends; conditions.
    """
    network = network.under(conditions)
    ties = list(_ties(network, conditions))
    told = {way.through[0].iri for way in ties}
    every = [*ties, *_covering(documents, conditions), *_paths(network, conditions, told)]
    hidden: Counter[Node] = Counter()
    shown: list[Way] = []
    for way in every:
        if conditions.through and not _middle_fits(way, conditions.through):
            continue
        hub = next((node for node in way.through if node.iri in network.hubs), None)
        if hub is not None and not conditions.hubs:
            hidden[hub] += 1
        else:
            shown.append(way)
    shown.sort(key=rank)
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
    documents_wanted = [segment(one) for one in conditions.documents]
    for way in documents:
        if not documents_wanted or way.through[0].iri.rpartition("/")[2] in documents_wanted:
            yield way


def _paths(network: Network, conditions: Conditions, told: set[URIRef]) -> Iterator[Way]:
    """Yield the paths between any two ends; with three ends or more, what ties only two of them is a path."""
    graph = network.graph()
    for one, other in combinations([end[0] for end in network.ends], 2):
        others = {end[0].iri for end in network.ends} - {one.iri, other.iri}
        for path in islice(paths(graph, one.iri, other.iri, conditions.length, told | others), MOST_PATHS):
            hops = tuple(network.hop(edge) for edge in steps(path, graph))
            yield Way("path", (one, other), tuple(network.names[node] for node in path[1:-1]), hops)


def _ties(network: Network, conditions: Conditions) -> Iterator[Way]:
    """Yield the things that touch every end, directly or, for a task, through a group that holds the end."""
    direct = _direct(network)
    groups = _through_groups(network)
    ends = [end[0] for end in network.ends]
    for node in sorted({*direct, *groups}):
        legs = [_leg(network, direct[node].get(i, []), groups[node].get(i, []), conditions) for i in range(len(ends))]
        if all(legs):
            edges = tuple(dict.fromkeys(edge for leg in legs for edge in leg))
            between = [thing for edge in edges for thing in (edge.subject, edge.object)]
            middle = dict.fromkeys(
                thing for thing in between if thing != node and network.canonical(thing) not in {e.iri for e in ends}
            )
            through = (network.names[node], *(network.names[thing] for thing in middle))
            hops = tuple(network.hop(edge) for edge in edges)
            yield Way(_kind(through[0], edges), tuple(ends), through, hops)


def _direct(network: Network) -> dict[URIRef, dict[int, list[Edge]]]:
    """Return each node that touches an end, with the edges that do, by the end's position."""
    position = {node.iri: i for i, end in enumerate(network.ends) for node in end}
    found: dict[URIRef, dict[int, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in network.edges:
        for end in {edge.subject, edge.object} & position.keys():
            if edge.other(end) not in position:
                found[edge.other(end)][position[end]].append(edge)
    return found


def _through_groups(network: Network) -> dict[URIRef, dict[int, list[tuple[Edge, Edge]]]]:
    """Return each task that involves what holds an end, with both steps, by the end's position."""
    position = {node.iri: i for i, end in enumerate(network.ends) for node in end}
    holding: dict[URIRef, list[Edge]] = defaultdict(list)
    for edge in network.edges:
        if edge.predicate == "hasMember" and edge.object in position and edge.subject not in position:
            holding[edge.subject].append(edge)
    found: dict[URIRef, dict[int, list[tuple[Edge, Edge]]]] = defaultdict(lambda: defaultdict(list))
    for edge in network.edges:
        for member in holding.get(edge.object, []) if edge.predicate == "involves" else []:
            found[edge.subject][position[member.object]].append((edge, member))
    return found


def _leg(
    network: Network, direct: list[Edge], grouped: list[tuple[Edge, Edge]], conditions: Conditions
) -> tuple[Edge, ...]:
    """Return the best way from a thing to one end; empty where there is none.

    At group level, what was carried over from a group to its member gives way to the group itself.
    """
    if grouped and conditions.level == "group":
        direct = [edge for edge in direct if network.hop(edge).grade != "Expanded"]
    if direct:
        return (min(direct, key=lambda edge: (_weakness(network, (edge,)), edge)),)
    return min(grouped, key=lambda leg: (_weakness(network, leg), leg), default=())


def _weakness(network: Network, edges: tuple[Edge, ...]) -> int:
    return max(GRADES.index(network.hop(edge).grade) for edge in edges)


def _kind(node: Node, edges: tuple[Edge, ...]) -> Kind:
    for wide, kind in _SHARED:
        if node.of(wide):
            return kind
    if node.of("Place"):
        holds = all(edge.predicate in _HOLDS for edge in edges)
        return "region" if holds else "place"
    return "path"
