"""What a network says beside its things and relations, in both languages."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from graph.counted import counted
from graph.rdf import Language

_WORDS = Path(__file__).with_name("words.toml")


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(_WORDS.read_text(encoding="utf-8"))


def said(name: str, language: Language, **values: object) -> str:
    """Return a string of words.toml, its places in braces filled; raises KeyError for a name that the file lacks.

    >>> said("counts", "en", nodes=2, edges=1)
    '2 things · 1 relation'
    """
    return counted(_table()[name][language], **values)
