"""What a network in the app asks for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.things import Quote

QuotesOf = Callable[[], Mapping[str, Sequence[Quote]]]
"""What gives the quotes of the edges, by their ids; asked only when a picture is saved."""


@dataclass(frozen=True, slots=True)
class Click:
    """What was clicked: the id of a node or of an edge; both empty where nothing was."""

    node: str = ""
    edge: str = ""
