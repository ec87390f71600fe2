"""What is drawn: palette, layouts, networks.

Things and relations come in; nodes, ties and positions go out, the same for the same graph.
Begin with `palette`: how a class looks. `force_layout` and its neighbours say where things stand.
"""

from graph.pictures.answer_network import NetworkAmong, network_among, network_of_triples
from graph.pictures.between_layout import between_layout
from graph.pictures.force_layout import Position, circle_layout, force_layout
from graph.pictures.island_layout import island_layout
from graph.pictures.palette import (
    COMMITMENTS,
    GRADES,
    INK,
    LINES,
    LOOKS,
    Line,
    drawn_as,
    line_of,
    look_of,
    strength,
    underline,
)
from graph.pictures.section_layout import section_layout
from graph.pictures.selection import Lens, Part, groups, least_degree, seen
from graph.pictures.whole_network import SectionPlace, Tie, Whole, whole

__all__ = [
    "COMMITMENTS",
    "GRADES",
    "INK",
    "LINES",
    "LOOKS",
    "Lens",
    "Line",
    "NetworkAmong",
    "Part",
    "Position",
    "SectionPlace",
    "Tie",
    "Whole",
    "between_layout",
    "circle_layout",
    "drawn_as",
    "force_layout",
    "groups",
    "island_layout",
    "least_degree",
    "line_of",
    "look_of",
    "network_among",
    "network_of_triples",
    "section_layout",
    "seen",
    "strength",
    "underline",
    "whole",
]
