"""policygraph search."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer


def search(
    graph: Annotated[str, typer.Argument(metavar="GRAPH", help="A store, a file, or the address of a SPARQL server.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A sentence must hold all of them.")],
    place: Annotated[
        str, typer.Option("--place", help="Only of this place: named there, or whose document it is.")
    ] = "",
    year: Annotated[
        int | None, typer.Option("--year", help="Only of this year: named there, or the document's.")
    ] = None,
    issuer: Annotated[str, typer.Option("--issuer", help="Only of documents whose issuer's name holds this.")] = "",
    level: Annotated[
        str, typer.Option("--level", help="Only of documents of national, province, city or county.")
    ] = "",
    kind: Annotated[str, typer.Option("--kind", help="Only of documents of this class: Plan, Interpretation, …")] = "",
    limit: Annotated[int, typer.Option("--limit", help="So many hits, the best ones.")] = 20,
    language: Annotated[
        Literal["zh", "en"], typer.Option("--language", "-l", help="Language of the relations.")
    ] = "zh",
    as_json: Annotated[bool, typer.Option("--json", help="Write hits with offsets and facts as JSON.")] = False,
) -> None:
    """Find the sentences that hold words, best first, each with its document, section, offsets and facts."""
    from graph.policygraph import PolicyGraph

    with PolicyGraph.open(graph) as opened:
        found = opened.search(
            " ".join(words), place=place, year=year, issuer=issuer, level=level, kind=kind, limit=limit
        )
    typer.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=1) if as_json else found.report(language))
