"""Several things that bear the name a question uses: its answer is that of each, by the documents that say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from graph.questions.answer import Answer
from graph.questions.intents import Intent
from graph.rdf import Language

_BY: dict[Language, str] = {"zh": "{0}：{1}", "en": "{0}: {1}"}
_BETWEEN: dict[Language, str] = {"zh": "", "en": " "}


def namesakes(best: Intent, others: Iterable[Intent]) -> list[Intent]:
    """Return the ways that ask the same of another thing of the same name.

    Arguments: best, the way that was taken; others, the ways that fit the question as well.
    """
    labels = {str(thing.iri): thing.label for one in best.used for thing in one.things}

    def said(intent: Intent) -> list[str]:
        return [labels.get(str(value), str(value)) for _, value in intent.values]

    return [
        one
        for one in others
        if one.question.id == best.question.id
        and one.used == best.used
        and one.values != best.values
        and said(one) == said(best)
    ]


def of_all(answers: Sequence[Answer]) -> Answer:
    """Return the answers of namesakes as one: all lines, and in a sentence each with the documents that say it."""
    first = answers[0]
    sentences = {
        language: _BETWEEN[language].join(_with_documents(one, language) for one in answers)
        for language in first.sentences
    }
    labels = {
        language: MappingProxyType({iri: label for one in answers for iri, label in one.labels[language].items()})
        for language in first.labels
    }
    lines = tuple(line for one in answers for line in one.lines)
    return replace(first, sentences=MappingProxyType(sentences), lines=lines, labels=MappingProxyType(labels))


def _with_documents(one: Answer, language: Language) -> str:
    titles = sorted({proof.document for proof in one.evidence if proof.document})
    sentence = one.sentences[language]
    if len(titles) != 1 or sentence.startswith(titles[0]):
        return sentence
    return _BY[language].format(titles[0], sentence)
