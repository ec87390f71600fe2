"""What of a whole graph is looked at: by class, relation, grade, document and degree, around things, or as groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from graph.connections import reaches
from graph.pictures.palette import drawn_as
from graph.pictures.whole_network import Tie, Whole
from graph.things import Node


@dataclass(frozen=True, slots=True)
class Lens:
    """What is wanted of a whole graph; the default is all of it."""

    kinds: tuple[str, ...] = ()
    """Classes of the legend (`Place`, `Task` …); none: all."""
    relations: tuple[str, ...] = ()
    grade: str = ""
    """The weakest grade that counts."""
    documents: tuple[str, ...] = ()
    degree: int = 1
    """The least number of relations, among those that are wanted."""
    focus: str = ""
    """IRI of what stands in the middle; empty: nothing does."""
    steps: int = 1
    """How many relations away from the focus is still shown."""
    opened: tuple[str, ...] = ()
    """Things whose neighbours are shown too."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is shown: things, relations, and how many relations of each there are in all."""

    nodes: Mapping[str, Node] = field(default_factory=dict)
    ties: tuple[Tie, ...] = ()


def seen(all_of_it: Whole, lens: Lens) -> Part:
    """Return the part of a graph that a lens shows. The focus and what was opened stay, whatever class they are of.

    >>> city, task = Node("urn:a", "沈阳市", "City"), Node("urn:t", "推进同城化", "Action")
    >>> tie = Tie("urn:t", "involves", "urn:a", "urn:s", "Listed", ("plan",))
    >>> every = Whole({"urn:a": city, "urn:t": task}, (tie,), {})
    >>> list(seen(every, Lens()).nodes), list(seen(every, Lens(grade="Stated")).nodes)
    (['urn:a', 'urn:t'], [])
    """
    kept = {lens.focus, *lens.opened}
    fitting = {
        iri for iri, node in all_of_it.nodes.items() if not lens.kinds or drawn_as(node.kind) in lens.kinds
    } | kept
    ties = [tie for tie in all_of_it.ties if _wanted(tie, lens) and tie.subject in fitting and tie.object in fitting]
    if lens.focus in all_of_it.nodes:
        near = _around(ties, lens)
        ties = [tie for tie in ties if tie.subject in near and tie.object in near]
    ties = _dense(ties, lens.degree, kept)
    held = {iri for tie in ties for iri in (tie.subject, tie.object)} | (kept & all_of_it.nodes.keys())
    return Part({iri: all_of_it.nodes[iri] for iri in sorted(held)}, tuple(ties))


def _wanted(tie: Tie, lens: Lens) -> bool:
    return (
        (not lens.relations or tie.predicate in lens.relations)
        and reaches(tie.grade, lens.grade)
        and (not lens.documents or not set(lens.documents).isdisjoint(tie.documents))
    )


def _around(ties: Iterable[Tie], lens: Lens) -> set[str]:
    """Return the things some steps away from the focus, and the neighbours of what was opened."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        neighbours[tie.subject].add(tie.object)
        neighbours[tie.object].add(tie.subject)
    near = last = {lens.focus}
    for _ in range(lens.steps):
        last = {other for one in last for other in neighbours[one]} - near
        near = near | last
    return near.union(lens.opened, *(neighbours[one] for one in lens.opened))


def _dense(ties: list[Tie], degree: int, kept: Collection[str]) -> list[Tie]:
    """Return the relations between things that have so many of them, counted once."""
    counts = Counter(iri for tie in ties for iri in (tie.subject, tie.object))
    dense = {iri for iri, n in counts.items() if n >= degree} | set(kept)
    return [tie for tie in ties if tie.subject in dense and tie.object in dense]


def least_degree(part: Part, most: int) -> int:
    """Return the least degree by which no more than so many things of a part are left.

    >>> ties = (Tie("urn:a", "involves", "urn:b", "urn:s", "Stated", ()), Tie("urn:c", "involves", "urn:b", "urn:r", "Stated", ()))
    >>> least_degree(Part({}, ties), 1), least_degree(Part({}, ties), 3)
    (2, 1)
    """
    counts = Counter(iri for tie in part.ties for iri in (tie.subject, tie.object))
    degrees = sorted(counts.values(), reverse=True)
    return 1 if len(degrees) <= most else degrees[most] + 1


def best(part: Part, most: int, kept: str = "") -> Part:
    """Return a part with no more than so many things, those with the most relations, and the relations between them.

    Arguments: part; most; kept, the IRI of a thing that stays.

    >>> ties = (Tie("urn:a", "involves", "urn:b", "urn:s", "Stated", ()), Tie("urn:c", "involves", "urn:b", "urn:r", "Stated", ()))
    >>> nodes = {iri: Node(iri, iri, "City") for iri in ("urn:a", "urn:b", "urn:c")}
    >>> list(best(Part(nodes, ties), 2, "urn:c").nodes)
    ['urn:b', 'urn:c']
    """
    counts = Counter(iri for tie in part.ties for iri in (tie.subject, tie.object))
    held = set(sorted(part.nodes, key=lambda iri: (iri != kept, -counts[iri], iri))[:most])
    ties = tuple(tie for tie in part.ties if tie.subject in held and tie.object in held)
    return Part({iri: node for iri, node in part.nodes.items() if iri in held}, ties)


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Things of one class that are shown as one."""

    kind: str
    size: int


@dataclass(frozen=True, slots=True, order=True)
class Bundle:
    """Relations of one sort between two groups that are shown as one line."""

    subject: str
    predicate: str
    object: str
    size: int


def groups(part: Part) -> tuple[tuple[Group, ...], tuple[Bundle, ...]]:
    """Return a part by classes of the legend: what is too much to be drawn one by one.

    >>> city, task = Node("urn:a", "沈阳市", "City"), Node("urn:t", "推进同城化", "Action")
    >>> groups(Part({"urn:a": city, "urn:t": task}, (Tie("urn:t", "involves", "urn:a", "urn:s", "Stated", ()),)))[1]
    (Bundle(subject='Task', predicate='involves', object='Place', size=1),)
    """
    kinds = {iri: drawn_as(node.kind) or node.kind for iri, node in part.nodes.items()}
    sizes = Counter(kinds.values())
    bundles = Counter((kinds[tie.subject], tie.predicate, kinds[tie.object]) for tie in part.ties)
    return (
        tuple(sorted(Group(kind, n) for kind, n in sizes.items())),
        tuple(sorted(Bundle(*ends, n) for ends, n in bundles.items())),
    )
