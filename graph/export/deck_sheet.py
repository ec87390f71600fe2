"""A deck and the pieces of a slide: texts and shapes whose words fit, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from graph.errors import GraphError
from graph.export.deck_shapes import ACCENT, INK, PALE, add_bar, begin_left, place_shape, set_size
from graph.export.deck_template import HEIGHT, WIDTH, remove_slides, set_fonts, title_only, widen
from graph.export.lettering import lines_of, width_of
from graph.rdf import Language
from graph.results import legible

_MARGIN = 0.6
_POINTS = 72.0
_INCH, _POINT = 914_400, 12_700
"""Units of the format an inch, and a point."""
_LEADING = 1.25
_GOES_ON: dict[Language, str] = {"zh": "（续{}）", "en": " ({})"}


class Room(NamedTuple):
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float


class Deck:
    """A presentation that grows by slides.

    Arguments: template, a .pptx whose masters, fonts and colours are used, None for our own; language, in which slides are numbered.
    Raises GraphError where python-pptx is not installed, or the template is none.
    """

    def __init__(self, template: Path | None = None, language: Language = "zh") -> None:
        self._language = language
        try:
            from pptx import Presentation
        except ImportError as error:
            raise GraphError("python-pptx", "it is not installed", "pip install 'policygraph[export]'") from error
        self.has_own_look = template is None
        try:
            self._deck = Presentation(str(template) if template else None)
        except Exception as error:  # whatever the library makes of a file that is none
            raise GraphError(
                template or "", "no presentation that can be opened", "give a .pptx with --template"
            ) from error
        if self.has_own_look:
            widen(self._deck)
            set_fonts(self._deck)
        remove_slides(self._deck)
        width, height = ((size or 0) / _INCH for size in (self._deck.slide_width, self._deck.slide_height))
        top = 1.35 if self.has_own_look else self._below_title()
        self.room = Room(_MARGIN, top, width - 2 * _MARGIN, height - top - 0.7)

    def _below_title(self) -> float:
        """Where a slide of the template has room: below its title."""
        layout: Any = self._deck.slide_layouts[title_only(self._deck)]
        title = next((one for one in layout.placeholders if one.placeholder_format.idx == 0), None)
        return (title.top + title.height) / _INCH + 0.1 if title is not None else 1.35

    def title_slide(self, title: str, below: str) -> DeckSlide:
        """Add the first slide."""
        slide = self._add(0)
        holders = list(slide.placeholders)
        slide.shapes.title.text_frame.text = legible(title)
        if len(holders) > 1:
            holders[1].text_frame.text = legible(below)
        if self.has_own_look:
            place_shape(slide.shapes.title, 1.0, 2.0, WIDTH - 2.0, 1.6)
            begin_left(slide.shapes.title, bold=True)
            place_shape(holders[1], 1.0, 3.9, WIDTH - 2.0, 1.8)
            begin_left(holders[1], bold=False)
        for holder, largest in zip(holders[:2], (40, 18), strict=False):
            text = holder.text_frame.text
            set_size(holder.text_frame, _fitting(text, largest, holder.width / _POINT, holder.height / _POINT))
        if self.has_own_look:
            add_bar(slide, 0, 0, 0.4, HEIGHT)
            add_bar(slide, 1.0, 3.72, 1.6, 0.05)
        return DeckSlide(slide, self)

    def slide(self, title: str, number: int = 1) -> DeckSlide:
        """Add a slide with a title, and room below it. Arguments: title; number, of several slides that go on from one to the next."""
        slide = self._add(title_only(self._deck))
        title = legible(title) + (_GOES_ON[self._language].format(number) if number > 1 else "")
        slide.shapes.title.text_frame.text = title
        if self.has_own_look:
            place_shape(slide.shapes.title, self.room.left, 0.4, self.room.width, 0.8)
            set_size(slide.shapes.title.text_frame, _fitting(title, 26, self.room.width * _POINTS - 14, 0.8 * _POINTS))
            begin_left(slide.shapes.title, bold=True)
            add_bar(slide, self.room.left, 1.2, self.room.width, 0.02)
        return DeckSlide(slide, self)

    def content(self) -> bytes:
        """Return the bytes of the deck as they are now, with the dates of writing still in them."""
        file = BytesIO()
        self._deck.save(file)
        return file.getvalue()

    def name(self, title: str, comments: str) -> None:
        """Say in the file's properties what it is."""
        self._deck.core_properties.title, self._deck.core_properties.comments = legible(title)[:255], comments[:255]
        self._deck.core_properties.author = "policygraph"

    def _add(self, layout: int) -> Any:
        return self._deck.slides.add_slide(self._deck.slide_layouts[layout])


