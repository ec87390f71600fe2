"""What an annotator changed in one text, as corrections: relations removed, added, or drawn to other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, TypeAlias

from graph.corrections.correction import FACT, MISSING, Correction

Span: TypeAlias = tuple[int, int]
"""Code points of the text."""
_NOTE = "Label Studio"


class Line(NamedTuple):
    """A relation as it is drawn: from words to words."""

    begin: Span
    end: Span
    relation: str


class Ends(NamedTuple):
    """What a relation ties, by short IRIs."""

    subject: str
    object: str


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text with what was read in it, and what an annotator made of that."""

    document: str
    text: str
    sentences: tuple[Span, ...]
    things: Mapping[Span, tuple[str, ...]]
    """What marked words were read to name, by short IRIs."""
    read_labels: Mapping[Span, tuple[str, ...]]
    read: Mapping[Line, tuple[Ends, ...]]
    labels: Mapping[Span, tuple[str, ...]]
    """Classes of the marked words, as the annotator left them."""
    lines: tuple[Line, ...]
    who: str
    when: date


def corrections_of(one: AnnotatedText) -> tuple[list[Correction], list[str]]:
    """Return the corrections that an annotation says, and one line for each change that is none.

    A line that is gone refuses what it said, a new one adds a fact, and one that is drawn to other words within its sentence, or bears
    another relation, changes one; so does another class of the words at its end.

    >>> read = {Line((0, 3), (5, 7), "hasPositioning"): (Ends("city:沈阳市", "positioning:中心"),)}
    >>> text = AnnotatedText("plan", "沈阳市打造中心。", ((0, 8),), {}, {}, read, {}, (), "张三", date(2026, 1, 31))
    >>> [one.wrong for one in corrections_of(text)[0]]
    ['fact']
    """
    return _Changes(one).found()


class _Changes:
    """The changes of one text."""

    def __init__(self, one: AnnotatedText) -> None:
        self._one = one
        self._made: list[Correction] = []
        self._told: list[str] = []
        self._used: set[Span] = set()

    def found(self) -> tuple[list[Correction], list[str]]:
        one = self._one
        removed = [line for line in one.read if line not in one.lines]
        added = [line for line in dict.fromkeys(one.lines) if line not in one.read]
        for line in removed:
            instead = next((new for new in added if self._is_instead(line, new)), None)
            if instead is not None:
                added.remove(instead)
                self._change(line, instead)
            else:
                self._refuse(line)
        for line in added:
            self._add(line)
        for line in one.read:
            if line in one.lines:
                self._relabel(line)
        changed = {span for span in one.read_labels.keys() | one.labels.keys() if self._is_changed(span)} - self._used
        if changed:
            self._told.append(
                f"annotation of {one.document} by {one.who}: {len(changed)} marked words without a changed relation: not made: "
                "only relations become corrections; draw the relation in which they stand"
            )
        return self._made, self._told

    def _is_changed(self, span: Span) -> bool:
        return set(self._one.read_labels.get(span, ())) != set(self._one.labels.get(span, ()))

    def _is_instead(self, old: Line, new: Line) -> bool:
        """Return whether one line was drawn in the place of another: it differs in one part, which names one thing."""
        same = [mine == other for mine, other in zip(old, new, strict=True)]
        if sum(same) != 2 or len(self._one.read[old]) != 1 or self._sentence(old) != self._sentence(new):
            return False
        return not same[2] or len(self._named(new.end if not same[1] else new.begin)) == 1

    def _change(self, old: Line, new: Line) -> None:
        (ends,) = self._one.read[old]
        self._used |= {old.begin, old.end, new.begin, new.end}
        if old.relation != new.relation:
            self._say(old, ends, "relation", new.relation)
        elif old.end != new.end:
            self._say(old, ends, "object", self._named(new.end)[0])
        else:
            self._say(old, ends, "subject", self._named(new.begin)[0])

    def _refuse(self, line: Line) -> None:
        self._used |= {line.begin, line.end}
        for ends in self._one.read[line]:
            self._say(line, ends, FACT, "")

    def _add(self, line: Line) -> None:
        self._used |= {line.begin, line.end}
        for subject in self._named(line.begin):
            for thing in self._named(line.end):
                self._say(line, Ends(subject, thing), MISSING, "")

    def _relabel(self, line: Line) -> None:
        """Say of a relation that stayed that one of its ends is of another class."""
        for wrong, span in (("subject", line.begin), ("object", line.end)):
            if self._is_changed(span):
                self._used.add(span)
                for ends in self._one.read[line]:
                    self._say(line, ends, wrong, self._anew(span))

    def _say(self, line: Line, ends: Ends, wrong: str, right: str) -> None:
        one, sentence = self._one, self._sentence(line)
        if sentence is None:
            self._told.append(
                f"annotation of {one.document} by {one.who}, {ends.subject} {line.relation} {ends.object}: not made: "
                "its ends stand in two sentences; draw it within one"
            )
            return
        said = one.text[sentence[0] : sentence[1]]
        self._made.append(
            Correction(
                one.document, said, ends.subject, line.relation, ends.object, wrong, right, one.who, one.when, _NOTE
            )
        )

    def _sentence(self, line: Line) -> Span | None:
        first, last = min(line.begin[0], line.end[0]), max(line.begin[1], line.end[1])
        return next(((start, end) for start, end in self._one.sentences if start <= first and last <= end), None)

    def _named(self, span: Span) -> Sequence[str]:
        """Return what words name: what was read, unless they were marked anew or otherwise."""
        if span in self._one.things and not self._is_changed(span):
            return self._one.things[span]
        return [self._anew(span)]

    def _anew(self, span: Span) -> str:
        label = next(iter(self._one.labels.get(span, ())), "")
        return f"{label}:{' '.join(self._one.text[span[0] : span[1]].split())}"


def grouped(pairs: Iterable[tuple[Line, Ends]]) -> dict[Line, tuple[Ends, ...]]:
    """Return what lines tie, several facts of one line together."""
    held: dict[Line, list[Ends]] = defaultdict(list)
    for line, ends in pairs:
        held[line].append(ends)
    return {line: tuple(found) for line, found in held.items()}
