"""The values of a parameter that have an answer, found by the question's own pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef

from graph.engines import Rows, fill
from graph.errors import GraphError
from graph.questions.catalogue import Parameter, Question
from graph.rdf import short
from graph.things import labels_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that has an answer.

    >>> Choice(URIRef("https://w3id.org/policygraph/id/city/沈阳市"), "沈阳市", 3).count
    3
    """

    value: URIRef | Literal
    label: str
    count: int
    """How many things the question counts for it."""


def choices(
    rows: Rows,
    question: Question,
    name: str,
    given: Mapping[str, URIRef | Literal] | None = None,
    limit: int = 1000,
) -> tuple[Choice, ...]:
    """Return the values of a parameter for which a question has an answer, those with the most first.

    Arguments: rows, the graph; question; name, of the parameter; given, values of other parameters, which narrow it
    (the second place is one that shares something with the first); limit, at most so many.
    Raises GraphError where the question has no such parameter.
    """
    parameter = next((one for one in question.parameters if one.name == name), None)
    if parameter is None:
        raise GraphError(question.id, f"it has no parameter {name}", "see: policygraph questions " + question.id)
    others = {other: value for other, value in (given or {}).items() if other != name}
    found = rows.rows(fill(_grouped(question, parameter, limit), others))
    labels = labels_of(rows, (row[name] for row in found))
    offered = []
    for row in found:
        value = row[name]
        label = labels.get(value, short(value)) if isinstance(value, URIRef) else short(value)
        if isinstance(value, URIRef | Literal):
            offered.append(Choice(value, label, int(row["many"])))
    return tuple(sorted(offered, key=lambda one: (-one.count, one.label, str(one.value))))


def has_answer(rows: Rows, question: Question) -> bool:
    """Whether some value of its first parameter has an answer to a question, or the question as it is, without any.

    Asks for one match, since that is found long before all are counted.

    >>> from graph import PolicyGraph
    >>> from graph.questions.catalogue import question
    >>> has_answer(PolicyGraph.open("memory"), question("tasks-of-place"))
    False
    """
    first = question.parameters[0] if question.parameters else None
    asked = f"?{first.name}" if first is not None else f"?{question.counts}"
    is_one = ""
    if first is not None and not first.is_year:
        kinds = ", ".join(f"pol:{kind}" for kind in first.classes)
        is_one = f"  {asked} a ?class . FILTER(?class IN ({kinds}))\n"
    pattern = f"{is_one}{question.pattern}\n  FILTER(BOUND({asked}))\n"
    return bool(rows.rows(fill(f"SELECT {asked} WHERE {{{pattern}}} LIMIT 1", {})))


def _grouped(question: Question, parameter: Parameter, limit: int) -> str:
    """Return the question's own pattern, asked for the values of one parameter.

    Values are grouped before their class is looked up: there are far fewer values than matches of the pattern.
    """
    variable = f"?{parameter.name}"
    kinds = " ".join(f"pol:{kind}" for kind in parameter.classes)
    is_one = "" if parameter.is_year else f"  FILTER EXISTS {{ VALUES ?class {{ {kinds} }} {variable} a ?class }}\n"
    return (
        f"SELECT {variable} ?many\n"
        f"WHERE {{\n"
        f"  {{ SELECT {variable} (COUNT(DISTINCT ?{question.counts}) AS ?many)\n"
        f"  WHERE {{{question.pattern}}} GROUP BY {variable} }}\n  FILTER(BOUND({variable}))\n{is_one}}}\n"
        f"ORDER BY DESC(?many) STR({variable}) LIMIT {limit}"
    )
