"""policygraph remove."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.errors import GraphError


def remove(
    store: Annotated[Path, typer.Argument(readable=False, metavar="STORE", help="The folder of a store.")],
    documents: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Ids of documents, as `documents` lists them.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove documents from a store, with all that only they say. Files of texts stay; a build of them brings them back."""
    from graph.corpus import remove as remove_from_store

    if not yes:
        asked = sys.stdin.isatty() and typer.confirm(f"Remove from {store}: {', '.join(documents)}?", err=True)
        if not asked:
            raise GraphError(store, "nothing was removed", "say so when asked, or give --yes")
    remove_from_store(store, documents)
    typer.echo(f"{store}: {len(documents)} removed")
