"""What a question in plain words gets: an answer, or why there is none and what can be asked instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.errors import GraphError
from graph.questions.answer import Answer, Proof
from graph.questions.catalogue import Question
from graph.questions.intents import Values
from graph.rdf import Language
from graph.results import at_prompt, html_table, in_one_line, markdown_text
from graph.search import Hit, Wanted

if TYPE_CHECKING:
    import pandas

Confidence: TypeAlias = Literal["sure", "fairly sure", "unsure"]

_CONFIDENCE: dict[Confidence, dict[Language, str]] = {
    "sure": {"zh": "有把握", "en": "sure"},
    "fairly sure": {"zh": "比较有把握", "en": "fairly sure"},
    "unsure": {"zh": "不太有把握", "en": "not sure"},
}


OFFERED: dict[Language, str] = {"zh": "可以这样问：", "en": "You can ask:"}
"""What stands before the offers."""
PASSAGES: dict[Language, str] = {
    "zh": "原文中与此有关的句子（不是回答）：",
    "en": "Sentences of the texts that speak of it (no answer):",
}
"""What stands before the passages."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A question that has an answer, ready to be asked."""

    question: Question
    values: Values
    text: str
    """The question in words, which `ask` understands."""

    def __repr__(self) -> str:
        return f"<{self.question.id}: {self.text}>"


@dataclass(frozen=True, slots=True)
class Reply:
    """What `ask` made of a text: an answer and how sure it is of the question, or why not and what can be asked."""

    text: str
    answer: Answer | None
    """None where the text was not understood."""
    confidence: Confidence | None
    asked: str
    """The question that was taken, in words."""
    reason: str
    """Why there is no answer; empty where there is one."""
    offers: tuple[Offer, ...]
    """The nearest questions that have an answer, best first."""
    language: Language
    wanted: tuple[Wanted, ...] = ()
    """What the text speaks of, where it got no answer; empty where it got one."""
    passages: tuple[Hit, ...] = ()
    """What the texts say of most of that, best first; they are no answer."""

    @property
    def understood(self) -> bool:
        """Whether the text was understood."""
        return self.answer is not None

    @property
    def sentence(self) -> str:
        """The answer in one plain sentence, or why there is none."""
        return self.answer.sentence if self.answer else self.reason

    @property
    def taken(self) -> str:
        """Which question was taken, and how sure that is, in one sentence; empty where none was."""
        if self.answer is None or self.confidence is None:
            return ""
        sure = _CONFIDENCE[self.confidence][self.language]
        if self.language == "zh":
            return f"按“{self.asked}”回答（{sure}；问题 {self.answer.question.id}）。"
        return f"Taken as “{self.asked}” ({sure}; question {self.answer.question.id})."

    @property
    def table(self) -> pandas.DataFrame:
        """The answer's table, or that of the offers; raises GraphError where pandas is not installed."""
        if self.answer is not None:
            return self.answer.table
        raise GraphError(in_one_line(self.text), "not understood, so there is no table", _instead(self.offers))

    @property
    def evidence(self) -> tuple[Proof, ...]:
        """Every passage that backs the answer."""
        return self.answer.evidence if self.answer else ()

    @property
    def sparql(self) -> str:
        """The query that found the answer; empty where there is none."""
        return self.answer.sparql if self.answer else ""

    def as_json(self) -> dict[str, object]:
        """Return the reply as JSON values."""
        return {
            "text": self.text,
            "understood": self.understood,
            "asked": self.asked,
            "confidence": self.confidence,
            "sentence": self.sentence,
            "answer": self.answer.as_json() if self.answer else None,
            "offers": [
                {
                    "text": one.text,
                    "question": one.question.id,
                    "values": {name: str(value) for name, value in one.values.items()},
                }
                for one in self.offers
            ],
            "passages": [
                {"quote": one.sentence, "document": one.title, "section": " › ".join(one.section)}
                | {"start": one.start, "end": one.end}
                for one in self.passages
            ],
        }

    def __repr__(self) -> str:
        said = at_prompt((self.taken,), (), ()), repr(self.answer) if self.answer else at_prompt((self.reason,), (), ())
        offers = (OFFERED[self.language], *(f"  {one.text}" for one in self.offers)) if self.offers else ()
        told = (PASSAGES[self.language], *(f"  {quoted(one)}" for one in self.passages)) if self.passages else ()
        return "\n".join(part for part in (*said, at_prompt(told, (), ()), at_prompt(offers, (), ())) if part)

    def _repr_html_(self) -> str:
        head = html_table((self.taken or self.sentence,), [(one.text,) for one in self.offers])
        told = [(one.marked("", ""), one.where) for one in self.passages]
        return (
            head
            + (self.answer._repr_html_() if self.answer else "")
            + (html_table((PASSAGES[self.language], ""), told) if told else "")
        )

    def _repr_markdown_(self) -> str:
        offers = "".join(f"\n- {markdown_text(one.text)}" for one in self.offers)
        body = f"\n\n{self.answer._repr_markdown_()}" if self.answer else ""
        if self.passages:
            body += f"\n\n{PASSAGES[self.language]}\n" + "".join(
                f"\n> {markdown_text(quoted(one))}\n" for one in self.passages
            )
        return markdown_text(self.taken or self.sentence) + body + (f"\n{offers}" if offers else "")


def quoted(passage: Hit) -> str:
    """Return a passage in one line, with where it stands.

    >>> from rdflib import URIRef
    >>> quoted(Hit("沈阳建设枢纽。", 0, 7, (), "a", "方案", ("二、任务",), (), URIRef("urn:s")))
    '“沈阳建设枢纽。” 方案 › 二、任务 0–7'
    """
    return f"“{passage.marked('', '')}” {passage.where}"


def _instead(offers: Sequence[Offer]) -> str:
    return "ask: " + " / ".join(one.text for one in offers) if offers else "see: policygraph questions"
