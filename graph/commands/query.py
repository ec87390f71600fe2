"""policygraph query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption
from graph.errors import GraphError


def query(
    file: Annotated[str, typer.Argument(metavar="FILE.rq|-", help="A file with a query; - reads standard input.")],
    graph: GraphOption = STORE,
    form: Annotated[
        Literal["table", "csv", "json", "turtle"], typer.Option("--format", "-f", help="Form of the answer.")
    ] = "table",
) -> None:
    """Ask a graph with SPARQL; the project's prefixes are bound. The default graph is the union of all documents."""
    from graph.policygraph import PolicyGraph
    from graph.results import written

    text = sys.stdin.read() if file == "-" else _read(Path(file))
    with PolicyGraph.open(graph) as opened:
        sys.stdout.write(written(opened.run(text), form))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GraphError(
            path, f"cannot be read ({error.strerror})", "name a file with a query, or - for standard input"
        ) from error
    except UnicodeDecodeError as error:
        raise GraphError(path, "not UTF-8", "save the query as UTF-8") from error
