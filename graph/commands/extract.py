"""policygraph extract."""

from __future__ import annotations


def extract() -> None:
    """To come."""
