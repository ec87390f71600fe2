"""What changed between two sides, as plain values that show themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from graph.comparison.text import columns, said, shifted, title
from graph.rdf import Language, label
from graph.results import html_table, markdown_table, markdown_text
from graph.things import DocumentCard, Node, Quote

Kind = Literal["changed", "added", "dropped"]
KINDS: tuple[Kind, ...] = ("changed", "added", "dropped")


@dataclass(frozen=True, slots=True)
class Shift:
    """A facet of a claim with its values on both sides; in one that was added or dropped, one side is empty."""

    facet: str
    """A term: `targetValue`, `targetYear`, `commitment`, `hasMember`, `involves` …"""
    before: tuple[str, ...]
    after: tuple[str, ...]
    """Labels of things, texts, or names of terms (`Driving`)."""


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that one side makes and the other does not, or makes otherwise."""

    kind: Kind
    subject: str
    subject_kind: str
    """Its class."""
    term: str
    """The relation (`hasTarget`, `hasPositioning` …), or the class of the task that is set (`KeyTask` …)."""
    object: str
    object_kind: str
    shifts: tuple[Shift, ...]
    """Of a claim that changed, only what changed; of one that was added or dropped, all that it says."""
    before: tuple[Quote, ...]
    after: tuple[Quote, ...]
    """What says so on either side."""
    named: tuple[Node, ...]
    """The things that it names: the subject first, then the object and the values of the facets."""

    def line(self, language: Language = "zh") -> tuple[str, ...]:
        """Return the row of a table: its columns are those of `Comparison.columns`."""
        old, new = (said([(one.facet, values(one)) for one in self.shifts], language) for values in (_before, _after))
        if not self.shifts:
            old, new = (self.object if self.kind == kind else "" for kind in ("dropped", "added"))
        about = self.object if self.shifts else ""
        quoted = (" ".join(dict.fromkeys(quote.said for quote in quotes)) for quotes in (self.before, self.after))
        return title(self.kind, language), self.subject, label(self.term, language), about, old, new, *quoted

    def said(self, language: Language = "zh") -> str:
        """Return what it says: of a claim that changed, each facet before and after."""
        if self.kind == "changed":
            return shifted([(one.facet, one.before, one.after) for one in self.shifts], language)
        return said([(one.facet, one.before or one.after) for one in self.shifts], language)

    def told(self, language: Language = "zh") -> str:
        """Return it in one line: its kind, whom it concerns, the relation, and what it says.

        >>> Change("added", "沈阳市", "City", "hasPositioning", "金融中心", "Center", (), (), (), ()).told()
        '新增 沈阳市 · 功能定位为 · 金融中心'
        """
        parts = (self.subject, label(self.term, language), self.object, self.said(language))
        return f"{title(self.kind, language)} {' · '.join(part for part in parts if part)}"

    def as_json(self) -> dict[str, Any]:
        """Return all that is known of it, for JSON."""
        return {
            "change": self.kind,
            "subject": self.subject,
            "subjectClass": self.subject_kind,
            "term": self.term,
            "object": self.object,
            "shifts": [{"facet": one.facet, "before": one.before, "after": one.after} for one in self.shifts],
            "before": [_quoted(quote) for quote in self.before],
            "after": [_quoted(quote) for quote in self.after],
        }


def _before(shift: Shift) -> tuple[str, ...]:
    return shift.before


def _after(shift: Shift) -> tuple[str, ...]:
    return shift.after


def _quoted(quote: Quote) -> dict[str, Any]:
    return {
        "document": quote.document,
        "title": quote.title,
        "sentence": quote.said,
        "exact": quote.exact,
        "start": quote.start,
        "end": quote.end,
        "grade": quote.grade,
        "trail": quote.trail,
    }


@dataclass(frozen=True, slots=True)
class Together:
    """Changes that a person reads in one go: a sentence, or several, of each side and what they say differently."""

    before: tuple[Quote, ...]
    after: tuple[Quote, ...]
    """One passage for each sentence. One without a grade backs none of the changes: it is the most alike of its side."""
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What two sides say differently; shows itself as HTML and Markdown."""

    names: tuple[str, str]
    """What the sides are called."""
    before_documents: tuple[DocumentCard, ...]
    after_documents: tuple[DocumentCard, ...]
    changes: tuple[Change, ...]
    """Those that changed, then those added, then those dropped, each in the order of the text."""
    together: tuple[Together, ...]
    """The same changes by their sentences."""
    same: int
    """Claims that both sides make alike."""
    digests: tuple[str, ...] = ()
    """Hashes of the graphs: one where two documents of a graph are compared."""

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(one for one in self.changes if one.kind == kind)

    @property
    def added(self) -> tuple[Change, ...]:
        """Claims that only the second side makes."""
        return self.of("added")

    @property
    def dropped(self) -> tuple[Change, ...]:
        """Claims that only the first side makes."""
        return self.of("dropped")

    @property
    def changed(self) -> tuple[Change, ...]:
        """Claims that both sides make, but otherwise."""
        return self.of("changed")

    @staticmethod
    def columns(language: Language = "zh") -> tuple[str, ...]:
        """Return the heads of the table's columns.

        >>> Comparison.columns("en")[0]
        'change'
        """
        return columns(language)

    def table(self, language: Language = "zh") -> list[tuple[str, ...]]:
        """Return one row for each change, its columns those of `columns`."""
        return [one.line(language) for one in self.changes]

    def markdown(self, language: Language = "zh") -> str:
        """Return the comparison as a page of Markdown, a table for each kind of change."""
        lines = [f"# {' → '.join(map(markdown_text, self.names))}", "", self.counted(language)]
        for kind in KINDS:
            if found := self.of(kind):
                rows = [one.line(language)[1:] for one in found]
                lines += ["", f"## {title(kind, language)}", "", markdown_table(columns(language)[1:], rows)]
        return "\n".join(lines) + "\n"

    def as_json(self) -> dict[str, Any]:
        """Return the comparison for JSON."""
        return {
            "before": self.names[0],
            "after": self.names[1],
            "counts": {kind: len(self.of(kind)) for kind in KINDS} | {"same": self.same},
            "changes": [one.as_json() for one in self.changes],
        }

    def counted(self, language: Language = "zh") -> str:
        """Return how many claims changed, were added, were dropped and stayed, in one line."""
        counted = [f"{title(kind, language)} {len(self.of(kind))}" for kind in KINDS]
        return " · ".join([*counted, f"{title('same', language)} {self.same}"])

    def __repr__(self) -> str:
        return f"<{' → '.join(self.names)}: {self.counted('en')}>"

    def _repr_html_(self) -> str:
        return html_table(columns("zh"), self.table(), f"{' → '.join(self.names)} · {self.counted()}")

    def _repr_markdown_(self) -> str:
        return self.markdown()
