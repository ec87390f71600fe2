"""检索: the sentences that hold some words, each with what was read in it and a link to its place in the text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit

from graph.pages import SEARCH_PAGE, Choices, search_choices, search_page
from graph.rdf import label
from graph.search import LONGEST, Hit, Hits, pieces
from graph.things import LEVEL_NAMES, Said
from views.parts.cards import html_pieces
from views.parts.frame.address import link, put, value
from views.parts.frame.filters import choose_one
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.frame.search_box import PARAMETER

_SHOWN = 4
"""Facts of a hit that are not behind a fold."""


def page() -> None:
    """Show the page. Of the address: `q`, what is searched for; `place`, `year`, `issuer`, `level`, `kind`; `page`, from 1."""
    words = words_of("search")
    streamlit.title(words("title"))
    choices = asked(search_choices)
    text = value(PARAMETER)
    if not choices.kinds:
        streamlit.info(words("empty"))
    elif not text:
        streamlit.info(words("how"))
    elif len(text) > LONGEST or not pieces(text):
        streamlit.info(words("too long" if len(text) > LONGEST else "no word", most=LONGEST))
    else:
        _found(text, choices, words)


def _found(text: str, choices: Choices, words: Words) -> None:
    conditions = _filters(choices, words)
    number = max(1, int(value("page"))) if value("page").isascii() and value("page").isdigit() else 1
    found = asked(search_page, text, *conditions, number)
    streamlit.html(f'<p class="lead">{escape(_counted(found, any(conditions), words))}</p>')
    for hit in found:
        _hit(hit, words)
    _pages(number, found.total, words)


def _filters(choices: Choices, words: Words) -> tuple[str, ...]:
    """Show what narrows the search; returns place, year, issuer, level, kind, each empty for no condition."""
    options: dict[str, dict[str, str]] = {
        "place": dict(choices.places),
        "year": {year: year for year in choices.years},
        "issuer": {issuer: issuer for issuer in choices.issuers},
        "level": {level: LEVEL_NAMES[level][words.language] for level in choices.levels},
        "kind": {kind: label(kind, words.language) for kind in choices.kinds},
    }
    with streamlit.container(key="search-filters"):
        columns = streamlit.columns([3, 2, 4, 2, 3], gap="small")
        return tuple(
            _choice(column, name, {"": words("any"), **held}, words)
            for column, (name, held) in zip(columns, options.items(), strict=True)
        )


def _choice(column: streamlit.delta_generator.DeltaGenerator, name: str, options: dict[str, str], words: Words) -> str:
    with column:
        return choose_one(words(name), options, name)


def _counted(found: Hits, narrowed: bool, words: Words) -> str:
    searched = words.list_of(f"“{word}”" for word in found.words)
    if not found.total:
        return words("none", words=searched) + (words("none narrowed") if narrowed else "")
    return words("found", words=searched, n=found.total)


def _hit(hit: Hit, words: Words) -> None:
    with streamlit.container(border=True, gap="xsmall"):
        said = "".join(f"<mark>{escape(part)}</mark>" if found else escape(part) for part, found in hit.parts())
        streamlit.html(f'<blockquote class="quote">{said}</blockquote>')
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            trail = " › ".join(escape(one) for one in (hit.title, *hit.section) if one)
            streamlit.html(f'<p class="trail">{trail}</p>')
            passage = f"{hit.start}-{hit.end}"
            link("reader", words("read it"), icon=":material/article:", document=hit.document, at=passage)
        if facts := _facts(hit.nearest(), words):
            streamlit.html(facts)


def _facts(facts: Iterable[Said], words: Words) -> str:
    """Return what was read in a sentence as HTML: a line for each subject and relation, those beyond the nearest behind a fold."""
    lines: dict[tuple[str, str, str], list[Said]] = {}
    for one in facts:
        lines.setdefault((one.subject.iri, one.predicate, one.grade), []).append(one)
    items = [_line(together, words) for together in lines.values()]
    near, rest = "".join(items[:_SHOWN]), items[_SHOWN:]
    if not rest:
        return f'<ul class="facts">{near}</ul>' if near else ""
    more = f"<summary>{escape(words('more facts', n=len(rest)))}</summary>"
    return f'<ul class="facts">{near}</ul><details class="facts">{more}<ul class="facts">{"".join(rest)}</ul></details>'


def _line(together: list[Said], words: Words) -> str:
    first = together[0]
    objects = words.list_of(_thing(one.object.label, one.object.kind) for one in together)
    return (
        f"<li><b>{_thing(first.subject.label, first.subject.kind)}</b> "
        f'<span class="relation">{escape(words.term(first.predicate))}</span> '
        f"{objects} {html_pieces.grade(first.grade, words)}</li>"
    )


def _thing(name: str, kind: str) -> str:
    return escape(name)


def _pages(number: int, total: int, words: Words) -> None:
    last = -(-total // SEARCH_PAGE)
    if last < 2:
        return
    with streamlit.container(horizontal=True, vertical_alignment="center", gap="small", key="search-pages"):
        streamlit.button(
            words("before"), on_click=_turn, args=(number - 1,), disabled=number < 2, icon=":material/chevron_left:"
        )
        streamlit.html(f'<p class="quiet">{escape(words("page of", page=number, pages=last))}</p>')
        streamlit.button(
            words("after"), on_click=_turn, args=(number + 1,), disabled=number >= last, icon=":material/chevron_right:"
        )


def _turn(number: int) -> None:
    put(page=str(number) if number > 1 else "")


if __name__ == "__main__":
    page()
