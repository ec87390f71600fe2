"""Commands that tell of mistakes in the language that was asked for, and say what there is in place of what there is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from graph.commands.usage import asked_language, mistake_of_usage
from graph.errors import GraphError
from graph.mistakes import line_of


@contextmanager
def _in_one_line(path: str, words: Sequence[str], instead: Callable[[str], str]) -> Iterator[None]:
    """Tell of a mistake in what was typed. Arguments: path, the command; words, that were typed; instead, for a name that is none."""
    try:
        yield
    except TyperException as error:
        mistake = mistake_of_usage(error.format_message(), path, instead)
        typer.echo(line_of(mistake, asked_language(words)), err=True)
        raise typer.Exit(2) from error


class CommandWithHints(TyperCommand):
    """A command that tells of mistakes in one line, and of an unknown option which it has."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read what was typed; what cannot be read is one line in the language that it asks for."""
        path = " ".join(name for name in (parent and parent.command_path, info_name) if name)
        with _in_one_line(path, tuple(args), self._instead):
            return super().make_context(info_name, args, parent=parent, **extra)

    def invoke(self, ctx: Any) -> Any:
        """Run it; a mistake is one line in the language that was asked for, in English by whoever called where none was."""
        try:
            return super().invoke(ctx)
        except GraphError as error:
            given = ctx.get_parameter_source("language")
            if given is None or given.name != "COMMANDLINE":
                raise
            typer.echo(line_of(error, ctx.params["language"]), err=True)
            raise typer.Exit(2) from error

    def _instead(self, name: str) -> str:
        """Return what a person may have meant by an unknown option: the one whose help has the word, or any."""
        options = [one for one in self.params if one.param_type_name == "option"]
        for one in options:
            told = str(getattr(one, "help", ""))
            if name.lstrip("-") in re.findall("[a-z]{3,}", told):
                return f"use {one.opts[0]}: {told}"
        return f"use one of {', '.join(name for one in options for name in one.opts if name.startswith('--'))}"


class CommandsWithHints(TyperGroup):
    """Commands of which an unknown one is told with those that there are."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Read what was typed before a command; without a word, the help is shown."""
        if not args:
            return super().make_context(info_name, args, parent=parent, **extra)
        with _in_one_line(info_name or "", tuple(args), self._instead):
            return super().make_context(info_name, args, parent=parent, **extra)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that the first word names; one that is none is told in the language that the words ask for."""
        with _in_one_line(ctx.command_path, tuple(args), self._instead):
            return super().resolve_command(ctx, args)

    def _instead(self, _name: str) -> str:
        return f"use one of {', '.join(self.commands)}"
