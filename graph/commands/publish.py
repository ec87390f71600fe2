"""policygraph publish."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.progress import progress
from graph.counted import counted


def publish(
    store: Annotated[Path, typer.Argument(readable=False, metavar="STORE", help="The folder of a store, or a file.")],
    to: Annotated[str, typer.Option("--to", metavar="ADDRESS", help="The server's SPARQL endpoint (http://…).")],
    graph_store: Annotated[
        str,
        typer.Option("--graph-store", metavar="ADDRESS", help="Where it takes graphs, for a make that is not known."),
    ] = "",
    user: Annotated[str, typer.Option("--user", metavar="NAME", help="Who writes, where the server asks.")] = "",
    password_file: Annotated[
        Path | None,
        typer.Option("--password-file", readable=False, metavar="FILE", help="Whose first line is the password."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on standard output.")] = False,
) -> None:
    """Write a store to a SPARQL server, document by document; again, only what changed. Its other documents go."""
    from graph.corpus import publish as publish_store
    from graph.engines import Login, read_graph

    login = Login.given(user, password_file)
    with progress(lambda: sum(1 for _ in read_graph(store).named_graphs())) as advance:
        done = publish_store(store, to, graph_store, login, advance)
    if as_json:
        typer.echo(json.dumps({"server": to, **dataclasses.asdict(done)}, ensure_ascii=False))
    else:
        counts = f"{done.new} new, {done.renewed} renewed, {done.removed} removed, {done.unchanged} unchanged"
        typer.echo(f"{to}: {counts}; {counted('{n:triple|triples}', n=done.triples)}")
