"""policygraph reread."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.progress import progress
from graph.counted import counted


def reread(
    store: Annotated[Path, typer.Argument(readable=False, metavar="STORE", help="The folder of a store.")],
    documents: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Only these; else all.")] = None,
) -> None:
    """Read documents of a store again from the texts that it keeps, as after a change of the grammar or the lexicon."""
    from graph.corpus import kept_texts
    from graph.corpus import reread as read_again
    from graph.engines import read_graph

    with progress(lambda: len(documents or kept_texts(read_graph(store)))) as advance:
        report = read_again(store, documents or (), advance)
    for line in report.problems:
        typer.echo(line, err=True)
    problems = counted("{n:problem|problems}", n=len(report.problems))
    typer.echo(f"{store}: {len(report.built)} read again, {len(report.unchanged)} unchanged, {problems}")
    if report.problems:
        sys.exit(2)
