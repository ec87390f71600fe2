"""One colour and one shape a class, in the app, in pictures and on slides; how grades and commitments look.

The colours are the «muted» scheme of Paul Tol (https://sronpersonalpages.nl/~pault/), told apart by the colour-blind;
a shape and a word always stand beside a colour.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from graph.rdf import SUPERCLASSES

Shape = Literal["dot", "square", "diamond", "triangle", "triangleDown", "star", "hexagon"]
"""Shapes of a node whose label stands beside it, as vis-network names them."""

NEUTRAL = "#6B7280"
"""Colour of what belongs to no class below."""


class Look(NamedTuple):
    """How the things of a class are drawn."""

    colour: str
    shape: Shape


LOOKS: dict[str, Look] = {
    "Place": Look("#332288", "dot"),
    "Region": Look("#44AA99", "hexagon"),
    "PlaceGroup": Look("#88CCEE", "star"),
    "Positioning": Look("#117733", "diamond"),
    "Industry": Look("#999933", "triangle"),
    "Task": Look("#CC6677", "square"),
    "Aim": Look("#882255", "triangleDown"),
    "Indicator": Look("#AA4499", "triangleDown"),
    "Slogan": Look("#DDCC77", "star"),
    "Organization": Look("#6B7280", "square"),
    "PolicyDocument": Look("#3D4663", "square"),
}
"""Class to its look, in the order of a legend; a narrower class looks like the nearest wider one that is here."""


def drawn_as(kind: str) -> str:
    """Return the class of `LOOKS` as which a thing of a class is drawn; empty where it has no look of its own.

    >>> drawn_as("City"), drawn_as("Region"), drawn_as("KeyTask"), drawn_as("Commitment")
    ('Place', 'Region', 'Task', '')
    """
    return next((one for one in (kind, *SUPERCLASSES.get(kind, ())) if one in LOOKS), "")


def look_of(kind: str) -> Look:
    """Return the look of a class.

    >>> look_of("City").colour
    '#332288'
    """
    return LOOKS.get(drawn_as(kind), Look(NEUTRAL, "dot"))


COMMITMENTS: dict[str, str] = {
    "Binding": "#7A2E0E",
    "Driving": "#B4501B",
    "Supporting": "#DB8B4C",
    "Exploring": "#EFC49B",
}
"""The commitment scale, strongest first, with its colours: one hue, the darker the firmer."""

LineStyle = Literal["solid", "dash-double-dotted", "long-dashed", "dashed", "dash-dotted", "dotted"]


class Line(NamedTuple):
    """How a line is broken."""

    dashes: tuple[int, ...]
    """Pixels of stroke and gap, in turn; none where it is unbroken."""
    preset: str
    """Its like on slides, as Office Open XML names it."""


LINES: dict[LineStyle, Line] = {
    "solid": Line((), "solid"),
    "dash-double-dotted": Line((16, 3, 3, 3, 3, 3), "lgDashDotDot"),
    "long-dashed": Line((14, 5), "lgDash"),
    "dashed": Line((7, 5), "dash"),
    "dash-dotted": Line((8, 4, 2, 4), "dashDot"),
    "dotted": Line((2, 4), "sysDot"),
}
"""Style to its line, from firm to faint; what people corrected has one that no reading has."""

GRADES: dict[str, LineStyle] = {
    "Corrected": "dash-double-dotted",
    "Stated": "solid",
    "Listed": "long-dashed",
    "Inherited": "dashed",
    "Expanded": "dash-dotted",
    "Background": "dotted",
}
"""The grades of evidence, strongest first, with the lines of what rests on them."""

INK = "#3D4663"
"""Colour of lines and of words about them."""


def line_of(grade: str) -> Line:
    """Return how a line is drawn that rests on a grade; unbroken where it rests on none.

    >>> line_of("Expanded").dashes, line_of("").dashes
    ((8, 4, 2, 4), ())
    """
    return LINES[GRADES.get(grade, "solid")]


def underline(grade: str, colour: str = INK) -> str:
    """Return the line of a grade as an image of CSS, to stand beneath a word.

    >>> underline("Inherited")
    'repeating-linear-gradient(90deg,#3D4663 0px 7px,transparent 7px 12px)'
    """
    at, stops = 0, []
    for i, pixels in enumerate(line_of(grade).dashes or (1,)):
        stops.append(f"{'transparent' if i % 2 else colour} {at}px {at + pixels}px")
        at += pixels
    return f"repeating-linear-gradient(90deg,{','.join(stops)})"


def strength(commitment: str) -> int:
    """Return how firm a commitment is, 4 to 1; 0 for a word that is none.

    >>> strength("Binding"), strength("Exploring"), strength("")
    (4, 1, 0)
    """
    names = list(COMMITMENTS)
    return len(names) - names.index(commitment) if commitment in COMMITMENTS else 0
