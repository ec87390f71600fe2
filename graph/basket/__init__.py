"""What a person puts aside while looking: answers, quotes, pictures and pages, each with a note, in an order.

Items and files of them come in; a basket, its JSON and its Markdown go out.
Begin with `basket`: items and what can be done with them. `basket_file` writes and reads them.
"""

from graph.basket.basket import MOST_ITEMS, Basket
from graph.basket.basket_file import (
    BASKET_WORDS,
    FILE_NAME,
    from_json,
    head_of,
    lines_left_out_said,
    passages_said,
    relations_said,
    to_json,
    to_markdown,
)
from graph.basket.drawn_network import DrawnNetwork, DrawnRelation, DrawnThing
from graph.basket.item import Item, item_of, said_of
from graph.basket.kept_view import KeptLine, KeptView, Passage

__all__ = [
    "BASKET_WORDS",
    "FILE_NAME",
    "MOST_ITEMS",
    "Basket",
    "DrawnNetwork",
    "DrawnRelation",
    "DrawnThing",
    "Item",
    "KeptLine",
    "KeptView",
    "Passage",
    "from_json",
    "head_of",
    "item_of",
    "lines_left_out_said",
    "passages_said",
    "relations_said",
    "said_of",
    "to_json",
    "to_markdown",
]
