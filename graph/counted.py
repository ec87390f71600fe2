"""Texts with places in braces, filled; a number brings the word that it counts in its right form."""

from __future__ import annotations

from string import Formatter


class _Counting(Formatter):
    """Fills ``{n:document|documents}`` with the number and the first word after one, the second after any other."""

    def format_field(self, value: object, format_spec: str) -> str:
        """Return a value as its place asks for it."""
        one, parted, many = format_spec.partition("|")
        if not parted:
            return str(super().format_field(value, format_spec))
        return f"{value} {one if str(value) == '1' else many}"


def counted(text: str, /, **values: object) -> str:
    """Return a text with its places filled. Arguments: text; values, by the names of the places.

    Raises KeyError for a place without a value.

    >>> counted("{n:document names|documents name} {thing}.", n=1, thing="沈阳市")
    '1 document names 沈阳市.'
    >>> counted("{n:document|documents} ({share:.0%})", n="1,200", share=0.5)
    '1,200 documents (50%)'
    >>> counted("{text}", text="a place may have any name")
    'a place may have any name'
    """
    return _Counting().vformat(text, (), values)
