"""What a graph can be asked, to begin with: some questions of the folder that have an answer in it, and their queries."""

from __future__ import annotations

from dataclasses import dataclass

from graph.engines import Rows
from graph.questions.catalogue import question, with_prefixes
from graph.questions.offers import best_values, phrased
from graph.rdf import Language

_SHOWN = (
    *("tasks-linking-two-places", "positionings-of-place", "members-of-group", "targets-of-place"),
    *("places-sharing-positioning", "industries-of-place", "tasks-of-industry", "documents-naming-place"),
)
_GENERAL: tuple[tuple[dict[Language, str], str], ...] = (
    (
        {"zh": "图中各类事物有多少", "en": "How many things of each class there are"},
        "SELECT ?class (COUNT(?thing) AS ?things)\nWHERE { ?thing a ?class }\nGROUP BY ?class\nORDER BY DESC(?things)",
    ),
    (
        {"zh": "关系图：哪些地方有哪些功能定位", "en": "A picture of places and their positionings"},
        "CONSTRUCT { ?place pol:hasPositioning ?positioning }\nWHERE { ?place pol:hasPositioning ?positioning }\nLIMIT 80",
    ),
    (
        {"zh": "关系图：哪些任务涉及哪些地级市", "en": "A picture of tasks and the prefectures that they involve"},
        "CONSTRUCT { ?task pol:involves ?city }\nWHERE { ?task pol:involves ?city . ?city a pol:City }\nLIMIT 80",
    ),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A query with what it asks in words."""

    title: str
    query: str


def asked_examples(rows: Rows, language: Language) -> tuple[Example, ...]:
    """Return questions of the folder that have an answer in a graph, each in words that `graph.questions.free_words` understands.

    >>> from graph import PolicyGraph
    >>> asked_examples(PolicyGraph.open("memory"), "en")
    ()
    """
    found = []
    for one in map(question, _SHOWN):
        values = best_values(rows, one)
        if values is not None:
            filled = one.filled({name: choice.value for name, choice in values.items()})
            found.append(Example(phrased(one, values, language), filled.strip()))
    return tuple(found)


def query_examples(rows: Rows, language: Language) -> tuple[Example, ...]:
    """Return queries to begin with: general ones, two of which give a picture, then those of `asked_examples`.

    >>> from graph import PolicyGraph
    >>> len(query_examples(PolicyGraph.open("memory"), "en"))
    3
    """
    general = tuple(Example(titles[language], with_prefixes(query)) for titles, query in _GENERAL)
    return general + asked_examples(rows, language)
