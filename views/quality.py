"""质量: whether the graph is sound, how much was read, how well, and what was left open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, wait
from html import escape

import streamlit

from graph.checks import Finding
from graph.errors import GraphError
from graph.pages import figures, heading_places
from graph.quality import (
    Declared,
    Passage,
    ambiguous_names,
    declared_counts,
    findings,
    silent_sentences,
    unrelated,
)
from graph.rdf import shorten
from graph.things import documents, merged
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import Name, document_name, name_of
from views.parts.cards.quote_card import passage_link
from views.parts.cards.score_table import show_scores
from views.parts.frame.graph_source import asked, begun, begun_before, source_of_all
from views.parts.frame.language import Words, words_of
from views.parts.frame.surround import failed

_LARGE = 20_000
"""Assertions above which the checks wait until they are asked for."""
_AT_ONCE = 0.4
"""Seconds that the page waits for the checks; of a large graph they come later, by themselves."""
_SHOWN = 20
"""Passages, and rows of a table, that are shown at first."""
_MOST_LISTED = 200
"""Passages that are listed at all: a graph of ten thousand texts would hold more than a browser bears."""
_ASKED_FOR = "checks asked for"
_ENDS = tuple("。！？；：….!?;:”）")
"""Marks with which a sentence ends, and a heading or a line of a table does not."""


def page() -> None:
    """Show the page."""
    words = words_of("quality")
    streamlit.title(words("title"))
    streamlit.html(f'<p class="lead">{words("lead")}</p>')
    for name, show in _PARTS.items():
        streamlit.header(words(name), anchor=name)
        try:
            show(words)
        except GraphError as error:  # a server is not checked from here; the rest of the page stands
            failed(error)


def check_before() -> None:
    """Begin the checks that this page would begin by itself, before anybody opens it."""
    if figures(source_of_all().graph).assertions <= _LARGE:
        begun_before(findings)


def _checks(words: Words) -> None:
    """Show what the checks found: at once where they are quick, else as soon as they are done."""
    if asked(figures).assertions > _LARGE and not streamlit.session_state.get(_ASKED_FOR):
        streamlit.button(words("check now"), on_click=streamlit.session_state.update, args=({_ASKED_FOR: True},))
        return
    checked = begun(findings)
    waiting = bool(wait([checked], _AT_ONCE).not_done)

    @streamlit.fragment(run_every=1 if waiting else None)
    def show() -> None:
        if not checked.done():
            streamlit.html(f'<p class="quiet" role="status">{escape(words("checking"))}</p>')
        elif waiting:
            streamlit.rerun()
        else:
            _result(checked, words)

    show()


def _result(checked: Future[tuple[Finding, ...]], words: Words) -> None:
    found = checked.result()
    violations = sum(one.severity == "Violation" for one in found)
    if found:
        streamlit.warning(words("found problems", violations=violations, warnings=len(found) - violations))
    else:
        streamlit.success(words("sound"), icon=":material/check_circle:")
    shapes = pieces.term(words("shapes"), words.explained("SHACL"))
    streamlit.html(f'<p class="quiet">{escape(words("checked"))}{shapes}{escape(words("checked too"))}</p>')
    if found:
        head = tuple(words(name) for name in ("severity", "message", "node"))
        rows = [(words(one.severity), _said(one, words), _named(one.node)) for one in found[:_SHOWN]]
        pieces.table(head, rows, wide=True)


def _said(finding: Finding, words: Words) -> str:
    return finding.chinese if words.language == "zh" and finding.chinese else finding.message


def _named(node: str) -> Name:
    return Name(shorten(node).rpartition("/")[2], "explore", (("focus", node), ("node", node)))


def _coverage(words: Words) -> None:
    head = tuple(words(name) for name in ("document", "sentences", "read sentences", "share"))
    rows = [
        (document_name(one.name, one.id), str(one.sentences), str(one.quoted_sentences), f"{one.share:.0%}")
        for one in asked(documents)
    ]
    _table(head, rows, {1, 2, 3}, words)
    every = asked(silent_sentences)
    headings = asked(heading_places)
    silent = [one for one in every if _says_something(one, headings)]
    told = [words("silent", n=len(silent)) if silent else words("no silent")]
    told += [words("headings left out", n=len(every) - len(silent))] if len(silent) < len(every) else []
    told += [words("silent listed", n=_MOST_LISTED)] if len(silent) > _MOST_LISTED else []
    pieces.quiet(words.sentences(told))
    passages = [_passage(passage, escape(passage.text)) for passage in silent[:_MOST_LISTED]]
    if passages:
        fold = words("more sentences", n=len(passages) - _SHOWN)
        streamlit.html(pieces.folded("".join(passages[:_SHOWN]), "".join(passages[_SHOWN:]), fold))


def _says_something(passage: Passage, headings: Collection[tuple[str, int]]) -> bool:
    """Return whether a passage is a sentence: no heading, and no line that breaks off without a mark, as of a table or a signature."""
    return (passage.document, passage.start) not in headings and passage.text.rstrip().endswith(_ENDS)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str | Name, ...]], numbers: set[int], words: Words) -> None:
    """Show a table, all but its first rows behind a fold."""
    pieces.folded_table(head, rows, numbers, words("more rows", n=len(rows) - _SHOWN), _SHOWN, wide=True)


def _passage(passage: Passage, html: str) -> str:
    """Return a passage as HTML, with a link to it in the Reader. Arguments: passage; html, its sentence."""
    link = passage_link(passage.document, passage.start, passage.end, words_of("parts"))
    return f'<blockquote class="quote" lang="zh">{html}</blockquote><p class="trail">{link}</p>'


def _declared(words: Words) -> None:
    said = pieces.term(words("declared term"), words.explained("declared"))
    streamlit.html(f'<p class="quiet">{escape(words("declared lead"))} {said}</p>')
    head = tuple(words(name) for name in ("what", "document", "kind", "declared number", "listed", "verdict"))
    held = {f"/id/{one.id}/": one for one in asked(documents)}
    rows = [
        (
            Name(one.name, "explore", (("focus", one.node), ("node", one.node))),
            next((document_name(card.name, card.id) for path, card in held.items() if path in one.node), ""),
            words(one.kind),
            str(one.declared),
            str(one.listed),
            _verdict(one, words),
        )
        for one in asked(declared_counts)
    ]
    _table(head, rows, {3, 4}, words)


def _verdict(one: Declared, words: Words) -> str:
    if one.listed > one.declared:
        return words("more", n=one.listed - one.declared)
    if not one.listed:
        return words("none")
    return words("met") if one.listed == one.declared else words("short", n=one.listed)


def _unrelated(words: Words) -> None:
    found = asked(unrelated)
    pieces.quiet(words("unrelated lead", n=len(found)) if found else words("no unrelated"))
    pieces.chips(node for node, _ in found[: 2 * _SHOWN])


def _ambiguous(words: Words) -> None:
    found = asked(ambiguous_names)
    if not found:
        pieces.quiet(words("no ambiguous"))
        return
    term = pieces.term(words("same name"), words.explained("ambiguous"))
    shown = [f'<p class="quiet">{escape(words("ambiguous lead", n=len(found)))} {term}</p>']
    for one in found[:_SHOWN]:
        before, name, after = one.passage.text.partition(one.name)
        shown.append(_passage(one.passage, f"{escape(before)}<mark>{escape(name)}</mark>{escape(after)}"))
        shown.append(pieces.chip_row(one.candidates, words))
    streamlit.html("".join(shown))


def _merged(words: Words) -> None:
    found = asked(merged)
    if not found:
        pieces.quiet(words("none merged"))
        return
    pieces.quiet(words("merged lead"))
    head = tuple(words(name) for name in ("why", "what", "kind", "agrees", "node in file", "documents named"))
    rows = [
        (
            words(f"by {one.why}"),
            name_of(one.thing.label, str(one.thing.iri), one.thing.kind),
            words.term(one.thing.kind),
            *(one.value, one.name, words.list_of(document.label for document in one.documents)),
        )
        for one in found
    ]
    _table(head, rows, set(), words)


_PARTS: dict[str, Callable[[Words], None]] = {
    "checks": _checks,
    "coverage": _coverage,
    "declared": _declared,
    "scores": show_scores,
    "unrelated": _unrelated,
    "ambiguous": _ambiguous,
    "merged": _merged,
}
"""The parts of the page, by the strings that head them."""


if __name__ == "__main__":
    page()
