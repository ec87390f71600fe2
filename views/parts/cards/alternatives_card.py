"""What may be searched for instead of words without a hit: links, each with how many sentences it finds."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from graph.search import Alternative, pieces
from views.parts.cards.names import Name
from views.parts.frame.language import Words
from views.parts.frame.search_box import PARAMETER


def alternatives_html(found: Sequence[Alternative], conditions: dict[str, str], words: Words) -> str:
    """Return a list of links as HTML; a line that says so where nothing near was found.

    Arguments: found; conditions, of the search without a hit, by the parameters of the address; words, of the page of hits.
    """
    if not found:
        return f'<p class="quiet">{escape(words("nothing near"))}</p>'
    items = "".join(f"<li>{_link(one, conditions, words)}</li>" for one in found)
    return f'<p class="quiet">{escape(words("instead"))}</p><ul class="pairs">{items}</ul>'


def _link(one: Alternative, conditions: dict[str, str], words: Words) -> str:
    searched = words.list_of(f"“{piece}”" for piece in pieces(one.text))
    held = {name: said for name, said in conditions.items() if said and name not in one.left_out}
    left_out = words.list_of(words(name) for name in one.left_out)
    said = words("without", words=searched, conditions=left_out) if one.left_out else searched
    name = Name(said, "search", ((PARAMETER, one.text), *held.items()))
    return f'{name.html()} <span class="quiet">{escape(words("sentences", n=one.total))}</span>'
