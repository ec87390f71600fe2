"""policygraph documents."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated, Literal

import typer

from graph.commands.options import STORE
from graph.listed import listed

_HEADS = {
    "zh": ("标识", "题名", "类别", "层级", "制定机关", "日期", "句数", "有关系的句子", "转载自"),
    "en": ("id", "title", "kind", "level", "issuer", "date", "sentences", "with a relation", "reprint of"),
}


def documents(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="A store, a file, or the address of a server.")] = STORE,
    language: Annotated[Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the table.")] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write the list as JSON.")] = False,
) -> None:
    """List the documents whose text a graph holds: id, title, kind, level, issuer, date, how much was read."""
    from graph.policygraph import PolicyGraph
    from graph.rdf import label
    from graph.results import plain_table
    from graph.things import LEVEL_NAMES
    from graph.things import documents as held

    with PolicyGraph.open(graph) as opened:
        cards = held(opened)
    if as_json:
        said = [dataclasses.asdict(card) | card.jurisdiction._asdict() for card in cards]
        typer.echo(
            json.dumps([{k: v for k, v in one.items() if k != "jurisdiction"} for one in said], ensure_ascii=False)
        )
        return
    rows = [
        (
            *(card.id, card.title, label(card.kind, language)),
            LEVEL_NAMES[card.jurisdiction.level][language] if card.jurisdiction.level else "",
            *(listed(card.issuers, language), card.issued or (str(card.year) if card.year else "")),
            *(str(card.sentences), f"{card.share:.0%}", card.reprint_of),
        )
        for card in cards
    ]
    typer.echo(plain_table(_HEADS[language], rows, whole=[0]))
