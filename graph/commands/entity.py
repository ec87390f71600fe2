"""policygraph entity."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption


def entity(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Label, other name, pinyin of a division, or IRI.")],
    graph: GraphOption = STORE,
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of relations and grades.")
    ] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write all that is known, offsets too, as JSON.")] = False,
) -> None:
    """Say what a graph says of one thing: every statement, each with its quotes, grades and places in the text."""
    from graph.policygraph import PolicyGraph
    from graph.results import in_one_line

    with PolicyGraph.open(graph) as opened:
        found = opened.entity(name)
    if as_json:
        typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=1))
        return
    typer.echo(in_one_line(found.title(language)))
    for subject, relation, thing, grade, quote, where in found.table(language):
        typer.echo(in_one_line(f"{subject} — {relation} → {thing} ({grade})"))
        typer.echo(in_one_line(f"    “{quote}” {where}" if quote else f"    {where}"))
