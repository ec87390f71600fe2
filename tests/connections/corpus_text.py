"""The text whose connections are tested."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.connections.hops import Way

TEXT = Path(__file__).parents[2] / "corpus" / "liaoning-interpretation.txt"
SAID = TEXT.read_text(encoding="utf-8")


def labels(ways: Iterable[Way]) -> list[str]:
    """Return the labels of ways."""
    return [way.label for way in ways]
