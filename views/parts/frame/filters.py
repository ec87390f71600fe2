"""Filters whose only state is the address: a link brings them back, and a button that changes it changes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit

from views.parts.frame.address import put, value, values
from views.parts.frame.language import words_of
from views.parts.frame.mistakes import say_unknown


@contextmanager
def filters_in_a_box(names: Sequence[str]) -> Iterator[None]:
    """Show a button that opens the filters shown within, and says how many are set: above a picture they take no width from it.

    Arguments: names, of their parameters.
    """
    said = words_of("app")("filters")
    held = sum(bool(values(name)) for name in names)
    with streamlit.popover(f"{said} · {held}" if held else said, icon=":material/tune:", key="filters"):
        yield


def choose_one(label: str, options: Mapping[str, str], name: str, explained: str | None = None) -> str:
    """Show options to choose one of; returns its code. The first one is the default and is left out of the address.

    Arguments: label; options, code to what is shown; name, of the parameter; explained, what is shown on asking, which
    is no text of a document.
    """
    first = next(iter(options))
    key = _key(name)
    streamlit.session_state[key] = value(name) if value(name) in options else first
    chosen: str = streamlit.selectbox(
        label,
        list(options),
        format_func=lambda code: options[code],
        key=key,
        help=explained,
        on_change=_keep,
        args=(name, first),
    )
    _say_lacking(options, name)
    return chosen


def find_one(label: str, options: Mapping[str, str], name: str, placeholder: str) -> str:
    """Show a search box over many options; returns the code of the one that was found, empty for none.

    Arguments: as for `choose_one`; placeholder, what is shown before anything is typed.
    """
    key = _key(name)
    streamlit.session_state[key] = value(name) if value(name) in options else None
    found: str | None = streamlit.selectbox(
        label,
        list(options),
        format_func=lambda code: options[code],
        placeholder=placeholder,
        key=key,
        on_change=_keep,
        args=(name, None),
    )
    _say_lacking(options, name)
    return found or ""


def choose_some(label: str, options: Mapping[str, str], name: str, placeholder: str) -> tuple[str, ...]:
    """Show options to choose any number of; returns their codes, none for no condition.

    Arguments: as for `choose_one`; placeholder, what is shown where none is chosen.
    """
    key = _key(name)
    streamlit.session_state[key] = [code for code in values(name) if code in options]
    chosen: list[str] = streamlit.multiselect(
        label,
        list(options),
        format_func=lambda code: options[code],
        placeholder=placeholder,
        select_all=False,
        key=key,
        on_change=_keep,
        args=(name, None),
    )
    _say_lacking(options, name)
    return tuple(chosen)


def choose_number(label: str, low: int, high: int, usual: int, name: str, explained: str | None = None) -> int:
    """Show a slider of whole numbers; returns the number. The usual one is left out of the address."""
    key, said = _key(name), value(name)
    number = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else usual
    streamlit.session_state[key] = min(max(number, low), high)
    chosen: int = streamlit.slider(label, low, high, key=key, help=explained, on_change=_keep, args=(name, usual))
    return chosen


def choose_whether(label: str, name: str, explained: str) -> bool:
    """Show a switch that is off unless the address says ``yes``; `explained` is shown on asking, and is no text of a document."""
    key = _key(name)
    streamlit.session_state[key] = value(name) == "yes"
    return streamlit.toggle(label, key=key, help=explained, on_change=_keep, args=(name, False))


def _say_lacking(options: Mapping[str, str], name: str) -> None:
    """Say what the address asks for and no option is, which would else be left out without a word."""
    say_unknown((said for said in values(name) if said and said not in options), options)


def _key(name: str) -> str:
    return f"filter {name}"


def _keep(name: str, usual: object) -> None:
    chosen = streamlit.session_state[_key(name)]
    if chosen == usual:
        put(**{name: ""})
    elif isinstance(chosen, list):
        put(**{name: chosen})
    else:
        put(**{name: "yes" if chosen is True else str(chosen)})
