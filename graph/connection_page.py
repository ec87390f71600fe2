"""A connection as HTML and as Markdown. Whatever comes from a text is escaped: it is shown, never run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from graph.connection_text import KINDS
from graph.hops import Hop, Way

_MOST = 50
"""Ways that a page shows; the table has all."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$])")


def as_html(chinese: str, english: str, ways: Sequence[Way], explanation: str, sparql: str) -> str:
    """Return a connection as HTML, without style or script of its own.

    Arguments: chinese and english, the answer; ways, best first; explanation; sparql, the query behind the headline.
    """
    rows = "".join(_row(place, way) for place, way in enumerate(ways[:_MOST], 1))
    head = "".join(f"<th>{name}</th>" for name in ("", "联系", "等级", "独立句子", "依据"))
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if ways else ""
    more = f"<p>… {len(ways) - _MOST} more in .table</p>" if len(ways) > _MOST else ""
    why = f"<p>{escape(explanation)}</p>".replace("\n", "<br>") if explanation else ""
    query = f"<details><summary>SPARQL</summary><pre>{escape(sparql)}</pre></details>"
    return f"<p><b>{escape(chinese)}</b><br>{escape(english)}</p>{table}{more}{why}{query}"


def as_markdown(chinese: str, english: str, ways: Sequence[Way], explanation: str, sparql: str) -> str:
    """Return a connection as Markdown; arguments as for `as_html`."""
    lines = [f"**{_plain(chinese)}**", "", _plain(english), ""]
    if ways:
        lines += ["| | 联系 | 等级 | 独立句子 | 依据 |", "|---|---|---|---:|---|"]
    for way in ways[:_MOST]:
        quotes = "；".join(_plain(f"“{hop.quotes[0].exact}”") for hop in way.hops if hop.quotes)
        label = f"{KINDS[way.kind][0]}：{way.label}"
        lines.append(f"| {_plain(label)} | {way.grade} | {len(way.sentences)} | {quotes} |".replace("| ", "| | ", 1))
    if len(ways) > _MOST:
        lines.append(f"\n… {len(ways) - _MOST} more in .table")
    if explanation:
        lines += ["", *(_plain(line) + "  " for line in explanation.splitlines())]
    # A fence longer than any in the query cannot be closed by it.
    return "\n".join([*lines, "", "````sparql", sparql.replace("````", "``` `"), "````", ""])


def _row(place: int, way: Way) -> str:
    said = dict.fromkeys(map(_said, way.hops))
    name = f"{escape(KINDS[way.kind][0])}：<b>{escape(way.label)}</b>"
    cells = (str(place), name, escape(way.grade), str(len(way.sentences)), "<br>".join(said))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _said(hop: Hop) -> str:
    relation = escape(f"{hop.subject.label} {hop.predicate} {hop.object.label} ({hop.grade})")
    if not hop.quotes:
        return relation
    quote = hop.quotes[0]
    where = escape(" › ".join((quote.title, *quote.trail)))
    return f"{relation}: <q>{escape(quote.exact)}</q> <small>{where} {quote.start}–{quote.end}</small>"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
