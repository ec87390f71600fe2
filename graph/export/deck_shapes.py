"""What a slide of our own look is made of: where a shape stands, how its words begin, bars of colour."""

from __future__ import annotations

from typing import Any

INK, PALE, ACCENT = "1F2937", "6B7280", "332288"


def set_size(frame: Any, size: float) -> None:
    """Give all letters of a text a size in points."""
    from pptx.util import Pt

    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)


def place_shape(shape: Any, x: float, y: float, width: float, height: float) -> None:
    """Put a shape somewhere, in inches."""
    from pptx.util import Inches

    shape.left, shape.top, shape.width, shape.height = Inches(x), Inches(y), Inches(width), Inches(height)


def begin_left(shape: Any, *, bold: bool) -> None:
    """Let the words of a shape begin at its left side."""
    from pptx.dml.color import RGBColor
    from pptx.enum.text import PP_ALIGN

    shape.text_frame.margin_left = 0
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        for run in paragraph.runs:
            run.font.bold = bold
            run.font.color.rgb = RGBColor.from_string(INK if bold else PALE)


def add_bar(slide: Any, x: float, y: float, width: float, height: float) -> None:
    """Add a bar of colour to a slide, in inches."""
    from pptx.dml.color import RGBColor
    from pptx.util import Inches

    bar = slide.shapes.add_shape(1, Inches(x), Inches(y), Inches(width), Inches(height))
    bar.fill.solid()
    bar.fill.fore_color.rgb = RGBColor.from_string(ACCENT)
    bar.line.fill.background()
    bar.shadow.inherit = False
