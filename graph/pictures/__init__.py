"""What is drawn: palette, layouts, networks.

Things and relations come in; nodes, ties and positions go out, the same for the same graph.
Begin with `palette`: how a class looks. `force_layout` and its neighbours say where things stand.
"""

from graph.pictures.answer_network import NetworkAmong, Relation, network_among, network_of_triples
from graph.pictures.between_layout import between_layout, two_sided_layout
from graph.pictures.force_layout import Position, circle_layout, force_layout, ring_layout
from graph.pictures.island_layout import island_layout
from graph.pictures.palette import (
    COMMITMENTS,
    GRADES,
    LINES,
    LOOKS,
    Line,
    drawn_as,
    line_of,
    look_of,
    strength,
    underline,
)
from graph.pictures.section_bands import Band, section_bands
from graph.pictures.selection import Bundle, Group, Lens, Part, best, groups, least_degree, seen
from graph.pictures.whole_network import SectionPlace, Tie, Whole, whole

__all__ = [
    "COMMITMENTS",
    "GRADES",
    "LINES",
    "LOOKS",
    "Band",
    "Bundle",
    "Group",
    "Lens",
    "Line",
    "NetworkAmong",
    "Part",
    "Position",
    "Relation",
    "SectionPlace",
    "Tie",
    "Whole",
    "best",
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
    "ring_layout",
    "section_bands",
    "seen",
    "strength",
    "two_sided_layout",
    "underline",
    "whole",
]
