"""What a network picture is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A node to be drawn: its place in pixels, and whether it is what the picture is about."""

    id: str
    label: str
    kind: str
    x: float
    y: float
    focus: bool = False
    size: float = 0
    """Pixels from its middle to its rim; by its relations where it is 0."""


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """An edge to be drawn; `label` is the relation's, `grade` decides the line."""

    id: str
    source: str
    target: str
    label: str
    grade: str
    predicate: str = ""
    """The name of the relation; empty where the edge stands for several."""


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """A network as it is drawn."""

    title: str
    nodes: Sequence[NetworkNode]
    edges: Sequence[NetworkEdge]
    height: int = 560
    """Pixels, at the most."""
    edge_labels: bool = True
    """Whether relations are written on their lines."""
    radial: bool = False
    """Whether nodes stand on a circle and names outside it."""
    finding: str = ""
    """What it shows, in one sentence; of the saved page, as are the next two."""
    notes: Sequence[str] = ()
    """What was left out."""
    source: str = ""
    """Where it comes from; the documents of its quotes where it is empty."""
