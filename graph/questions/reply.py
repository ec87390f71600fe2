"""What a question in plain words gets: an answer, or why there is none and what can be asked instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from graph.errors import GraphError
from graph.pictured import Pictured
from graph.questions.answer import Answer, Proof
from graph.questions.catalogue import Question
from graph.questions.intents import Values
from graph.rdf import Language
from graph.results import at_prompt, html_table, in_one_line, markdown_text
from graph.search import Hit, Passage, Wanted, told

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
QUOTED: dict[Language, str] = {
    "zh": "没有现成的问题与此相配，原文这样说（按词查到，是不是回答请自行判断）：",
    "en": "No prepared question fits; the text says this (found by its words: judge for yourself whether it answers):",
}
"""What stands before the quoted passage."""
_NEARLY_ALL = 0.8
"""The share of what was asked of which a passage must speak to be quoted in place of an answer."""
_READ = 3
"""Facts of the quoted passage that are told with it."""


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
class Reply(Pictured):
    """What `ask` made of a text: an answer and how sure it is of the question, or why not and what can be asked.

    It draws what its answer names into a file.
    """

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
    quoted: Hit | None = None
    """The passage that speaks of nearly all of it, which is quoted in place of an answer; else None."""

    @property
    def understood(self) -> bool:
        """Whether the text was understood."""
        return self.answer is not None

    @property
    def sentence(self) -> str:
        """The answer in one plain sentence; else what the text itself says, or why there is none."""
        if self.answer:
            return self.answer.sentence
        if self.quoted:
            return f"{QUOTED[self.language]} {in_place(self.quoted)}"
        return self.reason

    @property
    def others(self) -> tuple[Hit, ...]:
        """The passages but the quoted one."""
        return tuple(one for one in self.passages if one is not self.quoted)

    @property
    def read(self) -> tuple[str, ...]:
        """What was read in the quoted passage, in words: the facts that speak of most of what was asked first."""
        facts = self.quoted.nearest()[:_READ] if self.quoted else ()
        return tuple(in_one_line(told(one, self.language)) for one in facts)

    def beside(self, passages: Sequence[Passage]) -> Reply:
        """Return the reply with passages that speak of what was asked, the best first."""
        best = passages[0] if passages and self.answer is None else None
        quoted = best.hit if best and best.fits and best.share >= _NEARLY_ALL else None
        return replace(self, passages=tuple(one.hit for one in passages), quoted=quoted)

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
            "quoted": self.quoted.marked("", "") if self.quoted else None,
            "read": list(self.read),
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
        said = (
            at_prompt((self.taken,), (), ()),
            repr(self.answer) if self.answer else at_prompt((self.sentence,), (), ()),
        )
        offers = (OFFERED[self.language], *(f"  {one.text}" for one in self.offers)) if self.offers else ()
        read = at_prompt(tuple(f"  - {one}" for one in self.read), (), ())
        others = (PASSAGES[self.language], *(f"  {in_place(one)}" for one in self.others)) if self.others else ()
        return "\n".join(part for part in (*said, read, at_prompt(others, (), ()), at_prompt(offers, (), ())) if part)

    def _repr_html_(self) -> str:
        parts = [html_table((self.taken or self.sentence,), [(one,) for one in self.read])]
        parts += [self.answer._repr_html_()] if self.answer else []
        if self.others:
            parts.append(
                html_table((PASSAGES[self.language], ""), [(one.marked("", ""), one.where) for one in self.others])
            )
        if self.offers:
            parts.append(html_table((OFFERED[self.language],), [(one.text,) for one in self.offers]))
        return "".join(parts)

    def _repr_markdown_(self) -> str:
        offers = "".join(f"\n- {markdown_text(one.text)}" for one in self.offers)
        body = f"\n\n{self.answer._repr_markdown_()}" if self.answer else ""
        body += "".join(f"\n- {markdown_text(one)}" for one in self.read)
        if self.others:
            body += f"\n\n{PASSAGES[self.language]}\n" + "".join(
                f"\n> {markdown_text(in_place(one))}\n" for one in self.others
            )
        return markdown_text(self.taken or self.sentence) + body + (f"\n{offers}" if offers else "")


def in_place(passage: Hit) -> str:
    """Return a passage in one line, with where it stands.

    >>> from rdflib import URIRef
    >>> in_place(Hit("沈阳建设枢纽。", 0, 7, (), "a", "方案", ("二、任务",), (), URIRef("urn:s")))
    '“沈阳建设枢纽。” 方案 › 二、任务 0–7'
    """
    return f"“{passage.marked('', '')}” {passage.where}"


def _instead(offers: Sequence[Offer]) -> str:
    return "ask: " + " / ".join(one.text for one in offers) if offers else "see: policygraph questions"
