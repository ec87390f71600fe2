"""Chinese regional policy, from a text to its facts: `extract(document)` is all that other rooms need.

It is loaded at first use: whoever only queries a graph needs its names of places, and no grammar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.pipeline import extract

__all__ = ["extract"]


def __getattr__(name: str) -> object:
    if name != "extract":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from extract.pipeline import extract

    return extract
