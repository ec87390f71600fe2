"""总览: what is in the graph, in plain sentences and cards."""

from __future__ import annotations

from html import escape

import streamlit

from graph.pages import Figures, PlaceCard, figures, name_of, place_cards, province_maps
from graph.things import documents
from views.parts.cards import html_pieces as pieces
from views.parts.cards.entity_card import entity_card
from views.parts.frame.address import link, one_of, put, value
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of
from views.parts.frame.pages import existing
from views.parts.map.view import map_view

_IN_A_ROW = 3


def page() -> None:
    """Show the page."""
    words = words_of("overview")
    streamlit.title(words("title"))
    counted, held = asked(figures), asked(documents)
    if not counted.assertions:
        streamlit.info(words("empty"))
        return
    _lead(counted, len(held), words)
    _next(words)
    _map(words)
    streamlit.header(words("places"))
    left, right = streamlit.columns(2)
    for i, card in enumerate(asked(place_cards)):
        with (left, right)[i % 2]:
            _place(card, words)
    streamlit.header(words("documents"))
    for one in held:
        with streamlit.container(border=True):
            shares = words("share", sentences=one.sentences, share=one.share)
            about = " · ".join(
                part
                for part in (words.term(one.kind), one.publisher, one.issued and words.date(one.issued), shares)
                if part
            )
            streamlit.html(
                f'<p class="task"><strong>{escape(one.title)}</strong></p><p class="quiet">{escape(about)}</p>'
            )
            link("reader", words("read it"), icon=":material/article:", document=one.id)


def _next(words: Words) -> None:
    streamlit.header(words("next"))
    others = [(name, icon) for name, icon in existing().items() if name != "overview"]
    for first in range(0, len(others), _IN_A_ROW):
        row = others[first : first + _IN_A_ROW]
        for column, (name, icon) in zip(streamlit.columns(_IN_A_ROW, gap="small"), row, strict=False):
            with column, streamlit.container(border=True, height="stretch", gap=None):
                link(name, words_of("app")(name), icon=icon)
                pieces.quiet(words(f"go to {name}"))


def _lead(counted: Figures, held: int, words: Words) -> None:
    share = counted.quoted_sentences / max(1, counted.sentences)
    said = {"documents": held, "assertions": counted.assertions, "sentences": counted.sentences}
    lead = words("lead", **said, quoted=counted.quoted_sentences, share=share)
    unresolved = f'<p class="quiet">{words("unresolved", n=counted.unresolved)}</p>' if counted.unresolved else ""
    streamlit.html(f'<p class="lead">{lead}</p>{unresolved}')
    pieces.figures((words.term(kind), str(n), "") for kind, n in counted.classes)


def _map(words: Words) -> None:
    provinces = asked(province_maps)
    if not provinces:
        return
    streamlit.header(words("map"))
    by_code = {one.code: one for one in provinces}
    chosen = provinces[0].code
    if len(provinces) > 1:
        chosen = one_of(words("province"), {code: asked(name_of, code) for code in by_code}, "province")
    drawn, listed = streamlit.columns([3, 2])
    with drawn:
        clicked = map_view(by_code[chosen], words, f"map-{chosen}")
    with listed:
        named = [one for one in by_code[chosen].prefectures if one.mentions or one.tasks or one.positionings]
        named.sort(key=lambda one: (-one.positionings, -one.tasks, -one.mentions))
        head = tuple(words(name) for name in ("prefecture", "positionings", "tasks", "mentions"))
        pieces.table(
            head, [(one.name, str(one.positionings), str(one.tasks), str(one.mentions)) for one in named], {1, 2, 3}
        )
        silent = "、".join(one.short_name for one in by_code[chosen].prefectures if one not in named)
        if silent:
            pieces.quiet(words("silent", names=silent))

    if clicked:
        put(thing=clicked)
    if thing := value("thing"):
        entity_card(thing, "overview-thing")
        streamlit.button(words_of("parts")("close"), on_click=put, kwargs={"thing": ""})


def _place(card: PlaceCard, words: Words) -> None:
    with streamlit.container(border=True, gap="xsmall"):
        streamlit.html(f'<p class="task">{pieces.chip(card.place.label, card.place.kind, words)}</p>')
        if card.positionings:
            pieces.quiet(words("positionings"))
            pieces.chips(card.positionings)
        if card.targets:
            pieces.quiet(words("targets"))
            pieces.chips(card.targets)
        if card.tasks:
            lines = [words("tasks in all", n=card.tasks)]
            if card.declared_tasks:
                lines.append(words("declared tasks", declared=card.declared_tasks, named=len(card.key_tasks)))
            if card.declared_areas:
                lines.append(words("declared areas", declared=card.declared_areas, named=len(card.areas)))
            streamlit.html(f'<p class="quiet">{words("tasks")}</p><p>{"<br>".join(lines)}</p>')
        if card.cities:
            pieces.quiet(words("cities"))
            pieces.chips(card.cities)


if __name__ == "__main__":
    page()
