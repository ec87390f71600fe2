"""A sheet on which pictures are drawn, as SVG: text is text, whatever it says."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from lxml import etree

from graph.export.lettering import lines_of
from graph.pictures import look_of
from graph.results import legible

_SVG = "http://www.w3.org/2000/svg"
FONT = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
INK, PALE, LINE = "#1F2937", "#6B7280", "#D1D5DB"
_LEADING = 1.3
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CORNERS = {"square": 4, "diamond": 4, "triangle": 3, "triangleDown": 3, "hexagon": 6, "star": 10}
_TURNED = {"square": 45.0, "diamond": 0.0, "triangle": -90.0, "triangleDown": 90.0, "hexagon": 0.0, "star": -90.0}


class Canvas:
    """A white sheet.

    Arguments: width and height in pixels; title, told to whoever cannot see the picture.

    >>> b"&lt;b&gt;" in Canvas(10, 10, "<b>").svg()
    True
    """

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height = math.ceil(width), math.ceil(height)
        size = {"width": str(self.width), "height": str(self.height), "viewBox": f"0 0 {self.width} {self.height}"}
        self._root = etree.Element("svg", {**size, "role": "img", "font-family": FONT}, nsmap={None: _SVG})  # type: ignore[dict-item]
        etree.SubElement(self._root, "title").text = _clean(title)
        self.box(0, 0, self.width, self.height, fill="#FFFFFF")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        line: str = "none",
        round_by: float = 0,
        thick: float = 1,
    ) -> None:
        """Draw a rectangle by its left upper corner."""
        told = {"x": x, "y": y, "width": width, "height": height, "rx": round_by, "stroke-width": thick}
        self._add("rect", {name: _number(value) for name, value in told.items()} | {"fill": fill, "stroke": line})

    def line(
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str,
        dashes: str = "",
        thick: float = 1.2,
        curved: bool = False,
    ) -> None:
        """Draw a line through points; curved, where they are those of Bézier curves: a start, then three for each curve."""
        first, *rest = [f"{_number(x)},{_number(y)}" for x, y in points]
        path = f"M{first}C{' '.join(rest)}" if curved else f"M{first}L{' '.join(rest)}"
        told = {"d": path, "fill": "none", "stroke": colour, "stroke-width": _number(thick)}
        self._add("path", told | ({"stroke-dasharray": dashes} if dashes else {}))

    def area(self, points: Sequence[tuple[float, float]], *, fill: str, line: str = "none", thick: float = 1) -> None:
        """Draw a closed area."""
        corners = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self._add("polygon", {"points": corners, "fill": fill, "stroke": line, "stroke-width": _number(thick)})

    def arrow(self, tip: tuple[float, float], behind: tuple[float, float], colour: str) -> None:
        """Draw the head of an arrow that comes from a point behind its tip."""
        angle = math.atan2(tip[1] - behind[1], tip[0] - behind[0])
        sides = [(tip[0] - 8 * math.cos(angle + turn), tip[1] - 8 * math.sin(angle + turn)) for turn in (-0.4, 0.4)]
        self.area([tip, *sides], fill=colour)

    def mark(self, x: float, y: float, kind: str, radius: float = 6) -> None:
        """Draw the shape of a class in its colour, by its middle."""
        look = look_of(kind)
        if look.shape == "dot":
            self._add("circle", {"cx": _number(x), "cy": _number(y), "r": _number(radius), "fill": look.colour})
            return
        count, turned = _CORNERS[look.shape], math.radians(_TURNED[look.shape])
        radii = (radius * 1.15, radius * 0.5) if look.shape == "star" else (radius * 1.15,)
        corners = [
            (x + radii[i % len(radii)] * math.cos(turned + 2 * math.pi * i / count),
             y + radii[i % len(radii)] * math.sin(turned + 2 * math.pi * i / count))
            for i in range(count)
        ]  # fmt: skip
        self.area(corners, fill=look.colour)

    def text(
        self,
        x: float,
        y: float,
        lines: Sequence[str] | str,
        *,
        size: float = 13,
        colour: str = INK,
        anchor: str = "start",
        bold: bool = False,
        rim: str = "",
    ) -> float:
        """Write lines, the first one's letters standing on y, and return where the next would stand; rim, a colour round the letters."""
        shown = [lines] if isinstance(lines, str) else lines
        told = {"x": _number(x), "font-size": _number(size), "fill": colour, "text-anchor": anchor}
        if rim:
            told |= {"stroke": rim, "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke"}
        for at, line in enumerate(shown):
            place = {"y": _number(y + at * size * _LEADING)}
            self._add("text", told | place | ({"font-weight": "bold"} if bold else {})).text = _clean(line)
        return y + len(shown) * size * _LEADING

    def paragraph(
        self, x: float, y: float, text: str, width: float, *, size: float = 13, colour: str = INK, bold: bool = False
    ) -> float:
        """Write a text in lines of a width, and return where the next line would stand."""
        return self.text(x, y, lines_of(text, size, width), size=size, colour=colour, bold=bold)

    def svg(self) -> bytes:
        """Return the picture."""
        return bytes(etree.tostring(self._root, xml_declaration=True, encoding="utf-8", pretty_print=True))

    def _add(self, name: str, told: dict[str, str]) -> etree._Element:
        return etree.SubElement(self._root, name, told)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", legible(text))


def _number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
