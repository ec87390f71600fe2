"""What is said when a file cannot be read."""

from __future__ import annotations

import os
from pathlib import Path


class UnreadableText(Exception):
    """A file that gives no text, with the reason and the way out.

    Arguments: path of the file; reason, what is wrong with it; remedy, what its owner can do. The message is one
    line, whatever the file is called.

    >>> print(UnreadableText(Path("plan.txt"), "the file is empty", "write the text into it or leave it out"))
    plan.txt: the file is empty; write the text into it or leave it out
    """

    def __init__(self, path: Path, reason: str, remedy: str = "") -> None:
        super().__init__(path, reason, remedy)
        self.path = path
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.path}: {self.reason}" + (f"; {self.remedy}" if self.remedy else "")
        # A file name may hold line ends, escape sequences and bytes that are no text: none may reach a terminal.
        shown = os.fsencode(said).decode("utf-8", "replace") if _has_surrogates(said) else said
        return "".join(char if char.isprintable() else " " for char in shown)


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
