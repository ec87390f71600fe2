"""The answers of one graph to the ways in which a text may be understood, each found once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from graph.engines import Rows
from graph.questions.answer import Answer, answer
from graph.questions.catalogue import Question
from graph.rdf import Language


@dataclass(frozen=True, slots=True)
class AnsweredOnce:
    """A graph that answers in a language, and remembers: a question is weighed, chosen and offered by its answer.

    >>> from graph import PolicyGraph
    >>> from graph.questions.catalogue import question
    >>> once = AnsweredOnce(PolicyGraph.open("memory"), "en")
    >>> once.to(question("documents-of-graph"), {}) is once.to(question("documents-of-graph"), {})
    True
    """

    rows: Rows
    language: Language
    _found: dict[tuple[str, str, tuple[tuple[str, URIRef | Literal], ...]], Answer] = field(default_factory=dict)

    def to(self, question: Question, values: Mapping[str, URIRef | Literal]) -> Answer:
        """Return the answer to a question, which may be narrowed to some places; raises GraphError as `answer` does."""
        key = question.id, question.query, tuple(sorted(values.items()))
        if key not in self._found:
            self._found[key] = answer(self.rows, question, values, self.language)
        return self._found[key]
