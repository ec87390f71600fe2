"""policygraph summary."""

from __future__ import annotations


def summary() -> None:
    """To come."""
