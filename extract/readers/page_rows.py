"""Rows of a web page's tables: the cells of a table of data make one line, those of a table of layout stay paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.readers.spanned_cells import Columns


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text between two block elements, or a row of a table."""

    text: str
    """With single spaces; cells of a row parted by tabs."""
    linked: float
    """Share of its characters that stand in links."""


_LONGEST = 2_000
"""Characters of a row of data, at most."""
_LONG = 30
"""Characters of a paragraph that is more than a word or two in a cell, at least."""
_MOST_LONG = 3
"""Long paragraphs in a cell of data, at most."""


@dataclass(slots=True)
class _Row:
    columns: Columns
    cells: list[list[Paragraph]] = field(default_factory=list)
    reached: bool = False
    """Whether a cell of a row above reaches into it."""

    def paragraphs(self) -> list[Paragraph]:
        """The row as one paragraph where it holds data, else what stands in its cells."""
        within = [paragraph for cell in self.cells for paragraph in cell]
        if not self._holds_data(within):
            return within
        text = "\t".join(" ".join(paragraph.text for paragraph in cell) for cell in self.cells).rstrip("\t")
        size = sum(len(paragraph.text) for paragraph in within)
        return [Paragraph(text, sum(one.linked * len(one.text) for one in within) / max(1, size))]

    def _holds_data(self, within: list[Paragraph]) -> bool:
        long = (sum(len(paragraph.text) > _LONG for paragraph in cell) for cell in self.cells)
        return (
            sum(map(bool, self.cells)) + self.reached > 1
            and max(long) <= _MOST_LONG
            and sum(len(paragraph.text) for paragraph in within) <= _LONGEST
            and not any("\t" in paragraph.text for paragraph in within)
        )


@dataclass(slots=True)
class Rows:
    """Gathers the paragraphs of a page, those in tables by their cells."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Columns] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)

    def add(self, paragraph: Paragraph) -> None:
        """Put a paragraph into the cell that is open, or on the page."""
        if self.rows and self.rows[-1].cells:
            self.rows[-1].cells[-1].append(paragraph)
        else:
            self.paragraphs.append(paragraph)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element of a table."""
        if tag == "table":
            self.tables.append(Columns())
        elif tag == "tr":
            columns = self.tables[-1] if self.tables else Columns()
            columns.new_row()
            self.rows.append(_Row(columns))
        elif tag in ("td", "th") and self.rows:
            row = self.rows[-1]
            wide, reached = row.columns.new_cell(attributes)
            row.reached |= reached > 0
            row.cells += [[] for _ in range(wide + reached + 1)]

    def end(self, tag: str) -> None:
        """Close an element of a table."""
        if tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "tr" and self.rows:
            for paragraph in self.rows.pop().paragraphs():
                self.add(paragraph)

    def close(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs of the page, those of rows that were never closed last."""
        while self.rows:
            self.end("tr")
        return tuple(self.paragraphs)
