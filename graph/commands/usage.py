"""What was typed wrongly, as the parser of options puts it, made one line that says what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from graph.errors import GraphError

_LANGUAGE = re.compile(r"^(?:--language[=\n]|-l[=\n]?)(zh|en)$", re.MULTILINE)
"""The option of the language among words that stand a line each; a command that failed to read its words has no other way to it."""


def asked_language(words: Sequence[str]) -> Literal["zh", "en"]:
    """Return the language that the words of a command ask for, English where they ask for none.

    >>> asked_language(["entity", "-l", "zh"]), asked_language(["--language=zh", "-len"]), asked_language(["-l", "fr"])
    ('zh', 'en', 'en')
    """
    asked = _LANGUAGE.findall("\n".join(words))
    return "zh" if asked and asked[-1] == "zh" else "en"


def mistake_of_usage(said: str, path: str, instead: Callable[[str], str]) -> GraphError:
    """Return a mistake of whoever typed a command.

    Arguments: said, how the parser puts it; path, the command as it is called; instead, what to use for a name that it lacks.

    >>> print(mistake_of_usage("Missing argument 'NAME'.", "policygraph entity", str))
    policygraph entity: NAME is missing; see: policygraph entity --help
    >>> print(mistake_of_usage("Invalid value for '--jobs' / '-j': Value error, 'x' is no number.", "policygraph build", str))
    policygraph build --jobs, -j: x is no number; see: policygraph build --help
    """
    words = re.sub(r"' / '", ", ", said.strip().removesuffix(".")).replace("Value error, ", "").replace("'", "")
    remedy = f"see: {path} --help"
    if unknown := re.match(r"No such (?:option: |command )(\S+?)\.?(?:\s|$)", words):
        return GraphError(path, f"there is no {unknown[1]}", instead(unknown[1]))
    if missing := re.fullmatch(r"Missing \w+ (.+)", words):
        return GraphError(path, f"{missing[1]} is missing", remedy)
    if valueless := re.fullmatch(r"Option (\S+) requires an argument", words):
        return GraphError(path, f"{valueless[1]} lacks its value", remedy)
    if more := re.fullmatch(r"Got unexpected extra argument(?:\(s\)|s?) \((.+)\)", words):
        return GraphError(path, f"it takes no further words: {more[1]}", remedy)
    if invalid := re.fullmatch(r"Invalid value for (.+?): (.+)", words):
        return GraphError(f"{path} {invalid[1]}", invalid[2], remedy)
    return GraphError(path, words, remedy)
