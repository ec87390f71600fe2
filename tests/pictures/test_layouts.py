"""Where things stand: apart from one another, however many there are, and the same each time."""

from __future__ import annotations

import math
from itertools import combinations

from rdflib import URIRef

from graph.pictures import Part, SectionPlace, Tie, best, force_layout, island_layout, ring_layout, section_bands
from graph.things import Node


def test_a_crowd_is_spread_over_its_whole_picture() -> None:
    labels = {str(i): f"事物{i}" for i in range(900)}
    places = force_layout(labels, [(str(i), str(i // 9)) for i in range(1, 900)])
    far = sorted(math.hypot(*at) for at in places.values())
    middle = far[len(far) // 2] / far[-1]
    assert 0.55 < middle < 0.85, "half of the things stand within about seven tenths of the way out"


def test_small_pieces_stand_in_rows_as_wide_as_the_picture_is_high() -> None:
    labels = {f"{i} {j}": "事物" for i in range(40) for j in range(3)}
    places = island_layout(labels, [(f"{i} 0", f"{i} {j}") for i in range(40) for j in (1, 2)])
    across, down = (max(side) - min(side) for side in zip(*places.values(), strict=True))
    assert 0.5 < across / down < 2.5
    assert len(set(places.values())) == len(labels)


def test_a_ring_keeps_its_groups_apart() -> None:
    names = "abcdefghijk"
    places = ring_layout(names, dict.fromkeys(combinations(names, 2), 1))
    assert min(math.dist(one, other) for one, other in combinations(places.values(), 2)) > 100


def test_the_best_of_a_part_are_no_more_than_asked_for_and_hold_the_focus() -> None:
    nodes = {f"urn:{i}": Node(URIRef(f"urn:{i}"), str(i), "City") for i in range(50)}
    ties = tuple(Tie(f"urn:{i}", "locatedIn", "urn:0", f"urn:s{i}", "Stated", ()) for i in range(1, 50))
    part = best(Part(nodes, ties), 10, "urn:49")
    assert {"urn:0", "urn:49"} <= part.nodes.keys()
    assert len(part.nodes) == 10
    assert {tie.subject for tie in part.ties} <= part.nodes.keys()


def test_bands_follow_the_text_and_what_no_section_speaks_of_comes_last() -> None:
    first, second = (SectionPlace("plan", i, "", f"urn:{i}") for i in (1, 2))
    other = SectionPlace("report", 1, "", "urn:3")
    bands = section_bands("abcde", {"a": other, "b": second, "c": first, "d": second})
    assert [band.section for band in bands] == [first, second, other, None]
    assert [band.things for band in bands] == [("c",), ("b", "d"), ("a",), ("e",)]
