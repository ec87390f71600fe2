"""检索: the sentences that hold some words, each with what was read in it and a link to its place in the text."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit

from graph.export import hits_put_aside
from graph.pages import SEARCH_PAGE, Choices, search_alternatives, search_choices, search_page
from graph.rdf import label
from graph.search import LONGEST, Hits, pieces
from graph.things import LEVEL_NAMES
from views.parts.cards.alternatives_card import alternatives_html
from views.parts.cards.hit_card import hit_card
from views.parts.frame.address import put, value
from views.parts.frame.filters import choose_one
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.frame.search_box import PARAMETER
from views.parts.keep.view import view_button

_CONDITIONS = ("place", "year", "issuer", "level", "kind")
"""By what a search is narrowed, as parameters of the address."""


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
    said = _counted(found, words)
    kept = _kept(text, said, found, words) if found.total else ""
    streamlit.html(f'<p class="lead">{escape(said)}{kept}</p>')
    if not found.total:
        near = asked(search_alternatives, text, *conditions)
        streamlit.html(alternatives_html(near, dict(zip(_CONDITIONS, conditions, strict=True)), words))
    for hit in found:
        hit_card(hit)
    _pages(number, found.total, words)


def _kept(text: str, said: str, found: Hits, words: Words) -> str:
    """Return the button that puts the hits of this page into the basket as HTML."""
    view = partial(hits_put_aside, tuple(found), found.total, words.language)
    return view_button(f"{words('title')} {text}", said, view, "answer")


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


def _counted(found: Hits, words: Words) -> str:
    searched = words.list_of(f"“{word}”" for word in found.words)
    return words("found", words=searched, n=f"{found.total:,}") if found.total else words("none", words=searched)


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
