"""policygraph build."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.commands.progress import progress
from graph.counted import counted
from graph.errors import GraphError


def build(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Texts, folders of texts, and addresses of them (s3://…).")
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|STORE",
            help="A file (.ttl, .trig, .nq, .nt, .jsonld) or the folder of a store.",
        ),
    ] = Path("policy.db"),
    repair: Annotated[bool, typer.Option("--repair", help="Mend a broken store first; nothing is removed.")] = False,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop the documents that are no longer in the files they came from.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read in so many processes; the result is the same.")
    ] = 1,
    dask: Annotated[
        str,
        typer.Option(
            "--dask", metavar="ADDRESS", help="Read on a Dask cluster (tcp://scheduler:8786); the result is the same."
        ),
    ] = "",
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections", metavar="FILE", help="Corrections beside those by the texts; .json: Label Studio's."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on standard output.")] = False,
) -> None:
    """Build the graph of texts; unchanged ones are skipped. A file holds just these, a store gains or renews them."""
    from extract.readers import count_texts
    from graph.corpus import build_corpus, copies_beside, local_paths

    if dask and jobs > 1:
        raise GraphError("build", "--jobs and --dask at once", "let this machine read, or the cluster")
    unreached: list[str] = []
    found = local_paths(paths, copies_beside(output), unreached)
    with progress(lambda: count_texts(found)) as advance:
        report = build_corpus(
            found, output, advance, mend=repair, corrections=corrections, prune=prune, jobs=dask or jobs
        )
    report.problems += unreached
    for line in (*report.remarks, *report.not_made, *report.problems):
        typer.echo(line, err=True)
    if as_json:
        said = {
            "output": str(output),
            "built": report.built,
            "unchanged": report.unchanged,
            "dropped": report.dropped,
            "failed": [{"text": text, "reason": reason} for text, reason in report.failed.items()],
            "not_made": report.not_made,
        }
        typer.echo(
            json.dumps(
                {**said, "problems": report.problems, "warnings": report.warnings, "remarks": report.remarks},
                ensure_ascii=False,
            )
        )
    else:
        problems = counted("{n:problem|problems}", n=len(report.problems))
        counts = f"{len(report.built)} built, {len(report.unchanged)} unchanged, {problems}"
        counts += counted(", {n:text|texts} failed", n=len(report.failed)) if report.failed else ""
        hint = (
            counted(", {n:warning|warnings} (see: policygraph check)", n=len(report.warnings))
            if report.warnings
            else ""
        )
        dropped = f", {len(report.dropped)} dropped" if report.dropped else ""
        typer.echo(
            f"{output}: {counts}{dropped}{hint}"
            if report.built or report.unchanged or dropped
            else f"{output}: nothing written"
        )
    if report.problems:
        sys.exit(2)
