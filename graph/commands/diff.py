"""policygraph diff."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from graph.commands.progress import making

if TYPE_CHECKING:
    from graph.comparison import Comparison


def diff(
    before: Annotated[str, typer.Argument(metavar="A", help="A graph or a text; with --graph, a document of it.")],
    after: Annotated[str, typer.Argument(metavar="B", help="What came after A.")],
    graph: Annotated[
        str, typer.Option("--graph", "-g", metavar="GRAPH", help="Compare two documents of this graph, by id or title.")
    ] = "",
    form: Annotated[
        Literal["table", "markdown", "json"], typer.Option("--format", "-f", help="How to write it.")
    ] = "table",
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of relations and kinds of change.")
    ] = "zh",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it as slides (.pptx), for Word (.docx) or as .md."),
    ] = None,
) -> None:
    """Show which claims were changed, added and dropped between two graphs, texts or documents, with both sentences."""
    from graph.comparison import lines_of
    from graph.export import changes_briefing, command_line
    from graph.results import in_one_line

    with making(output.name if output else "the comparison"):
        found, problems = _of_documents(graph, before, after) if graph else _of_graphs(before, after)
        if output is not None:
            told = [before, after, *(["--graph", graph] if graph else []), "--language", language, "-o", str(output)]
            written = changes_briefing(found, output, language, command_line("diff", *told))
    for line in problems:
        typer.echo(line, err=True)
    if output is not None:
        typer.echo(written)
    elif form == "json":
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
    elif form == "markdown":
        typer.echo(found.markdown(language), nl=False)
    else:
        for line in lines_of(found, language):
            typer.echo(in_one_line(line))
    if problems:
        sys.exit(2)


def _of_documents(graph: str, before: str, after: str) -> tuple[Comparison, list[str]]:
    from graph.policygraph import PolicyGraph

    with PolicyGraph.open(graph) as opened:
        return opened.diff(before, after), []


def _of_graphs(before: str, after: str) -> tuple[Comparison, list[str]]:
    from graph.corpus import opened_or_built
    from graph.policygraph import PolicyGraph

    (old, old_problems), (new, new_problems) = opened_or_built(before), opened_or_built(after)
    with PolicyGraph(old) as first, PolicyGraph(new) as second:
        return first.diff(second), old_problems + new_problems
