"""What Explore shows of a class: none of its things is left out without a word."""

from __future__ import annotations

from graph.pages import class_network
from graph.pictures import Lens, Tie, Whole
from graph.things import Node


def graph_of(**kinds: str) -> Whole:
    """Return a graph of a city that each of some things, named with their classes, is tied to, and of one pair of them."""
    nodes = {name: Node(name, name, kind) for name, kind in {"city": "City", **kinds}.items()}  # type: ignore[arg-type]
    ties = [Tie(name, "involves", "city", f"{name}/s", "Stated", ("plan",)) for name in kinds]
    return Whole(nodes, tuple(ties), {})


def test_things_that_nothing_ties_to_one_another_come_with_what_they_are_tied_to() -> None:
    found = class_network(graph_of(a="Organization", b="Organization"), Lens(kinds=("Organization",)), with_tied=False)
    assert set(found.part.nodes) == {"a", "b", "city"}
    assert (found.with_tied, found.alone) == (True, 0)


def test_things_left_out_beside_those_that_are_tied_are_counted_and_can_be_shown() -> None:
    every = graph_of(a="Organization", b="Organization", c="Organization")
    every = Whole(every.nodes, (*every.ties, Tie("a", "partOf", "b", "s", "Stated", ("plan",))), {})
    narrow = class_network(every, Lens(kinds=("Organization",)), with_tied=False)
    assert (set(narrow.part.nodes), narrow.alone) == ({"a", "b"}, 1)
    wide = class_network(every, Lens(kinds=("Organization",)), with_tied=True)
    assert (set(wide.part.nodes), wide.alone) == ({"a", "b", "c", "city"}, 0)


def test_what_the_least_number_of_relations_leaves_out_is_counted() -> None:
    found = class_network(graph_of(a="Organization", b="Action"), Lens(degree=2), with_tied=False)
    assert (len(found.part.nodes), found.sparser) == (0, 3)
