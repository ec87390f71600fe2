"""policygraph coverage."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import Annotated

import typer


def coverage(
    paths: Annotated[list[Path], typer.Argument(readable=False, metavar="PATH...", help="Texts and folders of texts.")],
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object a text.")] = False,
) -> None:
    """Say how much of texts some fact quotes, and list the sentences that name two things yet gave no fact."""
    from graph.corpus import facts_of
    from graph.quality import coverage as coverage_of

    problems: list[str] = []
    for facts in facts_of(paths, problems):
        for remark in facts.document.remarks:
            typer.echo(remark, err=True)
        found = coverage_of(facts)
        if as_json:
            typer.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False))
            continue
        sentences = _share(found.quoted_sentences, found.sentences)
        characters = _share(found.quoted_characters, found.characters)
        typer.echo(f"{found.document_id}: {sentences} of sentences, {characters} of characters are quoted")
        if found.refused:
            typer.echo("  refused: " + ", ".join(f"{number} {kind}" for kind, number in found.refused))
        for sentence in found.silent:
            typer.echo(f"  no fact: {' '.join(sentence.split())}")
    for problem in problems:
        typer.echo(problem, err=True)
    if problems:
        sys.exit(2)


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} ({part / whole:.0%})" if whole else "0/0"
