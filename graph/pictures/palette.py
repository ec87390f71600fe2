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

GRADES: dict[str, Literal["solid", "dashed", "dotted"]] = {
    "Corrected": "solid",
    "Stated": "solid",
    "Listed": "solid",
    "Inherited": "dashed",
    "Expanded": "dotted",
    "Background": "dotted",
}
"""The grades of evidence, strongest first, with the lines of the edges that rest on them."""


def strength(commitment: str) -> int:
    """Return how firm a commitment is, 4 to 1; 0 for a word that is none.

    >>> strength("Binding"), strength("Exploring"), strength("")
    (4, 1, 0)
    """
    names = list(COMMITMENTS)
    return len(names) - names.index(commitment) if commitment in COMMITMENTS else 0
