"""policygraph check."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def check(
    graph: Annotated[Path, typer.Argument(readable=False, metavar="GRAPH", help="A file or the folder of a store.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write the findings as JSON.")] = False,
) -> None:
    """Check a graph: SHACL shapes, every quote against its text, declared counts. Exit code 2 on a violation."""
    from graph.checks import check as check_store
    from graph.checks import check_record
    from graph.engines import read_graph
    from graph.quality import summarise

    store = read_graph(graph)
    findings = [*check_record(graph, store), *check_store(store)]
    counts = summarise(store)
    violations = sum(1 for one in findings if one.severity == "Violation")
    said = {
        "assertions": counts.assertions,
        "quotes": counts.passages,
        "violations": violations,
        "warnings": len(findings) - violations,
    }
    if as_json:
        typer.echo(json.dumps({**said, "findings": [dataclasses.asdict(one) for one in findings]}, ensure_ascii=False))
    else:
        for one in findings:
            typer.echo(str(one))
        typer.echo(f"{graph}: " + ", ".join(f"{number} {name}" for name, number in said.items()))
    if violations:
        sys.exit(2)
