"""From what a person types to the ends of a connection: one name, or several in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from graph.things import Names, Node

ENDS = ("Place", "PlaceGroup", "Slogan", "Positioning", "Industry", "Organization")
"""Classes of the things that can be connected."""

_WORDS = Path(__file__).with_name("between_names.txt")
_MARKS = re.compile(r"[、，,；;/|\n\t–—~～+-]+")
"""What parts names wherever it stands; a word between names may also be a part of one (呼和浩特, 和平区)."""
_OF_ONE_DOCUMENT = ("PlaceGroup", "Slogan")
_MOST = 200
"""Characters of a line that is looked at for several names."""


def ends_of(names: Names, said: str | Node) -> tuple[tuple[Node, ...], ...]:
    """Return the ends that a person names: several where a line lists several names.

    Arguments: names, of the graph; said, a name, several names in one line («沈阳市、大连市与抚顺市»), or a thing that was
    found. Raises GraphError as `end_of` does, for the name that it cannot place.
    """
    if isinstance(said, Node):
        return ((said,),)
    return tuple(end_of(names, one) for one in _listed(names, said))


def end_of(names: Names, name: str) -> tuple[Node, ...]:
    """Return what a name stands for as an end: one thing, or the groups that several documents call so.

    Arguments: names, of the graph; name, as a person types it. Raises GraphError where nothing bears the name, or where
    different things do.
    """
    found = names.find(name, ENDS)
    if found and found[0].kind in _OF_ONE_DOCUMENT and len({(node.kind, node.label) for node in found}) == 1:
        return found
    return (names.resolve(name, ENDS),)


def _listed(names: Names, said: str) -> list[str]:
    """Return the names of a line; the whole line where it is a name, or where no part of it is one."""
    line = said.strip()
    if len(line) > _MOST or line.startswith(("http://", "https://")) or names.find(line, ENDS):
        return [line]
    parts = [part.strip() for part in _MARKS.split(line) if part.strip()]
    if len(parts) > 1:
        return [one for part in parts for one in _listed(names, part)]
    return next(_parted(names, line), [line])


def _parted(names: Names, line: str) -> Iterator[list[str]]:
    """Yield the ways to part a line at a word or a space, so that one side is a name; what both sides list."""
    for found in [*_between().finditer(line), *re.finditer(r"\s+", line)]:
        before, after = line[: found.start()].strip(), line[found.end() :].strip()
        sides = [side for side in (before, after) if side]
        if any(names.find(side, ENDS) for side in sides):
            yield [one for side in sides for one in _listed(names, side)]


@cache
def _between() -> re.Pattern[str]:
    """Return the words of the list, the longest first; a Latin one is a word of its own."""
    lines = _WORDS.read_text(encoding="utf-8").splitlines()
    words = sorted((one for one in lines if one and not one.startswith("#")), key=lambda one: (-len(one), one))
    written = (rf"(?<![^\s]){re.escape(one)}(?![^\s])" if one.isascii() else re.escape(one) for one in words)
    return re.compile("|".join(written), re.IGNORECASE)
