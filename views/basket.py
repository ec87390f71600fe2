"""篮子: answers, quotes and pictures that were put aside, with notes, in an order; taken away as a file, slides, Word or Markdown."""

from __future__ import annotations

from functools import partial
from html import escape
from urllib.parse import parse_qs

import streamlit

from graph.basket import FILE_NAME, Basket, Item, from_json, to_json
from graph.errors import GraphError
from graph.export import basket_briefing
from views.parts.cards import html_pieces as pieces
from views.parts.cards.kept_view_card import kept_view_card
from views.parts.cards.on_paper import line_on_paper
from views.parts.frame.address import link
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import mistake
from views.parts.frame.pages import existing
from views.parts.frame.take_away import made
from views.parts.keep.basket import basket, keep, note

_LOADED = "baskets loaded"
_LONGEST_NOTE = 4000


def page() -> None:
    """Show the page."""
    words = words_of("basket")
    streamlit.title(words("title"))
    pieces.quiet(words("lead"))
    held = basket()
    for place, item in enumerate(held.items):
        _item(item, place, len(held.items), words)
    if held.items:
        _take_away(held, words)
    else:
        streamlit.info(words("empty"))
    _load(words)


def _load(words: Words) -> None:
    taken = streamlit.session_state.setdefault(_LOADED, 0)
    file = streamlit.file_uploader(words("load"), type="json", max_upload_size=5, key=f"basket {taken}")
    if file is None:
        return
    try:
        keep(basket().put_all(from_json(file.getvalue(), file.name).items))
    except GraphError as error:
        streamlit.text(words("broken", reason=mistake(error, words)))
        return
    streamlit.session_state[_LOADED] += 1  # an empty field for the next one
    streamlit.rerun()


def _item(item: Item, place: int, n: int, words: Words) -> None:
    """Show an item with its note and what can be done with it."""
    key = f"{place} {n} {hash(item.text)}"
    with streamlit.container(border=True, gap="small", key=f"item-{place}"):
        head = f'<p class="task"><span class="change">{escape(words(item.kind))}</span><strong>{escape(item.title)}</strong></p>'
        text = "<br>".join(escape(line) for line in item.text.splitlines())
        source = f'<p class="trail">{escape(item.source)}</p>' if item.source else ""
        streamlit.html(f'{head}<blockquote class="quote">{text}</blockquote>{source}')
        if item.view is not None:
            kept_view_card(item.view, item.title)
        streamlit.text_area(
            words("note"),
            item.note,
            max_chars=_LONGEST_NOTE,
            height=68,
            key=f"note {key}",
            on_change=_note,
            args=(place, f"note {key}"),
        )
        if item.note:
            line_on_paper(item.note)
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            _button("up", ":material/arrow_upward:", place == 0, _move, (place, -1), key, words)
            _button("down", ":material/arrow_downward:", place == n - 1, _move, (place, 1), key, words)
            _button("remove", ":material/remove_circle_outline:", False, _remove, (place,), key, words)
            _open(item, words)


def _button(
    name: str, icon: str, disabled: bool, act: object, arguments: tuple[int, ...], key: str, words: Words
) -> None:
    assert callable(act)
    streamlit.button(words(name), icon=icon, disabled=disabled, key=f"{name} {key}", on_click=act, args=arguments)


def _note(place: int, key: str) -> None:
    note(place, streamlit.session_state[key])


def _move(place: int, by: int) -> None:
    keep(basket().moved(place, by))


def _remove(place: int) -> None:
    keep(basket().without(place))


def _open(item: Item, words: Words) -> None:
    """Show the link that opens an item again, where its address is one of a page of ours."""
    page_, _, said = item.address.partition("?")
    if page_ in existing():
        parameters: dict[str, str | list[str]] = dict(parse_qs(said))
        link(page_, words("open"), icon=":material/open_in_new:", **parameters)


def _take_away(held: Basket, words: Words) -> None:
    with streamlit.container(horizontal=True, gap="small"):
        streamlit.download_button(
            words("json"),
            to_json(held),
            FILE_NAME,
            "application/json",
            icon=":material/download:",
            type="primary",
            on_click="ignore",  # a page that runs again would drop a further download that is just asked for
        )
        for name, suffix in (("slides", ".pptx"), ("word", ".docx"), ("markdown", ".md")):
            file = f"policygraph-basket{suffix}"
            streamlit.download_button(
                words(name),
                partial(made, partial(basket_briefing, held, language=words.language), file),
                file,
                icon=":material/download:",
                key=f"save {name}",
                on_click="ignore",
            )
        with streamlit.popover(words("clear"), icon=":material/delete:"):
            streamlit.text(words("clear means", n=len(held.items)))
            streamlit.button(words("clear it"), on_click=keep, args=(Basket(),))


if __name__ == "__main__":
    page()
