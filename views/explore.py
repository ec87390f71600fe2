"""图谱: the network of all things and relations, filtered, searched, and looked at around one thing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit

from graph import GraphError
from graph.connections import GRADES
from graph.pages import ClassNetwork
from graph.pictures import LOOKS, Lens, Part, Whole, drawn_as, groups, least_degree, whole
from graph.rdf import RELATIONS
from graph.things import Node, documents, latin
from views.parts.cards import html_pieces as pieces
from views.parts.cards.explore_card import explore_card
from views.parts.cards.on_paper import line_on_paper
from views.parts.frame.address import put, value, values
from views.parts.frame.filters import choose_number, choose_one, choose_some, choose_whether, filters_in_a_box
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.mistakes import mistake, say_unknown
from views.parts.keep.view import answer_button
from views.parts.network.explore_picture import explore_picture, network_of
from views.parts.network.group_picture import group_picture
from views.parts.panel.view import panel

_MOST = 2000
"""Things that are drawn one by one; more are shown as groups."""
_BEST = 500
"""Things that the way out of a crowd leaves."""
_OFFERED = 3000
_FARTHEST, _DENSEST = 3, 20


def page() -> None:
    """Show the page. Of the address: the filters; `focus` and `opened`, IRIs; `node` or `edge`, whose card is open."""
    words = words_of("explore")
    streamlit.title(words("title"))
    everything = asked(whole)
    if not everything.ties:
        streamlit.info(words("empty"))
        return
    with streamlit.container(horizontal=True, vertical_alignment="bottom", key="explore-bar"):
        focus = _focus(everything, words)
        layouts = {name: words(name) for name in ("force", "section", "circle")}
        layout = choose_one(words("layout"), layouts, "layout")
        with filters_in_a_box((*_FILTERS, "steps")):
            lens = _lens(everything, focus, words)
            tied = bool(lens.kinds) and choose_whether(words("tied"), "tied", words("tied explained"))
    network = asked(network_of, lens, tied)
    part = network.part
    if not part.nodes:
        streamlit.info(words("nothing fits"))
        streamlit.button(words("clear"), on_click=put, kwargs=dict.fromkeys(_FILTERS, ""))
    elif layout == "force" and len(part.nodes) > _MOST:
        _crowd(part, lens, words)
    else:
        _left_out(network, tied, lens, words)
        explore_picture(network, lens, layout)
        pieces.quiet(words("counted"))
        panel(partial(explore_card, everything=everything, part=part, lens=lens))


_FILTERS = ("kinds", "tied", "relations", "grade", "documents", "degree")


def _focus(everything: Whole, words: Words) -> str:
    """Show the search box; returns the IRI of what stands in the middle, empty where nothing does."""
    degrees = everything.degrees
    known = sorted(everything.nodes, key=lambda iri: (-degrees[iri], everything.nodes[iri].label, iri))[:_OFFERED]
    asked_for = value("focus") if value("focus") in everything.nodes else ""
    options = list(dict.fromkeys([*([asked_for] if asked_for else []), *known]))
    streamlit.session_state["search"] = asked_for or None
    streamlit.selectbox(
        words("search"),
        options,
        format_func=lambda iri: _said(everything.nodes[iri], words) if iri in everything.nodes else str(iri),
        key="search",
        placeholder=words("search for"),
        accept_new_options=True,
        on_change=_look_at,
    )
    if unknown := streamlit.session_state.pop("not found", ""):
        streamlit.text(unknown)
    if value("focus") and not asked_for:
        say_unknown([value("focus")], everything.nodes)
    elif asked_for:
        line_on_paper(_said(everything.nodes[asked_for], words))
    return asked_for


def _said(node: Node, words: Words) -> str:
    written = "" if node.of("Task") else f" · {latin(node)}"
    return f"{node.label}{written} · {words.term(node.kind)}"


def _look_at() -> None:
    """Put what was chosen or typed in the middle."""
    said: str | None = streamlit.session_state["search"]
    found = ""
    try:
        held = source().graph.find(said) if said else ()
        found = str((held[0] if held else source().graph.resolve(said)).iri) if said else ""
    except GraphError as error:
        streamlit.session_state["not found"] = mistake(error, words_of("explore"))
    put(focus=found, opened="", node=found, edge="")


def _lens(everything: Whole, focus: str, words: Words) -> Lens:
    """Show the filters; returns what they ask for."""
    steps = choose_number(words("steps"), 1, _FARTHEST, 1, "steps") if focus else 1
    held = {drawn_as(node.kind) for node in everything.nodes.values()}
    named = {tie.predicate for tie in everything.ties}
    titles = {card.id: card.name for card in asked(documents)}
    grades = {"": words("any grade"), **{one: words("at least", grade=words.term(one)) for one in GRADES[:-1]}}
    anything = words("all")
    kinds = {kind: words.term(kind) for kind in LOOKS if kind in held}
    relations = {name: words.term(name) for name in RELATIONS if name in named}
    return Lens(
        kinds=choose_some(words("kinds"), kinds, "kinds", anything),
        relations=choose_some(words("relations"), relations, "relations", anything),
        grade=choose_one(words("grade"), grades, "grade"),
        documents=choose_some(words("documents"), titles, "documents", anything),
        degree=_degree(words),
        focus=focus,
        steps=steps,
        opened=tuple(iri for iri in values("opened") if focus and iri in everything.nodes),
    )


def _degree(words: Words) -> int:
    """Show the slider of the least degree; a link may ask for more than it reaches."""
    said = value("degree")
    asked_for = int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 1
    return choose_number(words("degree"), 1, max(_DENSEST, asked_for), 1, "degree")


def _left_out(network: ClassNetwork, tied: bool, lens: Lens, words: Words) -> None:
    """Say what of the chosen classes is not drawn, or what is drawn beside them."""
    if network.with_tied and not tied:
        pieces.quiet(words("none among themselves"))
    if network.sparser:
        pieces.quiet(words("sparser", n=len(network.part.nodes), left=network.sparser, degree=lens.degree))
    elif network.alone:
        with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
            pieces.quiet(words("alone", n=network.alone))
            streamlit.button(words("show tied"), on_click=put, kwargs={"tied": "yes"}, type="tertiary")


def _crowd(part: Part, lens: Lens, words: Words) -> None:
    """Say that there are too many things to be drawn, and offer groups and the things with the most relations."""
    streamlit.info(words("crowd", n=f"{len(part.nodes):,}", most=f"{_MOST:,}"))
    least = {"degree": str(least_degree(part, _BEST)), "node": "", "edge": ""}
    streamlit.button(words("best", n=_BEST), on_click=put, kwargs=least, type="primary")
    clicked = group_picture(part)
    held = words.list_of(f"{words.term(one.kind)} {one.size:,}" for one in groups(part)[0])
    streamlit.html(f'<p class="trail">{answer_button(words("picture"), held)}</p>')
    pieces.quiet(words("counted"))
    if clicked.node or clicked.edge:
        _look_into(sorted((clicked.node or clicked.edge).split(" ")), lens)


def _look_into(kinds: list[str], lens: Lens) -> None:
    """Show the things of a group with all that they are tied to, or of two groups; of too many, those with the most relations."""
    alone = len(kinds) == 1
    part = asked(network_of, replace(lens, kinds=tuple(kinds)), alone).part
    degree = least_degree(part, _BEST) if len(part.nodes) > _MOST else lens.degree
    put(kinds=kinds, tied="yes" if alone else "", degree=str(degree) if degree > 1 else "")
    streamlit.rerun()


if __name__ == "__main__":
    page()
