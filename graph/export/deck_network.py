"""A network on a slide: shapes that can be moved, with connectors glued to them, and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph.export.deck_sheet import INK, PALE, DeckSlide, Room
from graph.export.lettering import width_of
from graph.export.network_picture import LETTERS, WORD_LETTERS, NetworkPicture, ThingBox, slide_picture
from graph.export.selection import Selection
from graph.pictures import GRADES, line_of, look_of
from graph.rdf import Language, label
from graph.things import Node

_POINTS = 72.0
_SIDES = {"top": 0, "left": 1, "bottom": 2, "right": 3}
"""The places of a rectangle to which a connector is glued, by number."""
_SHAPES = {"square": 1, "dot": 9, "diamond": 4, "triangle": 7, "triangleDown": 7, "star": 92, "hexagon": 10}
"""Shapes of the palette as PowerPoint numbers them (MSO_AUTO_SHAPE_TYPE)."""
_INCH = 914_400
"""Units of the format an inch."""
_AWAY = 0.66
"""Where the word on a line stands: away from what was asked for, where lines meet."""
_LEGEND_LETTERS, _LEGEND_ROOM = 11.0, 0.45
_MOST_LETTERS = 16.0
_MOST_THINGS = 14
LEAST_LETTERS = 9.5
"""Points below which words on a slide are no longer read."""


def scale_for(picture: NetworkPicture, room: Room) -> float:
    """Return inches a pixel of the picture, so that it fits with its legend."""
    width, height = room.width / max(picture.width, 1), (room.height - _LEGEND_ROOM) / max(picture.height, 1)
    return min(width, height, _MOST_LETTERS / LETTERS / _POINTS)


def legible_picture(
    selection: Selection, ends: Sequence[Node], language: Language, room: Room
) -> NetworkPicture | None:
    """Return the largest part of a network whose words can still be read in a room of a slide; None where there is nothing to draw."""
    for most in range(_MOST_THINGS, 2, -1):
        picture = slide_picture(selection.at_most(most, ends), ends, language, room.width / room.height)
        if not picture.boxes:
            return None
        if scale_for(picture, room) * LETTERS * _POINTS >= LEAST_LETTERS:
            return picture
    return picture


def draw_network(slide: DeckSlide, picture: NetworkPicture, room: Room, language: Language) -> None:
    """Draw a network into a room of a slide, its legend at the foot of it."""
    scale = scale_for(picture, room)
    left = room.left + (room.width - picture.width * scale) / 2
    top = room.top + (room.height - _LEGEND_ROOM - picture.height * scale) / 2
    boxes = [_box(slide, box, left, top, scale) for box in picture.boxes]
    for line in picture.lines:
        ends = picture.boxes[line.subject], picture.boxes[line.object]
        middle = _connect(
            slide, (boxes[line.subject], boxes[line.object]), ends, line.relation.grade, line.relation.object.kind
        )
        if line.word:
            _word(slide, line.word, middle, scale)
    _legend(slide, picture, room, language)


def _box(slide: DeckSlide, box: ThingBox, left: float, top: float, scale: float) -> Any:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    look = RGBColor.from_string(look_of(box.node.kind).colour[1:])
    shape = slide.shapes.add_shape(
        5, Inches(left + (box.middle[0] - box.width / 2) * scale), Inches(top + (box.middle[1] - box.height / 2) * scale),
        Inches(box.width * scale), Inches(box.height * scale),
    )  # fmt: skip
    shape.adjustments[0], shape.shadow.inherit = 0.18, False
    shape.name = box.node.label[:60]
    shape.fill.solid()
    shape.fill.fore_color.rgb = look if box.is_end else RGBColor(255, 255, 255)
    shape.line.color.rgb, shape.line.width = look, Pt(1.25)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for at, line in enumerate(box.lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER
        run = paragraph.add_run()
        run.text = line
        run.font.size, run.font.bold = Pt(round(LETTERS * scale * _POINTS, 1)), box.is_end
        run.font.color.rgb = RGBColor(255, 255, 255) if box.is_end else RGBColor.from_string(INK)
    return shape


def _connect(
    slide: DeckSlide, shapes: tuple[Any, Any], ends: tuple[ThingBox, ThingBox], grade: str, kind: str
) -> tuple[float, float]:
    """Glue a connector between two shapes, and return where its word stands, in inches."""
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_LINE
    from pptx.oxml import parse_xml
    from pptx.util import Pt

    first, last = _facing(*ends)
    line = slide.shapes.add_connector(1, 0, 0, 0, 0)
    line.begin_connect(shapes[0], _SIDES[first])
    line.end_connect(shapes[1], _SIDES[last])
    line.line.color.rgb, line.line.width = RGBColor.from_string(look_of(kind).colour[1:]), Pt(1.25)
    line.line.dash_style = MSO_LINE.from_xml(line_of(grade).preset)
    line.line._get_or_add_ln().append(
        parse_xml('<a:tailEnd xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="triangle"/>')
    )
    part = (
        _AWAY if ends[0].is_end and not ends[1].is_end else 1 - _AWAY if ends[1].is_end and not ends[0].is_end else 0.5
    )
    across, down = line.end_x - line.begin_x, line.end_y - line.begin_y
    return (line.begin_x + across * part) / _INCH, (line.begin_y + down * part) / _INCH


def _facing(one: ThingBox, other: ThingBox) -> tuple[str, str]:
    """The sides of two boxes that face each other."""
    across, down = other.middle[0] - one.middle[0], other.middle[1] - one.middle[1]
    if abs(across) > (one.width + other.width) / 2:
        return ("right", "left") if across > 0 else ("left", "right")
    return ("bottom", "top") if down > 0 else ("top", "bottom")


def _word(slide: DeckSlide, word: str, middle: tuple[float, float], scale: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    size = max(8.0, WORD_LETTERS * scale * _POINTS)
    width, height = width_of(word, size) / _POINTS + 0.06, size * 1.25 / _POINTS
    box = slide.shapes.add_textbox(
        Inches(middle[0] - width / 2), Inches(middle[1] - height / 2), Inches(width), Inches(height)
    )
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor(255, 255, 255)
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size = word, Pt(round(size, 1))
    run.font.color.rgb = RGBColor.from_string(PALE)


def _legend(slide: DeckSlide, picture: NetworkPicture, room: Room, language: Language) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Inches, Pt

    x, y = room.left, room.top + room.height - 0.3
    for name in (*picture.classes, *picture.grades):
        word = label(name, language)
        if name in GRADES:
            line = slide.shapes.add_connector(1, Inches(x), Inches(y + 0.11), Inches(x + 0.36), Inches(y + 0.11))
            line.line.color.rgb, line.line.width = RGBColor.from_string(PALE), Pt(1.5)
            line.line.dash_style = MSO_LINE.from_xml(line_of(name).preset)
            begin = x + 0.44
        else:
            look = look_of(name)
            mark = slide.shapes.add_shape(_SHAPES[look.shape], Inches(x), Inches(y + 0.03), Inches(0.16), Inches(0.16))
            mark.fill.solid()
            mark.fill.fore_color.rgb = RGBColor.from_string(look.colour[1:])
            mark.line.fill.background()
            mark.shadow.inherit = False
            mark.rotation = 180 if look.shape == "triangleDown" else 0
            begin = x + 0.22
        width = width_of(word, _LEGEND_LETTERS) / _POINTS + 0.08
        slide.text(begin, y, width, word, _LEGEND_LETTERS)
        x = begin + width + 0.14
