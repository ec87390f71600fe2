"""Small raised characters of a PDF page: taken out where they mark a note, set on their line where they are exponents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from extract.readers.raised import unraised

Char = dict[str, Any]
"""A character of pdfplumber: its `text`, its `size` and its edges `x0`, `x1`, `top`, `bottom` in points from the top."""

_SMALLER = 0.86
"""Largest size of a raised character, as a share of its neighbour's."""
_RAISED = 0.12
"""Least distance of its foot from its neighbour's, as a share of the neighbour's size."""
_BESIDE = 0.6
"""Largest distance to the neighbour, as a share of the neighbour's size."""


def settled(chars: Sequence[Char]) -> list[Char]:
    """Return the characters of a page without the marks of notes, in their order.

    Arguments: chars, of one page. What stood before a mark reaches to where the mark ended, so that no gap is left.

    >>> def char(text, x0, size, bottom):
    ...     return {"text": text, "x0": x0, "x1": x0 + size, "size": size, "top": bottom - size, "bottom": bottom}
    >>> page = [char("量", 0, 10, 20), char("1", 10, 6, 15), char("3", 16, 10, 20)]
    >>> [(one["text"], one["x1"]) for one in settled(page)]
    [('量', 16), ('3', 26)]
    """
    raised = _raised(chars)
    if not raised:
        return list(chars)
    changed: dict[int, Char | None] = {}
    for run, neighbour in _runs(chars, raised):
        first = chars[neighbour]
        before = (chars[neighbour - 1]["text"] if neighbour else "") + first["text"]
        text = "".join(chars[index]["text"] for index in run)
        read = unraised(before, text)
        if read == text:
            continue
        changed |= dict.fromkeys(run)
        if read:
            on_line = {key: first[key] for key in ("top", "bottom", "size", "doctop") if key in first}
            changed[run[0]] = chars[run[0]] | on_line | {"text": read, "x1": chars[run[-1]]["x1"]}
        elif first["x0"] < chars[run[0]]["x0"]:
            changed[neighbour] = first | {"x1": max(first["x1"], chars[run[-1]]["x1"])}
    kept = (changed.get(index, char) for index, char in enumerate(chars))
    return [char for char in kept if char is not None]


def _raised(chars: Sequence[Char]) -> dict[int, int]:
    """Places in the order of the characters of those that are raised, each with its neighbour's place."""
    smallest = max((char["size"] for char in chars), default=0.0) * _SMALLER
    small = [index for index, char in enumerate(chars) if char["size"] < smallest and char["text"].strip()]
    if not small:
        return {}
    feet: defaultdict[int, list[int]] = defaultdict(list)
    for index, char in enumerate(chars):
        feet[int(char["bottom"])].append(index)
    found: dict[int, int] = {}
    for index in small:
        neighbour = _neighbour(chars, feet, index, found)
        if neighbour is not None:
            found[index] = neighbour
    return found


def _neighbour(
    chars: Sequence[Char], feet: Mapping[int, list[int]], index: int, found: Mapping[int, int]
) -> int | None:
    """The place of the larger character beside a small one, the one to its left first; that of a raised one is its own."""
    char = chars[index]
    foot = int(char["bottom"])
    beside = [
        (other["x0"] > char["x0"], abs(char["x0"] - other["x1"]), found.get(place, place))
        for below in range(foot - 1, foot + int(char["size"] * 1.5) + 1)
        for place in feet.get(below, ())
        if place != index and _is_beside(char, other := chars[place], place in found)
    ]
    return min(beside)[2] if beside else None


def _is_beside(char: Char, other: Char, is_raised: bool) -> bool:
    distance = min(abs(char["x0"] - other["x1"]), abs(other["x0"] - char["x1"]))
    if distance > _BESIDE * other["size"]:
        return False
    if is_raised:
        return bool(abs(char["bottom"] - other["bottom"]) < 1 and other["x0"] < char["x0"])
    return bool(
        char["size"] <= _SMALLER * other["size"]
        and other["bottom"] - char["bottom"] >= _RAISED * other["size"]
        and other["top"] - 0.6 * other["size"] <= char["top"]
        and char["bottom"] > other["top"]
    )


def _runs(chars: Sequence[Char], raised: Mapping[int, int]) -> list[tuple[list[int], int]]:
    """Raised characters that share a neighbour, from left to right, with that neighbour."""
    runs: defaultdict[int, list[int]] = defaultdict(list)
    for index, neighbour in raised.items():
        runs[neighbour].append(index)
    return [(sorted(run, key=lambda index: chars[index]["x0"]), neighbour) for neighbour, run in runs.items()]
