"""policygraph declare."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.errors import GraphError


def declare(
    store: Annotated[Path, typer.Argument(readable=False, metavar="STORE", help="The folder of a store.")],
    document: Annotated[str, typer.Argument(metavar="ID", help="Id of a document, as `documents` lists it.")],
    title: Annotated[str | None, typer.Option("--title", help="Its title; empty takes it back.")] = None,
    issuer: Annotated[
        str | None, typer.Option("--issuer", help="The body that issued it; empty takes it back.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="Its date, YYYY-MM-DD; empty takes it back.")
    ] = None,
) -> None:
    """Declare title, issuer or date of a document in a store. Files of texts stay as they are, and later builds keep it."""
    from graph.corpus import declare as declare_in_store

    given = {"title": title, "issuer": issuer, "published": published}
    said = {key: value for key, value in given.items() if value is not None}
    if not said:
        raise GraphError(document, "nothing is declared", "give --title, --issuer or --published")
    report = declare_in_store(store, document, said)
    for line in report.problems:
        typer.echo(line, err=True)
    typer.echo(f"{store}: {document} {'read again' if report.built else 'unchanged'}")
