"""policygraph extract."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def extract(
    paths: Annotated[list[Path], typer.Argument(readable=False, metavar="FILE...", help="Texts and folders of texts.")],
) -> None:
    """Write the facts of texts as JSON lines, before they become RDF."""
    from graph.corpus import facts_of
    from graph.rdf import json_lines

    problems: list[str] = []
    for facts in facts_of(paths, problems):
        for remark in facts.document.remarks:
            typer.echo(remark, err=True)
        for line in json_lines(facts):
            typer.echo(line)
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        sys.exit(2)
