"""Regional policy as an RDF graph.

The public face, loaded at first use: `PolicyGraph`, the one object of a notebook; `GraphError`, a mistake in one line.

The steps, each with the module to begin with: facts to triples (`build`), texts to a graph (`corpus`), store and engines
(`store`, `engine`), questions (`questions`, `ask`), connections (`connect`), checks and scores (`check`, `score`), strangers'
queries (`server`), command line (`cli`). docs/design.md has every module by its step.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.pictured import draw_with, show_with

if TYPE_CHECKING:
    from graph.errors import GraphError
    from graph.policygraph import PolicyGraph
    from graph.things import Node

__all__ = ["GraphError", "Node", "PolicyGraph"]

_PLACE = {"GraphError": "graph.errors", "Node": "graph.things", "PolicyGraph": "graph.policygraph"}


def __getattr__(name: str) -> object:
    if name not in _PLACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_PLACE[name]), name)


def _draw(result: object, path: Path | str, language: Literal["zh", "en"], most: int) -> Path:
    from graph.export import picture_of

    return picture_of(result, path, language, most)


def _show(result: object, table: str) -> str:
    from graph.export import html_with_picture

    return html_with_picture(result, table)


draw_with(_draw)
show_with(_show)
