"""The tokens of a text in a row, their letters as one string, so that a rule is a regular expression over letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Typed tokens in the order of the text; a token is named by its index.

    Arguments: text, folded; starts and ends, offsets of each token in code points; letters, one a token; spelled, each as written.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    letters: str
    spelled: tuple[str, ...]

    def word(self, index: int) -> str:
        """The token as written."""
        return self.spelled[index]

    def first(self, offset: int) -> int:
        """The first token that begins at an offset of the text or behind it.

        >>> Tokens("沈阳建设", (0, 2), (2, 4), "PB", ("沈阳", "建设")).first(1)
        1
        """
        return bisect_left(self.starts, offset)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """First token and the one behind the last that begin in a passage of the text.

        >>> Tokens("沈阳建设", (0, 2), (2, 4), "PB", ("沈阳", "建设")).within(0, 4)
        (0, 2)
        """
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def find(self, pattern: re.Pattern[str], first: int, last: int) -> Iterator[re.Match[str]]:
        """Matches of a pattern over letters; the spans of a match are tokens, first and behind the last.

        >>> row = Tokens("沈阳建设高地", (0, 2, 4), (2, 4, 6), "PBH", ("沈阳", "建设", "高地"))
        >>> [match.span() for match in row.find(re.compile("BH"), 0, 3)]
        [(1, 3)]
        """
        return pattern.finditer(self.letters, first, last)

    def written(self, first: int, last: int) -> str:
        """The text of tokens, from the first to the one before `last`.

        >>> Tokens("沈阳建设高地", (0, 2, 4), (2, 4, 6), "PBH", ("沈阳", "建设", "高地")).written(1, 3)
        '建设高地'
        """
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def is_quoted(self, first: int, index: int) -> bool:
        """Whether a quotation that opens at a token or behind it is still open at another.

        >>> row = Tokens("“沈阳”建设", (0, 1, 3, 4), (1, 3, 4, 6), "“P”B", ("“", "沈阳", "”", "建设"))
        >>> row.is_quoted(0, 1), row.is_quoted(0, 3)
        (True, False)
        """
        return self.letters.count("“", first, index) > self.letters.count("”", first, index)
