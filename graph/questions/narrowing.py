"""A question that is asked of some places only: of several that are named, of those within one, or of those of one kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rdflib import URIRef

from extract.gazetteer import LEVELS
from graph.engines import fill
from graph.listed import listed
from graph.questions.catalogue import LANGUAGES, Forms, Question
from graph.rdf import POL, Language
from graph.rdf import label as term_label
from graph.things import Node

_MARK = re.compile(r"^( *)# only \?(\w+)\n", re.MULTILINE)
"""Where a query may be narrowed, and the variable of the places."""
_NAMED = 3
"""So many places are named before the rest is only counted."""
_AMONG: dict[Language, str] = {"zh": "在{}之中，", "en": "Among {}: "}
_WITHIN: dict[Language, str] = {"zh": "在{}之内，", "en": "Within {}: "}
_KIND: dict[Language, str] = {"zh": "只论{}，", "en": "Of the class {}: "}
_CITY, _PREFECTURE, _MUNICIPAL = "City", "Prefecture", "市"
"""Who asks for cities (城市) means 上海市 too, which the ontology counts among the provinces; who says 地级市 does not."""
_CITIES: dict[Language, str] = {"zh": "城市（含直辖市）", "en": "city (municipalities among them)"}
_MORE: dict[Language, str] = {"zh": "等{}地", "en": " and others, {} in all"}


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which places a question is asked of."""

    among: tuple[Node, ...] = ()
    """Several of which the answer is one."""
    within: Node | None = None
    """One in which the answer lies, or of whose members it is one."""
    kind: str = ""
    """The class that the answer is of, of those that may be asked for (`City`)."""


def may_be_narrowed(question: Question) -> bool:
    """Return whether the query of a question says where it may be narrowed.

    >>> from graph.questions.catalogue import question
    >>> may_be_narrowed(question("places-with-most-tasks")), may_be_narrowed(question("tasks-of-place"))
    (True, False)
    """
    return bool(_MARK.search(question.query))


def is_of_kind(node: Node, kind: str) -> bool:
    """Return whether a thing is one of the class that is asked for; a municipality is a city too.

    >>> shanghai = Node(URIRef(POL + "a"), "上海市", "Province")
    >>> is_of_kind(shanghai, "City"), is_of_kind(shanghai, "County")
    (True, False)
    """
    return node.of(_class_of(kind)) or (kind == _CITY and node.of("Province") and node.label.endswith(_MUNICIPAL))


def _class_of(kind: str) -> str:
    return _CITY if kind == _PREFECTURE else kind


def narrowed(question: Question, narrowing: Narrowing) -> Question:
    """Return a question that is asked of some places only, its words and its sentences too.

    >>> from graph.questions.catalogue import question
    >>> some = narrowed(question("places-with-most-tasks"), Narrowing(kind="County"))
    >>> some.phrases["zh"], "ontology#County> ." in some.query
    ('只论县级行政区，哪个地方涉及的任务最多？', True)
    """
    query = _MARK.sub(
        lambda match: "".join(f"{match[1]}{line}\n" for line in _patterns(match[2], narrowing)), question.query
    )
    before = {language: "".join(_said(narrowing, language)) for language in LANGUAGES}
    return replace(
        question,
        query=query,
        choices=MappingProxyType({}),
        phrases=MappingProxyType({one: before[one] + _lower(question.phrases[one], one) for one in LANGUAGES}),
        forms=MappingProxyType({one: _forms(question.forms[one], before[one]) for one in LANGUAGES}),
    )


def _patterns(variable: str, narrowing: Narrowing) -> Iterator[str]:
    if narrowing.among:
        # VALUES, IN or = within FILTER EXISTS is more than Virtuoso can plan
        one_of = (f"sameTerm(?{variable}, {fill('$thing', {'thing': node.iri})})" for node in narrowing.among)
        yield f"FILTER({' || '.join(one_of)})"
    if narrowing.within is not None:
        within = fill("$thing", {"thing": narrowing.within.iri})
        if any(map(narrowing.within.of, LEVELS)):
            yield f"FILTER EXISTS {{ ?{variable} pol:hasMember*/pol:locatedIn+ {within} }}"
        else:
            yield f"{within} pol:hasMember ?{variable} ."
    if narrowing.kind == _CITY:
        yield f"{{ ?{variable} a pol:City }} UNION"
        yield f"{{ ?{variable} a pol:Province ; skos:prefLabel ?cityLabel FILTER(STRENDS(STR(?cityLabel), '{_MUNICIPAL}')) }}"
    elif narrowing.kind:
        yield f"?{variable} a {fill('$kind', {'kind': URIRef(POL + _class_of(narrowing.kind))})} ."


def _said(narrowing: Narrowing, language: Language) -> Iterator[str]:
    if narrowing.among:
        labels = listed((node.label for node in narrowing.among[:_NAMED]), language)
        more = len(narrowing.among) > _NAMED
        yield _AMONG[language].format(labels + (_MORE[language].format(len(narrowing.among)) if more else ""))
    if narrowing.within is not None:
        yield _WITHIN[language].format(narrowing.within.label)
    if narrowing.kind:
        said = _CITIES[language] if narrowing.kind == _CITY else term_label(_class_of(narrowing.kind), language)
        yield _KIND[language].format(said)


def _lower(phrase: str, language: Language) -> str:
    return phrase[:1].lower() + phrase[1:] if language == "en" else phrase


def _forms(forms: Forms, before: str) -> Forms:
    escaped = before.replace("{", "{{").replace("}", "}}")
    return Forms(*(escaped + form for form in (forms.none, forms.one, forms.many)))


def narrowing_to(places: Sequence[Sequence[Node]], kind: str) -> Narrowing | None:
    """Return to what the places that a text names beside what it asks narrow it; None where nothing does.

    Arguments: places, of each name those that bear it; kind, the class that is asked for, or nothing.

    >>> narrowing_to([], "")
    >>> narrowing_to([], "City").kind
    'City'
    """
    among = tuple(dict.fromkeys(node for bearers in places for node in bearers))
    if not among:
        return Narrowing(kind=kind) if kind else None
    return Narrowing(within=among[0], kind=kind) if len(among) == 1 else Narrowing(among=among)
