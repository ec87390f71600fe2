"""policygraph explain."""

from __future__ import annotations

from typing import Annotated

import typer


def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A sentence, or a few; what a text says before it helps.")
    ],
) -> None:
    """Show how a sentence is read: its words with their classes, its clauses, what each rule made of it and why."""
    from extract.explanation import explain as explained
    from extract.explanation import told

    for line in told(explained(sentence)):
        typer.echo(line)
