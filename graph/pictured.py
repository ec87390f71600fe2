"""What can be drawn: the views of a graph, and what Python returns; results know that they can be, a room above them knows how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

View: TypeAlias = Literal["network", "matrix", "targets", "timeline", "map", "country"]
"""What a picture of a graph shows."""
Draw: TypeAlias = Callable[[object, Path | str, Literal["zh", "en"], int], Path]
Show: TypeAlias = Callable[[object, str], str]
_drawing: list[Draw] = []
_showing: list[Show] = []


def draw_with(draw: Draw) -> None:
    """Say who draws what can be drawn. Arguments: draw, takes the result, a path, a language and how many things to show."""
    _drawing[:] = [draw]


def show_with(show: Show) -> None:
    """Say who shows what can be drawn in a notebook. Arguments: show, takes the result and the HTML of its table, and returns both."""
    _showing[:] = [show]


class Pictured:
    """Something that can be drawn."""

    __slots__ = ()

    def picture(self, path: Path | str, language: Literal["zh", "en"] = "zh", most: int = 60) -> Path:
        """Draw it into a file, and return the file.

        Arguments: path, .svg, .png (300 dots an inch), .pdf, or .html, which shows the quotes of what is clicked; language of the words
        around it; most, how many things it shows, those with most relations. Raises GraphError for another suffix, a program that is
        not installed, and a file that cannot be written.
        """
        return _drawing[0](self, path, language, most)

    def _with_picture(self, html: str) -> str:
        """Return HTML as a notebook shows it: with a picture above the table."""
        return _showing[0](self, html)
