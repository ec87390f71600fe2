"""Draw the picture of a network as SVG, with its legend."""

from __future__ import annotations

from dataclasses import replace

from graph.counted import counted
from graph.export.canvas import INK, PALE, Canvas
from graph.export.lettering import width_of
from graph.export.network_picture import LETTERS, MARK_ROOM, WORD_LETTERS, NetworkPicture, RelationLine, ThingBox
from graph.export.sheet import LEADING, MARGIN, NARROWEST, SMALL, Sheet, Words, sheet_for
from graph.pictures import GRADES, line_of, look_of
from graph.rdf import Language, label

_ROW = 22.0
LEFT_OUT: dict[Language, str] = {
    "zh": "为看得清，另有{n}个关系最少的事物未画出。",
    "en": "{n:thing with the fewest relations is|things with the fewest relations are} left out for legibility.",
}
_RELATIONS_LEFT_OUT: dict[Language, str] = {
    "zh": "另有{n}条关系未画出。",
    "en": "{n:relation is|relations are} not drawn.",
}

_STRAIGHT: dict[Language, str] = {
    "zh": "线太多，未绕开方框，从其下穿过；用--most少画些事物，线即绕开。",
    "en": "Lines are too many to be led round boxes, and pass below them; of fewer things (--most) they go round.",
}
_NO_WORDS = (
    "线多，线上不写是什么关系；线的颜色是所指事物的类别。",
    "Lines are too many to be named; their colour is the class of what they point to.",
)


def network_svg(picture: NetworkPicture, words: Words) -> bytes:
    """Return SVG. Nothing is cut: the sheet is as large as what stands on it.

    >>> b"</svg>" in network_svg(NetworkPicture(0, 0, (), (), 0), Words("a", "b", (), "en"))
    True
    """
    return network_sheet(picture, words).canvas.svg()


def network_sheet(picture: NetworkPicture, words: Words) -> Sheet:
    """Return the sheet with the network on it, which says where it begins."""
    if picture.left_out:
        told = counted(LEFT_OUT[words.language], n=picture.left_out)
        words = replace(words, notes=(told, *words.notes))
    if picture.lines and not any(line.word for line in picture.lines):
        words = replace(words, notes=(_NO_WORDS[words.language == "en"], *words.notes))
    if not picture.are_led:
        words = replace(words, notes=(_STRAIGHT[words.language], *words.notes))
    legend = _legend_rows(picture, max(picture.width, NARROWEST), words.language)
    sheet = sheet_for(picture.width, picture.height, words, len(legend) * _ROW)
    canvas, left, top = sheet.canvas, sheet.left, sheet.top
    for line in picture.lines:
        _draw_line(canvas, line, left, top)
    for box in picture.boxes:
        _draw_box(canvas, box, left, top)
    for line in picture.lines:
        _draw_word(canvas, line, left, top)
    for at, row in enumerate(legend):
        _draw_legend(canvas, row, sheet.below + 6 + at * _ROW)
    return sheet


def left_out_said(picture: NetworkPicture, relations: int, language: Language) -> str:
    """Return what a picture leaves out, in one line; empty where it shows all.

    Arguments: picture; relations, how many there are in all; language.

    >>> left_out_said(NetworkPicture(1, 1, (), (), 2), 3, "en")
    '2 things with the fewest relations are left out for legibility. 3 relations are not drawn.'
    """
    told = [
        counted(words[language], n=number)
        for words, number in ((LEFT_OUT, picture.left_out), (_RELATIONS_LEFT_OUT, relations - len(picture.lines)))
        if number
    ]
    return ("" if language == "zh" else " ").join(told)


def _draw_line(canvas: Canvas, line: RelationLine, left: float, top: float) -> None:
    points = [(x + left, y + top) for x, y in line.points]
    colour = look_of(line.relation.object.kind).colour
    canvas.line(points, colour=colour, dashes=_dashes(line.relation.grade), curved=True)
    canvas.arrow(points[-1], points[-2], colour)


def _dashes(grade: str) -> str:
    return " ".join(map(str, line_of(grade).dashes))


def _draw_box(canvas: Canvas, box: ThingBox, left: float, top: float) -> None:
    x, y = box.middle[0] + left - box.width / 2, box.middle[1] + top - box.height / 2
    look = look_of(box.node.kind)
    fill, ink = (look.colour, "#FFFFFF") if box.is_end else ("#FFFFFF", INK)
    canvas.box(x, y, box.width, box.height, fill=fill, line=look.colour, round_by=6, thick=1.4)
    if not box.is_end:
        canvas.mark(x + MARK_ROOM / 2 + 3, y + box.height / 2, box.node.kind)
    first = y + (box.height - len(box.lines) * LETTERS * LEADING) / 2 + LETTERS
    at = x + (box.width + (0 if box.is_end else MARK_ROOM)) / 2
    canvas.text(at, first, box.lines, size=LETTERS, colour=ink, anchor="middle", bold=box.is_end)


def _draw_word(canvas: Canvas, line: RelationLine, left: float, top: float) -> None:
    if line.word_at is None or not line.word:
        return
    x, y = line.word_at[0] + left, line.word_at[1] + top
    width = width_of(line.word, WORD_LETTERS) + 4
    canvas.box(x - width / 2, y - WORD_LETTERS / 2 - 2, width, WORD_LETTERS + 4, fill="#FFFFFF")
    canvas.text(x, y + WORD_LETTERS * 0.36, line.word, size=WORD_LETTERS, colour=PALE, anchor="middle")


def _legend_rows(picture: NetworkPicture, width: float, language: Language) -> list[list[tuple[float, str, str]]]:
    """The entries of the legend in rows: where each begins, its class or grade, its word."""
    rows: list[list[tuple[float, str, str]]] = [[]]
    x = MARGIN
    for name in (*picture.classes, *picture.grades):
        word = label(name, language)
        room = 34 + width_of(word, SMALL) + 18
        if rows[-1] and x + room > MARGIN + width:
            rows.append([])
            x = MARGIN
        rows[-1].append((x, name, word))
        x += room
    return rows


def _draw_legend(canvas: Canvas, row: list[tuple[float, str, str]], y: float) -> None:
    for x, name, word in row:
        if name in GRADES:
            canvas.line([(x, y), (x + 26, y)], colour=PALE, dashes=_dashes(name), thick=1.6)
        else:
            canvas.mark(x + 13, y, name)
        canvas.text(x + 32, y + 4, word, size=SMALL, colour=INK)
