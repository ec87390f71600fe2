"""Names that divisions bore once: 襄樊市 is today's 襄阳市, 萧山市 a district.

Background knowledge from lexicon/former_names.tsv: a text of that time still means the place of today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from extract.tables import LEXICON, LexiconError, read_rows

_FILE = "former_names.tsv"
_HEAD = ("code", "former_name", "short_name", "since", "until")


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name that a division bore."""

    name: str
    """The official one: 襄樊市."""
    short_name: str
    """襄樊; empty where it has none of its own."""
    since: int | None
    """The first year; None where the name is older than the file looks back."""
    until: int
    """The last year: in it the division was renamed."""

    @property
    def names(self) -> tuple[str, ...]:
        """Both names.

        >>> FormerName("襄樊市", "襄樊", None, 2010).names
        ('襄樊市', '襄樊')
        """
        return (self.name, self.short_name) if self.short_name else (self.name,)

    @property
    def years(self) -> str:
        """The years of the name, as a person writes them.

        >>> FormerName("襄樊市", "襄樊", None, 2010).years, FormerName("思茅市", "", 2003, 2007).years
        ('至2010年', '2003—2007年')
        """
        return f"至{self.until}年" if self.since is None else f"{self.since}—{self.until}年"


@lru_cache(maxsize=1)
def former_names() -> Mapping[str, tuple[FormerName, ...]]:
    """Code of a division to the names that it bore, the oldest first.

    Raises LexiconError for a year that is none.

    >>> [(one.name, one.since, one.until) for one in former_names()["530800"]]
    [('思茅地区', None, 2003), ('思茅市', 2003, 2007)]
    """
    found: dict[str, list[FormerName]] = {}
    for number, (code, name, short_name, since, until) in read_rows(LEXICON / _FILE, _HEAD):
        try:
            one = FormerName(name, short_name, int(since) if since else None, int(until))
        except ValueError as error:
            raise LexiconError(LEXICON / _FILE, number, "a year is four digits") from error
        found.setdefault(code, []).append(one)
    return MappingProxyType({code: tuple(sorted(held, key=lambda one: one.until)) for code, held in found.items()})
