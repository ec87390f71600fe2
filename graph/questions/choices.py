"""The values of a parameter that have an answer, found by the question's own pattern."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import Literal, URIRef

from graph.engines import Row, Rows, fill, parameters_of
from graph.errors import GraphError
from graph.questions.catalogue import Parameter, Question
from graph.rdf import short
from graph.results import in_one_line
from graph.things import labels_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that has an answer.

    >>> Choice(URIRef("https://w3id.org/policygraph/id/city/沈阳市"), "沈阳市", 3)
    <沈阳市: 3>
    """

    value: URIRef | Literal
    label: str
    count: int
    """How many things the question counts for it."""

    def __repr__(self) -> str:
        return f"<{in_one_line(self.label)}: {self.count}>"


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
    found = _counted(rows, question, parameter, others, limit)
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


def _counted(
    rows: Rows, question: Question, parameter: Parameter, given: Mapping[str, URIRef | Literal], limit: int
) -> list[Row]:
    """Return the values of a parameter that have the most, each with how many, in no order.

    To sort thousands of values by two keys takes an engine longer than to count them twice: those that have the most are taken by
    their number alone, and only where more have as many as the last of them is it asked which of these stand first.
    """
    counted = _pattern(question, parameter, given)
    chosen = f"SELECT ?{parameter.name} ?many\nWHERE {{\n{counted}}}\nORDER BY DESC(?many)"
    found = rows.rows(fill(f"{chosen} LIMIT {limit}", given))
    if len(found) < limit:
        return found
    least = min(int(row["many"]) for row in found)
    chosen = chosen.replace(counted, f"{counted}  FILTER(?many >= {least})\n")
    return rows.rows(fill(f"{chosen} STR(?{parameter.name}) LIMIT {limit}", given))


def _pattern(question: Question, parameter: Parameter, given: Mapping[str, URIRef | Literal]) -> str:
    """Return a pattern that finds the values of one parameter, each with how many things the question counts for it.

    Values are grouped before their class is looked up: there are far fewer values than matches of the question's own pattern.
    """
    variable = f"?{parameter.name}"
    kinds = " ".join(f"pol:{kind}" for kind in parameter.classes)
    faster = question.choices.get(parameter.name, "")
    if {parameter.name, *given} == set(parameters_of(faster)):
        return f"{faster}\n  {{ SELECT DISTINCT {variable} {{ VALUES ?class {{ {kinds} }} {variable} a ?class }} }}\n"
    is_one = "" if parameter.is_year else f"  FILTER EXISTS {{ VALUES ?class {{ {kinds} }} {variable} a ?class }}\n"
    return (
        f"  {{ SELECT {variable} (COUNT(DISTINCT ?{question.counts}) AS ?many)\n"
        f"  WHERE {{{question.pattern}}} GROUP BY {variable} }}\n  FILTER(BOUND({variable}))\n{is_one}"
    )
