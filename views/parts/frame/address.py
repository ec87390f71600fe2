"""What matters lives in the address, so that a link opens the same view again.

A widget whose options read the same in both languages keeps its value there by itself: give it
``key="name", bind="query-params"``. The functions here are for what no widget holds (the document that is open, the
node that was clicked), for choices whose options are shown by a label, and for links from page to page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

import streamlit

from graph.things import Quote
from views.parts.frame.language import PARAMETER

_KEPT, _SHOWN = "addresses of this session", "page shown last"


def value(name: str, default: str = "") -> str:
    """Return a parameter of the address."""
    said: str = streamlit.query_params.get(name, default)
    return said


def values(name: str) -> tuple[str, ...]:
    """Return all values of a parameter that may stand several times in the address."""
    return tuple(streamlit.query_params.get_all(name))


def put(**parameters: str | Iterable[str]) -> None:
    """Write parameters into the address of this page; an empty one is taken out."""
    for name, said in parameters.items():
        wanted = [said] if isinstance(said, str) else list(said)
        wanted = [one for one in wanted if one]
        if wanted:
            streamlit.query_params[name] = wanted
        elif name in streamlit.query_params:
            del streamlit.query_params[name]


_SIDE_BY_SIDE = 9
"""Options that are shown at once; more of them stand in a list that opens."""


def one_of(label: str, options: Mapping[str, str], name: str) -> str:
    """Show options to choose one of, side by side if they are few; returns its code, the first one's where none was chosen.

    Arguments: label; options, code (which stands in the address) to what is shown; name, of the parameter.
    """
    codes, asked = list(options), value(name)
    start = codes.index(asked) if asked in options else 0
    shown: dict[str, Any] = {"format_func": options.__getitem__, "key": name, "on_change": _remember, "args": (name,)}
    if len(options) > _SIDE_BY_SIDE:
        return str(streamlit.selectbox(label, codes, index=start, **shown))
    chosen: str | None = streamlit.segmented_control(label, codes, default=codes[start], required=True, **shown)
    return chosen or codes[0]


def _remember(name: str) -> None:
    put(**{name: streamlit.session_state[name] or ""})


def link(page: str, label: str, /, *, icon: str | None = None, **parameters: str | list[str]) -> None:
    """Show a link to another page, by the stem of its file in views/."""
    streamlit.page_link(f"views/{page}.py", label=label, icon=icon, query_params=parameters)


def href(page: str, /, **parameters: str | Iterable[str]) -> str:
    """Return the address of a page as a link of our own HTML writes it; whoever shows it marks it with `data-page`.

    >>> href("explore", focus="https://w3id.org/policygraph/id/city/沈阳市")
    'explore?focus=https%3A%2F%2Fw3id.org%2Fpolicygraph%2Fid%2Fcity%2F%E6%B2%88%E9%98%B3%E5%B8%82'
    """
    said = {name: one if isinstance(one, str) else list(one) for name, one in parameters.items()}
    chosen = streamlit.query_params.get(PARAMETER)
    if chosen:
        said[PARAMETER] = chosen
    return f"{page}?{urlencode(said, doseq=True)}" if said else page


def restore(page: str) -> None:
    """Let a page that is opened without any parameter, from another one, show what it showed last in this session."""
    kept: dict[str, dict[str, list[str]]] = streamlit.session_state.setdefault(_KEPT, {})
    came_from = streamlit.session_state.get(_SHOWN)
    streamlit.session_state[_SHOWN] = page
    if came_from not in (None, page) and not parameters():
        for name, said in kept.get(page, {}).items():
            streamlit.query_params[name] = said


def keep(page: str) -> None:
    """Keep what a page shows for the session, as its address says it."""
    streamlit.session_state.setdefault(_KEPT, {})[page] = parameters()


def parameters() -> dict[str, list[str]]:
    """Return the parameters of the address but for the language."""
    return {name: streamlit.query_params.get_all(name) for name in streamlit.query_params if name != PARAMETER}


def place_of(quote: Quote) -> dict[str, str]:
    """Return the parameters that open the Reader on a quote.

    >>> quote = Quote("沈阳打造中心", 10, 16, "Stated", "positioning", "沈阳打造中心。", (), "方案", "urn:d/plan", "urn:s")
    >>> place_of(quote)
    {'document': 'plan', 'at': '10-16'}
    """
    return {"document": quote.document_id, "at": f"{quote.start}-{quote.end}"}
