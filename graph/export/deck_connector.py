"""A connector on a slide: glued to two shapes, straight or round the boxes between them, drawn by its grade."""

from __future__ import annotations

from typing import Any

from graph.export.deck_lines import SlideLine
from graph.export.deck_sheet import DeckSlide
from graph.export.selection import QuotedRelation
from graph.pictures import line_of, look_of
from graph.results import legible

_SITES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The places of a rectangle to which a connector is glued, by number."""
_STRAIGHT = 1
_INCH = 914_400
"""Units of the format an inch."""


def connect(
    slide: DeckSlide,
    shapes: tuple[Any, Any],
    way: SlideLine,
    relation: QuotedRelation,
    place: tuple[float, float, float],
) -> None:
    """Draw a relation between two shapes: a connector that is glued to them, or a free line where it goes round others.

    Programs lead a connector with elbows each in its own way, and through boxes.

    Arguments: slide; shapes, of subject and object; way; relation; place, where the picture begins, left and top, and inches a pixel.
    """
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_LINE
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    if len(way.path) == 2:
        line = slide.shapes.add_connector(_STRAIGHT, 0, 0, 0, 0)
        line.begin_connect(shapes[0], _SITES[way.sides[0]])
        line.end_connect(shapes[1], _SITES[way.sides[1]])
    else:
        line = _free(slide, way, place)
        line.name = legible(f"{relation.subject.label} — {relation.object.label}")[:60]
    line.line.color.rgb, line.line.width = RGBColor.from_string(look_of(relation.object.kind).colour[1:]), Pt(1.25)
    line.line.dash_style = MSO_LINE.from_xml(line_of(relation.grade).preset)
    line.line._get_or_add_ln().append(
        parse_xml('<a:tailEnd xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="triangle"/>')
    )


def _free(slide: DeckSlide, way: SlideLine, place: tuple[float, float, float]) -> Any:
    left, top, scale = place
    first, *rest = [(round((left + x * scale) * _INCH), round((top + y * scale) * _INCH)) for x, y in way.path]
    builder = slide.shapes.build_freeform(*first)
    builder.add_line_segments(rest, close=False)
    line = builder.convert_to_shape()
    line.fill.background()
    line.shadow.inherit = False
    return line
