"""Where things are drawn by the outline of their documents: a band for each section, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.pictures.force_layout import Position
from graph.pictures.whole_network import SectionPlace

_PER_ROW = 5
_WIDTH, _HEIGHT, _GAP = 205.0, 95.0, 60.0
"""Pixels between things of a row, between rows of a band, and between bands."""


def section_layout(
    nodes: Iterable[str], sections: Mapping[str, SectionPlace]
) -> tuple[dict[str, Position], dict[SectionPlace, Position]]:
    """Return positions of things, and those of the heads of their bands, to their left.

    Arguments: nodes, IRIs in the order in which they stand in a band; sections, thing to its section. Things of no
    section come last.

    >>> place = SectionPlace("plan", 1, "一、总体要求", "urn:section")
    >>> section_layout(["urn:a", "urn:b"], {"urn:a": place})[0]["urn:b"]
    (0.0, 155.0)
    """
    bands: dict[SectionPlace | None, list[str]] = defaultdict(list)
    for node in nodes:
        bands[sections.get(node)].append(node)
    ordered = sorted(one for one in bands if one is not None)
    places: dict[str, Position] = {}
    heads: dict[SectionPlace, Position] = {}
    top = 0.0
    for band in [*ordered, *([None] if None in bands else [])]:
        held = bands[band]
        for i, node in enumerate(held):
            places[node] = (i % _PER_ROW * _WIDTH, top + i // _PER_ROW * _HEIGHT)
        rows = (len(held) - 1) // _PER_ROW
        if band is not None:
            heads[band] = (-1.3 * _WIDTH, top + rows * _HEIGHT / 2)
        top += (rows + 1) * _HEIGHT + _GAP
    return places, heads
