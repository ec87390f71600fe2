"""policygraph summary."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer


def summary(
    path: Annotated[
        Path, typer.Argument(readable=False, metavar="[GRAPH|PATH]", help="A graph, or texts to build one of.")
    ] = Path("policy.db"),
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the sentences.")
    ] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write the counts as JSON.")] = False,
) -> None:
    """Say what a graph holds: counts by class, relation and grade, declared against listed, coverage."""
    from graph.corpus import graph_of
    from graph.quality import summarise, summary_text

    store, problems = graph_of(path)
    for line in problems:
        typer.echo(line, err=True)
    found = summarise(store)
    if as_json:
        counts = {name: dict(getattr(found, name)) for name in ("classes", "predicates", "grades")}
        typer.echo(json.dumps({**dataclasses.asdict(found), **counts}, ensure_ascii=False, indent=1))
    else:
        typer.echo(summary_text(found, language))
    if problems:
        sys.exit(2)
