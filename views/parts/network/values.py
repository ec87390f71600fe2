"""What a network picture is made of."""

from __future__ import annotations

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


@dataclass(frozen=True, slots=True)
class NetworkEdge:
    """An edge to be drawn; `label` is the relation's, `grade` decides the line."""

    id: str
    source: str
    target: str
    label: str
    grade: str


@dataclass(frozen=True, slots=True)
class Click:
    """What was clicked: the id of a node or of an edge; both empty where nothing was."""

    node: str = ""
    edge: str = ""
