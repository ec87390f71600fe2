"""总览: what is in the graph, in plain sentences and cards."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit
from rdflib import URIRef

from graph import Node, PolicyGraph
from graph.export import Shown, Wanted, put_aside
from graph.pages import (
    COUNTRY,
    Figures,
    PlaceCard,
    PlaceMap,
    country_map,
    figures,
    name_of,
    place_cards,
    places_by_weight,
    province_maps,
)
from graph.things import DocumentCard, documents, latin
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import Name
from views.parts.cards.names import name_of as thing_name
from views.parts.cards.overview_cards import document_cards, page_cards, place_cards_html
from views.parts.frame.address import one_of
from views.parts.frame.filters import find_one
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.take_away import take_away
from views.parts.keep.view import view_button
from views.parts.map.view import map_view
from views.parts.panel.view import panel

_LISTED = 14
"""Places of a map that are listed before the fold."""
_DOCUMENTS = 20
"""Documents that are shown before one is searched for."""


def page() -> None:
    """Show the page. Of the address: `province`; `node`, the thing whose card is open; `place` and `document`, that were searched for."""
    words = words_of("overview")
    streamlit.title(words("title"))
    counted, held = asked(figures), asked(documents)
    if not counted.assertions:
        streamlit.info(words("empty"))
        return
    _lead(counted, held, words)
    take_away("policygraph", Shown(language=words.language), Wanted(language=words.language))
    streamlit.header(words("next"))
    streamlit.html(page_cards(words))
    _map(words)
    _places(words)
    _documents(held, words)


def _lead(counted: Figures, held: tuple[DocumentCard, ...], words: Words) -> None:
    share = counted.quoted_sentences / max(1, counted.sentences)
    numbers = {"documents": len(held), "assertions": counted.assertions, "sentences": counted.sentences}
    said = {name: f"{n:,}" for name, n in (numbers | {"quoted": counted.quoted_sentences}).items()}
    lead = words("lead", **said, share=share)
    quiet = [words("unresolved", n=counted.unresolved)] if counted.unresolved else []
    copies = sum(1 for one in held if one.reprint_of)
    quiet += [words("reprints", n=copies)] if copies else []
    streamlit.html(f'<p class="lead">{escape(lead)}</p><p class="quiet">{escape(words.sentences(quiet))}</p>')
    pieces.class_figures(counted.classes, len(held))
    pieces.quiet(words("counted"))


def _map(words: Words) -> None:
    country: PlaceMap = asked(country_map)
    maps = _maps(country, asked(province_maps))
    if not maps:
        return
    streamlit.header(words("map"))
    chosen = next(iter(maps))
    if len(maps) > 1:
        names = {code: words("country") if code == COUNTRY else asked(name_of, code) for code in maps}
        chosen = one_of(words("map of"), names, "province")
    mapped = maps[chosen]
    drawn, listed = streamlit.columns(2)
    with drawn:
        map_view(mapped, words, f"map-{chosen}")
    with listed:
        _mapped_places(mapped, words)
    counts = (f"{one.name} {one.tasks}" for one in mapped.places if one.is_named)
    shown = Shown("country", language=words.language)
    if chosen != COUNTRY:
        shown = Shown("map", (asked(name_of, chosen),), language=words.language)
    told = words("map told", places=words.list_of(counts))
    kept = view_button(words("map"), told, partial(put_aside, source().graph, shown))
    streamlit.html(f'<p class="trail">{kept}</p>')
    panel()


def _maps(country: PlaceMap, provinces: tuple[PlaceMap, ...]) -> dict[str, PlaceMap]:
    """Return the maps by code: the country where more than one province is named, behind one that most of all mentions speak of."""
    named = {one.code: one.mentions for one in country.places if one.is_named}
    maps = {one.code: one for one in provinces}
    if len(named) < 2:
        return maps
    leading = [code for code in maps if named.get(code, 0) * 2 > sum(named.values())]
    return {code: maps.get(code, country) for code in (*leading, COUNTRY, *maps)}


def _mapped_places(mapped: PlaceMap, words: Words) -> None:
    named = [one for one in mapped.places if one.is_named]
    named.sort(key=lambda one: (-one.positionings, -one.tasks, -one.mentions))
    kind = "province" if mapped.code == COUNTRY else "prefecture"
    head = tuple(words(name) for name in (kind, "positionings", "tasks", "mentions"))
    rows = [
        (_linked(one.name, one.iri, kind), str(one.positionings), str(one.tasks), str(one.mentions)) for one in named
    ]
    pieces.folded_table(head, rows, {1, 2, 3}, words("more places", n=len(rows) - _LISTED), _LISTED)
    silent = words.list_of(one.short_name for one in mapped.places if one not in named)
    if silent:
        pieces.quiet(words("silent", names=silent))


def _linked(name: str, iri: str, kind: str) -> str | Name:
    return thing_name(name, iri, "Province" if kind == "province" else "City") if iri else name


def _places(words: Words) -> None:
    every: tuple[Node, ...] = asked(places_by_weight)
    if not every:
        return
    streamlit.header(words("places"))
    first: tuple[PlaceCard, ...] = asked(place_cards)
    if len(every) > len(first):
        options = {str(one.iri): f"{one.label} · {latin(one)} · {words.term(one.kind)}" for one in every}
        found = find_one(words("find a place"), options, "place", words("of places", n=len(every), shown=len(first)))
        if found:
            streamlit.html(place_cards_html(asked(_card_of, found), words))
    streamlit.html(place_cards_html(first, words))


def _card_of(graph: PolicyGraph, place: str) -> tuple[PlaceCard, ...]:
    return place_cards(graph, (URIRef(place),))


def _documents(held: tuple[DocumentCard, ...], words: Words) -> None:
    streamlit.header(words("documents"))
    if len(held) > _DOCUMENTS:
        options = {one.id: one.name for one in held}
        placeholder = words("of documents", n=len(held), shown=_DOCUMENTS)
        found = find_one(words("find a document"), options, "document", placeholder)
        if found:
            streamlit.html(document_cards([one for one in held if one.id == found], words))
    streamlit.html(document_cards(held[:_DOCUMENTS], words))


if __name__ == "__main__":
    page()
