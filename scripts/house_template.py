"""A made-up house: a template of slides with its own colours and fonts, to show what ``--template`` does."""

from __future__ import annotations

from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE

_COLOURS = {b"1F497D": b"0B3D2E", b"4F81BD": b"0B6E4F", b"C0504D": b"C8963E"}
"""Those of the template that python-pptx brings, and those of the house."""
_FONT = b"Noto Serif CJK SC"


def house_template(path: Path) -> Path:
    """Write a template, and return it."""
    deck = Presentation()
    theme = deck.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    content = theme.blob
    for old, new in _COLOURS.items():
        content = content.replace(old, new)
    theme._blob = content.replace(
        b'<a:latin typeface="Calibri"/><a:ea typeface=""/>',
        b'<a:latin typeface="%s"/><a:ea typeface="%s"/>' % (_FONT, _FONT),
    )
    deck.save(str(path))
    return path
