"""指标: every target as a line of a ledger, a chart of them, and where texts contradict one another."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit
from rdflib import Literal

from graph.engines import Table
from graph.export import Shown, put_aside
from graph.pages import Contradiction, TargetEntry, contradictions, target_ledger
from graph.results import written
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import Name, name_of
from views.parts.cards.on_paper import table_on_paper
from views.parts.cards.phone_list import PhoneLine, phone_list
from views.parts.cards.quote_card import quote_cards, quotes_html
from views.parts.charts.target_chart import target_chart
from views.parts.frame.address import parameters, place_of, put, value, values
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import say_unknown
from views.parts.frame.take_away import take_away
from views.parts.keep.view import view_button
from views.parts.panel.view import Opened, first, panel_within, thing_card

_WIDTHS = {"goal": 130, "hedge": 70, "baseline": 75, "year": 60}
"""Pixels of the columns of the ledger that hold a few characters."""
_SHARES = {"who": 3, "indicator": 4, "quote": 5, "document": 3}
"""How the other columns share the rest of the width, so that all of them are in sight on a desk."""
_WIDTH, _BESIDE_PANEL = 1016, 731
"""Pixels of the ledger on a desk of 1280, alone and beside the panel."""
_IN_PANEL = ("quote", "document")
"""Columns of what the panel tells of a line that is open."""
_READ = "passage to be read"
_COLUMNS = ("who", "indicator", "goal", "hedge", "baseline", "year", "quote", "document")


def page() -> None:
    """Show the page. Of the address: `place`, `indicator`, `year` (repeated), `words`, and `target`, the open line; `node`."""
    words = words_of("targets")
    streamlit.title(words("title"))
    ledger = asked(target_ledger)
    if not ledger:
        streamlit.info(words("empty"))
        return
    wanted = _filtered(ledger, words)
    chosen = tuple(str(one.target) for one in wanted) if len(wanted) < len(ledger) else ()
    drawn = Shown("targets", language=words.language, targets=chosen)
    _lead(wanted, ledger, drawn, words)
    if not wanted:
        return
    for one in contradictions(wanted):
        _contradiction(one, words)
    target_chart(wanted, words)
    streamlit.header(words("ledger"))
    rows = [_row(one) for one in wanted]
    _ledger(wanted, rows, words)
    phone_list([_line(one) for one in wanted], " data-panel")
    table_on_paper([words(name) for name in _COLUMNS], [[row[name] for name in _COLUMNS] for row in rows])
    take_away("targets", drawn)
    streamlit.download_button(
        words("download"), _csv(rows, words), "policygraph-targets.csv", "text/csv", icon=":material/download:"
    )


def _filtered(ledger: tuple[TargetEntry, ...], words: Words) -> list[TargetEntry]:
    """Show the filters; returns the lines that pass all of them."""
    with streamlit.container(horizontal=True, gap="small"):
        places = _several("place", sorted({one.place.label for one in ledger}), words)
        indicators = _several("indicator", sorted({one.indicator for one in ledger}), words)
        years = _several("year", sorted({one.year for one in ledger if one.year}), words)
    return [
        one
        for one in ledger
        if (not places or one.place.label in places)
        and (not indicators or one.indicator in indicators)
        and (not years or one.year in years)
    ]


def _several(name: str, options: list[str], words: Words) -> list[str]:
    lacking = [said for said in values(name) if said not in options]
    chosen: list[str] = streamlit.multiselect(
        words(name), options, key=name, bind="query-params", select_all=False, placeholder=words("any")
    )
    say_unknown(lacking, options)
    return chosen


def _lead(wanted: list[TargetEntry], ledger: tuple[TargetEntry, ...], drawn: Shown, words: Words) -> None:
    counts = {
        "n": len(wanted),
        "places": len({one.place.iri for one in wanted}),
        "indicators": len({one.indicator for one in wanted}),
    }
    lead = words("lead", **counts)
    rest = [words("of all", n=len(ledger))] if len(wanted) < len(ledger) else []
    hedged, dated = sum(bool(one.hedge) for one in wanted), sum(bool(one.year) for one in wanted)
    rest.append(words("hedged", hedged=hedged, dated=dated))
    if wanted and not contradictions(wanted):
        rest.append(words("agree"))
    kept = view_button(words("title"), lead, partial(put_aside, source().graph, drawn)) if wanted else ""
    streamlit.html(f'<p class="lead">{escape(lead)}{kept}</p><p class="quiet">{escape(words.sentences(rest))}</p>')


def _contradiction(found: Contradiction, words: Words) -> None:
    with streamlit.container(border=True, gap="xsmall"):
        said = {"who": "\0", "indicator": found.indicator, "year": found.year or words("no year")}
        before, after = map(escape, words("contradicted", **said).split("\0", 1))
        place = name_of(found.place.label, str(found.place.iri), found.place.kind).html()
        goals = " ≠ ".join(dict.fromkeys(one.goal for one in found.entries))
        streamlit.html(
            f'<p class="task"><span class="sure unsure">{words("contradiction")}</span>'
            f"<strong>{before}{place}{after}</strong><span>{escape(goals)}</span></p>"
        )
        quote_cards([quote for one in found.entries for quote in one.quotes[:1]])


@streamlit.fragment
def _ledger(wanted: list[TargetEntry], rows: list[dict[str, str]], words: Words) -> None:
    """Show the lines on a desk, and the panel with the one that was clicked, here or in the chart."""
    if _READ in streamlit.session_state:
        streamlit.switch_page("views/reader.py", query_params=streamlit.session_state.pop(_READ))
    key = f"ledger-{words.language}"
    columns = _columns(rows, bool(value("target") or value("node")))
    with streamlit.container(key="desk-ledger"):
        pieces.quiet(words("choose"))
        streamlit.dataframe(
            {words(name): [row[name] for row in rows] for name in columns},
            hide_index=True,
            height=min(38 + 36 * len(rows), 560),
            row_height=36,
            on_select=lambda: _open(wanted, key),
            selection_mode="single-cell",
            key=key,
            column_config={
                words(name): streamlit.column_config.TextColumn(
                    width=width, alignment="right" if name == "goal" else None
                )
                for name, width in columns.items()
            },
        )
    panel_within(partial(_card, wanted=wanted), ("target", "node"))


def _columns(rows: list[dict[str, str]], beside_panel: bool) -> dict[str, int]:
    """Return the columns that the ledger shows with their widths in pixels: none that is empty, and all in sight.

    >>> _columns([{name: "甲" if name in ("who", "goal", "quote") else "" for name in _COLUMNS}], beside_panel=True)
    {'who': 601, 'goal': 130}
    """
    left_out = _IN_PANEL if beside_panel else ()
    shown = [name for name in _COLUMNS if name not in left_out and any(row[name] for row in rows)]
    width = (_BESIDE_PANEL if beside_panel else _WIDTH) - sum(_WIDTHS.get(name, 0) for name in shown)
    shares = sum(_SHARES.get(name, 0) for name in shown)
    return {name: _WIDTHS.get(name) or width * _SHARES[name] // shares for name in shown}


def _open(wanted: list[TargetEntry], key: str) -> None:
    """Open what the cell that was clicked names: the place, the document at its passage, else the line."""
    cells = streamlit.session_state[key]["selection"]["cells"]
    if not cells:
        return
    words, (row, column) = words_of("targets"), cells[0]
    line = wanted[row]
    if column == words("document") and line.quotes:
        streamlit.session_state[_READ] = place_of(line.quotes[0])
    elif column == words("who"):
        put(target="", node=str(line.place.iri))
    else:
        put(target=str(line.target), node="")


def _line(one: TargetEntry) -> PhoneLine:
    at = tuple((key, tuple(said)) for key, said in parameters().items() if key != "target")
    name = Name(one.measured, "targets", (*at, ("target", str(one.target))))
    return PhoneLine(
        name, " ".join(filter(None, (one.hedge, one.goal))), " · ".join(filter(None, (one.place.label, one.year)))
    )


def _row(one: TargetEntry) -> dict[str, str]:
    first = one.quotes[0] if one.quotes else None
    return {
        "who": one.place.label,
        "indicator": one.measured,
        "goal": one.goal,
        "hedge": one.hedge,
        "baseline": f"{one.baseline}{one.unit}" if one.baseline else "",
        "year": one.year,
        "quote": first.exact if first else "",
        "document": first.title if first else "",
    }


def _csv(rows: list[dict[str, str]], words: Words) -> bytes:
    heads = tuple(words(name) for name in _COLUMNS)
    table = Table(heads, tuple({words(name): Literal(row[name]) for name in _COLUMNS} for row in rows))
    return written(table, "csv").encode("utf-8-sig")


def _card(opened: Opened, wanted: list[TargetEntry]) -> str:
    """Return the card of a line as HTML, or of the thing that was clicked in it."""
    words, target = words_of("parts"), first(opened, "target")
    line = next((one for one in wanted if str(one.target) == target), None)
    if line is None or "node" in opened:
        return thing_card(opened)
    said = f"<strong>{escape(line.measured)} {escape(line.goal)}</strong>"
    year = f'<span class="quiet">{escape(line.year)}</span>' if line.year else ""
    return f'<p class="task">{pieces.node_chip(line.place, words)}{said}{year}</p>{quotes_html(line.quotes, words)}'


if __name__ == "__main__":
    page()
