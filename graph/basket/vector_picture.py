"""Whether a text is a vector picture as ours are: shapes and words alone, nothing that runs, loads or leads anywhere."""

from __future__ import annotations

import re

from lxml import etree

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = {f"{_SVG}{name}" for name in ("svg", "title", "rect", "path", "polygon", "circle", "text")}
_SAID = {
    *("width", "height", "viewBox", "role", "x", "y", "rx", "d", "points", "cx", "cy", "r", "fill"),
    *("stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order"),
    *("font-family", "font-size", "font-weight", "text-anchor"),
}
_VALUE = re.compile(r"[\w#., -]*", re.ASCII)
_NUMBER = re.compile(r"\d{1,5}")


def is_vector_picture(text: str) -> bool:
    """Return whether a text is SVG of shapes and words alone, with a width and a height in pixels.

    >>> is_vector_picture('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text x="1">沈阳</text></svg>')
    True
    >>> is_vector_picture('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>')
    False
    """
    if "<!" in text:
        return False
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return False
    sizes = (root.get(name, "") for name in ("width", "height"))
    return all(_NUMBER.fullmatch(size) for size in sizes) and all(_is_shape(one) for one in root.iter())


def _is_shape(one: etree._Element) -> bool:
    return one.tag in _SHAPES and all(name in _SAID and _VALUE.fullmatch(str(value)) for name, value in one.items())
