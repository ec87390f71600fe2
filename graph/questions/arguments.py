"""From what a person gives for the parameters of a question to terms of the graph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from graph.errors import GraphError
from graph.questions.catalogue import Parameter, Question
from graph.things import Names, Node

Argument: TypeAlias = str | int | Node | URIRef | Literal
"""A name, a year, a thing that was found, or a term."""


def terms_of(names: Names, question: Question, given: Mapping[str, Argument]) -> dict[str, URIRef | Literal]:
    """Return the values of a question's parameters as terms.

    Arguments: names, of the graph; question; given, by parameter. Names are resolved among the parameter's classes.
    Raises GraphError for a name that none or several things bear, a year that is no number, an unknown parameter.
    """
    parameters = {one.name: one for one in question.parameters}
    for name in given.keys() - parameters.keys():
        raise GraphError(
            question.id, f"it has no parameter {name}", f"its parameters: {', '.join(parameters) or 'none'}"
        )
    return {name: _term(names, parameters[name], value) for name, value in given.items()}


def _term(names: Names, parameter: Parameter, value: Argument) -> URIRef | Literal:
    if isinstance(value, URIRef | Literal):
        return value
    if isinstance(value, Node):
        return value.iri
    if parameter.is_year:
        if not str(value).isdigit():
            raise GraphError(str(value), "not a year", "give a year as a number, such as 2025")
        return Literal(int(value), datatype=XSD.integer)
    return names.resolve(str(value), parameter.classes).iri
