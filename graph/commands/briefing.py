"""policygraph briefing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption
from graph.commands.progress import making


def briefing(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .pptx, .docx or .md.")],
    graph: GraphOption = STORE,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            "--focus",
            "-f",
            metavar="NAME",
            help="The region, place or other thing that it is about; two or more: what ties them.",
        ),
    ] = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="ID", help="The document that it is about; repeat it."),
    ] = None,
    question: Annotated[
        str, typer.Option("--question", "-q", help="A question in plain Chinese or English, answered.")
    ] = "",
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="A .pptx whose masters, fonts and colours are used."),
    ] = None,
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of its own words.")
    ] = "zh",
) -> None:
    """Write a briefing with its quotes and sources: slides with a network that can be moved, a Word document, or Markdown."""
    from graph.export import Wanted, briefing_command
    from graph.export import briefing as write
    from graph.policygraph import PolicyGraph

    wanted = Wanted(tuple(focus or ()), tuple(document or ()), question, language)
    command = briefing_command(graph, str(output), wanted, str(template or ""))
    with making(output.name), PolicyGraph.open(graph) as opened:
        written = write(opened, output, wanted, template, command)
    typer.echo(written)
