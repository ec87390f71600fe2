"""What a deck is begun from: a template without its slides, or the library's own made 16 to 9 with our fonts."""

from __future__ import annotations

from typing import Any

WIDTH, HEIGHT = 13.333, 7.5
"""Inches: 16 to 9."""
EAST_ASIAN, LATIN = "Microsoft YaHei", "Arial"
_NARROWER = 9.999 / WIDTH


def title_only(deck: Any) -> int:
    """Return the number of the layout with a title and nothing else to fill, or of the one with the least to fill."""
    fillable = [
        (sum(one.placeholder_format.type not in (13, 15, 16) for one in layout.placeholders), at)
        for at, layout in enumerate(deck.slide_layouts)
        if any(one.placeholder_format.idx == 0 for one in layout.placeholders)
    ]
    return min(fillable)[1] if fillable else 0


def remove_slides(deck: Any) -> None:
    """Take away the slides that a template comes with."""
    for one in list(deck.slides._sldIdLst):
        deck.part.drop_rel(one.rId)
        deck.slides._sldIdLst.remove(one)


def widen(deck: Any) -> None:
    """Make the library's own 4:3 deck 16:9, its masters too."""
    from pptx.util import Inches

    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    for holder in (deck.slide_master, *deck.slide_layouts):
        for shape in holder.placeholders:
            shape.left, shape.width = int(shape.left / _NARROWER), int(shape.width / _NARROWER)


def set_fonts(deck: Any) -> None:
    """Name a Latin and an East Asian font in the theme, from which all words of the deck take theirs."""
    from lxml import etree

    part = next(rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    root = etree.fromstring(part.blob)
    for kind in ("majorFont", "minorFont"):
        for font in root.iter(f"{{*}}{kind}"):
            for script, name in (("latin", LATIN), ("ea", EAST_ASIAN)):
                for held in font.iterfind(f"{{*}}{script}"):
                    held.set("typeface", name)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
