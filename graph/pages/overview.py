"""What a graph holds, for a first look: figures, and the places that its texts say most of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Rows, scanned
from graph.pictures import LOOKS
from graph.rdf import POL
from graph.things import Node, class_counts, count_of, nodes_of

_QUOTED = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {scanned('?e a pol:Evidence', '?e pol:inSentence ?s')} }}"
_ABOUT_PLACES = """SELECT DISTINCT ?place ?relation ?thing {
  { ?place a pol:Place ; pol:hasPositioning ?thing . BIND(pol:hasPositioning AS ?relation) }
  UNION { ?place a pol:Place ; pol:hasTarget ?thing . BIND(pol:hasTarget AS ?relation) }
  UNION { ?thing pol:involves ?place . ?place a pol:Place . BIND(pol:involves AS ?relation) }
}"""
_STATED = """SELECT DISTINCT ?section ?heading ?areas ?tasks {
  VALUES ?counted { pol:statedTaskCount pol:statedAreaCount }
  ?section ?counted ?x ; skos:prefLabel ?heading .
  OPTIONAL { ?section pol:statedTaskCount ?tasks } OPTIONAL { ?section pol:statedAreaCount ?areas } }"""
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Figures:
    """What is counted in a graph."""

    assertions: int
    sentences: int
    quoted_sentences: int
    unresolved: int
    """Names that several places bear and the text does not decide between."""
    classes: tuple[tuple[str, int], ...]
    """Class of `graph.pictures.palette.LOOKS` with the number of its things that are named or spoken of, in that order."""


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """What the texts say of one place."""

    place: Node
    positionings: tuple[Node, ...]
    targets: tuple[Node, ...]
    tasks: int
    """Tasks that involve it."""
    key_tasks: tuple[Node, ...]
    """Those of them that are named as key tasks."""
    areas: tuple[Node, ...]
    """Those of them that are named as task areas."""
    declared_tasks: int
    declared_areas: int
    """How many the sections whose headings name it declare; 0 where they declare none."""
    cities: tuple[Node, ...]
    """Prefectures that share a task with it, those with the most first."""


def figures(rows: Rows) -> Figures:
    """Return what is counted in a graph.

    >>> from graph import PolicyGraph
    >>> figures(PolicyGraph.open("memory")).assertions
    0
    """
    by_class = class_counts(rows)
    regions = by_class.get("Region", 0)
    shown = {kind: by_class.get(kind, 0) - (regions if kind == "Place" else 0) for kind in LOOKS}
    return Figures(
        assertions=count_of(rows, "Assertion"),
        sentences=count_of(rows, "Sentence"),
        quoted_sentences=int(rows.rows(_QUOTED)[0]["n"]),
        unresolved=count_of(rows, "UnresolvedMention"),
        classes=tuple((kind, n) for kind, n in shown.items() if n),
    )


_Held = dict[URIRef, set[URIRef]]
"""Place to what one relation ties it to."""


def places_by_weight(rows: Rows) -> tuple[Node, ...]:
    """Return the places of which the texts say something, those of which they say most first.

    >>> from graph import PolicyGraph
    >>> places_by_weight(PolicyGraph.open("memory"))
    ()
    """
    held = _about(rows)
    return _by_weight(held, nodes_of(rows, set().union(*held)))


def place_cards(rows: Rows, places: Sequence[URIRef] = ()) -> tuple[PlaceCard, ...]:
    """Return what the texts say of some places.

    Arguments: rows, the graph; places, the twenty of which they say most unless given.

    >>> from graph import PolicyGraph
    >>> place_cards(PolicyGraph.open("memory"))
    ()
    """
    held = _about(rows)
    names = nodes_of(rows, {*places, *set[URIRef]().union(*held)})
    shown = places or [node.iri for node in _by_weight(held, names)[:_SHOWN]]
    names |= nodes_of(rows, {one for said in held for place in shown for one in said.get(place, ())})
    stated = _stated(rows)
    return tuple(_card(names[place], held, names, stated) for place in shown)


def _about(rows: Rows) -> tuple[_Held, _Held, _Held]:
    """Return the positionings, targets and tasks of each place."""
    about: dict[str, _Held] = {name: defaultdict(set) for name in ("hasPositioning", "hasTarget", "involves")}
    for row in rows.rows(_ABOUT_PLACES):
        about[str(row["relation"]).removeprefix(POL)][URIRef(row["place"])].add(URIRef(row["thing"]))
    return about["hasPositioning"], about["hasTarget"], about["involves"]


def _by_weight(held: tuple[_Held, ...], names: dict[URIRef, Node]) -> tuple[Node, ...]:
    weights = {place: sum(len(said.get(place, ())) for said in held) for place in set[URIRef]().union(*held)}
    return tuple(sorted((names[place] for place in weights), key=lambda node: (-weights[node.iri], node.label)))


def _card(
    place: Node, held: tuple[_Held, _Held, _Held], names: dict[URIRef, Node], stated: list[tuple[str, int, int]]
) -> PlaceCard:
    positionings, targets, tasks = held
    own = {names[task] for task in tasks.get(place.iri, ())}
    shared = {
        names[other]: len(found & tasks.get(place.iri, set()))
        for other, found in tasks.items()
        if names[other].kind == "City" and other != place.iri
    }
    headings = [(areas, count) for heading, areas, count in stated if place.label in heading]
    return PlaceCard(
        place=place,
        positionings=tuple(sorted((names[one] for one in positionings.get(place.iri, ())), key=_by_label)),
        targets=tuple(sorted((names[one] for one in targets.get(place.iri, ())), key=_by_label)),
        tasks=len(own),
        key_tasks=tuple(sorted((task for task in own if task.kind == "KeyTask"), key=_by_label)),
        areas=tuple(sorted((task for task in own if task.kind == "TaskArea"), key=_by_label)),
        declared_tasks=sum(count for _, count in headings),
        declared_areas=sum(areas for areas, _ in headings),
        cities=tuple(sorted((city for city, n in shared.items() if n), key=lambda city: (-shared[city], city.label))),
    )


def _stated(rows: Rows) -> list[tuple[str, int, int]]:
    """Return heading, areas and tasks of the sections that declare how many they hold."""
    return [(str(row["heading"]), int(row.get("areas", 0)), int(row.get("tasks", 0))) for row in rows.rows(_STATED)]


def _by_label(node: Node) -> tuple[str, URIRef]:
    return node.label, node.iri
