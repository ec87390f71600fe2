"""What a picture of a network shows: things in boxes, relations as lines, each in its place. One description for every format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.export.lettering import lines_of, width_of
from graph.export.placing import Box, Placed, Point, placed_around, placed_between
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import LEADING
from graph.export.slide_placing import placed_across, placed_beside
from graph.pictures import GRADES, LOOKS, drawn_as
from graph.rdf import Language, label
from graph.things import Node

LETTERS = 13.0
WORD_LETTERS = 10.5
MARK_ROOM = 22.0
"""Pixels that the mark of its class takes in a box."""
_WIDEST, _NARROW = 15 * LETTERS, 8 * LETTERS
"""Pixels of a name in one line, and of one on a slide that has no room for these."""
_PADDING = 9.0
_MOST_WORDS = 70
"""Lines beyond which none bears a word: the legend and the quotes tell them."""
_ARRANGEMENTS = 5
"""Arrangements of a network that are tried for a slide."""


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
    are_led: bool = True
    """Whether lines are led round boxes; else they are too many, and pass below them."""

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

    Arguments: selection; ends, what was asked for; language of the words on lines. Raises GraphError where Graphviz is not there.
    """
    drawn = _Drawn(selection, ends, language)
    if len(ends) == 2 and len(drawn.relations) <= _MOST_WORDS:
        first, last = (drawn.number[end.iri] for end in ends)
        return drawn.as_placed(placed_between(drawn.boxes, drawn.pairs, drawn.rooms, (first, last)), drawn.words)
    has_words = len(drawn.relations) <= _MOST_WORDS
    rooms = drawn.rooms if has_words else [None] * len(drawn.rooms)
    found = placed_around(drawn.boxes, drawn.pairs, rooms)
    return drawn.as_placed(found, drawn.words if has_words else [""] * len(drawn.words))


def slide_pictures(
    selection: Selection, ends: Sequence[Node], language: Language, shape: float
) -> Iterator[NetworkPicture]:
    """Yield pictures of a selection as it stands on a slide, which is wide and low: around one thing only what it is tied to.

    Arguments and errors as for `network_picture`; shape, how many times as wide as high its place is. Between two things and around one
    there is one picture; else there are several arrangements too, whose lines have no words: there is no room.
    """
    own = tuple(one for one in selection.relations if ends[0] in (one.subject, one.object)) if len(ends) == 1 else ()
    for widest in (_WIDEST, _NARROW):
        drawn = _Drawn(replace(selection, relations=own) if own else selection, ends, language, widest)
        if len(ends) == 1:
            found = placed_beside(drawn.boxes, drawn.pairs, drawn.rooms, drawn.number[ends[0].iri])
            yield drawn.as_placed(found, drawn.words)
        if len(ends) > 1:
            across = [drawn.number[end.iri] for end in ends]
            yield drawn.as_placed(placed_across(drawn.boxes, drawn.pairs, across, shape), drawn.words)
        if len(ends) not in (1, 2):
            for start in range(_ARRANGEMENTS):
                placed = placed_around(drawn.boxes, drawn.pairs, [None] * len(drawn.pairs), start, shape)
                yield drawn.as_placed(placed, [""] * len(drawn.words))


class _Drawn:
    """What a picture is made of, before it is placed."""

    def __init__(self, selection: Selection, ends: Sequence[Node], language: Language, widest: float = _WIDEST) -> None:
        self.asked = {end.iri for end in ends}
        self.relations = [one for one in selection.relations if one.subject.iri != one.object.iri]
        tied = {end.iri for one in self.relations for end in (one.subject, one.object)} | self.asked
        order = list(LOOKS)
        self.nodes = sorted(
            (node for node in selection.things if node.iri in tied),
            key=lambda node: (order.index(kind) if (kind := drawn_as(node.kind)) in order else len(order), node),
        )
        self.left_out = selection.left_out + len(selection.things) - len(self.nodes)
        self.number = {node.iri: at for at, node in enumerate(self.nodes)}
        self.names = [lines_of(node.label, LETTERS, widest) for node in self.nodes]
        self.boxes = [_box(lines) for lines in self.names]
        self.pairs = [(self.number[one.subject.iri], self.number[one.object.iri]) for one in self.relations]
        self.words = [label(one.predicate, language) for one in self.relations]
        self.rooms = [Box(width_of(word, WORD_LETTERS) + 8, WORD_LETTERS + 6) for word in self.words]

    def as_placed(self, found: Placed, words: Sequence[str]) -> NetworkPicture:
        """Return the picture in which all stands where it was placed."""
        boxes = tuple(
            ThingBox(node, lines, middle, box.width, box.height, node.iri in self.asked)
            for node, lines, middle, box in zip(self.nodes, self.names, found.boxes, self.boxes, strict=True)
        )
        lines = tuple(
            RelationLine(one, *pair, points, word, at)
            for one, pair, points, word, at in zip(
                self.relations, self.pairs, found.lines, words, found.words, strict=True
            )
        )
        return NetworkPicture(found.width, found.height, boxes, lines, self.left_out, found.are_led)


def _box(lines: Sequence[str]) -> Box:
    wide = max((width_of(line, LETTERS) for line in lines), default=0.0)
    return Box(MARK_ROOM + wide + 2 * _PADDING, len(lines) * LETTERS * LEADING + 2 * _PADDING - 4)
