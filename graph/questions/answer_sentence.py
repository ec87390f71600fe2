"""An answer in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rdflib import URIRef
from rdflib.term import Identifier

from graph.questions.catalogue import Question
from graph.rdf import Language, short

NAMED = 5
"""How many things a sentence names before it leaves the rest to the table."""


def answer_sentence(
    question: Question,
    values: Mapping[str, Identifier],
    first: Sequence[Identifier | None],
    counted: Sequence[Identifier],
    labels: Mapping[URIRef, str],
    language: Language,
) -> str:
    """Return the sentence that answers a question, made of the form in its head.

    Arguments: question; values, of its parameters; first, the cells of the first line, none where there is no line; counted, what is
    counted, each once; labels; language.
    """

    def shown(term: Identifier | None) -> str:
        if term is None:
            return "未写明" if language == "zh" else "not stated"
        return labels.get(term, short(term)) if isinstance(term, URIRef) else short(term)

    forms = question.forms[language]
    words = {name: shown(value) for name, value in values.items()}
    names = (column.name for column in question.columns)
    words |= {name: shown(cell) for name, cell in zip(names, first, strict=False)}
    words |= {name: shown(value) for name, value in values.items()}
    words |= {
        "count": str(len(counted)),
        "list": _listed([shown(term) for term in counted[:NAMED]], counted, language),
    }
    form = forms.none if not counted else forms.one if len(counted) == 1 else forms.many
    return form.format_map(words)


def _listed(shown: Sequence[str], counted: Sequence[Identifier], language: Language) -> str:
    more = len(counted) - len(shown)
    if language == "zh":
        return "、".join(shown) + ("等" if more else "")
    return ", ".join(shown) + (f" and {more} more" if more else "")
