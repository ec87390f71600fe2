"""A connection as HTML and as Markdown. Whatever comes from a text is escaped: it is shown, never run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from graph.connections.hops import Hop, Way
from graph.connections.text import hop_text, way_title
from graph.rdf import label as term_label

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
    more = f"<p>… 另有{len(ways) - _MOST}项，见 .table</p>" if len(ways) > _MOST else ""
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
        label, grade = _plain(way_title(way, "zh")), term_label(way.grade, "zh")
        lines.append(f"| | {label} | {grade} | {len(way.sentences)} | {quotes} |")
    if len(ways) > _MOST:
        lines.append(f"\n… 另有{len(ways) - _MOST}项，见 .table")
    if explanation:
        lines += ["", *(_plain(line) + "  " for line in explanation.splitlines())]
    # A fence longer than any in the query cannot be closed by it.
    return "\n".join([*lines, "", "````sparql", sparql.replace("````", "``` `"), "````", ""])


def _row(place: int, way: Way) -> str:
    said = dict.fromkeys(map(_said, way.hops))
    name, grade = escape(way_title(way, "zh")), escape(term_label(way.grade, "zh"))
    cells = (str(place), f"<b>{name}</b>", grade, str(len(way.sentences)), "<br>".join(said))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _said(hop: Hop) -> str:
    relation = escape(hop_text(hop, "zh"))
    if not hop.quotes:
        return relation
    quote = hop.quotes[0]
    where = escape(" › ".join((quote.title, *quote.trail)))
    return f"{relation}: <q>{escape(quote.exact)}</q> <small>{where} {quote.start}–{quote.end}</small>"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", escape(" ".join(text.split()), quote=False))
