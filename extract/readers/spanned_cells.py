"""The columns of an HTML table whose cells span several: each row gets a cell for each column, empty where it is spanned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_WIDEST = 60
"""Most columns that a cell may span."""
_LONGEST = 1_000
"""Most rows that a cell may span."""
_DIGITS = 5


@dataclass(slots=True)
class Columns:
    """Counts the columns of one table while its elements come by."""

    below: dict[int, int] = field(default_factory=dict)
    """For each column that a cell above reaches into, how many rows more it does."""
    at: int = 0
    wide: int = 0
    """Columns that the last cell spans beyond its own."""

    def new_row(self) -> None:
        """Begin a row."""
        self.at = self.wide = 0

    def new_cell(self, attributes: Mapping[str, str]) -> tuple[int, int]:
        """Begin a cell; return how many columns before it the cell to its left spans, and how many a cell above does.

        >>> table = Columns()
        >>> table.new_cell({"rowspan": "2"}), table.new_cell({"colspan": "2"}), table.new_cell({})
        ((0, 0), (0, 0), (1, 0))
        >>> table.new_row()
        >>> table.new_cell({})
        (0, 1)
        """
        wide, self.at = self.wide, self.at + self.wide
        spanned = 0
        while self.below.get(self.at, 0) > 0:
            self.below[self.at] -= 1
            self.at += 1
            spanned += 1
        width, height = _number(attributes.get("colspan"), _WIDEST), _number(attributes.get("rowspan"), _LONGEST)
        for column in range(self.at, self.at + width):
            self.below[column] = height - 1
        self.wide = width - 1
        self.at += 1
        return wide, spanned


def _number(written: str | None, most: int) -> int:
    text = (written or "").strip()
    return max(1, min(most, int(text))) if text.isascii() and text.isdigit() and len(text) < _DIGITS else 1
