"""The basket of this browser: what was put in from any page, kept on disk so that a reload finds it again."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode, urlparse

import streamlit

from graph.basket import Basket, Item, from_json, item_of, to_json
from graph.errors import GraphError
from views.parts.frame.language import words_of
from views.parts.frame.mistakes import mistake
from views.parts.frame.pages import PAGES
from views.parts.keep.browser import known_token, shelf

_FILE = "basket.json"
_BASKET, _TOLD, _SHOWN_LAST = "basket", "told of the basket", "pictures shown last"
_MOST_SHOWN = 4
"""Pictures of which it is remembered what they show: those of one page."""


def basket() -> Basket:
    """Return what lies in the basket of this browser."""
    if _BASKET not in streamlit.session_state:
        held = shelf().note(_FILE) if known_token() else None
        try:
            streamlit.session_state[_BASKET] = from_json(held) if held is not None else Basket()
        except GraphError:
            streamlit.session_state[_BASKET] = Basket()
    found: Basket = streamlit.session_state[_BASKET]
    return found


def keep(changed: Basket) -> None:
    """Let this be what lies in the basket; raises GraphError where it is too large for a file that can be read again."""
    written = to_json(changed)
    streamlit.session_state[_BASKET] = changed
    shelf().put_note(_FILE, written)


def note(place: int, said: str) -> None:
    """Let this be noted on an item; where it cannot be, say why. Arguments: place, of the item; said, the note."""
    try:
        keep(basket().noted(place, said))
    except GraphError as error:
        streamlit.session_state[_TOLD] = mistake(error, words_of("keep"))


def made_whole_by(item: Item, whole: Callable[[], Item]) -> None:
    """Say what gives an item with all that it shows, where its button names it alone. Arguments: item, as its button has it; whole."""
    shown = {known: give for known, give in streamlit.session_state.get(_SHOWN_LAST, {}).items() if known != item}
    streamlit.session_state[_SHOWN_LAST] = dict([*shown.items(), (item, whole)][-_MOST_SHOWN:])


def take(said: object) -> None:
    """Put what a button of a card stands for into the basket. Arguments: said, what the browser sent; it may be anything."""
    words = words_of("keep")
    try:
        item = item_of(json.loads(str(said)))
        whole = streamlit.session_state.get(_SHOWN_LAST, {}).get(item)
        changed = basket().put(whole() if whole else item)
        keep(changed)
        streamlit.session_state[_TOLD] = words("now in", n=len(changed.items))
    except (ValueError, RecursionError):
        return
    except GraphError as error:
        streamlit.session_state[_TOLD] = mistake(error, words_of("keep"))


def tell() -> None:
    """Say what was put into the basket last, once."""
    if _TOLD in streamlit.session_state:
        streamlit.toast(_plain(streamlit.session_state.pop(_TOLD)), icon=":material/shopping_basket:")


def _plain(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:&" else char for char in text)


def address_of(page: str, /, **parameters: str | list[str]) -> str:
    """Return the address under which an item is opened again.

    >>> address_of("search", page="2")
    'search?page=2'
    >>> address_of("reader", document="plan", at="3-9")
    'reader?document=plan&at=3-9'
    """
    said = urlencode({name: value for name, value in parameters.items() if value}, doseq=True)
    return f"{page}?{said}" if said else page


def this_address() -> str:
    """Return the address of the page as it is shown now, without the language."""
    url = streamlit.context.url
    page = urlparse(url).path.rpartition("/")[2] if isinstance(url, str) else ""
    names = [name for name in streamlit.query_params if name != "lang"]
    shown = {name: streamlit.query_params.get_all(name) for name in names}
    return address_of(page if page in PAGES else next(iter(PAGES)), **shown)
