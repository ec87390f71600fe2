"""添加文本: drop a file or paste a text, see what was found in it and how far to trust that, and add it to the graph."""

from __future__ import annotations

import os
from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit

from graph.brought import (
    MEGABYTES_OF_PACKED,
    MEGABYTES_OF_TEXT,
    READABLE,
    Shelf,
    ShelvedText,
    added_for_good,
    joined,
    name_of_text,
    unread,
)
from graph.engines import is_store
from graph.errors import GraphError
from graph.sandbox import ScratchFolder
from graph.things import DocumentCard, documents
from views.parts.brought.text_card import text_card
from views.parts.brought.waiting import start_reading, wait_for
from views.parts.cards import html_pieces as pieces
from views.parts.cards.entity_card import plain
from views.parts.frame.address import link, one_of
from views.parts.frame.graph_source import VARIABLE, asked, source, use_in_session
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import mistake
from views.parts.keep.browser import shelf

_FOLDER, _DONE, _TAKEN = "folder of this session", "what was done", "uploads taken"
_STORE = "policy.db"


def page() -> None:
    """Show the page. Of the address: `way`, file or paste; texts themselves are kept on disk for this browser."""
    words = words_of("add")
    streamlit.title(words("title"))
    limits = {"suffixes": " ".join(READABLE), "text": MEGABYTES_OF_TEXT, "packed": MEGABYTES_OF_PACKED}
    pieces.quiet(words("lead", **limits))
    held = shelf()
    _done(words)
    if one_of(words("way"), {"file": words("file"), "paste": words("paste")}, "way") == "paste":
        _pasted(held, words)
    else:
        _uploaded(held, words)
    texts = held.texts()
    waits = start_reading(texts)
    place = streamlit.container()
    left = unread(texts)
    wanted = [text for text in reversed(texts) if text not in left and text_card(text, held, words)]
    if wanted:
        _offer(wanted[::-1], words)
    if waits:
        with place:
            wait_for(texts, words)


def _uploaded(held: Shelf, words: Words) -> None:
    taken = streamlit.session_state.setdefault(_TAKEN, 0)
    files = streamlit.file_uploader(
        words("files"), accept_multiple_files=True, max_upload_size=MEGABYTES_OF_PACKED, key=f"files {taken}"
    )
    if not files:
        return
    for file in files:
        _keep(held, file.name, file.getvalue())
    streamlit.session_state[_TAKEN] += 1  # an empty field for the next ones
    streamlit.rerun()


def _pasted(held: Shelf, words: Words) -> None:
    with streamlit.form("pasted"):
        name = streamlit.text_input(words("name"), placeholder=words("name of none"), max_chars=80, key="name")
        text = streamlit.text_area(words("text"), height=260, key="text")
        if streamlit.form_submit_button(words("read"), type="primary", icon=":material/menu_book:"):
            named = name.strip() or name_of_text(text) or words("pasted")
            _keep(held, f"{named}.txt", text.encode("utf-8", "replace"))


def _keep(held: Shelf, name: str, data: bytes) -> None:
    try:
        held.put(name, data)
    except GraphError as error:
        streamlit.error(plain(mistake(error, words_of("add"))))


def _offer(wanted: Sequence[ShelvedText], words: Words) -> None:
    """Offer to add the texts to the graph of this session, or to the store for good; the one does not stand against the other."""
    known = {one.id for one in asked(documents)}
    again = [text.file.stem for text in wanted if text.state.id in known]
    if again:
        pieces.quiet(words("again", names=words.list_of(again)))
    store = Path(os.environ.get(VARIABLE, _STORE))
    with streamlit.container(horizontal=True, gap="small"):
        if streamlit.button(words("for session"), type="primary", icon=":material/add:"):
            folder = ScratchFolder()
            use_in_session(joined(source().graph, wanted, folder.path / _STORE))
            streamlit.session_state[_FOLDER] = folder
            _finish(wanted, "added for session")
        if is_store(store):
            with streamlit.popover(words("for good"), icon=":material/save:"):
                streamlit.text(words("for good means", store=store.name))
                if streamlit.button(words("write"), key="write"):
                    added_for_good(wanted, store)
                    use_in_session(None)
                    _finish(wanted, "added for good")


def _finish(wanted: Sequence[ShelvedText], how: str) -> None:
    streamlit.session_state[_DONE] = (how, [text.state.id for text in wanted])
    streamlit.rerun()


def _done(words: Words) -> None:
    """Say what was added, and lead to it."""
    if _DONE not in streamlit.session_state:
        return
    how, ids = streamlit.session_state[_DONE]
    held = [one for one in asked(documents) if one.id in ids]
    with streamlit.container(border=True, key="done"):
        streamlit.html(f'<p class="lead">{escape(words(how, n=len(ids), all=len(asked(documents))))}</p>')
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            for one in held:
                _read_it(one, words)
            if how == "added for session" and streamlit.button(words("take back"), icon=":material/undo:"):
                use_in_session(None)
                del streamlit.session_state[_DONE]
                streamlit.rerun()


def _read_it(one: DocumentCard, words: Words) -> None:
    link("reader", words("open", title=plain(one.title)), icon=":material/article:", document=one.id)


if __name__ == "__main__":
    page()
