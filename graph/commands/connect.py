"""policygraph connect."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption


def connect(
    names: Annotated[
        list[str], typer.Argument(metavar="A B [C...]", help="Two or more names, or a line that lists them.")
    ],
    graph: GraphOption = STORE,
    grade: Annotated[str, typer.Option("--grade", help="The weakest grade that counts: Stated, Listed, …")] = "",
    relation: Annotated[list[str] | None, typer.Option("--relation", help="Only this relation; repeatable.")] = None,
    through: Annotated[
        list[str] | None, typer.Option("--through", help="Only ways through things of this class; repeatable.")
    ] = None,
    length: Annotated[int, typer.Option("--length", help="Hops of the longest path, 1 to 4.")] = 3,
    document: Annotated[
        list[str] | None, typer.Option("--document", help="Only what this document says, by its id; repeatable.")
    ] = None,
    hubs: Annotated[bool, typer.Option("--hubs", help="Also ways through provinces and other hubs.")] = False,
    level: Annotated[
        Literal["member", "group"], typer.Option("--level", help="Show a group's task as its members', or its own.")
    ] = "member",
    language: Annotated[Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the answer.")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write answer, ways, query and explanation as JSON.")] = False,
) -> None:
    """Show all ways in which places, groups, industries or positionings are tied, with the sentence behind each."""
    from graph.policygraph import PolicyGraph

    with PolicyGraph.open(graph) as opened:
        found = opened.connect(
            *names,
            grade=grade,
            relations=relation or (),
            through=through or (),
            length=length,
            documents=document or (),
            hubs=hubs,
            level=level,
        )
    if as_json:
        typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1))
    else:
        typer.echo(found.report(language))
