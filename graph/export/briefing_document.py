"""A briefing as a Word document, with its network as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from typing import Any

from graph.counted import counted
from graph.export.briefing_content import Briefing, method
from graph.export.briefing_words import WORDS, declared_rows, role_rows, target_rows, where
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.rendering import png_of
from graph.export.selection import Selection
from graph.export.sheet import Words
from graph.export.undated import undated
from graph.rdf import label
from graph.things import Node

_EAST_ASIAN, _LATIN = "宋体", "Times New Roman"
_MOST_THINGS = 30
_WIDTH, _HEIGHT = 6.2, 7.6
"""Inches that a picture takes at most."""


def briefing_document(briefing: Briefing) -> bytes:
    """Return a .docx; raises GraphError where Graphviz or a Chinese font is not installed."""
    words, language = WORDS[briefing.language], briefing.language
    made = document_in_both_scripts(briefing.words.title)
    made.add_heading(briefing.words.title, 0)
    made.add_paragraph(briefing.words.finding)
    add_network(made, briefing.selection, briefing.ends, briefing.words)
    if briefing.tasks:
        made.add_heading(words["tasks"], 1)
    for one in briefing.tasks:
        made.add_paragraph(f"{one.task.label}（{label(one.grade, language)}）", style="List Number")
        made.add_paragraph(f"“{one.quote.said}” {where(one.quote)}", style="Quote")
    if briefing.tasks_left_out:
        made.add_paragraph(counted(words["more tasks"], n=briefing.tasks_left_out))
    if briefing.answer is not None and briefing.answer.lines:
        _table(made, words["answer"], briefing.answer.heads(), briefing.answer.rows())
    for name, (head, body) in (
        ("roles", role_rows(briefing.roles, briefing.places, language)),
        ("targets", target_rows(briefing.targets, language)),
        ("declared", declared_rows(briefing.reading, language)),
    ):
        if body:
            _table(made, words[name], head, body)
        if name == "targets" and briefing.targets_left_out:
            made.add_paragraph(counted(words["more targets"], n=briefing.targets_left_out))
    made.add_heading(words["sources"], 1)
    for source in briefing.sources:
        made.add_paragraph(
            ", ".join(filter(None, (source.title, source.publisher, source.issued))), style="List Bullet"
        )
    for line in (*method(language), f"{words['hash']}: {briefing.digest}", f"{words['again']}: {briefing.command}"):
        made.add_paragraph(line)
    if briefing.sparql:
        made.add_paragraph(briefing.sparql.strip(), style="No Spacing")
    file = BytesIO()
    made.save(file)
    return undated(file.getvalue())


def document_in_both_scripts(title: str) -> Any:
    """Return an empty Word document that names a font for either script. Arguments: title, of its properties."""
    from docx import Document

    made = Document()
    _set_fonts(made)
    made.core_properties.title, made.core_properties.author = title[:255], "policygraph"
    return made


def add_network(made: Any, selection: Selection, ends: Sequence[Node], words: Words) -> None:
    """Add a network to a Word document as a picture, nothing where there is nothing to draw.

    Arguments: made, the document; selection; ends, what was asked for; words around it. Raises GraphError as `briefing_document` does.
    """
    from docx.shared import Inches

    *_, part = (selection, *islice(selection.tied(ends), _MOST_THINGS))
    drawn = network_picture(part, [end for end in ends if end in part.things], words.language)
    if not drawn.boxes:
        return
    is_high = drawn.height / max(drawn.width, 1) > _HEIGHT / _WIDTH
    size = {"height": Inches(_HEIGHT)} if is_high else {"width": Inches(_WIDTH)}
    made.add_picture(BytesIO(png_of(network_svg(drawn, words))), **size)


def _table(made: Any, title: str, head: Sequence[str], body: Sequence[Sequence[str]]) -> None:
    made.add_heading(title, 1)
    table = made.add_table(rows=1, cols=len(head), style="Light Grid Accent 1")
    for cell, word in zip(table.rows[0].cells, head, strict=True):
        cell.text = word
    for row in body:
        for cell, word in zip(table.add_row().cells, row, strict=True):
            cell.text = word


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
