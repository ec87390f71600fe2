"""The steps of reading a text, told one after another to whoever waits for it."""

from __future__ import annotations

from collections.abc import Callable

Step = Callable[[str], None]
"""Is told the name of each step when it is done."""

STEPS = ("sections", "names", "tokens", "industries", "rules", "facts")
"""The steps in their order: the outline and its sentences, names, typed words, industries, what the rules read, facts."""


def untold(_: str) -> None:
    """Tell nobody.

    >>> untold("names")
    """