class DeckSlide:
    """One slide. Places are inches from its left upper corner, sizes of letters points."""

    def __init__(self, slide: Any, deck: Deck) -> None:
        self._slide, self._deck = slide, deck

    @property
    def shapes(self) -> Any:
        """What python-pptx adds shapes to."""
        return self._slide.shapes

    def note(self, text: str) -> None:
        """Write the notes of the speaker."""
        self._slide.notes_slide.notes_text_frame.text = legible(text)

    def foot(self, line: str) -> None:
        """Write a small line below the room."""
        room = self._deck.room
        self.text(room.left, room.top + room.height + 0.05, room.width, line, 11, colour=PALE)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        lines: Sequence[str] | str,
        size: float,
        *,
        colour: str = INK,
        bold: bool = False,
        italic: bool = False,
    ) -> float:
        """Write paragraphs, broken as they will be, and return how high they stand in inches."""
        told = [lines] if isinstance(lines, str) else list(lines)
        height = text_height(told, size, width)
        frame = self._frame(Room(x, y, width, height))
        for line in told:
            self._write(frame, line, size, colour, bold=bold, italic=italic)
        return height

    def text_below_note(self, room: Room, note: Sequence[str], text: Sequence[str], size: float) -> None:
        """Write paragraphs below a note on them, in one box: neither covers the other, however a program breaks their lines."""
        frame = self._frame(room)
        for line in note:
            self._write(frame, line, size, ACCENT, bold=True)
        if note and text:
            frame.paragraphs[-1].space_after = int(size * _POINT)
        for line in text:
            self._write(frame, line, size, INK)

    def _frame(self, room: Room) -> Any:
        from pptx.util import Inches

        box = self._slide.shapes.add_textbox(*(Inches(side) for side in room))
        frame = box.text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        return frame

    def _write(
        self, frame: Any, line: str, size: float, colour: str, *, bold: bool = False, italic: bool = False
    ) -> None:
        from pptx.util import Pt

        paragraph = frame.paragraphs[0] if not frame.paragraphs[0].runs else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = legible(line)
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
        self.paint(run.font, colour)

    def paint(self, font: Any, colour: str) -> None:
        """Give letters a colour; those of a template keep its own, where they would have ours."""
        from pptx.dml.color import RGBColor

        if self._deck.has_own_look or colour not in (INK, ACCENT):
            font.color.rgb = RGBColor.from_string(colour)

    def fill(self, cell: Any, colour: str) -> None:
        """Give the cell of a table a ground; a template's tables keep their own."""
        from pptx.dml.color import RGBColor

        if self._deck.has_own_look:
            cell.fill.solid()
            cell.fill.fore_color.rgb = RGBColor.from_string(colour)


def text_height(lines: Sequence[str], size: float, width: float) -> float:
    """Return how high paragraphs stand, in inches. Arguments: lines; size in points; width in inches."""
    count = sum(len(lines_of(line, size, width * _POINTS * 0.97)) for line in lines)
    return count * size * _LEADING / _POINTS + 0.03


def _fitting(text: str, size: float, width: float, height: float) -> float:
    """The greatest size in points, from that which is wished down, at which a text fits in a box."""
    while size > 12 and len(lines_of(text, size, width * 0.95)) * size * _LEADING > height:
        size -= 1
    return size


def longest_line(lines: Sequence[str], size: float) -> float:
    """Return the width of the widest of some lines, in inches."""
    return max((width_of(line, size) for line in lines), default=0.0) / _POINTS
