"""What a picture of a network shows: things in boxes, relations as lines, each in its place. One description for every format."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.export.lettering import lines_of, width_of
from graph.export.placing import Box, Point, placed_around, placed_between
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import LEADING
from graph.pictures import GRADES, LOOKS, drawn_as
from graph.rdf import Language, label
from graph.things import Node

LETTERS = 13.0
WORD_LETTERS = 10.5
MARK_ROOM = 22.0
"""Pixels that the mark of its class takes in a box."""
_WIDEST = 15 * LETTERS
_PADDING = 9.0
_MOST_WORDS = 70
"""Lines beyond which none bears a word: the legend and the quotes tell them."""


@dataclass(frozen=True, slots=True)
class ThingBox:
    """A thing as it is drawn."""

    node: Node
    lines: tuple[str, ...]
    """Its name."""
    middle: Point
    width: float
    height: float
    is_end: bool
    """Whether it is what was asked for."""


@dataclass(frozen=True, slots=True)
class RelationLine:
    """A relation as it is drawn, from its subject to its object."""

    relation: QuotedRelation
    subject: int
    object: int
    """Numbers of their boxes."""
    points: tuple[Point, ...]
    """A start, then three for each Bézier curve."""
    word: str
    """Empty where lines are too many to name each."""
    word_at: Point | None


@dataclass(frozen=True, slots=True)
class NetworkPicture:
    """A network to draw."""

    width: float
    height: float
    boxes: tuple[ThingBox, ...]
    lines: tuple[RelationLine, ...]
    left_out: int
    """Things that were left out for room."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes that are drawn, in the order of a legend."""
        shown = {drawn_as(one.node.kind) for one in self.boxes}
        return tuple(name for name in LOOKS if name in shown)

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades of the relations that are drawn, strongest first."""
        shown = {one.relation.grade for one in self.lines}
        return tuple(name for name in GRADES if name in shown)


def network_picture(selection: Selection, ends: Sequence[Node], language: Language) -> NetworkPicture:
    """Return the picture of a selection: two ends left and right with what ties them between, or what is tied near each other.

    Arguments: selection; ends, what was asked for; language of the words on lines.
    Raises GraphError where Graphviz is not there.
    """
    nodes = [node for node in selection.things if _is_tied(node, selection.relations) or node in ends]
    number = {node.iri: at for at, node in enumerate(nodes)}
    named = [lines_of(node.label, LETTERS, _WIDEST) for node in nodes]
    boxes = [_box(lines) for lines in named]
    relations = [one for one in selection.relations if one.subject.iri != one.object.iri]
    pairs = [(number[one.subject.iri], number[one.object.iri]) for one in relations]
    words = [label(one.predicate, language) if len(relations) <= _MOST_WORDS else "" for one in relations]
    rooms = [Box(width_of(word, WORD_LETTERS) + 8, WORD_LETTERS + 6) for word in words]
    if len(ends) == 2 and len(relations) <= _MOST_WORDS:
        found = placed_between(boxes, pairs, rooms, (number[ends[0].iri], number[ends[1].iri]))
    else:
        found = placed_around(boxes, pairs, [room if word else None for room, word in zip(rooms, words, strict=True)])
    asked = {end.iri for end in ends}
    return NetworkPicture(
        found.width, found.height,
        tuple(
            ThingBox(node, lines, middle, box.width, box.height, node.iri in asked)
            for node, lines, middle, box in zip(nodes, named, found.boxes, boxes, strict=True)
        ),
        tuple(
            RelationLine(one, *pair, points, word, at)
            for one, pair, points, word, at in zip(relations, pairs, found.lines, words, found.words, strict=True)
        ),
        selection.left_out,
    )  # fmt: skip


def _is_tied(node: Node, relations: Iterable[QuotedRelation]) -> bool:
    return any(node in (one.subject, one.object) for one in relations)


def _box(lines: Sequence[str]) -> Box:
    wide = max((width_of(line, LETTERS) for line in lines), default=0.0)
    return Box(MARK_ROOM + wide + 2 * _PADDING, len(lines) * LETTERS * LEADING + 2 * _PADDING - 4)
