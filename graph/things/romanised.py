"""Chinese in Latin letters."""

from __future__ import annotations

from typing import Literal


def romanised(text: str, others: Literal["default", "ignore"] = "default") -> str:
    """Return a text in pinyin without tones and blanks.

    Arguments: text; others, whether what is no Chinese stays as it is or is left out.

    >>> romanised("双核"), romanised("5G产业", "ignore")
    ('shuanghe', 'chanye')
    """
    # Imported here, since its dictionary takes half a second to load, which every process that reads texts would wait for.
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text, errors=others))
