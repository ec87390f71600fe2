"""One correction: in which sentence which fact was misread, what is right, who says so and when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.errors import GraphError

FACT: Final = "fact"
"""What is wrong where the sentence does not say the fact at all: the fact is refused."""
MISSING: Final = "missing"
"""What is wrong where the sentence says a fact that was not read: the fact is added."""
ENDS: Final = ("subject", "relation", "object")
ATTRIBUTES: Final = (
    "targetValue",
    "unit",
    "targetYear",
    "comparison",
    "indicator",
    "reference",
    "baseline",
    "hedge",
    "countedVerb",
)
"""What can be wrong with a target; terms of the ontology."""
PARTS: Final = (FACT, MISSING, *ENDS, *ATTRIBUTES)
"""What can be wrong."""


def sentence_hash(text: str) -> str:
    """Return the 20 hexadecimal digits by which a correction knows its sentence.

    >>> sentence_hash("沈阳打造中心。")
    '00ea848dfc23cf38cdd4'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one fact of one sentence.

    Raises GraphError for one that says too little, or names a part that there is not.
    """

    document: str
    """Its id."""
    text: str
    """The sentence as it stands in the document."""
    subject: str
    relation: str
    object: str
    """The fact as it was read: things by their short IRIs (``city:沈阳市``), the relation by its term, a value by its text. Of a fact
    that was not read, what it should be: a thing that is new by its class and name (``Industry:物流业``)."""
    wrong: str
    """One of `PARTS`."""
    right: str
    """What stands in its place; nothing where the fact is refused or added."""
    who: str
    when: date
    note: str = ""
    """Why, in words; it is kept, and not read."""

    def __post_init__(self) -> None:
        """Refuse what cannot be meant."""
        for name in ("document", "text", "subject", "relation", "object", "who"):
            if not getattr(self, name).strip():
                raise GraphError(f"correction of {self.document or '?'}", f"it has no {name}", "write it in")
        if self.wrong not in PARTS:
            raise GraphError(self.told, f"nothing is called «{self.wrong}»", f"use one of {', '.join(PARTS)}")
        has_right = self.wrong not in (FACT, MISSING)
        if has_right != bool(self.right.strip()):
            what = (
                f"what is the right {self.wrong}?" if has_right else "a fact that is refused or added has nothing right"
            )
            raise GraphError(self.told, what, "write it as «right»" if has_right else "leave «right» out")

    @property
    def sentence(self) -> str:
        """The hash of its sentence."""
        return sentence_hash(self.text)

    @property
    def told(self) -> str:
        """What a line calls it: document, sentence, fact."""
        said = " ".join(self.text.split())
        short = said if len(said) <= _TOLD else f"{said[:_TOLD]}…"
        return f"correction of {self.document}, «{short}», {self.subject} {self.relation} {self.object}"


_TOLD = 40
"""Characters of a sentence that a line repeats."""
