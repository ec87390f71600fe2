"""How wide words are and where their lines break, without asking a font: the same on every machine."""

from __future__ import annotations

import re
import unicodedata

from graph.results import legible

_NARROW = frozenset("iljtfr.,;:!|'()[] ·")
_NOT_FIRST = frozenset("，。、；：？！）》」』”’】％%…—")
"""What no line begins with."""
_PIECE = re.compile(r"[A-Za-z0-9.,:;%+\-/'’()]+ ?|.", re.DOTALL)


def width_of(text: str, size: float) -> float:
    """Return the width of a line in pixels, rather too wide than too narrow.

    Arguments: text; size of the letters in pixels. A Chinese character is as wide as it is high in every font.

    >>> width_of("沈阳", 10), width_of("ab", 10)
    (20.0, 12.0)
    """
    return round(sum(map(_share, legible(text))) * size, 2)


def _share(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F", "A"):
        return 1.0
    if char in _NARROW:
        return 0.36
    return 0.72 if char.isupper() or char in "mw@%" else 0.6


def lines_of(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return a text as it can be drawn, in lines of at most a width; words of letters stay whole where they fit, nothing is left out.

    >>> lines_of("区域性金融中心", 10, 40)
    ('区域性金', '融中心')
    >>> lines_of("沈阳，大连", 10, 20)
    ('沈阳，', '大连')
    """
    lines, line = [], ""
    for piece in _PIECE.findall(" ".join(legible(text).split())):
        for part in (piece,) if width_of(piece, size) <= width else piece:
            if line and part[0] not in _NOT_FIRST and width_of(line + part.rstrip(), size) > width:
                lines.append(line.rstrip())
                line = ""
            line += part
    return (*lines, line.rstrip()) if line.strip() or not lines else tuple(lines)
