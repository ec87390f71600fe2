"""The examples of the query page: the questions that need no parameter, and those that do with their SPARQL."""

from __future__ import annotations

from pathlib import Path


def examples() -> list[dict[str, str]]:
    """Return title and SPARQL of each example.

    >>> all(set(example) == {"title", "query"} for example in examples())
    True
    """
    folder = Path(__file__).parents[1] / "questions"
    return [{"title": file.stem, "query": file.read_text("utf-8")} for file in sorted(folder.glob("*.rq"))]
