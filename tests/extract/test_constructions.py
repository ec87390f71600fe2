"""The 24 constructions of the genre, each in made-up sentences of several provinces: what is read, what is refused."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.document import canonical_text
from extract.pipeline import extract
from extract.values import Entity, Facts
from tests.extract.generated import document

CASES = Path(__file__).parent / "constructions.tsv"
LEAST_ACCEPTED, LEAST_REFUSED = 3, 2


@dataclass(frozen=True)
class Case:
    """A text, what is looked at in its facts, and all that is to be seen there; nothing where the text is refused."""

    construction: int
    text: str
    view: str
    wanted: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.construction} {self.view} {self.text}"


def read_cases() -> list[Case]:
    """The cases of the table: construction, text (⏎ is a line end), view, and what is wanted, parted by bars."""
    rows = [line.split("\t") for line in CASES.read_text(encoding="utf-8").splitlines() if line[:1] not in {"#", ""}]
    return [
        Case(int(number), text.replace("⏎", "\n"), view, tuple(wanted.split("|")) if wanted else ())
        for number, text, view, wanted in rows
    ]


def shown(value: object) -> str:
    """A value as the table writes it; of a shared place's key only the name."""
    return value.key if isinstance(value, Entity) else str(value)


def seen(facts: Facts, view: str) -> list[str]:
    """What a view shows of a text's facts, sorted.

    `named Kind`: words of the text and the things of that class that they name. `described Kind`: labels of the things
    of that class, with the size they declare. `targets`: each target with its attributes. `outline`: headings,
    each behind its parent's. Any other view is a predicate: subject → object.
    """
    word, _, kind = view.partition(" ")
    if word == "named":
        spans = [(one.start, one.end, entity) for one in facts.mentions for entity in one.refers_to]
        return sorted(f"{facts.document.text[a:b]} → {e.key}" for a, b, e in spans if e.kind == kind)
    if word == "described":
        sizes = [
            (one.label, dict(one.attributes).get("declaredSize")) for one in facts.entities if one.entity.kind == kind
        ]
        return sorted(label + (f" {size}" if size else "") for label, size in sizes)
    if view == "targets":
        targets = [one for one in facts.entities if one.entity.kind == "Target"]
        return sorted(" ".join(shown(value) for _, value in one.attributes) for one in targets)
    if view == "outline":
        parents = [facts.sections[section.parent or 0].heading for section in facts.sections[1:]]
        return [
            f"{above}>{one.heading}".removeprefix(">") for above, one in zip(parents, facts.sections[1:], strict=True)
        ]
    return sorted(f"{shown(one.subject)} → {shown(one.object)}" for one in facts.facts if one.predicate == view)


def test_every_construction_has_cases_of_both_kinds() -> None:
    cases = read_cases()
    accepted = Counter(case.construction for case in cases if case.wanted)
    refused = Counter(case.construction for case in cases if not case.wanted)
    assert sorted(accepted) == sorted(refused) == list(range(1, 25))
    assert min(accepted.values()) >= LEAST_ACCEPTED
    assert min(refused.values()) >= LEAST_REFUSED
    assert len(cases) == len(set(cases))


@pytest.mark.parametrize("case", read_cases(), ids=str)
def test_a_text_is_read_as_the_table_says(case: Case) -> None:
    wanted = list(case.wanted) if case.view == "outline" else sorted(case.wanted)
    assert seen(extract(document(canonical_text(case.text))), case.view) == wanted
