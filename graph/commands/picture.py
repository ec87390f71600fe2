"""policygraph picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption
from graph.commands.progress import making
from graph.pictured import View


def picture(
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A .svg, .png (300 dpi), .pdf, or .html: a page that opens offline."
        ),
    ],
    graph: GraphOption = STORE,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            "--focus",
            "-f",
            metavar="NAME",
            help="Draw what is around a region, a place or another thing; two or more: what ties them.",
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="ID", help="Only what this document backs; repeat it."),
    ] = None,
    view: Annotated[
        View,
        typer.Option(
            "--view",
            help="The network, the matrix of places against industries, the targets, the timeline, the map of a province, or the country.",
        ),
    ] = "network",
    most: Annotated[
        int, typer.Option("--most", min=2, help="At most so many things in a network, those with most relations.")
    ] = 60,
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the words around it.")
    ] = "zh",
) -> None:
    """Draw a connection, what is around a thing, a document, the whole graph, the matrix, the ledger, the timeline or a map."""
    from graph.export import Shown
    from graph.export import picture as draw
    from graph.policygraph import PolicyGraph

    shown = Shown(view, tuple(focus or ()), tuple(document or ()), most, language)
    with making(output.name), PolicyGraph.open(graph) as opened:
        written = draw(opened, output, shown)
    typer.echo(written)
