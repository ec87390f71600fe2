"""A network on a slide: shapes that can be moved, with connectors glued to them, and a legend."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from graph.export.deck_connector import connect
from graph.export.deck_lines import slide_lines
from graph.export.deck_shapes import INK, PALE
from graph.export.deck_sheet import DeckSlide, Room
from graph.export.lettering import width_of
from graph.export.network_picture import LETTERS, WORD_LETTERS, NetworkPicture, ThingBox, slide_pictures
from graph.export.selection import Selection
from graph.pictures import GRADES, line_of, look_of
from graph.rdf import Language, label
from graph.results import legible
from graph.things import Node

_POINTS = 72.0
_SHAPES = {"square": 1, "dot": 9, "diamond": 4, "triangle": 7, "triangleDown": 7, "star": 92, "hexagon": 10}
"""Shapes of the palette as PowerPoint numbers them (MSO_AUTO_SHAPE_TYPE)."""
_LEAST_WORD = 8.0
"""Points of the smallest word on a line."""
_LEGEND_LETTERS, _LEGEND_ROOM = 11.0, 0.45
_MOST_LETTERS = 16.0
_MOST_THINGS = 24
_LEAST_LETTERS = 9.5
"""Points below which words on a slide are no longer read."""


def _scale_for(picture: NetworkPicture, room: Room) -> float:
    """Return inches a pixel of the picture, so that it fits with its legend."""
    width, height = room.width / max(picture.width, 1), (room.height - _LEGEND_ROOM) / max(picture.height, 1)
    return min(width, height, _MOST_LETTERS / LETTERS / _POINTS)


def legible_picture(
    selection: Selection, ends: Sequence[Node], language: Language, room: Room
) -> NetworkPicture | None:
    """Return the largest part of a network whose words can be read in a room of a slide and whose lines pass through no box.

    Of more things that were asked for than a slide holds, those with the most relations are drawn. None where there is nothing to draw.
    """
    best: tuple[int, float] | None = None
    found: NetworkPicture | None = None
    fewest = max(3, min(len(ends), _MOST_THINGS))
    parts = list(islice(selection.tied(ends), _MOST_THINGS))
    for part in reversed(parts[min(fewest, len(parts)) - 1 :]):
        held = [end for end in ends if end in part.things]
        for picture in slide_pictures(part, held, language, room.width / room.height):
            scale = _scale_for(picture, room)
            letters = min(scale * LETTERS * _POINTS, _LEAST_LETTERS)
            if best is not None and best <= (0, -letters):
                continue  # no better, however few of its lines are crossed: to lead them takes longest
            crossed = sum(line.crossed for line in slide_lines(picture, _word_sizes(picture, scale)))
            if picture.boxes and (best is None or (crossed, -letters) < best):
                best, found = (crossed, -letters), picture
        if best == (0, -_LEAST_LETTERS):
            break
    return found


def draw_network(slide: DeckSlide, picture: NetworkPicture, room: Room, language: Language) -> None:
    """Draw a network into a room of a slide, its legend at the foot of it."""
    scale = _scale_for(picture, room)
    left = room.left + (room.width - picture.width * scale) / 2
    top = room.top + (room.height - _LEGEND_ROOM - picture.height * scale) / 2
    boxes = [_box(slide, box, left, top, scale) for box in picture.boxes]
    drawn = slide_lines(picture, _word_sizes(picture, scale))
    for line, way in zip(picture.lines, drawn, strict=True):
        connect(slide, (boxes[line.subject], boxes[line.object]), way, line.relation, (left, top, scale))
    for line, way in zip(picture.lines, drawn, strict=True):  # behind all lines, so that none lies over a word
        if way.word is not None:
            _word(slide, line.word, Room(*(left + way.word.left * scale, top + way.word.top * scale),
                  (way.word.right - way.word.left) * scale, (way.word.bottom - way.word.top) * scale), scale)  # fmt: skip
    _legend(slide, picture, room, language)


def _word_sizes(picture: NetworkPicture, scale: float) -> list[tuple[float, float]]:
    """Width and height in pixels of the words on the lines. Arguments: picture; scale, inches a pixel."""
    size = _word_size(scale)
    return [
        ((width_of(one.word, size) / _POINTS + 0.06) / scale, size * 1.25 / _POINTS / scale) for one in picture.lines
    ]


def _word_size(scale: float) -> float:
    return max(_LEAST_WORD, WORD_LETTERS * scale * _POINTS)


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
    shape.name = legible(box.node.label)[:60]
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


def _word(slide: DeckSlide, word: str, place: Room, scale: float) -> None:
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    box = slide.shapes.add_textbox(*(Inches(side) for side in place))
    box.fill.solid()
    box.fill.fore_color.rgb = RGBColor(255, 255, 255)
    frame = box.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    run = frame.paragraphs[0].add_run()
    run.text, run.font.size = word, Pt(round(_word_size(scale), 1))
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
