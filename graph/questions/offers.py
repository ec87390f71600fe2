"""The questions that a graph has an answer to, so that nobody is offered one that leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from graph.engines import Rows
from graph.questions.answer import answer
from graph.questions.catalogue import Question, questions
from graph.questions.choices import Choice, choices, has_answer
from graph.rdf import Language


def answerable(rows: Rows) -> tuple[Question, ...]:
    """Return the questions that have an answer, sorted by id.

    >>> from graph import PolicyGraph
    >>> answerable(PolicyGraph.open("memory"))
    ()
    """
    return tuple(question for question in questions() if has_answer(rows, question))


def best_values(rows: Rows, question: Question) -> dict[str, Choice] | None:
    """Return for each parameter the value that has the longest answer; None where the question has none.

    >>> from graph import PolicyGraph
    >>> from graph.questions.catalogue import question
    >>> best_values(PolicyGraph.open("memory"), question("tasks-of-place")) is None
    True
    """
    values: dict[str, Choice] = {}
    for parameter in question.parameters:
        given = {name: choice.value for name, choice in values.items()}
        best = choices(rows, question, parameter.name, given, limit=1)
        if not best:
            return None
        values[parameter.name] = best[0]
    return values if values or answer(rows, question).lines else None


def phrased(question: Question, values: Mapping[str, Choice], language: Language) -> str:
    """Return a question in words, asked of values.

    >>> from graph.questions.catalogue import question
    >>> phrased(question("unresolved-names"), {}, "en")
    'Which names are unresolved?'
    """
    return question.phrases[language].format_map({name: choice.label for name, choice in values.items()})
