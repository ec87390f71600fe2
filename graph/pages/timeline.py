"""Documents and targets along the years: what was issued when, and what is to be reached by when."""

from __future__ import annotations

from dataclasses import dataclass

from graph.engines import Rows
from graph.pages.target_ledger import TargetEntry, target_ledger
from graph.things import DocumentCard, documents


@dataclass(frozen=True, slots=True)
class YearEntry:
    """A year with the documents that were issued in it and the targets that are due in it."""

    year: int
    documents: tuple[DocumentCard, ...]
    """By their dates."""
    targets: tuple[TargetEntry, ...]
    """By place and indicator."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The years of a graph, and what names none."""

    years: tuple[YearEntry, ...]
    """From the first year to the last in which there is something, those between without anything too."""
    undated_documents: tuple[DocumentCard, ...]
    undated_targets: tuple[TargetEntry, ...]


def timeline(rows: Rows) -> Timeline:
    """Return the documents and the targets of a graph along the years.

    >>> from graph import PolicyGraph
    >>> timeline(PolicyGraph.open("memory")).years
    ()
    """
    cards, targets = documents(rows), target_ledger(rows)
    issued = {one: _year(one.issued) for one in cards}
    due = {one: _year(one.year) for one in targets}
    named = [year for year in (*issued.values(), *due.values()) if year]
    return Timeline(
        years=tuple(
            YearEntry(
                year,
                tuple(sorted((one for one in cards if issued[one] == year), key=lambda one: (one.issued, one.title))),
                tuple(one for one in targets if due[one] == year),
            )
            for year in (range(min(named), max(named) + 1) if named else ())
        ),
        undated_documents=tuple(one for one in cards if not issued[one]),
        undated_targets=tuple(one for one in targets if not due[one]),
    )


def _year(said: str) -> int:
    """Return the year of a date or of a target; 0 where it has none, or several.

    >>> _year("2023-01-04"), _year("2025"), _year(""), _year("2025、2030")
    (2023, 2025, 0, 0)
    """
    start = said[:4]
    whole = len(said) == 4 or said[4:5] == "-"
    return int(start) if whole and len(start) == 4 and start.isascii() and start.isdigit() else 0
