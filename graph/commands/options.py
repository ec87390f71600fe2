"""What several commands take alike."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

STORE = "policy.db"
"""The graph that is asked where none is named."""

GraphOption: TypeAlias = Annotated[
    str, typer.Option("--graph", "-g", metavar="GRAPH", help="A store, a file, or the address of a SPARQL server.")
]
