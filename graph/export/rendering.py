"""From SVG to pixels and pages, with a Chinese font."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from graph.errors import GraphError
from graph.export.pdf_order import in_order

_FONTS = (
    "/usr/share/fonts/opentype/noto",
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/google-noto-cjk",
    "/System/Library/Fonts",
)
"""Where systems keep a font that knows Chinese; Debian's package fonts-noto-cjk uses the first."""
_DOTS_PER_INCH = 300
_PIXELS_PER_INCH, _POINTS_PER_INCH = 96, 72
_WIDEST = 12_000
"""Pixels."""


def png_of(svg: bytes) -> bytes:
    """Return a picture of 300 dots an inch, fewer where it would be wider than most programs can open.

    Arguments: svg, whose width counts pixels of 1/96 inch. Raises GraphError where what draws it, or a Chinese font, is not there.
    """
    width = float(etree.fromstring(svg).get("width", "1"))
    dots = min(_DOTS_PER_INCH, _WIDEST / width * _PIXELS_PER_INCH)
    return bytes(_converter().svg_to_png(svg.decode(), scale=_POINTS_PER_INCH / _PIXELS_PER_INCH, ppi=dots))


def pdf_of(svg: bytes) -> bytes:
    """Return a page of the size of the picture, the same for the same picture; raises GraphError as `png_of` does."""
    return in_order(bytes(_converter().svg_to_pdf(svg.decode())))


@cache
def _converter() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise GraphError("vl-convert-python", "it is not installed", "pip install 'policygraph[export]'") from error
    folder = next((one for one in _FONTS if Path(one).is_dir()), None)
    if folder is None:
        raise GraphError("Noto Sans CJK", "no Chinese font is installed", "on Debian: apt-get install fonts-noto-cjk")
    vl_convert.register_font_directory(folder)
    return vl_convert
