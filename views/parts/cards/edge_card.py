"""The card of one relation: from what, to what, how well it is proved, and the quotes that prove it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.network_page import said
from graph.things import Node, Quote
from views.parts.cards.html_pieces import grade, node_chip, term
from views.parts.cards.quote_card import quotes_html
from views.parts.frame.language import Words


def edge_html(subject: Node, predicate: str, value: Node, backing: str, quotes: Sequence[Quote], words: Words) -> str:
    """Return a relation as HTML. Arguments: its ends and name; backing, its strongest grade; quotes; words, of the parts."""
    head = f'<p class="task">{relation_line(subject, predicate, value, words)}{grade(backing, words)}</p>'
    return head + (
        quotes_html(quotes, words) if quotes else f'<p class="quiet">{escape(said("no quote", words.language))}</p>'
    )


def relation_line(subject: Node, predicate: str, value: Node, words: Words) -> str:
    """Return a relation as HTML: chip, name of the relation, chip; the chips lead to the things.

    >>> city, aim = Node("urn:a", "沈阳市", "City"), Node("urn:b", "<b>", "Center")
    >>> "<b>" in relation_line(city, "hasPositioning", aim, Words("zh", {}))
    False
    """
    ends = [node_chip(node, words) for node in (subject, value)]
    relation = term(words.term(predicate), words.explained(predicate))
    return f'{ends[0]}<span class="relation">{relation} →</span>{ends[1]}'
