"""A question in plain Chinese or English, understood by words and names alone, and answered or declined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from extract.grammar.characters import fold
from graph.engines import Rows
from graph.errors import GraphError
from graph.questions.answer import Answer, Proof, answer
from graph.questions.catalogue import Question, questions
from graph.questions.choices import choices
from graph.questions.intents import Intent, Values, intents
from graph.questions.named_things import LONGEST, Named, commitments_in, names_in, sorts_in
from graph.rdf import Language
from graph.results import at_prompt, html_table, in_one_line, markdown_text

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
_UNDERSTOOD = 0.8
_SCORE = 0.6
"""Below these a text is declined."""
_CLOSE = 0.1
"""Ways to understand a text whose scores differ by less are both worth an answer."""
_OFFERED = 3
_TRIED = 12
_CHINESE = re.compile(r"[\u3400-\u9fff]")


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
        }

    def __repr__(self) -> str:
        said = at_prompt((self.taken,), (), ()), repr(self.answer) if self.answer else at_prompt((self.reason,), (), ())
        offers = (OFFERED[self.language], *(f"  {one.text}" for one in self.offers)) if self.offers else ()
        return "\n".join(part for part in (*said, at_prompt(offers, (), ())) if part)

    def _repr_html_(self) -> str:
        head = html_table((self.taken or self.sentence,), [(one.text,) for one in self.offers])
        return head + (self.answer._repr_html_() if self.answer else "")

    def _repr_markdown_(self) -> str:
        offers = "".join(f"\n- {markdown_text(one.text)}" for one in self.offers)
        body = f"\n\n{self.answer._repr_markdown_()}" if self.answer else ""
        return markdown_text(self.taken or self.sentence) + body + (f"\n{offers}" if offers else "")


def ask(rows: Rows, text: str, language: Language | None = None) -> Reply:
    """Understand a question in Chinese or English and answer it, or say that it is not understood.

    Arguments: rows, the graph; text; language of the answer, that of the text unless given. Names are those of the
    graph, of the lexicon, and of divisions in pinyin; words are those in the heads of the questions.
    """
    plain = fold(text)
    said = language or ("zh" if _CHINESE.search(plain) else "en")
    if len(plain) > LONGEST:
        return _declined(rows, text, said, _too_long(said), [])
    named = names_in(rows, plain)
    said = language or _language(plain, named)
    weak = (*commitments_in(plain), *sorts_in(rows, plain))
    found = [_completed(rows, one) for one in intents(plain, named, weak, questions())[: _TRIED * 4]]
    found.sort(key=lambda one: (-one.score, one.question.id))
    good = [one for one in found if one.complete and one.understood >= _UNDERSTOOD and one.score >= _SCORE]
    if not good:
        return _declined(rows, text, said, _reason(named, said), found)
    close = [one for one in good if one.score > good[0].score - _CLOSE][:_TRIED]
    answers = [answer(rows, one.question, dict(one.values), said) for one in close]
    order = sorted(range(len(close)), key=lambda place: (not answers[place].lines, -close[place].score, place))
    best, given = close[order[0]], answers[order[0]]
    rivals = {close[place].question.id for place in order if answers[place].lines} - {best.question.id}
    offers = _offers(rows, found, said, {best.question.id}) if rivals or not given.lines else ()
    return Reply(text, given, _confidence(best, bool(rivals)), _in_words(given), "", offers, said)


def _language(text: str, named: Sequence[Named]) -> Language:
    """Return the language of what a text says beside its names."""
    for one in named:
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return "zh" if _CHINESE.search(text) or not re.search("[A-Za-z]", text) else "en"


def _completed(rows: Rows, intent: Intent) -> Intent:
    """Return an intent with the document filled in that is the only one with an answer."""
    given = dict(intent.values)
    missing = [one for one in intent.question.parameters if one.name not in given]
    if len(missing) != 1 or missing[0].classes != ("PolicyDocument",) or intent.score < _SCORE:
        return intent
    offered = choices(rows, intent.question, missing[0].name, given, limit=2)
    if len(offered) != 1:
        return intent
    values = (*intent.values, (missing[0].name, offered[0].value))
    return Intent(intent.question, values, intent.understood, intent.score)


def _confidence(best: Intent, has_rivals: bool) -> Confidence:
    if best.score >= 0.95 and not has_rivals:
        return "sure"
    return "fairly sure" if best.score >= 0.75 else "unsure"


def _in_words(given: Answer) -> str:
    words = {name: given.shown(value) for name, value in given.values.items()}
    return given.question.phrases[given.language].format_map(words)


def _too_long(language: Language) -> str:
    return "问题太长，请用一句话提问。" if language == "zh" else "The question is too long; ask it in one sentence."


def _reason(named: Sequence[Named], language: Language) -> str:
    unknown = [one.known_as for one in named if one.known_as]
    if unknown and language == "zh":
        return f"图中没有提到{'、'.join(unknown)}。"
    if unknown:
        return f"The graph does not name {', '.join(unknown)}."
    return "没有听懂这个问题。" if language == "zh" else "This question was not understood."


def _declined(rows: Rows, text: str, language: Language, reason: str, found: Sequence[Intent]) -> Reply:
    offers = _offers(rows, found, language, set())
    return Reply(text, None, None, "", reason, offers, language)


def _offers(rows: Rows, found: Sequence[Intent], language: Language, but: set[str]) -> tuple[Offer, ...]:
    """Return the nearest questions that have an answer: with what the text names, else with what has the most."""
    offers: list[Offer] = []
    seen = set(but)
    ways = [*((one.question, dict(one.values)) for one in found), *((one, {}) for one in questions())]
    for question, values in ways:
        if len(offers) == _OFFERED:
            break
        if question.id in seen:
            continue
        seen.add(question.id)
        if (offer := _offer(rows, question, values, language)) is not None:
            offers.append(offer)
    return tuple(offers)


def _offer(rows: Rows, question: Question, values: Values, language: Language) -> Offer | None:
    for parameter in question.parameters:
        if parameter.name not in values:
            best = choices(rows, question, parameter.name, values, limit=1)
            if not best:
                return None
            values = {**values, parameter.name: best[0].value}
    given = answer(rows, question, values, language)
    return Offer(question, values, _in_words(given)) if given.lines else None


def _instead(offers: Sequence[Offer]) -> str:
    return "ask: " + " / ".join(one.text for one in offers) if offers else "see: policygraph questions"
