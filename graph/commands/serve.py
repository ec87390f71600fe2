"""policygraph serve."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    graph: Annotated[
        Path, typer.Argument(readable=False, metavar="[GRAPH]", help="The store or file to serve.")
    ] = Path("policy.db"),
    host: Annotated[str, typer.Option("--host", help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Port; 0 for any free one.")] = 8765,
    time_limit: Annotated[float, typer.Option("--time-limit", min=0.1, help="Seconds a query may take.")] = 10.0,
    row_limit: Annotated[int, typer.Option("--row-limit", min=1, help="Rows or triples a result may have.")] = 100_000,
    memory_limit: Annotated[int, typer.Option("--memory-limit", min=16, help="MB a query may take.")] = 1024,
    workers: Annotated[int, typer.Option("--workers", min=1, max=32, help="Queries that run at once.")] = 4,
    allow_service: Annotated[
        list[str] | None, typer.Option("--allow-service", metavar="IRI", help="An endpoint that SERVICE may name.")
    ] = None,
    allow_origin: Annotated[
        list[str] | None, typer.Option("--allow-origin", metavar="ORIGIN", help="A web page that may read (CORS).")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="NAME", help="A name by which the server is called.")
    ] = None,
) -> None:
    """Serve a graph: a read-only SPARQL endpoint at /sparql and a query page at /, on this machine only."""
    from graph.errors import GraphError

    try:
        from graph.server import Settings, serve
    except ModuleNotFoundError as error:
        said = f"{error.name} is not installed"
        raise GraphError("serve", said, "install it with: pip install 'policygraph[server]'") from error
    from graph.sandbox import Limits

    limits = Limits(time_limit, row_limit, memory_limit)
    opened = (allow_service or (), allow_origin or (), allow_host or ())
    serve(graph, Settings(host, port, workers, limits, *opened), lambda line: typer.echo(line, err=True))
