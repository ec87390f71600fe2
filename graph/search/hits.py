"""What a search gives: sentences with their document, section, offsets and facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from html import escape

from rdflib import URIRef

from graph.rdf import Language, label
from graph.results import html_table, in_one_line, markdown_table, plain_table
from graph.search.spelling import dressed
from graph.things import Said

_OF_EVERY_TASK = frozenset({"inSection", "commitment"})
_TOLD = 6
"""Facts of a hit that a report tells."""
_COLUMNS = ("sentence", "document", "section", "start", "end", "facts")


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that holds what was searched for."""

    sentence: str
    """The whole sentence, as the text has it."""
    start: int
    """Of the sentence, in code points of the document's canonical text; the end is exclusive."""
    end: int
    ranges: tuple[tuple[int, int], ...]
    """Where in the sentence the words stand, in code points from its start."""
    document: str
    """Id of the document."""
    title: str
    section: tuple[str, ...]
    """Headings from the widest section to the one that holds the sentence."""
    facts: tuple[Said, ...]
    """What was read in the sentence."""
    iri: URIRef
    """Of the sentence."""

    @property
    def where(self) -> str:
        """Document, section and offsets, in one line."""
        return f"{in_one_line(' › '.join((self.title, *self.section)))} {self.start}–{self.end}"

    def marked(self, before: str, after: str) -> str:
        """Return the sentence in one line with marks round the words; all else is left as it is.

        >>> Hit("沈阳市建设枢纽。", 0, 8, ((5, 7),), "a", "甲", (), (), URIRef("urn:s")).marked("[", "]")
        '沈阳市建设[枢纽]。'
        """
        parts = []
        for text, found in self.parts():
            line = in_one_line(text)
            parts.append(f"{before}{line}{after}" if found else line)
        return "".join(parts)

    def nearest(self) -> tuple[Said, ...]:
        """Return what was read in the sentence, each once: what speaks of most of the words first, then what stands where they do.

        Sections and commitments, which every task has, are left out.
        """
        words = {dressed(self.sentence[start:end]) for start, end in self.ranges}
        spans = [(self.start + start, self.start + end) for start, end in self.ranges]

        def distance(one: Said) -> tuple[int, bool]:
            label = dressed(f"{one.subject.label} {one.object.label}")
            spoken = sum(word in label for word in words)
            return -spoken, not any(one.start < end and start < one.end for start, end in spans)

        told = {(one.subject.iri, one.predicate, str(one.object)): one for one in reversed(self.facts)}
        every = (one for one in self.facts if one in told.values() and one.predicate not in _OF_EVERY_TASK)
        return tuple(sorted(every, key=distance))

    def parts(self) -> Iterator[tuple[str, bool]]:
        """Yield the sentence in pieces, each with whether it is one of the words.

        >>> list(Hit("建设枢纽", 0, 4, ((2, 4),), "a", "甲", (), (), URIRef("urn:s")).parts())
        [('建设', False), ('枢纽', True)]
        """
        at = 0
        for start, end in (*self.ranges, (len(self.sentence), len(self.sentence))):
            for text, found in ((self.sentence[at:start], False), (self.sentence[start:end], True)):
                if text:
                    yield text, found
            at = end


@dataclass(frozen=True, slots=True)
class Hits:
    """The hits of a search, best first; shows itself in a notebook.

    >>> len(Hits("沈阳", ("沈阳",), 0, ()))
    0
    """

    text: str
    """What was searched for."""
    words: tuple[str, ...]
    """Its pieces as they were looked for, folded; a sentence holds all of them."""
    total: int
    """How many sentences there are, also those that are not among the hits."""
    hits: tuple[Hit, ...]

    def __len__(self) -> int:
        """Return how many hits are here."""
        return len(self.hits)

    def __iter__(self) -> Iterator[Hit]:
        """Yield the hits, best first."""
        return iter(self.hits)

    def as_json(self) -> dict[str, object]:
        """Return all of it as plain values."""
        return {
            **asdict(self),
            "hits": [{**asdict(hit), "ranges": [list(span) for span in hit.ranges]} for hit in self.hits],
        }

    def report(self, language: Language = "zh") -> str:
        """Return lines for a terminal: how many there are, then each hit with its facts."""
        lines = [self.counted(language)]
        for place, hit in enumerate(self.hits, 1):
            where = in_one_line(" › ".join((hit.title, *hit.section)))
            lines += ["", f"{place}. {hit.marked('【', '】')}", f"   {where} {hit.document} {hit.start}–{hit.end}"]
            facts = hit.nearest()
            lines += [f"   - {in_one_line(told(one, language))}" for one in facts[:_TOLD]]
            if len(facts) > _TOLD:
                lines.append(f"   … {len(facts) - _TOLD}")
        return "\n".join(lines)

    def counted(self, language: Language) -> str:
        """Return how many sentences there are, in words."""
        searched = " ".join(self.words)
        if language == "zh":
            return f"“{searched}”：共{self.total}句，列出{len(self.hits)}句。"
        return f"“{searched}”: sentences found: {self.total}, shown: {len(self.hits)}."

    def _rows(self) -> list[tuple[str, ...]]:
        return [
            (
                hit.marked("【", "】"),
                hit.title,
                " › ".join(hit.section),
                str(hit.start),
                str(hit.end),
                str(len(hit.facts)),
            )
            for hit in self.hits
        ]

    def __repr__(self) -> str:
        return f"{self.counted('zh')}\n{plain_table(_COLUMNS, self._rows())}" if self.hits else self.counted("zh")

    def _repr_html_(self) -> str:
        return html_table(_COLUMNS, self._rows(), self.counted("zh"))

    def _repr_markdown_(self) -> str:
        return f"{escape(self.counted('zh'))}\n\n{markdown_table(_COLUMNS, self._rows())}"


def told(fact: Said, language: Language) -> str:
    """Return what is said in a sentence in words: subject, relation, object, grade.

    >>> from graph.things import Node
    >>> city = Node(URIRef("urn:c"), "沈阳市", "City")
    >>> told(Said(0, 2, Node(URIRef("urn:t"), "建设枢纽", "KeyTask"), "involves", city, "Stated", "r", URIRef("urn:s")), "en")
    '建设枢纽 — involves → 沈阳市 (stated)'
    """
    relation, grade = label(fact.predicate, language), label(fact.grade, language)
    return f"{fact.subject.label} — {relation} → {fact.object.label} ({grade})"
