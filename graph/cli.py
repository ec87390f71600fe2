"""The command line: one thin command a file in `graph.commands`, each over a plain function of the same verb."""

from __future__ import annotations

import sys

import typer

from graph.commands import (
    ask,
    briefing,
    build,
    check,
    connect,
    coverage,
    declare,
    diff,
    documents,
    entity,
    explain,
    export,
    extract,
    merged,
    picture,
    publish,
    query,
    questions,
    remove,
    reread,
    score,
    search,
    serve,
    summary,
)
from graph.commands.known_options import CommandsWithHints, CommandWithHints
from graph.errors import GraphError

app = typer.Typer(
    cls=CommandsWithHints,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Turn Chinese regional policy prose into an RDF graph in which every edge quotes its sentence, and ask it.",
)
for command in (
    build.build,
    documents.documents,
    merged.merged,
    declare.declare,
    reread.reread,
    remove.remove,
    extract.extract,
    explain.explain,
    check.check,
    summary.summary,
    score.score,
    coverage.coverage,
    query.query,
    entity.entity,
    connect.connect,
    diff.diff,
    ask.ask,
    search.search,
    questions.questions,
    export.export,
    picture.picture,
    briefing.briefing,
    publish.publish,
    serve.serve,
):
    app.command(cls=CommandWithHints)(command)


def main() -> None:
    """Run the command line; a user's mistake is one line on stderr and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except GraphError as error:
        typer.echo(str(error), err=True)
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
