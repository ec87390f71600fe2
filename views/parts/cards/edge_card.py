"""The card of one relation: from what, to what, how well it is proved, and the quotes that prove it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit

from graph.things import Node, Quote
from views.parts.cards.html_pieces import grade, node_chip, quiet, term
from views.parts.cards.quote_card import quote_cards
from views.parts.frame.language import Words, words_of


def edge_card(subject: Node, predicate: str, value: Node, backing: str, quotes: Sequence[Quote], key: str) -> None:
    """Show a relation. Arguments: its ends and name; backing, its strongest grade; quotes; key, unique on the page."""
    words = words_of("parts")
    with streamlit.container(border=True, key=key):
        streamlit.html(f'<p class="task">{relation_line(subject, predicate, value, words)}{grade(backing, words)}</p>')
        if quotes:
            quote_cards(quotes)
        else:
            quiet(words("no quote"))


def relation_line(subject: Node, predicate: str, value: Node, words: Words) -> str:
    """Return a relation as HTML: chip, name of the relation, chip; the chips lead to the things.

    >>> city, aim = Node("urn:a", "沈阳市", "City"), Node("urn:b", "<b>", "Center")
    >>> "<b>" in relation_line(city, "hasPositioning", aim, Words("zh", {}))
    False
    """
    ends = [node_chip(node, words) for node in (subject, value)]
    relation = term(words.term(predicate), words.explained(predicate))
    return f'{ends[0]}<span class="relation">{relation} →</span>{ends[1]}'
