"""One thing that was put aside, as plain text; a picture also holds the network that it shows, a page what it draws and lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from graph.basket.drawn_network import DrawnNetwork, is_broken, network_of
from graph.basket.kept_view import KeptView, view_of
from graph.errors import GraphError

Kind = Literal["quote", "answer", "picture"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_LONGEST = {"title": 400, "text": 20_000, "source": 2_000, "address": 8_000, "note": 4_000}
"""Characters that each field may have."""
_HELD = ("network", "view")
"""Fields that hold more than a text."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that was put aside.

    Raises GraphError for one of no kind, without a text, longer than anything of ours is, or with half a character.

    >>> Item("quote", "方案", "沈阳打造中心。").note
    ''
    """

    kind: Kind
    title: str
    """Of the document that is quoted, the question that is answered, or what is drawn."""
    text: str
    """The sentence, the answer, or the description of the picture."""
    source: str = ""
    """The reference of what is quoted."""
    address: str = ""
    """Page and parameters of the app that open it again: ``reader?document=plan&at=3-9``."""
    note: str = ""
    """What the person says of it."""
    network: DrawnNetwork | None = None
    """What a picture shows; None of anything else, and of a picture of which only its description was kept."""
    view: KeptView | None = None
    """What a page draws and lists: a matrix, a map, a ledger, a timeline, hits of a search; None of anything else."""

    def __post_init__(self) -> None:
        """Refuse what no item can be."""
        if self.kind not in KINDS:
            raise GraphError("item", f"nothing is called «{self.kind}»", f"use one of {', '.join(KINDS)}")
        if not self.text.strip():
            raise GraphError("item", "it has no text", "leave it out")
        for name, most in _LONGEST.items():
            if len(getattr(self, name)) > most:
                raise GraphError("item", f"its {name} has more than {most} characters", "shorten it")
            if is_broken(getattr(self, name)):
                raise GraphError("item", f"its {name} holds half a character", "mend it")


def said_of(item: Item) -> dict[str, Any]:
    """Return an item as the mapping that `item_of` reads.

    >>> said_of(Item("quote", "方案", "沈阳打造中心。"))["text"]
    '沈阳打造中心。'
    """
    return {name: value for name, value in asdict(item).items() if name not in _HELD or value is not None}


def item_of(said: Any) -> Item:
    """Return the item that a mapping says; raises GraphError where it says none.

    >>> item_of({"kind": "quote", "title": "方案", "text": "沈阳打造中心。"}).title
    '方案'
    >>> item_of({"kind": "quote", "text": 1})
    Traceback (most recent call last):
    graph.errors.GraphError: item: its text is no text; mend it
    """
    if not isinstance(said, Mapping):
        raise GraphError("item", "no object", "write it as an object")
    names = [one.name for one in fields(Item)]
    unknown = sorted(map(str, said.keys() - set(names)))
    if unknown:
        raise GraphError("item", f"unknown key «{unknown[0][:40]}»", f"use the keys {', '.join(names)}")
    texts = {name: value for name, value in said.items() if name not in _HELD}
    for name, value in texts.items():
        if not isinstance(value, str):
            raise GraphError("item", f"its {name} is no text", "mend it")
    network = network_of(said["network"]) if "network" in said else None
    view = view_of(said["view"]) if "view" in said else None
    return Item(**{"kind": "", "title": "", "text": "", **texts, "network": network, "view": view})
