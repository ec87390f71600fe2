"""Replies and questions as plain text for a terminal, and as JSON for another program."""

from __future__ import annotations

from collections.abc import Mapping

from graph.questions.catalogue import Question
from graph.questions.choices import Choice
from graph.questions.reply import OFFERED, PASSAGES, Reply, in_place
from graph.rdf import Language
from graph.results import in_one_line, plain_table

_VALUES: dict[Language, str] = {"zh": "有答案的取值", "en": "values that have an answer"}

Choices = Mapping[str, tuple[Choice, ...]]
"""Parameter to the values that have an answer."""


def reply_text(reply: Reply) -> str:
    """Return a reply as text: the question that was taken, its answer with table and query, passages, offers."""
    parts = [in_one_line(part) for part in (reply.taken, reply.sentence) if part]
    if reply.answer is not None and reply.answer.lines:
        parts += ["", plain_table(*reply.answer.with_proof()), "", reply.answer.sparql.rstrip()]
    parts += [f"  - {one}" for one in reply.read]
    if reply.others:
        parts += ["", PASSAGES[reply.language], *(f"  {in_place(passage)}" for passage in reply.others)]
    if reply.offers:
        parts += ["", OFFERED[reply.language], *(f"  {in_one_line(offer.text)}" for offer in reply.offers)]
    return "\n".join(parts)


def offered_text(question: Question, choices: Choices, language: Language) -> str:
    """Return a question as text: its title, the values of each parameter that have an answer with counts, its query."""
    parts = [f"{question.id}  {question.titles[language]}"]
    for parameter in question.parameters:
        values = ", ".join(f"{in_one_line(one.label)} ({one.count})" for one in choices[parameter.name])
        parts.append(f"  {parameter.name} ({parameter.said[language]}), {_VALUES[language]}: {values or '-'}")
    return "\n".join([*parts, "", question.query.rstrip(), ""])


def offered_json(question: Question, choices: Choices) -> dict[str, object]:
    """Return a question as JSON values; parameters with the values that were looked up."""
    return {
        "id": question.id,
        "title": dict(question.titles),
        "parameters": [
            {"name": one.name, "classes": list(one.classes), "label": dict(one.said)}
            | ({"values": [_choice(value) for value in choices[one.name]]} if one.name in choices else {})
            for one in question.parameters
        ],
        "query": question.query,
    }


def _choice(choice: Choice) -> dict[str, object]:
    return {"value": str(choice.value), "label": choice.label, "count": choice.count}
