"""A connection in a notebook: its picture, whose things and relations show their quotes on a click, above its table.

No script and nothing of a network: what is clicked unfolds as HTML itself does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.connections import Connections
from graph.errors import GraphError
from graph.export.lettering import width_of
from graph.export.network_drawing import network_sheet
from graph.export.network_picture import WORD_LETTERS, NetworkPicture, RelationLine, network_picture
from graph.export.selection import selection_of_ways
from graph.export.sheet import Sheet, Words
from graph.export.sources import source_by_titles
from graph.rdf import label

_MOST = 40
"""Things that the picture shows."""
_QUOTES = 3
"""Quotes of a relation that are shown."""
_BOX = "width:760px;max-width:100%;overflow:auto;resize:both;border:1px solid #D1D5DB"
_CARD = (
    "position:absolute;z-index:2;width:340px;max-height:280px;overflow:auto;padding:8px;"
    "background:#FFFFFF;color:#1F2937;border:1px solid #6B7280;font-size:12px;text-align:left"
)
_QUOTE = "margin:2px 0 6px 8px;padding-left:6px;border-left:2px solid #D1D5DB"


def html_with_picture(found: object, table: str) -> str:
    """Return HTML with a picture above a table; the table alone where nothing ties the ends or Graphviz is not installed.

    Arguments: found, a connection; of anything else there is no picture; table, its HTML.

    >>> from graph import PolicyGraph
    >>> with PolicyGraph.build("corpus") as g:
    ...     "<svg" in html_with_picture(g.connect("沈阳", "大连"), "")
    True
    """
    if not isinstance(found, Connections) or not found.all:
        return table
    selection = selection_of_ways(found).at_most(_MOST, found.ends)
    title, source = "—".join(node.label for node in found.ends), source_by_titles(selection, "zh")
    try:
        drawn = network_picture(selection, found.ends, "zh")
    except GraphError:
        return table
    sheet = network_sheet(drawn, Words(title, found.answer("zh"), (source,), "zh"))
    svg = sheet.canvas.svg().decode()
    picture = svg[svg.index("<svg") :].replace("<svg ", '<svg style="width:100%;height:auto;display:block" ', 1)
    inside = f'<div style="position:relative">{picture}{"".join(_cards(drawn, sheet))}</div>'
    return f'<div style="{_BOX}">{inside}</div>{table}'


def _cards(drawn: NetworkPicture, sheet: Sheet) -> list[str]:
    """What unfolds over each thing and over the word of each relation."""
    cards = []
    for at, box in enumerate(drawn.boxes):
        own = [line for line in drawn.lines if at in (line.subject, line.object)]
        name = f"{box.node.label}（{label(box.node.kind, 'zh')}）"
        cards.append(_card(sheet, box.middle, (box.width, box.height), name, own))
    for line in drawn.lines:
        if line.word and line.word_at is not None:
            size = width_of(line.word, WORD_LETTERS) + 4, WORD_LETTERS + 6
            cards.append(_card(sheet, line.word_at, size, "", [line]))
    return cards


def _card(
    sheet: Sheet, middle: tuple[float, float], size: tuple[float, float], name: str, lines: Sequence[RelationLine]
) -> str:
    whole = sheet.canvas.width, sheet.canvas.height
    left, top = sheet.left + middle[0] - size[0] / 2, sheet.top + middle[1] - size[1] / 2
    place = f"left:{left / whole[0]:.3%};top:{top / whole[1]:.3%};width:{size[0] / whole[0]:.3%};height:{size[1] / whole[1]:.3%}"
    said = name or _said(lines[0])
    summary = (
        f'<summary style="display:block;width:100%;height:100%;cursor:pointer" title="{escape(said, quote=True)}"'
        f' aria-label="{escape(said, quote=True)}"></summary>'
    )
    head = f"<strong>{escape(name)}</strong>" if name else ""
    body = head + "".join(f"<div>{escape(_said(line))}</div>{_quotes(line)}" for line in lines)
    across = "left:0" if left + size[0] / 2 < whole[0] / 2 else "right:0"
    down = "top:100%" if top < whole[1] / 2 else "bottom:100%"
    card = f'<div style="{_CARD};{across};{down}">{body}</div>'
    return f'<details name="policygraph" style="position:absolute;margin:0;{place}">{summary}{card}</details>'


def _said(line: RelationLine) -> str:
    one = line.relation
    return f"{one.subject.label} —{label(one.predicate, 'zh')}→ {one.object.label}（{label(one.grade, 'zh')}）"


def _quotes(line: RelationLine) -> str:
    return "".join(
        f'<div style="{_QUOTE}">“{escape(one.exact)}” {escape(one.title)} [{one.start}:{one.end}]</div>'
        for one in line.relation.quotes[:_QUOTES]
    )
