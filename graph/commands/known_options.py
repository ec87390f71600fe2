"""A command that tells of mistakes in the language that was chosen, and names its options where it is given one that it has not."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand

from graph.errors import GraphError
from graph.mistakes import line_of


class CommandWithHints(TyperCommand):
    """A command whose error of an unknown option says which it has; other mistakes are told in the language that was asked for."""

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

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; raises typer.BadParameter for an option that is none."""
        takes_value = False
        for word in args:
            name = word.partition("=")[0]
            if word == "--":
                break
            if not takes_value and name.startswith("--") and name not in (*self._options(), "--help"):
                raise typer.BadParameter(f"there is no {name}; use {self._instead(name.lstrip('-'))}", ctx)
            takes_value = not takes_value and "=" not in word and self._options().get(name, False)
        return super().parse_args(ctx, args)

    def _instead(self, word: str) -> str:
        """Return what a person may have meant: the option whose help has the word, or any."""
        for one in self.params:
            told = str(getattr(one, "help", ""))
            if one.param_type_name == "option" and word in re.findall("[a-z]{3,}", told):
                return f"{one.opts[0]}: {told}"
        return f"one of {', '.join(name for name in self._options() if name.startswith('--'))}"

    def _options(self) -> dict[str, bool]:
        """The options, long and short, each with whether a value follows it."""
        return {
            name: not getattr(one, "is_flag", False)
            for one in self.params
            if one.param_type_name == "option"
            for name in (*one.opts, *one.secondary_opts)
        }
