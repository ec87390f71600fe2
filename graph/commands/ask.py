"""policygraph ask."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE, GraphOption


def ask(
    text: Annotated[str, typer.Argument(metavar="QUESTION", help="A question in Chinese or English.")],
    graph: GraphOption = STORE,
    language: Annotated[
        Literal["zh", "en"] | None, typer.Option("--language", "-l", help="Language of the answer.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write sentence, table, evidence and query as JSON.")] = False,
) -> None:
    """Answer a question in plain words, with its proof and its query; offer others where it is not understood."""
    from graph.policygraph import PolicyGraph
    from graph.questions import reply_text

    with PolicyGraph.open(graph) as opened:
        reply = opened.ask(text, language)
    typer.echo(json.dumps(reply.as_json(), ensure_ascii=False, indent=1) if as_json else reply_text(reply))
    if not reply.understood:
        sys.exit(2)
