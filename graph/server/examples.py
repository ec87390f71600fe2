"""The examples of the query page: the questions of `graph/questions`, as SPARQL that a person can change."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypedDict

import yaml

_HEAD = "#+"


class Example(TypedDict):
    """A query of the page, and its title in both languages."""

    title: str
    query: str


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples in the order of their files; a parameter stays a variable, so that each can be run as it is.

    >>> all(one["title"] and "SELECT" in one["query"] for one in examples())
    True
    """
    folder = Path(__file__).parents[1] / "questions"
    return tuple(_example(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.rq")))


def _example(text: str) -> Example:
    lines = text.splitlines()
    head = yaml.safe_load("\n".join(line.removeprefix(_HEAD)[1:] for line in lines if line.startswith(_HEAD)))
    query = "\n".join(line for line in lines if not line.startswith(_HEAD)).strip()
    return {"title": f"{head['title']['zh']} {head['title']['en']}", "query": query}
