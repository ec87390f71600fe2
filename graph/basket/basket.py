"""A basket: items in an order that a person gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from graph.basket.item import Item
from graph.errors import GraphError

MOST_ITEMS = 200


@dataclass(frozen=True, slots=True)
class Basket:
    """Items in their order, each once; every change is a new basket.

    >>> one, other = Item("quote", "", "甲。"), Item("quote", "", "乙。")
    >>> [item.text for item in Basket().put(one).put(other).put(one).moved(1, -1).items]
    ['乙。', '甲。']
    """

    items: tuple[Item, ...] = ()

    def put(self, item: Item) -> Self:
        """Return the basket with an item behind the others; one that is there already stays where it is.

        Raises GraphError where the basket is full.
        """
        if any(_same(item, held) for held in self.items):
            return self
        if len(self.items) >= MOST_ITEMS:
            raise GraphError("basket", f"it holds {MOST_ITEMS} items, and no more", "take some out first")
        return replace(self, items=(*self.items, item))

    def put_all(self, items: Iterable[Item]) -> Self:
        """Return the basket with items behind the others; raises GraphError where there is no room for all."""
        basket = self
        for item in items:
            basket = basket.put(item)
        return basket

    def without(self, place: int) -> Self:
        """Return the basket without the item at a place."""
        return replace(self, items=self.items[:place] + self.items[place + 1 :])

    def moved(self, place: int, by: int) -> Self:
        """Return the basket with the item at a place so many places further; at either end it stays there."""
        rest = list(self.items[:place] + self.items[place + 1 :])
        rest.insert(min(max(place + by, 0), len(rest)), self.items[place])
        return replace(self, items=tuple(rest))

    def noted(self, place: int, note: str) -> Self:
        """Return the basket with another note on the item at a place; raises GraphError for one that is too long."""
        items = list(self.items)
        items[place] = replace(items[place], note=note)
        return replace(self, items=tuple(items))


def _same(one: Item, other: Item) -> bool:
    """Return whether two items are the same thing, whatever is noted on them."""
    return (one.kind, one.text, one.address) == (other.kind, other.text, other.address)
