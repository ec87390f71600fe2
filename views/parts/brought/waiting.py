"""The bar of a reading that goes on beside the app: how far it is, how long it will take, and the button that stops it."""

from __future__ import annotations

import time
from collections.abc import Sequence

import streamlit

from graph.brought import Progress, Reader, ShelvedText, TimeLeft, progress_of, stop, unread
from views.parts.frame.language import Words

_READER = "reader of texts"
_EVERY = 0.2
"""Seconds between two looks at how far the reading is."""


def start_reading(texts: Sequence[ShelvedText]) -> bool:
    """Start the reading of what waits, unless one is going on; returns whether there is anything to wait for."""
    reader: Reader | None = streamlit.session_state.get(_READER)
    if reader is not None and not reader.running:
        reader.settle()
    left = unread(texts)
    going_on = (reader is not None and reader.running) or any(text.state.phase == "reading" for text in left)
    if left and not going_on:
        streamlit.session_state[_READER] = Reader(left)
    return bool(left)


def wait_for(texts: Sequence[ShelvedText], words: Words) -> None:
    """Show how far the reading of texts is; when one is read, run the page anew. Whoever leaves the page stops nothing."""
    reader: Reader | None = streamlit.session_state.get(_READER)
    left = unread(texts)
    # Those of one go are counted together, also when some of them are read by now.
    together = reader.texts if reader is not None and set(left) <= set(reader.texts) else left
    with streamlit.container(border=True, key="reading"):
        bar = streamlit.progress(0.0, words("reading"))
        streamlit.button(words("cancel"), icon=":material/stop_circle:", on_click=stop, args=(left,))
    left_to_tell = TimeLeft()
    while unread(left) == left:
        if reader is not None and not reader.running:
            reader.settle()
            break
        found = progress_of([text for text in together if text.folder.is_dir()])
        bar.progress(min(found.done, 1.0), _said(found, left_to_tell.told(found), len(together), words))
        time.sleep(_EVERY)
    streamlit.rerun()


def _said(found: Progress, seconds: float | None, n: int, words: Words) -> str:
    if not found.text:
        return words("reading")
    # A name of a file becomes part of a label, which Streamlit reads as Markdown.
    name = "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:&" else char for char in found.text)
    said = words("reading which", i=found.number, n=n, file=name)
    if found.step:
        said += words("done so far", step=words(f"step {found.step}"))
    if found.is_overdue:
        said += words("longer")
    elif seconds is not None:
        said += words("time left", seconds=max(1, round(seconds)))
    return said
