"""对比: two documents held against each other: what was changed, added and dropped, both sentences side by side."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from html import escape

import streamlit
from rdflib import Literal

from graph import PolicyGraph
from graph.comparison import KINDS, Change, Comparison, compare_documents, likely_versions, title
from graph.engines import Table
from graph.export import changes_briefing
from graph.results import written
from graph.things import DocumentCard, documents
from views.parts.cards import html_pieces as pieces
from views.parts.cards.compared_card import compared_card
from views.parts.cards.names import Name, document_name, name_of
from views.parts.frame.address import link, one_of, put
from views.parts.frame.filters import choose_one, choose_some
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.frame.take_away import made

_SHOWN = 20
"""Cards before the rest is asked for."""


def page() -> None:
    """Show the page. Of the address: `before` and `after`, ids; `change` (repeated), `relation`, and `view`."""
    words = words_of("compare")
    streamlit.title(words("title"))
    pieces.quiet(words("lead"))
    held = asked(documents)
    if len(held) < 2:
        streamlit.info(words("too few", n=len(held)))
        link("add", words("add"), icon=":material/note_add:")
        return
    before, after = _sides(held, words)
    if before == after:
        streamlit.info(words("same document"))
        return
    found: Comparison = asked(compare_documents, before, after)
    if not found.changes:
        streamlit.info(words("nothing"))
    else:
        _changes(found, words)


def _likely(graph: PolicyGraph) -> tuple[DocumentCard, DocumentCard]:
    """Return the two documents that are compared before any is chosen; the graph has two."""
    found = likely_versions(graph, asked(documents))
    assert found is not None
    return found


def _sides(held: tuple[DocumentCard, ...], words: Words) -> tuple[str, str]:
    """Show the two documents to choose; returns their ids."""
    likely = asked(_likely)
    titles = {one.id: f"{one.name} · {one.issued}" if one.issued else one.name for one in held}
    columns = streamlit.columns(2)
    chosen = []
    for column, name, one in zip(columns, ("before", "after"), likely, strict=True):
        with column:
            chosen.append(choose_one(words(name), {one.id: titles[one.id], **titles}, name))
            streamlit.html(f'<p class="trail">{document_name(titles[chosen[-1]], chosen[-1]).html()}</p>')
    swapped = {"before": chosen[1], "after": chosen[0]}
    streamlit.button(words("swap"), icon=":material/swap_horiz:", on_click=put, kwargs=swapped)
    return chosen[0], chosen[1]


def _changes(found: Comparison, words: Words) -> None:
    streamlit.html(f'<p class="lead">{escape(found.counted(words.language))}</p>')
    wanted = _wanted(found, words)
    view = one_of(words("view"), {"side": words("side by side"), "table": words("table")}, "view")
    if view == "table":
        _table([one for one in found.changes if one in wanted], found, words)
    else:
        _cards(found, wanted, words)
    _downloads(found, words)


def _wanted(found: Comparison, words: Words) -> frozenset[Change]:
    """Show the filters; returns the changes that pass them."""
    counts = {kind: len(found.of(kind)) for kind in KINDS}
    kinds: dict[str, str] = {
        kind: words("kind", change=title(kind, words.language), n=n) for kind, n in counts.items() if n
    }
    terms = sorted({one.term for one in found.changes})
    with streamlit.container(horizontal=True, gap="small"):
        chosen = choose_some(words("kinds"), kinds, "change", words("any"))
        term = choose_one(words("relation"), {"": words("any"), **{one: words.term(one) for one in terms}}, "relation")
    return frozenset(
        one for one in found.changes if (not chosen or one.kind in chosen) and (not term or one.term == term)
    )


def _cards(found: Comparison, wanted: frozenset[Change], words: Words) -> None:
    cards = [one for one in found.together if wanted.intersection(one.changes)]
    every = len(cards) <= _SHOWN or streamlit.toggle(words("more", n=len(cards) - _SHOWN), key="every")
    for one in cards if every else cards[:_SHOWN]:
        compared_card(one, words)


def _table(changes: list[Change], found: Comparison, words: Words) -> None:
    head, rows = found.columns(words.language), [_row(one, words) for one in changes]
    kept = pieces.filled(rows)
    pieces.table([head[i] for i in kept], [[row[i] for i in kept] for row in rows], wide=True)


def _row(change: Change, words: Words) -> list[str | Name]:
    """Return the row of a change, the things in it as links."""
    things = {one.label: one for one in reversed(change.named)}

    def cell(said: str) -> str | Name:
        return name_of(said, str(things[said].iri), things[said].kind) if said in things else said

    return [cell(said) for said in change.line(words.language)]


def _downloads(found: Comparison, words: Words) -> None:
    chosen = words.language
    slides, document = (
        partial(made, partial(changes_briefing, found, language=chosen), f"changes.{suffix}")
        for suffix in ("pptx", "docx")
    )
    files: tuple[tuple[str, bytes | Callable[[], bytes], str, str | None], ...] = (
        ("slides", slides, "pptx", None),
        ("word", document, "docx", None),
        ("markdown", found.markdown(chosen).encode(), "md", "text/markdown"),
        ("csv", _csv(found, words), "csv", "text/csv"),
        ("json", json.dumps(found.as_json(), ensure_ascii=False, indent=1).encode(), "json", "application/json"),
    )
    with streamlit.container(horizontal=True, gap="small"):
        for name, data, suffix, media in files:
            streamlit.download_button(
                words(name),
                data,
                f"policygraph-compare.{suffix}",
                media,
                icon=":material/download:",
                key=f"save {name}",
                on_click="ignore",
            )


def _csv(found: Comparison, words: Words) -> bytes:
    heads = found.columns(words.language)
    rows = found.table(words.language)
    table = Table(heads, tuple({head: Literal(cell) for head, cell in zip(heads, row, strict=True)} for row in rows))
    return written(table, "csv").encode("utf-8-sig")


if __name__ == "__main__":
    page()
