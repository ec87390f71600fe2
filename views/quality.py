"""质量: whether the graph is sound, how much was read, how well, and what was left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

import streamlit

from graph.pages import figures
from graph.quality import (
    Declared,
    Passage,
    Score,
    ambiguous_names,
    declared_counts,
    findings,
    measured,
    silent_sentences,
    unrelated,
)
from graph.rdf import shorten
from graph.things import documents
from views.parts.cards import html_pieces as pieces
from views.parts.frame.address import link
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of

_LARGE = 20_000
"""Assertions above which the checks wait until they are asked for."""
_SHOWN = 20
_ROWS = 60
"""Passages and rows of a table that are shown."""


def page() -> None:
    """Show the page."""
    words = words_of("quality")
    streamlit.title(words("title"))
    streamlit.html(f'<p class="lead">{words("lead")}</p>')
    for name, show in (
        ("checks", _checks),
        ("coverage", _coverage),
        ("declared", _declared),
        ("scores", _scores),
        ("unrelated", _unrelated),
        ("ambiguous", _ambiguous),
    ):
        streamlit.header(words(name))
        show(words)


def _checks(words: Words) -> None:
    large = asked(figures).assertions > _LARGE
    if large and not streamlit.button(words("check now")):
        return
    found = asked(findings)
    violations = sum(one.severity == "Violation" for one in found)
    if not found:
        streamlit.success(words("sound"), icon=":material/check_circle:")
        return
    streamlit.warning(words("found problems", violations=violations, warnings=len(found) - violations))
    head = tuple(words(name) for name in ("severity", "rule", "message", "node"))
    rows = [(words(one.severity), one.rule, one.message, shorten(one.node)) for one in found[:_SHOWN]]
    pieces.table(head, rows)


def _coverage(words: Words) -> None:
    head = tuple(words(name) for name in ("document", "sentences", "read sentences", "share"))
    rows = [(one.title, str(one.sentences), str(one.quoted_sentences), f"{one.share:.0%}") for one in asked(documents)]
    _table(head, rows, {1, 2, 3}, words)
    silent = asked(silent_sentences)
    pieces.quiet(words("silent", n=len(silent)) if silent else words("no silent"))
    for passage in silent[:_SHOWN]:
        _passage(passage, escape(passage.text))


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], numbers: set[int], words: Words) -> None:
    """Show the first rows of a table, and say how many more there are."""
    pieces.table(head, rows[:_ROWS], numbers)
    if len(rows) > _ROWS:
        pieces.quiet(words("more rows", n=len(rows) - _ROWS))


def _passage(passage: Passage, html: str) -> None:
    with streamlit.container(gap=None):
        streamlit.html(f'<blockquote class="quote">{html}</blockquote>')
        parameters = {"document": passage.document.rpartition("/")[2], "at": f"{passage.start}-{passage.end}"}
        link("reader", words_of("parts")("open in the reader"), icon=":material/article:", **parameters)


def _declared(words: Words) -> None:
    pieces.quiet(words("declared lead"))
    head = tuple(words(name) for name in ("what", "kind", "declared number", "listed", "verdict"))
    rows = [
        (one.name, words(one.kind), str(one.declared), str(one.listed), _verdict(one, words))
        for one in asked(declared_counts)
    ]
    _table(head, rows, {2, 3}, words)


def _verdict(one: Declared, words: Words) -> str:
    if one.listed > one.declared:
        return words("more", n=one.listed - one.declared)
    if not one.listed:
        return words("none")
    return words("met") if one.listed == one.declared else words("short", n=one.listed)


def _scores(words: Words) -> None:
    figures_of = measured()
    pieces.quiet(words("scores lead", texts=figures_of.texts, made_up=figures_of.made_up))
    annotated = tuple(one for one in figures_of.scores if one.right + one.missed)
    lines = "".join(_score_line(one, words) for one in _shown_scores(annotated))
    head = "".join(f"<th>{escape(words(name))}</th>" for name in ("relation", "precision", "recall"))
    streamlit.html(
        f'<div class="scrolls"><table class="plain scores"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table></div>'
    )


def _shown_scores(scores: tuple[Score, ...]) -> Iterator[Score]:
    """Yield the sums first, then the relations, then the classes."""
    sums = ("ENTITIES", "RELATIONS", "TARGETS")
    yield from (one for one in scores if one.name in sums)
    yield from (one for one in scores if one.name not in sums and one.name[0].islower())
    yield from (one for one in scores if one.name not in sums and one.name[0].isupper())


def _score_line(one: Score, words: Words) -> str:
    name = words(one.name) if one.name.isupper() else words.term(one.name)
    precision = _interval(one.precision, one.precision_interval, one.right + one.wrong)
    recall = _interval(one.recall, one.recall_interval, one.right + one.missed)
    sums = ' class="sum"' if one.name.isupper() else ""
    return f"<tr{sums}><td>{escape(name)}</td><td>{precision}</td><td>{recall}</td></tr>"


def _interval(share: float, interval: tuple[float, float], n: int) -> str:
    """Return a share as HTML: a dot on its 95 % interval, with the figures; a dash where nothing was counted."""
    if not n:
        return '<span class="quiet">–</span>'
    low, high = (round(100 * end, 1) for end in interval)
    return (
        f'<span class="interval"><i style="left:{low}%;width:{high - low:.1f}%"></i><b style="left:{100 * share:.1f}%"></b></span>'
        f'<span class="figure">{share:.2f} <small>[{low / 100:.2f}, {high / 100:.2f}] n={n}</small></span>'
    )


def _unrelated(words: Words) -> None:
    found = asked(unrelated)
    pieces.quiet(words("unrelated lead", n=len(found)) if found else words("no unrelated"))
    pieces.chips(node for node, _ in found[: 2 * _SHOWN])


def _ambiguous(words: Words) -> None:
    found = asked(ambiguous_names)
    pieces.quiet(words("ambiguous lead", n=len(found)) if found else words("no ambiguous"))
    for one in found[:_SHOWN]:
        before, name, after = one.passage.text.partition(one.name)
        _passage(one.passage, f"{escape(before)}<mark>{escape(name)}</mark>{escape(after)}")
        pieces.chips(one.candidates)


if __name__ == "__main__":
    page()
