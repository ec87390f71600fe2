"""Several things that bear the name a question uses: its answer is that of each, by the documents that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile
from types import MappingProxyType

from graph.listed import listed
from graph.questions.answer import Answer
from graph.questions.intents import Intent, Values
from graph.rdf import Language

_COLUMNS = re.compile(r"SELECT (?:DISTINCT )?((?:\?\w+\s*)+)(?:\{|WHERE|$)")
"""The columns of a query that names nothing but variables."""
_BY: dict[Language, str] = {"zh": "{0}：{1}", "en": "{0}: {1}"}
_BETWEEN: dict[Language, str] = {"zh": "", "en": " "}


def namesakes(best: Intent) -> Iterator[Values]:
    """Yield the values of the same question about each other thing that has the very name. Arguments: best, the way that was taken."""
    values = dict(best.values)
    for name, value in best.values:
        for named in best.used:
            meant = next((thing for thing in named.things if thing.iri == value), None)
            if meant is not None:
                same = (one for one in named.things if (one.label, one.kind) == (meant.label, meant.kind))
                yield from ({**values, name: one.iri} for one in same if one.iri != value)


def of_all(answers: Sequence[Answer]) -> Answer:
    """Return the answers of namesakes as one, in whose sentence each stands with the documents that say it; see `together`."""
    sentences = {
        language: _BETWEEN[language].join(_with_documents(one, language) for one in answers)
        for language in answers[0].sentences
    }
    return together(answers, sentences)


def together(answers: Sequence[Answer], sentences: Mapping[Language, str]) -> Answer:
    """Return answers to one question as one: all lines, the values of the first, a query that asks for each.

    Arguments: answers; sentences, of the whole.
    """
    first = answers[0]
    labels = {
        language: MappingProxyType({iri: label for one in answers for iri, label in one.labels[language].items()})
        for language in first.labels
    }
    lines = tuple(line for one in answers for line in one.lines)
    return replace(
        first,
        sentences=MappingProxyType(dict(sentences)),
        lines=lines,
        labels=MappingProxyType(labels),
        sparql=_query_of_all([one.sparql for one in answers]),
    )


def _query_of_all(queries: Sequence[str]) -> str:
    """Return several queries as one that gives the rows of all.

    >>> print(_query_of_all(["PREFIX a: <urn:a>\\nSELECT ?x { ?x a a:b }", "PREFIX a: <urn:a>\\nSELECT ?x { ?x a a:c }"]))
    PREFIX a: <urn:a>
    SELECT ?x {
    {
    SELECT ?x { ?x a a:b }
    }
    UNION
    {
    SELECT ?x { ?x a a:c }
    }
    }
    """
    prefixes: dict[str, None] = {}
    parts, columns = [], "*"
    for query in dict.fromkeys(queries):
        lines = query.strip().splitlines()
        body = list(dropwhile(lambda line: line.startswith("PREFIX "), lines))
        prefixes |= dict.fromkeys(lines[: len(lines) - len(body)])
        parts.append("\n".join(["{", *body, "}"]))
        plainly = _COLUMNS.match(body[0])
        columns = plainly[1].strip() if plainly else "*"
    return "\n".join([*prefixes, f"SELECT {columns} {{", "\nUNION\n".join(parts), "}"])


def _with_documents(one: Answer, language: Language) -> str:
    titles = sorted({proof.document for proof in one.evidence if proof.document})
    sentence = one.sentences[language]
    if not titles or sentence.startswith(titles[0]):
        return sentence
    return _BY[language].format(listed(titles, language), sentence)
