"""What makes a file again: the command, and the version of the program that made it."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

_NAME = "policygraph"


@cache
def program() -> str:
    """Return the name of this program with its version; the name alone where it was not installed.

    >>> program().startswith("policygraph")
    True
    """
    try:
        return f"{_NAME} {version(_NAME)}"
    except PackageNotFoundError:
        return _NAME


def command_line(command: str, *told: str, repeated: Sequence[tuple[str, Sequence[str]]] = ()) -> str:
    """Return a command as it is typed in a shell. Arguments: command; told, its words; repeated, options with each of their values.

    >>> command_line("briefing", "-o", "a b.pptx", repeated=[("--focus", ["沈阳"])])
    "policygraph briefing --focus '沈阳' -o 'a b.pptx'"
    """
    options = [word for name, values in repeated for value in values for word in (name, value)]
    return shlex.join([_NAME, command, *options, *told])
