"""policygraph score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from graph.quality import Score


def score(
    graph: Annotated[
        Path, typer.Argument(readable=False, metavar="GRAPH", help="The graph of one text: a file or a store.")
    ],
    gold: Annotated[
        Path, typer.Argument(readable=False, metavar="GOLD", help="The annotation of that text, as in tests/gold.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name each thing missed or too much.")] = False,
) -> None:
    """Score a graph against a gold annotation: precision, recall, F1 by class, predicate and grammar rule."""
    from graph.quality import score as score_graph

    found = score_graph(graph, gold)
    if as_json:
        said: dict[str, Any] = {one.name: _as_json(one) for one in found.rows}
        said["rules"] = {one.name: _as_json(one) for one in found.rules}
        typer.echo(json.dumps({**said, "misses": found.misses}, ensure_ascii=False, indent=1))
        return
    for one in found.rows:
        typer.echo(_line(one))
    typer.echo("\nby rule: precision of what it read, and its share of what its predicates should give")
    for one in found.rules:
        typer.echo(_line(one))
    for line in found.misses if verbose else []:
        typer.echo(line)


def _line(one: Score) -> str:
    low, high = one.precision_interval
    least, most = one.recall_interval
    return (
        f"{one.name:24} P {one.precision:.3f} [{low:.2f}–{high:.2f}, n {one.right + one.wrong}]"
        f"  R {one.recall:.3f} [{least:.2f}–{most:.2f}, n {one.right + one.missed}]  F1 {one.f1:.3f}"
    )


def _as_json(one: Score) -> dict[str, Any]:
    figures = {"p": one.precision, "r": one.recall, "f1": one.f1, "tp": one.right, "fp": one.wrong, "fn": one.missed}
    return {**figures, "p_interval": one.precision_interval, "r_interval": one.recall_interval}
