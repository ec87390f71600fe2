"""文件: the texts of the graph in a list; what is known of each can be put right, each can be read again or removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

import streamlit

from graph.corpus import declare, remove, reread
from graph.errors import GraphError
from graph.mistakes import reason_and_remedy
from graph.pages import ListedDocument, document_list, store_of
from graph.rdf import label
from graph.search import dressed
from graph.things import LEVEL_NAMES, LEVELS
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import Name
from views.parts.cards.on_paper import table_on_paper
from views.parts.cards.phone_list import PhoneLine, phone_list
from views.parts.frame.address import link, parameters, put, value
from views.parts.frame.filters import choose_one
from views.parts.frame.graph_source import asked, is_of_session, renew, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import say_unknown

_COLUMNS = ("document", "kind", "level", "issuer", "date", "sentences", "read")
_DONE = "what was done with a document"
_CLOSED = "cards of documents closed"
_TALLEST = 720
"""Pixels that the list may take."""


def page() -> None:
    """Show the page. Of the address: `title`, `kind`, `level`, `issuer`, `year`, which narrow the list; `document`, the open one."""
    words = words_of("documents")
    streamlit.title(words("title"))
    held = asked(document_list)
    if _DONE in streamlit.session_state:
        with streamlit.container(border=True, key="done"):
            streamlit.text(streamlit.session_state.pop(_DONE))
    if not held:
        streamlit.info(words("empty"))
        return
    store = store_of(source().graph)
    wanted = _filtered(held, words)
    _lead(wanted, held, store, words)
    if wanted:
        _table(wanted, words)
    if value("document") and value("document") not in {one.card.id for one in held}:
        say_unknown([value("document")], (one.card.id for one in held))
    for one in [one for one in held if one.card.id == value("document")][:1]:
        _card(one, store, words)


def _filtered(held: Sequence[ListedDocument], words: Words) -> list[ListedDocument]:
    """Show the filters; returns the documents that pass all of them."""
    any_ = {"": words("any")}
    kinds = sorted({one.card.kind for one in held})
    levels = [level for level in LEVELS if any(one.card.jurisdiction.level == level for one in held)]
    options = {
        "kind": any_ | {kind: label(kind, words.language) for kind in kinds},
        "level": any_ | {level: LEVEL_NAMES[level][words.language] for level in levels},
        "issuer": any_ | {body: body for body in sorted({body for one in held for body in one.bodies})},
        "year": any_
        | {year: year for year in sorted({str(one.card.year) for one in held if one.card.year}, reverse=True)},
    }
    with streamlit.container(key="document-filters"):
        first, *others = streamlit.columns([4, 2, 2, 3, 2], gap="small")
        with first:
            said = streamlit.text_input(words("in title"), key="title", bind="query-params", placeholder=words("any"))
        chosen = {}
        for column, (name, choices) in zip(others, options.items(), strict=True):
            with column:
                chosen[name] = choose_one(words(name), choices, name)
    return [
        one
        for one in held
        if dressed(said or "") in dressed(f"{one.card.title} {one.card.id}")
        and chosen["kind"] in ("", one.card.kind)
        and chosen["level"] in ("", one.card.jurisdiction.level)
        and (not chosen["issuer"] or chosen["issuer"] in one.bodies)
        and chosen["year"] in ("", str(one.card.year))
    ]


def _lead(wanted: Sequence[ListedDocument], held: Sequence[ListedDocument], store: Path | None, words: Words) -> None:
    said = (
        words("lead", n=len(held)) if len(wanted) == len(held) else words("lead of all", n=len(wanted), all=len(held))
    )
    streamlit.html(f'<p class="lead">{escape(said)}</p>')
    if store is None:
        pieces.quiet(words("cannot be changed"))
        return
    old = [one.card.id for one in held if one.outdated]
    if old:
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            pieces.quiet(words("outdated", n=len(old)))
            if streamlit.button(words("read all again"), icon=":material/refresh:"):
                with streamlit.spinner(words("reading")):
                    _change(lambda: _told(reread(store, old).problems, words("read again", n=len(old))), words)


def _table(wanted: Sequence[ListedDocument], words: Words) -> None:
    pieces.quiet(words("choose"))
    rows = [_row(one, words) for one in wanted]
    opened = value("document")
    right = streamlit.column_config.TextColumn(alignment="right", width="small")
    with streamlit.container(key="desk-documents"):
        chosen = streamlit.dataframe(
            {words(name): [row[i] for row in rows] for i, name in enumerate(_COLUMNS)},
            hide_index=True,
            height=min(38 + 36 * len(rows), _TALLEST),
            row_height=36,
            on_select="rerun",
            selection_mode="single-row",
            selection_default={"selection": {"rows": [at for at, one in enumerate(wanted) if one.card.id == opened]}},
            # another table after every change, so that no row of the former one stays chosen
            key=f"documents-{words.language}-{source().key}-{len(rows)}-{streamlit.session_state.get(_CLOSED, 0)}",
            column_config={
                words("document"): streamlit.column_config.TextColumn(width="large"),
                words("sentences"): right,
                words("read"): right,
            },
        )
    phone_list([_line(one, words) for one in wanted])
    table_on_paper([words(name) for name in _COLUMNS], rows)
    picked = chosen["selection"]["rows"]
    if picked and picked[0] < len(wanted):
        put(document=wanted[picked[0]].card.id)


def _line(one: ListedDocument, words: Words) -> PhoneLine:
    title, kind, level, issuer, date, *_ = _row(one, words)
    at = tuple((name, tuple(said)) for name, said in parameters().items() if name != "document")
    name = Name(title, "documents", (*at, ("document", one.card.id)))
    return PhoneLine(name, "", " · ".join(filter(None, (date, kind, level, issuer))))


def _row(one: ListedDocument, words: Words) -> tuple[str, ...]:
    card = one.card
    level = LEVEL_NAMES[card.jurisdiction.level][words.language] if card.jurisdiction.level else ""
    date = card.issued or (str(card.year) if card.year else "")
    note = words("reprint of", title=card.reprint_of) if card.reprint_of else ""
    title = words("title with note", title=card.name, note=note) if note else card.name
    bodies = words.list_of(one.bodies)
    return title, words.term(card.kind), level, bodies, date, str(card.sentences), f"{card.share:.0%}"


def _card(one: ListedDocument, store: Path | None, words: Words) -> None:
    card = one.card
    with streamlit.container(border=True, key="document-card"):
        streamlit.html(
            f'<p class="task"><strong>{escape(card.title)}</strong>{pieces.chip(words.term(card.kind), card.kind, words)}</p>'
        )
        shares = words("share", sentences=card.sentences, quoted=card.quoted_sentences, share=card.share)
        copied = f" · {words('reprint of', title=card.reprint_of)}" if card.reprint_of else ""
        pieces.quiet(f"{card.id} · {shares}{copied}")
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="medium"):
            link("reader", words("read it"), icon=":material/article:", document=card.id)
            if store is not None:
                _actions(one, store, words)
            streamlit.button(words_of("parts")("close"), on_click=_close, icon=":material/close:")
        if store is not None:
            _form(one, store, words)


def _close() -> None:
    """Close the card; the row that it was of is no longer ticked."""
    put(document="")
    streamlit.session_state[_CLOSED] = streamlit.session_state.get(_CLOSED, 0) + 1


def _actions(one: ListedDocument, store: Path, words: Words) -> None:
    """Show what can be done with a document: read it again, take along what was declared of it, remove it."""
    card = one.card
    if streamlit.button(words("read again button"), icon=":material/refresh:"):
        _change(lambda: _read_again(card.id, store, words), words)
    if one.side_file:
        streamlit.download_button(
            words("side file"), one.side_file, f"{card.id}.meta.toml", "application/toml", icon=":material/download:"
        )
    with streamlit.popover(words("remove"), icon=":material/delete:"):
        streamlit.text(words("remove means", title=card.title, sentences=card.sentences, store=_name(store, words)))
        if streamlit.button(words("remove for good"), key="remove", type="primary", icon=":material/delete:"):
            _change(lambda: _removed(one, store, words), words)


def _form(one: ListedDocument, store: Path, words: Words) -> None:
    """Show what can be declared of a document, and where that is kept."""
    card = one.card
    dated = card.issued or (str(card.year) if card.year else "")
    with streamlit.form(f"declared-{card.id}", border=False):
        title = streamlit.text_input(words("its title"), value=card.title, max_chars=300)
        left, right = streamlit.columns(2)
        with left:
            issuer = streamlit.text_input(words("issuer"), value=one.issuers, placeholder=card.publisher, max_chars=300)
        with right:
            date = streamlit.text_input(words("date"), value=dated, placeholder="YYYY-MM-DD", max_chars=10)
        kept = words("kept in session") if is_of_session() else words("where it is kept", store=store.name)
        pieces.quiet(kept)
        pressed = streamlit.form_submit_button(words("save"), type="primary", icon=":material/save:")
    shown = {"title": card.title, "issuer": one.issuers, "published": dated}
    said = {"title": title or "", "issuer": issuer or "", "published": date or ""}
    changed = {key: text for key, text in said.items() if text != shown[key]}
    if pressed and changed:
        _change(
            lambda: _told(declare(store, card.id, changed).problems, words("saved", title=title or card.title)),
            words,
        )
    elif pressed:
        pieces.quiet(words("nothing changed"))


def _read_again(document_id: str, store: Path, words: Words) -> str:
    report = reread(store, [document_id])
    return _told(report.problems, words("read again", n=1) if report.built else words("would be the same"))


def _removed(one: ListedDocument, store: Path, words: Words) -> str:
    remove(store, [one.card.id])
    put(document="")
    return words("removed", title=one.card.title)


def _name(store: Path, words: Words) -> str:
    return words("of this session") if is_of_session() else store.name


def _told(problems: Sequence[str], said: str) -> str:
    return " ".join((said, *problems))


def _change(work: Callable[[], str], words: Words) -> None:
    """Change the store, and show the page anew with what was done; a mistake is told in one line."""
    try:
        streamlit.session_state[_DONE] = work()
    except GraphError as error:
        with streamlit.container(border=True):
            streamlit.text(words("mistake", why=reason_and_remedy(error, words.language)))
        return
    renew()
    streamlit.rerun()


if __name__ == "__main__":
    page()
