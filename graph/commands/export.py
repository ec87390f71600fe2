"""policygraph export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption
from graph.commands.progress import making


def export(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The form is decided by its suffix.")],
    graph: GraphOption = STORE,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            "--focus", "-f", metavar="NAME", help="Only what is around this region, place or other thing; repeat it."
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="ID", help="Only what this document backs; repeat it."),
    ] = None,
    most: Annotated[
        int, typer.Option("--most", min=0, help="At most so many things, those with most relations; 0 is all.")
    ] = 0,
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of heads and titles.")
    ] = "zh",
) -> None:
    """Take a graph away as a file for another program: RDF, network, table, workbook, annotations, description."""
    from graph.export import Shown, exported
    from graph.policygraph import PolicyGraph

    shown = Shown(focus=tuple(focus or ()), documents=tuple(document or ()), most=most, language=language)
    with making(output.name), PolicyGraph.open(graph) as opened:
        written = exported(opened, output, shown)
    for path in written.files:
        typer.echo(path)
    if written.told:
        typer.echo(written.told, err=True)
