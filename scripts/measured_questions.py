"""Ask the measured questions, and print how many are answered right, declined or answered wrong: ``python -m scripts.measured_questions``.

The questions stand in tests/questions/measured_questions.tsv. A right answer holds what is expected in its sentence or its
table; where the texts do not say what is asked, it is right to say so.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from graph import PolicyGraph

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "questions" / "measured_questions.tsv"
MADE_UP = ROOT / "tests" / "gold" / "made-up"
SETS = {
    "A": ("corpus",),
    "B": ("shandong-report", "henan-plan", "gansu-reply", "guizhou-opinion", "hubei-press", "shanxi-plan"),
    "C": (
        *("fujian-news", "guangdong-interpretation", "hanjiang-reply", "anji-report", "jiangxi-reply"),
        *("shaanxi-report", "sichuan-news", "zhejiang-interpretation"),
    ),
}
Verdict: TypeAlias = Literal["right", "declined", "unsure and wrong", "wrong"]
_DECLINE = "DECLINE"


@dataclass(frozen=True, slots=True)
class MeasuredQuestion:
    """A question with what is expected of its answer."""

    texts: str
    kind: str
    level: str
    language: str
    question: str
    expected: str
    note: str


def measured_questions() -> list[MeasuredQuestion]:
    """Return the questions in the order of their file."""
    lines = [line for line in QUESTIONS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [MeasuredQuestion(*line.split("\t")) for line in lines[1:]]


def graph_of(texts: str) -> PolicyGraph:
    """Build the graph of one of the sets."""
    paths = [ROOT / "corpus"] if texts == "A" else [MADE_UP / f"{name}.txt" for name in SETS[texts]]
    return PolicyGraph.build(*paths)


def verdict(graph: PolicyGraph, one: MeasuredQuestion) -> Verdict:
    """Return what the answer of a graph to a question is worth."""
    reply = graph.ask(one.question)
    is_answered = reply.answer is not None and bool(reply.answer.lines)
    cells = [cell for row in reply.answer.rows() for cell in row] if reply.answer else []
    told = _plain(" ".join((reply.sentence, *cells)))
    holds = all(any(_plain(part) in told for part in parts.split(" | ")) for parts in one.expected.split(" & "))
    if not is_answered:
        return "right" if _DECLINE in one.expected or holds else "declined"
    if holds:
        return "right"
    return "unsure and wrong" if reply.confidence == "unsure" else "wrong"


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).replace("％", "%").casefold()


@lru_cache(maxsize=1)
def verdicts() -> tuple[tuple[MeasuredQuestion, Verdict], ...]:
    """Ask all questions of their graphs."""
    graphs = {texts: graph_of(texts) for texts in SETS}
    return tuple((one, verdict(graphs[one.texts], one)) for one in measured_questions())


def main() -> None:
    """Print the counts, in all and by kind."""
    found = verdicts()
    print(dict(Counter(said for _, said in found)))
    for kind in sorted({one.kind for one, _ in found}, key=int):
        print(kind, dict(Counter(said for one, said in found if one.kind == kind)))


if __name__ == "__main__":
    main()
