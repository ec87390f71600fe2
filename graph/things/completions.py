"""What a query is written with: terms, things, prefixes and keywords, each with the names under which it is found."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.engines import Rows
from graph.rdf import PREFIXES, Language, shorten, terms
from graph.things.search_list import findable

_OTHERS = Path(__file__).with_name("completions.toml")
_KINDS = ("class", "relation", "attribute", "individual")
"""Kinds of terms of the ontology, in the order in which they are offered."""
_THINGS = ("Place", "PlaceGroup", "Slogan", "Positioning", "Industry", "Indicator", "Organization")
_MOST_THINGS = 300
"""Things of a large graph that are offered: those of which the most is said."""
_PLAIN_NAME = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Completion:
    """A word that a query can hold.

    Arguments: text, as a query writes it; kind, `class`, `relation`, `attribute`, `individual`, `datatype`, `prefix`,
    `keyword`, or the class of a thing, such as `City`; label and definition in one language, empty where there is none or
    the text says the same; found_by, further names under which a person looks for it, those of the other language among them.
    """

    text: str
    kind: str
    label: str
    definition: str = ""
    found_by: tuple[str, ...] = ()


def completions(rows: Rows, language: Language) -> tuple[Completion, ...]:
    """Return the words to write a query with: terms by their kind, things of the graph, prefixes, keywords.

    Arguments: rows, the graph, whose best known places, groups, positionings, industries, indicators and organisations are
    offered; language, of the labels.

    >>> from graph import PolicyGraph
    >>> offered = completions(PolicyGraph.open("memory"), "en")
    >>> next(one for one in offered if one.text == "pol:hasPositioning")
    Completion(text='pol:hasPositioning', kind='relation', label='has positioning', \
definition='What a place is to be or become.', found_by=('功能定位为',))
    """
    return (*_terms(language), *_things(rows), *_prefixes(language), *_keywords(language))


def _terms(language: Language) -> Iterator[Completion]:
    other = _other(language)
    of_ontology = (one for one in terms().values() if one.kind in _KINDS)
    for one in sorted(of_ontology, key=lambda term: _KINDS.index(term.kind)):
        text = one.name if ":" in one.name else f"pol:{one.name}"
        yield Completion(text, one.kind, one.labels[language], one.definitions[language], (one.labels[other],))
    for text, said in _others()["terms"].items():
        yield Completion(text, said["kind"], said[language], found_by=(said[other],))


def _things(rows: Rows) -> Iterator[Completion]:
    """Yield things that a query can write by a prefix."""
    for one in findable(rows, _THINGS)[:_MOST_THINGS]:
        text = shorten(str(one.node.iri))
        prefix, _, name = text.partition(":")
        if prefix in PREFIXES and _PLAIN_NAME.fullmatch(name):
            label = one.node.label if one.node.label != name else ""
            yield Completion(text, one.node.kind, label, found_by=(one.latin,))


def _prefixes(language: Language) -> Iterator[Completion]:
    """Yield the prefixes; one of things says the class of these, another one its namespace."""
    known = terms()
    for prefix, namespace in PREFIXES.items():
        held = known.get("".join(part.capitalize() for part in prefix.split("-")))
        if held:
            yield Completion(f"{prefix}:", "prefix", held.labels[language], namespace, (held.labels[_other(language)],))
        else:
            yield Completion(f"{prefix}:", "prefix", namespace)


def _keywords(language: Language) -> Iterator[Completion]:
    for text, said in _others()["keywords"].items():
        yield Completion(text, "keyword", said[language], found_by=(said[_other(language)],))


def _other(language: Language) -> Language:
    return "en" if language == "zh" else "zh"


@cache
def _others() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(_OTHERS.read_text(encoding="utf-8"))
