"""What a connection's conditions left out, and where nothing ties its ends, why, with the next question to ask."""

from __future__ import annotations

from html import escape

import streamlit

from graph.connections import Connections, Passage
from graph.things import Node
from views.parts.cards.entity_card import plain
from views.parts.cards.html_pieces import node_chip, term
from views.parts.cards.quote_card import quote_cards
from views.parts.frame.address import put
from views.parts.frame.language import Words, words_of


def why_empty(found: Connections) -> None:
    """Show the explanation of a connection, each way out as a button."""
    words, why = words_of("connect"), found.explanation
    for name, count in why.removed:
        _way_out(words("without", condition=words(f"condition {name}"), n=count), f"without {name}", {name: ""})
    for node, count in found.ways.hidden:
        if not found.conditions.hubs:
            _through_hub(node, count, words)
    if why.longer:
        _way_out(words("longer", n=why.longer), "longer", {"length": str(why.longer)})
    if why.held:
        streamlit.html("".join(_held(node, counts, words) for node, counts in why.held))
    for end, other, count in why.partners:
        said = words("partner", end=end.label, other=other.label, n=count)
        _way_out(said, f"partner {end.iri} {other.iri}", {"ends": [str(end.iri), str(other.iri)]})
    if why.closest is not None:
        _closest(why.closest, words)
    elif why.held and not why.named_together:
        streamlit.text(words("never together"))


def _through_hub(node: Node, count: int, words: Words) -> None:
    """Say how many ways lead through a hub, with what a hub is."""
    hub = term(words("hub"), words.explained("hub"))
    before, after = words("through hub", n=count, hub=node.label, term="\0").split("\0", 1)
    streamlit.html(f'<p class="quiet">{escape(before)}{hub}{escape(after)}</p>')


def _way_out(said: str, key: str, parameters: dict[str, str | list[str]]) -> None:
    streamlit.button(plain(said), key=key, on_click=put, kwargs={**parameters, "node": "", "edge": ""})


def _held(node: Node, counts: tuple[tuple[str, int], ...], words: Words) -> str:
    said = words("comma").join(f"{escape(words.term(name))} {count}" for name, count in counts) or escape(
        words("no relation")
    )
    return f'<p class="task">{node_chip(node, words)}<span class="quiet">{said}</span></p>'


def _closest(passage: Passage, words: Words) -> None:
    streamlit.html(f'<p class="quiet over">{escape(words("closest", n=passage.gap, title=passage.document.label))}</p>')
    quotes = tuple(dict.fromkeys(quote for hop in passage.hops for quote in hop.quotes))
    quote_cards(quotes[:1] if passage.together else quotes)
