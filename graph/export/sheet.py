"""What stands around every picture: its title and finding above, its notes and source below."""

from __future__ import annotations

from dataclasses import dataclass

from graph.export.canvas import INK, LINE, PALE, Canvas
from graph.export.lettering import lines_of
from graph.rdf import Language

MARGIN = 28.0
LEADING = 1.3
TITLE, FINDING, SMALL = 22.0, 15.0, 12.0
NARROWEST = 760.0


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around a picture."""

    title: str
    finding: str
    """What it shows, in one sentence."""
    notes: tuple[str, ...]
    """What was left out, and from where it comes."""
    language: Language


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its words written; what is drawn stands in the room between."""

    canvas: Canvas
    left: float
    top: float
    """Where the room for the picture begins."""
    below: float
    """Where the room for its legend begins."""


def sheet_for(width: float, height: float, words: Words, legend: float = 0) -> Sheet:
    """Return a sheet with room for a picture of this size, and for a legend of this height below it.

    >>> sheet_for(10, 10, Words("a", "b", (), "en")).canvas.width
    816
    """
    wide = max(width, NARROWEST)
    title, finding = lines_of(words.title, TITLE, wide), lines_of(words.finding, FINDING, wide)
    notes = [line for note in words.notes for line in lines_of(note, SMALL, wide)]
    head = MARGIN + (len(title) * TITLE + len(finding) * FINDING) * LEADING + 20
    foot = legend + len(notes) * SMALL * LEADING + 34
    canvas = Canvas(wide + 2 * MARGIN, head + height + foot + MARGIN, f"{words.title} {words.finding}")
    y = canvas.text(MARGIN, MARGIN + TITLE * 0.8, title, size=TITLE, bold=True)
    canvas.text(MARGIN, y, finding, size=FINDING, colour=INK)
    below = head + height + 26
    canvas.line([(MARGIN, below - 14), (MARGIN + wide, below - 14)], colour=LINE, thick=1)
    canvas.text(MARGIN, below + legend + 10, notes, size=SMALL, colour=PALE)
    return Sheet(canvas, MARGIN + (wide - width) / 2, head, below)
