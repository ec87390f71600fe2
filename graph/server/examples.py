"""The examples of the query page: the questions of `graph/questions/templates`, as SPARQL that a person can change."""

from __future__ import annotations

from typing import TypedDict

from graph.questions import questions


class Example(TypedDict):
    """A query of the page, and its title in both languages."""

    title: str
    query: str


def examples() -> tuple[Example, ...]:
    """Return the examples in the order of the questions; a parameter stays a variable, so that each runs as it is.

    >>> all(one["title"] and "SELECT" in one["query"] for one in examples())
    True
    """
    return tuple(
        {"title": f"{each.titles['zh']} {each.titles['en']}", "query": each.query.strip()} for each in questions()
    )
