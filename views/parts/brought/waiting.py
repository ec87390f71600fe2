"""The bar of a reading that goes on beside the app: how far it is, how long it will take, and the button that stops it."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import streamlit

from graph.brought import Progress, Reader, ShelvedText, progress_of, stop, unread
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
    least, late_at = (
        math.inf,
        "",
    )  # a time left that rises tells nobody anything, but where a step took longer than expected
    while unread(left) == left:
        if reader is not None and not reader.running:
            reader.settle()
            break
        found = progress_of([text for text in together if text.folder.is_dir()])
        if late_at and found.step != late_at:
            least, late_at = math.inf, ""
        late_at = found.step if found.is_overdue else late_at
        least = least if found.seconds_left is None else min(least, found.seconds_left)
        bar.progress(min(found.done, 1.0), _said(found, least, len(together), words))
        time.sleep(_EVERY)
    streamlit.rerun()


def _said(found: Progress, least: float, n: int, words: Words) -> str:
    if not found.text:
        return words("reading")
    # A name of a file becomes part of a label, which Streamlit reads as Markdown.
    name = "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:&" else char for char in found.text)
    said = words("reading which", i=found.number, n=n, file=name)
    if found.step:
        said += words("done so far", step=words(f"step {found.step}"))
    if found.is_overdue:
        said += words("longer")
    elif least < math.inf:
        said += words("time left", seconds=max(1, round(least)))
    return said
