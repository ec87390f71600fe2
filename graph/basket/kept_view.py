"""A page as it was put aside: what it draws, and what it holds line by line with the passages behind each line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from graph.basket.drawn_network import is_broken
from graph.basket.vector_picture import is_vector_picture
from graph.errors import GraphError

_MOST_LINES, _MOST_PASSAGES, _MOST_COLUMNS = 300, 5, 8
"""Lines of a page, passages of a line, columns."""
_LONGEST, _LONGEST_DRAWING = 4_000, 1_000_000
"""Characters of a cell, a passage or a title, and of a drawing."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that backs a line."""

    quote: str
    """The sentence."""
    title: str
    """Of the document."""
    start: int
    end: int
    """Of what backs the line, in code points of its canonical text; the end is exclusive."""


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of a page."""

    cells: tuple[str, ...]
    passages: tuple[Passage, ...] = ()
    passages_left_out: int = 0


@dataclass(frozen=True, slots=True)
class KeptView:
    """What a page shows; raises GraphError for lines that do not fit under its head, and for a drawing that is more than shapes and words.

    >>> KeptView(("地方", "数目"), (KeptLine(("沈阳市",)),))
    Traceback (most recent call last):
    graph.errors.GraphError: view: a line has not as many cells as the head; mend it
    """

    head: tuple[str, ...]
    lines: tuple[KeptLine, ...]
    lines_left_out: int = 0
    drawing: str = ""
    """As SVG; empty for a page that draws nothing."""

    def __post_init__(self) -> None:
        """Refuse what no page can be."""
        if any(len(one.cells) != len(self.head) for one in self.lines):
            raise GraphError("view", "a line has not as many cells as the head", "mend it")
        if min((self.lines_left_out, *(one.passages_left_out for one in self.lines))) < 0:
            raise GraphError("view", "fewer than none are left out", "mend it")
        if self.drawing and not (len(self.drawing) <= _LONGEST_DRAWING and is_vector_picture(self.drawing)):
            raise GraphError("view", "its drawing is no picture of shapes and words, or too large", "leave it out")

    def bounded(self) -> Self:
        """Return it as a basket holds it: so many lines with so many passages each, long texts cut; what is left out is counted.

        >>> KeptView(("地方",), (KeptLine(("沈阳市",)),) * 400).bounded().lines_left_out
        100
        """
        lines = tuple(_bounded(one) for one in self.lines[:_MOST_LINES])
        left_out = self.lines_left_out + len(self.lines) - len(lines)
        return replace(self, lines=lines, lines_left_out=left_out)


def _bounded(line: KeptLine) -> KeptLine:
    passages = tuple(
        replace(one, quote=_cut(one.quote), title=_cut(one.title)) for one in line.passages[:_MOST_PASSAGES]
    )
    left_out = line.passages_left_out + len(line.passages) - len(passages)
    return KeptLine(tuple(_cut(cell) for cell in line.cells), passages, left_out)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def view_of(said: Any) -> KeptView:
    """Return the page that a mapping says; raises GraphError where it says none, or more than a page of ours holds.

    >>> view_of({"head": ["地方"], "lines": [{"cells": ["沈阳市"]}]}).lines[0].cells
    ('沈阳市',)
    >>> view_of({"head": "地方", "lines": []})
    Traceback (most recent call last):
    graph.errors.GraphError: view: its head is no list of texts; mend it
    """
    _check_keys(said, {"head", "lines"}, {"lines_left_out", "drawing"})
    lines, head = said["lines"], _texts(said["head"], "head")
    if not isinstance(lines, list) or len(lines) > _MOST_LINES or len(head) > _MOST_COLUMNS:
        raise GraphError("view", f"no list of at most {_MOST_LINES} lines and {_MOST_COLUMNS} columns", "keep less")
    return KeptView(
        head,
        tuple(_line(one) for one in lines),
        _number(said, "lines_left_out"),
        _text(said.get("drawing", ""), "drawing"),
    ).bounded()


def _line(said: Any) -> KeptLine:
    _check_keys(said, {"cells"}, {"passages", "passages_left_out"})
    passages = said.get("passages", [])
    if not isinstance(passages, list) or len(passages) > _MOST_PASSAGES:
        raise GraphError("view", f"a line has no list of at most {_MOST_PASSAGES} passages", "keep less")
    return KeptLine(
        _texts(said["cells"], "cells"), tuple(_passage(one) for one in passages), _number(said, "passages_left_out")
    )


def _passage(said: Any) -> Passage:
    _check_keys(said, {"quote", "title", "start", "end"}, set())
    quote, title = _text(said["quote"], "quote"), _text(said["title"], "title")
    return Passage(quote, title, _number(said, "start"), _number(said, "end"))


def _check_keys(said: Any, needed: set[str], other: set[str]) -> None:
    if not isinstance(said, Mapping) or not needed <= said.keys() <= needed | other:
        raise GraphError("view", "no page", f"use the keys {', '.join(sorted(needed | other))}")


def _texts(said: Any, name: str) -> tuple[str, ...]:
    if not isinstance(said, list) or not all(isinstance(one, str) and not is_broken(one) for one in said):
        raise GraphError("view", f"its {name} is no list of texts", "mend it")
    return tuple(said)


def _text(said: Any, name: str) -> str:
    if not isinstance(said, str) or is_broken(said):
        raise GraphError("view", f"its {name} is no text", "mend it")
    return said


def _number(said: Mapping[str, Any], name: str) -> int:
    value = said.get(name, 0)
    if type(value) is not int:
        raise GraphError("view", f"its {name} is no whole number", "mend it")
    return value
