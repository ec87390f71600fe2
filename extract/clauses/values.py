"""The values of a sentence's parts: a clause, how it opens, and the places that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from extract.names.name import Name
from extract.values import Entity, Grade

Manner = Literal["subject", "handed", "located", "owner", "other", "led", "open"]
"""How a clause opens: `subject` 沈阳建设…, `handed` 支持沈阳建设…, `located` 在沈阳，…, `owner` 沈阳的产值…, `other` 该公司…, `led` by
a verb that leaves its subject out, `open` with anything else."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The places that a clause speaks of, where they are named and how that was read."""

    entities: tuple[Entity, ...]
    start: int
    end: int
    grade: Grade


class Clause(NamedTuple):
    """A stretch between commas; `subject` is None where it speaks of nothing that the text names as a place."""

    start: int
    end: int
    sentence: int
    subject: Subject | None
    manner: Manner

    @property
    def own(self) -> bool:
        """Whether the subject stands in this very clause."""
        return self.manner in {"subject", "handed", "located", "owner"}

    @property
    def other(self) -> bool:
        """Whether it has a subject that is no place: «该工程将打造…»."""
        return self.subject is None and self.manner == "other"


def entities_of(found: Sequence[Name]) -> tuple[Entity, ...]:
    """What the names refer to, each once, in order."""
    return tuple(dict.fromkeys(entity for name in found for entity in name.entities))
