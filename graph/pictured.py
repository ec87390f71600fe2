"""What Python returns and can be drawn: results know that they can be, a room above them knows how."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeAlias

Draw: TypeAlias = Callable[[object, Path | str, Literal["zh", "en"], int], Path]
_drawing: list[Draw] = []


def draw_with(draw: Draw) -> None:
    """Say who draws what can be drawn. Arguments: draw, takes the result, a path, a language and how many things to show."""
    _drawing[:] = [draw]


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
