"""policygraph merged."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE
from graph.listed import listed

_HEADS = {
    "zh": ("为何", "名称", "类别", "一致之处", "节点", "文件"),
    "en": ("why", "name", "kind", "what agrees", "node", "documents"),
}
_WHY = {
    "zh": {"number": "文号", "title": "标题", "reprint": "转载", "apart": "分立", "name": "名称", "code": "代码"},
    "en": {
        "number": "number",
        "title": "title",
        "reprint": "reprint",
        "apart": "apart",
        "name": "name",
        "code": "code",
    },
}


def merged(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="A store, a file, or the address of a server.")] = STORE,
    why: Annotated[
        Literal["number", "title", "reprint", "apart", "name", "code"] | None,
        typer.Option("--why", help="Only what merged for this reason."),
    ] = None,
    language: Annotated[Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the table.")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write the list as JSON.")] = False,
) -> None:
    """List what several documents share as one thing and why, what is a reprint, and what a person keeps apart."""
    from graph.policygraph import PolicyGraph
    from graph.rdf import label
    from graph.results import plain_table
    from graph.things import merged as merged_things

    with PolicyGraph.open(graph) as opened:
        found = [one for one in merged_things(opened) if why in (None, one.why)]
    if as_json:
        typer.echo(json.dumps([dataclasses.asdict(one) for one in found], ensure_ascii=False))
        return
    rows = [
        (
            *(_WHY[language][one.why], one.thing.label, label(one.thing.kind, language), one.value, one.name),
            listed((document.label for document in one.documents), language),
        )
        for one in found
    ]
    typer.echo(plain_table(_HEADS[language], rows, whole=[4]))
