"""Every use of the regions that a text makes known somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.names.name import Name, free_of
from extract.scanning import occurrences
from extract.values import Entity


def region_uses(
    text: str, labels: Iterable[str], blocked: Sequence[tuple[int, int]], known: Iterable[Name]
) -> tuple[Name, ...]:
    """Return the uses of regions by their labels, those of one label in the order of the text.

    Arguments: text, folded; labels, each once; blocked, sorted spans that are not read; known, names whose spans are theirs.

    >>> [(name.start, name.end) for name in region_uses("甲新区、乙区、甲新区", ["甲新区"], [], [])]
    [(0, 3), (7, 10)]
    """
    taken = {(name.start, name.end) for name in known}
    return tuple(
        Name(start, end, "place", (Entity("Region", label),))
        for label in sorted(labels)
        for start, end in occurrences(label, text)
        if (start, end) not in taken and free_of(blocked, start, end)
    )
