"""添加文本: drop a file or paste a text, see what was found in it and how far to trust that, and add it to the graph."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

import streamlit

from graph.engines import is_store
from graph.errors import GraphError
from graph.pages import (
    MEGABYTES_OF_PACKED,
    MEGABYTES_OF_TEXT,
    READABLE,
    BroughtText,
    added_for_good,
    figures,
    joined,
    kept,
    place_cards,
    read_text,
)
from graph.quality import Confidence, confidence
from graph.sandbox import ScratchFolder
from graph.things import DocumentCard, documents
from views.parts.cards import html_pieces as pieces
from views.parts.cards.entity_card import plain
from views.parts.frame import mistakes
from views.parts.frame.address import link, one_of
from views.parts.frame.graph_source import VARIABLE, asked, source, use_in_session
from views.parts.frame.language import Words, words_of

_TEXTS, _FOLDERS, _DONE, _READ = "texts brought", "folders of this session", "what was done", "texts read"
_ADDED = "texts added last"
_STORE = "policy.db"


def page() -> None:
    """Show the page. Of the address: `way`, file or paste; texts themselves stay in the session."""
    words = words_of("add")
    streamlit.title(words("title"))
    limits = {"suffixes": " ".join(READABLE), "text": MEGABYTES_OF_TEXT, "packed": MEGABYTES_OF_PACKED}
    pieces.quiet(words("lead", **limits))
    _done(words)
    if one_of(words("way"), {"file": words("file"), "paste": words("paste")}, "way") == "paste":
        _pasted(words)
    else:
        _uploaded(words)
    brought = _brought(words)
    if not brought:
        return
    for path, text in brought.items():
        _found(path, text, words)
    if list(brought) != streamlit.session_state.get(_ADDED):
        _offer(brought, words)


def _folder() -> Path:
    """Return a new folder that lives as long as the session."""
    made = ScratchFolder()
    streamlit.session_state.setdefault(_FOLDERS, []).append(made)
    return made.path


def _uploaded(words: Words) -> None:
    files = streamlit.file_uploader(
        words("files"), accept_multiple_files=True, max_upload_size=MEGABYTES_OF_PACKED, key="files"
    )
    held: dict[str, Path] = streamlit.session_state.setdefault("files held", {})
    for file in files:
        if file.file_id not in held:
            held[file.file_id] = kept(file.name, file.getvalue(), _folder())
    streamlit.session_state[_TEXTS] = [held[file.file_id] for file in files]


def _pasted(words: Words) -> None:
    with streamlit.form("pasted"):
        name = streamlit.text_input(words("name"), placeholder=words("name of none"), max_chars=80, key="name")
        text = streamlit.text_area(words("text"), height=260, key="text")
        if streamlit.form_submit_button(words("read"), type="primary", icon=":material/menu_book:"):
            named = f"{name.strip() or words('name of none')}.txt"
            streamlit.session_state[_TEXTS] = [kept(named, text.encode("utf-8", "replace"), _folder())]


def _brought(words: Words) -> dict[Path, BroughtText]:
    """Read what was brought, each text once in a session; a text that cannot be read is a mistake in one line."""
    paths: list[Path] = streamlit.session_state.get(_TEXTS, [])
    read: dict[Path, BroughtText | GraphError] = streamlit.session_state.setdefault(_READ, {})
    waiting = [path for path in paths if path not in read]
    bar = streamlit.progress(0.0, words("reading")) if waiting else None
    for i, path in enumerate(waiting):
        if bar is not None:
            bar.progress(i / len(waiting), words("reading which", i=i + 1, n=len(waiting)))
        try:
            read[path] = read_text(path)
        except GraphError as error:
            read[path] = error
    if bar is not None:
        bar.empty()
    found: dict[Path, BroughtText] = {}
    for path in paths:
        one = read[path]
        if isinstance(one, BroughtText):
            found[path] = one
        else:
            with streamlit.container(border=True):
                streamlit.text(mistakes.told(path.name, one, words))
    return found


def _found(path: Path, text: BroughtText, words: Words) -> None:
    """Show what was found in a text, and how far to trust it."""
    card = next(iter(documents(text.graph)), None)
    if card is None:
        for problem in text.problems:
            streamlit.text(f"{words('mistake')}{path.name}: {problem}")
        return
    trust = confidence(text.graph)
    with streamlit.container(border=True):
        streamlit.html(
            f'<p class="task"><strong>{escape(card.title)}</strong>'
            f"{pieces.chip(words.term(card.kind), card.kind, words)}</p>"
        )
        _trust(trust, words)
        counted = figures(text.graph)
        if not counted.assertions:
            pieces.quiet(words("nothing"))
        pieces.class_figures(counted.classes, len(documents(text.graph)))
        for place in place_cards(text.graph)[:4]:
            said = (*place.positionings, *place.targets, *place.areas, *place.key_tasks)[:6]
            if said:
                pieces.chips([place.place, *said], linked=False)
        if trust.counts:
            with streamlit.expander(words("counts", n=len(trust.counts), matching=trust.matching)):
                head = (words("what"), words("kind"), words("declared"), words("listed"))
                lines = [
                    (one.name, words.term(one.kind or "PlaceGroup"), str(one.declared), str(one.listed))
                    for one in trust.counts
                ]
                pieces.table(head, lines, {2, 3})
        for problem in text.problems:
            streamlit.text(problem)


def _trust(trust: Confidence, words: Words) -> None:
    shares = {"sentences": trust.sentences, "quoted": trust.quoted, "share": trust.share}
    said = words("share", **shares) + words(f"{trust.level} means")
    style = {"high": "sure", "middle": "sure fairly-sure", "low": "sure unsure"}[trust.level]
    streamlit.html(f'<p class="taken"><span class="{style}">{words(trust.level)}</span>{escape(said)}</p>')


def _offer(brought: dict[Path, BroughtText], words: Words) -> None:
    """Offer to add the texts to the graph of this session, or to the store for good."""
    known = {one.id for one in asked(documents)}
    paths = list(brought)
    again = [path.stem for path, text in brought.items() if text.id in known]
    if again:
        pieces.quiet(words("again", names="、".join(again)))
    store = Path(os.environ.get(VARIABLE, _STORE))
    with streamlit.container(horizontal=True, gap="small"):
        if streamlit.button(words("for session"), type="primary", icon=":material/add:"):
            use_in_session(joined(source().graph, paths, _folder() / _STORE))
            _finish(brought, "added for session")
        if is_store(store):
            with streamlit.popover(words("for good"), icon=":material/save:"):
                streamlit.text(words("for good means", store=store.name))
                if streamlit.button(words("write"), key="write"):
                    added_for_good(paths, store)
                    use_in_session(None)
                    _finish(brought, "added for good")


def _finish(brought: dict[Path, BroughtText], how: str) -> None:
    streamlit.session_state[_DONE] = (how, [text.id for text in brought.values()])
    streamlit.session_state[_ADDED] = list(brought)
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
                del streamlit.session_state[_DONE], streamlit.session_state[_ADDED]
                streamlit.rerun()


def _read_it(one: DocumentCard, words: Words) -> None:
    link("reader", words("open", title=plain(one.title)), icon=":material/article:", document=one.id)


if __name__ == "__main__":
    page()
