"""What a check of a graph finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Severity = Literal["Violation", "Warning"]
Message: TypeAlias = tuple[str, str]
"""What is wrong, in English and in Chinese."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is not as it should be.

    >>> print(Finding("Violation", "evidence", "pid:assertion/1", "an assertion has no evidence", ("a",)))
    violation (evidence): an assertion has no evidence: pid:assertion/1 [a]
    """

    severity: Severity
    rule: str
    """Name of the check: a shape of shapes.ttl, or a rule of `graph.checks.rules`."""
    node: str
    """IRI of what the finding is about."""
    message: str
    documents: tuple[str, ...]
    """Ids of the documents that say it."""
    chinese: str = ""
    """The message in Chinese; empty where there is none."""

    def __str__(self) -> str:
        where = f" [{', '.join(self.documents)}]" if self.documents else ""
        said = f"{self.severity.lower()} ({self.rule}): {self.message}: {self.node}{where}"
        return "".join(char if char.isprintable() else " " for char in said)
