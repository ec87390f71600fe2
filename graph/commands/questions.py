"""policygraph questions."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption


def questions(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Only these questions.")] = None,
    graph: GraphOption = STORE,
    language: Annotated[Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the titles.")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write the questions as JSON.")] = False,
) -> None:
    """List the questions that a graph can answer; with an ID, also the values that have an answer, and the query."""
    from graph.policygraph import PolicyGraph
    from graph.questions import offered_json, offered_text, question
    from graph.questions import questions as all_questions

    wanted = [question(one) for one in ids] if ids else all_questions()
    if not ids:
        said = [offered_json(one, {}) if as_json else f"{one.id:30}  {one.titles[language]}" for one in wanted]
    else:
        with PolicyGraph.open(graph) as opened:
            values = [{one.name: opened.choices(each.id, one.name) for one in each.parameters} for each in wanted]
        write = offered_json if as_json else lambda each, offered: offered_text(each, offered, language)
        said = [write(each, offered) for each, offered in zip(wanted, values, strict=True)]
    typer.echo(json.dumps(said, ensure_ascii=False, indent=1) if as_json else "\n".join(map(str, said)))
