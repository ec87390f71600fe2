"""A Word document and its pieces: both scripts have a font, tables go on with their head, no word turns those around it."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from graph.export.deck_table import Cell, Marked, pieces_of
from graph.export.undated import undated
from graph.results import unturned

_EAST_ASIAN, _LATIN = "宋体", "Times New Roman"
_STYLE = "Light Grid Accent 1"


def document_in_both_scripts(title: str) -> Any:
    """Return an empty Word document that names a font for either script. Arguments: title, of its properties."""
    from docx import Document

    made = Document()
    _set_fonts(made)
    made.core_properties.title, made.core_properties.author = unturned(title)[:255], "policygraph"
    return made


def content_of(made: Any) -> bytes:
    """Return the bytes of a document, the same whenever it was made; characters that turn the direction of writing are codes in it."""
    from docx.oxml.ns import qn

    for text in made.element.iter(qn("w:t")):
        text.text = unturned(text.text or "")
    file = BytesIO()
    made.save(file)
    return undated(file.getvalue())


def add_table(made: Any, head: Sequence[str], body: Sequence[Sequence[Cell]]) -> None:
    """Add a table whose head stands on each of its pages, and none of whose rows is broken between two. Lines of cells are paragraphs."""
    table = made.add_table(rows=1, cols=len(head), style=_STYLE)
    for drawn, word in zip(table.rows[0].cells, head, strict=True):
        drawn.text = word
    _say(table.rows[0], "tblHeader")
    for cells in body:
        row = table.add_row()
        _say(row, "cantSplit")
        for drawn, cell in zip(row.cells, cells, strict=True):
            _fill(drawn, cell)


def _say(row: Any, name: str) -> None:
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def _fill(drawn: Any, cell: Cell) -> None:
    text, spans = cell if isinstance(cell, Marked) else (cell, ())
    begin = 0
    for at, line in enumerate(text.split("\n")):
        paragraph = drawn.paragraphs[0] if at == 0 else drawn.add_paragraph()
        for piece, stands_out in pieces_of(line, begin, spans):
            run = paragraph.add_run(piece)
            run.font.bold = run.font.underline = True if stands_out else None
        begin += len(line) + 1


def _set_fonts(made: Any) -> None:
    """Name the fonts of both scripts in every style that names one."""
    from docx.oxml.ns import qn

    for style in made.styles:
        fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is not None:
            for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{kind}"), None)
            fonts.set(qn("w:ascii"), _LATIN)
            fonts.set(qn("w:hAnsi"), _LATIN)
            fonts.set(qn("w:eastAsia"), _EAST_ASIAN)
    defaults = made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:rFonts')}")
    if defaults is not None:
        defaults.attrib.clear()
        for kind, font in (("ascii", _LATIN), ("hAnsi", _LATIN), ("eastAsia", _EAST_ASIAN)):
            defaults.set(qn(f"w:{kind}"), font)
