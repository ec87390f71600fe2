"""Where the things and the words of a network stand: Graphviz places them, so that none covers another."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from graph.errors import GraphError

Point: TypeAlias = tuple[float, float]
Ends: TypeAlias = tuple[int, int]
_DOT = 72.0
"""Points an inch: Graphviz measures in both, we draw a point as a pixel."""
_SECONDS = 60
_LEAST_GAP = 120.0
_ROW_GAP = 8.0
"""Pixels between two boxes of a column."""
_SIDE_GAP = 30.0
"""Pixels between two of those that stand left or right, with those above and below."""
_MOST_LED = 150_000
"""Lines times boxes beyond which lines are straight: to lead them round what is in their way would take minutes."""
_ARROW = 44.0
"""Pixels of a line beside its word."""
_PASSAGE = 20.0
"""Pixels of a column that are kept free for lines from end to end, with their word."""


@dataclass(frozen=True, slots=True)
class Box:
    """What is placed: its size in pixels."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where all stands, in pixels from the left upper corner."""

    width: float
    height: float
    boxes: tuple[Point, ...]
    """The middle of each box."""
    lines: tuple[tuple[Point, ...], ...]
    """Of each line from the edge of its first box to that of its last: a start, then three points for each Bézier curve."""
    words: tuple[Point | None, ...]
    """The middle of the word on each line, where it has one."""
    are_led: bool = True
    """Whether no line passes below a box."""


def placed_between(boxes: Sequence[Box], lines: Sequence[Ends], words: Sequence[Box], ends: Ends) -> Placed:
    """Return where boxes stand between two of them, left and right, with the words on their lines; none covers another.

    Arguments: boxes; lines, each from a box to a box, by number; words, the room that the word on each line takes; ends, two boxes.
    Raises GraphError where Graphviz is not installed or does not come to an end.
    """
    turned = [end == ends[0] or start == ends[1] for start, end in lines]
    told = ["rankdir=LR; nodesep=0.16; ranksep=0.4;", *_nodes("n", boxes)]
    told += [f"{{rank=source; n{ends[0]}}}", f"{{rank=sink; n{ends[1]}}}"]
    for at, ((start, end), word, is_turned) in enumerate(zip(lines, words, turned, strict=True)):
        cell = f'<TD FIXEDSIZE="TRUE" WIDTH="{word.width:.0f}" HEIGHT="{word.height:.0f}"></TD>'
        label = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0"><TR>{cell}</TR></TABLE>'
        first, last = (end, start) if is_turned else (start, end)
        told.append(f"n{first} -> n{last} [id={at}, label=<{label}>];")
    width, height, nodes, edges = _answered("dot", told)
    curves = [_curve(edges[at], height) for at in range(len(lines))]
    return Placed(
        width,
        height,
        tuple(nodes[f"n{at}"] for at in range(len(boxes))),
        tuple(curve[::-1] if is_turned else curve for curve, is_turned in zip(curves, turned, strict=True)),
        tuple(_point(edges[at]["lp"], height) for at in range(len(lines))),
    )


def placed_around(
    boxes: Sequence[Box],
    lines: Sequence[Ends],
    words: Sequence[Box | None],
    start_from: int = 7,
    shape: float | None = None,
) -> Placed:
    """Return where boxes stand that have no direction, what is tied near each other; none covers another, nor a word.

    Lines are led round all boxes and all words but their own, unless they are too many. Arguments and errors as for `placed_between`; a
    line may have no word; start_from, the number of an arrangement to start from: each leads to another; shape, how many times as wide
    as high the whole shall be, by more room between what stands side by side or above each other.
    """
    are_led = len(lines) * (len(boxes) + sum(word is not None for word in words)) <= _MOST_LED
    led = "true" if are_led else "false"
    told = [
        f'graph [start={start_from}, mode=KK, overlap=prism, overlap_scaling=3, sep="+9", esep="+4", splines={led}];',
        *([f"ratio={1 / shape:.4f};"] if shape is not None else []),
        *_nodes("n", boxes),
    ]
    for at, ((start, end), word) in enumerate(zip(lines, words, strict=True)):
        if word is None:
            told.append(f"n{start} -> n{end} [id={at}, len=1.9];")
        else:  # a word is a thing like others, so that nothing covers it and lines are led round it
            told += [
                *_nodes(f"w{at}_", [word]),
                f"n{start} -> w{at}_0 [id={at}, len=0.9];",
                f"w{at}_0 -> n{end} [id={at + len(lines)}, len=0.9];",
            ]
    width, height, nodes, edges = _answered("neato", told)
    middles = [nodes.get(f"w{at}_0") for at in range(len(lines))]
    drawn = [
        _through(*(_curve(edges[part], height) for part in (at, at + len(lines)) if part in edges))
        for at in range(len(lines))
    ]
    places = tuple(nodes[f"n{at}"] for at in range(len(boxes)))
    return Placed(width, height, places, tuple(drawn), tuple(middles), are_led)


def placed_beside(boxes: Sequence[Box], lines: Sequence[Ends], words: Sequence[Box], middle: int) -> Placed:
    """Return where boxes stand left and right of one of them, in two columns, with the words on the lines to it.

    Arguments as for `placed_between`, but that all lines begin or end at `middle`. The first half stands left, the second right.
    """
    others = [at for at in range(len(boxes)) if at != middle]
    sides = others[: (len(others) + 1) // 2], others[(len(others) + 1) // 2 :]
    gap = max((word.width for word in words), default=0.0) + _ARROW
    heights = [sum(boxes[at].height + _ROW_GAP for at in side) - _ROW_GAP if side else 0.0 for side in sides]
    height = max(*heights, boxes[middle].height)
    widths = [max((boxes[at].width for at in side), default=0.0) for side in sides]
    centre = widths[0] + (gap if sides[0] else 0.0) + boxes[middle].width / 2
    places = {middle: (centre, height / 2)}
    for side, tall, turn in zip(sides, heights, (-1, 1), strict=True):
        y = (height - tall) / 2
        for at in side:  # in line at the side of the lines, so that none passes by a wider neighbour
            x = centre + turn * (boxes[middle].width / 2 + gap + boxes[at].width / 2)
            places[at] = (x, y + boxes[at].height / 2)
            y += boxes[at].height + _ROW_GAP
    drawn, middles = [], []
    for start, end in lines:
        straight = _straight(places[start], boxes[start], None, places[end], boxes[end])
        drawn.append(straight)
        middles.append(_share(straight[0], straight[-1], 0.5))
    width = centre + boxes[middle].width / 2 + (gap + widths[1] if sides[1] else 0.0)
    return Placed(width, height, tuple(places[at] for at in range(len(boxes))), tuple(drawn), tuple(middles))


def placed_across(boxes: Sequence[Box], lines: Sequence[Ends], ends: Sequence[int], shape: float) -> Placed:
    """Return where boxes stand in one column between some of them, which stand far left and right, as wide as a slide is.

    Arguments as for `placed_between`; ends, at least two boxes, of which the first half stands left; shape, the width that is wanted
    as a multiple of the height.
    """
    middle = [at for at in range(len(boxes)) if at not in ends]
    sides = ends[: (len(ends) + 1) // 2], ends[(len(ends) + 1) // 2 :]
    is_passed = any(set(pair) <= set(ends) for pair in lines)
    upper = (
        (len(middle) + 1) // 2 if is_passed else len(middle)
    )  # where a line from end to end passes through the column
    rooms = [boxes[at].height for at in middle]
    if is_passed:
        rooms.insert(upper, _PASSAGE)
    tall = sum(rooms) + _ROW_GAP * max(0, len(rooms) - 1)
    beside = [sum(boxes[at].height + _SIDE_GAP for at in side) for side in sides]
    height = max(tall, *beside)
    wide = max((boxes[at].width for at in middle), default=0.0)
    outer = [max(boxes[at].width for at in side) for side in sides]
    width = max(height * shape, sum(outer) + wide + 2 * _LEAST_GAP)
    y, rows = (height - tall) / 2, []
    for room in rooms:
        rows.append(y + room / 2)
        y += room + _ROW_GAP
    across = rows.pop(upper) if is_passed and len(ends) == 2 else height / 2
    rows = rows[:upper] + rows[upper + 1 :] if is_passed and len(ends) > 2 else rows
    places = {at: (width / 2, row) for at, row in zip(middle, rows, strict=True)}
    for side, x in ((sides[0], outer[0] / 2), (sides[1], width - outer[1] / 2)):
        for number, at in enumerate(side):
            places[at] = (x, across + (number - (len(side) - 1) / 2) * height / len(side))
    top = min(y - boxes[at].height / 2 for at, (_, y) in places.items())
    places = {at: (x, y - top) for at, (x, y) in places.items()}
    height = max(y + boxes[at].height / 2 for at, (_, y) in places.items())
    drawn = [_straight(places[start], boxes[start], None, places[end], boxes[end]) for start, end in lines]
    words = [_share(one[0], one[-1], 0.5) for one in drawn]
    return Placed(width, height, tuple(places[at] for at in range(len(boxes))), tuple(drawn), tuple(words))


def _nodes(name: str, boxes: Sequence[Box]) -> list[str]:
    return [
        f"{name}{at} [width={box.width / _DOT:.3f}, height={box.height / _DOT:.3f}];" for at, box in enumerate(boxes)
    ]


def _answered(program: str, told: Sequence[str]) -> tuple[float, float, dict[str, Point], dict[int, dict[str, Any]]]:
    """Width, height, the middles of nodes by name, and the lines by their ids. Names are numbers: no text gets in."""
    head = 'digraph { node [shape=box, fixedsize=true, label=""]; edge [dir=none];'
    found = json.loads(_run(program, "\n".join((head, *told, "}"))))
    width, height = map(float, found["bb"].split(",")[2:])
    nodes = {one["name"]: _point(one["pos"], height) for one in found.get("objects", ()) if "pos" in one}
    return width, height, nodes, {int(one["id"]): one for one in found.get("edges", ()) if "id" in one}


def _run(program: str, text: str) -> bytes:
    if shutil.which(program) is None:
        raise GraphError("Graphviz", "it is not installed", "install it, on Debian with: apt-get install graphviz")
    try:
        done = subprocess.run(
            [program, "-Tjson"], input=text.encode(), capture_output=True, timeout=_SECONDS, check=True
        )
    except subprocess.TimeoutExpired as error:
        raise GraphError("Graphviz", f"not done within {_SECONDS} s", "draw fewer things with --most") from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise GraphError("Graphviz", "it could not place the network", "draw fewer things with --most") from error
    return done.stdout


def _point(text: str, height: float) -> Point:
    x, y = map(float, text.split(",")[:2])
    return round(x, 2), round(height - y, 2)


def _curve(edge: dict[str, Any], height: float) -> tuple[Point, ...]:
    return tuple(_point(part, height) for part in edge["pos"].split() if not part.startswith(("e,", "s,")))


def _through(first: tuple[Point, ...], *rest: tuple[Point, ...]) -> tuple[Point, ...]:
    """One line of several that follow each other, straight from the end of each to the beginning of the next: behind its word."""
    drawn = first
    for part in rest:
        gap = _share(drawn[-1], part[0], 1 / 3), _share(drawn[-1], part[0], 2 / 3)
        drawn = (*drawn, *gap, *part)
    return drawn


def _straight(start: Point, first: Box, middle: Point | None, end: Point, last: Box) -> tuple[Point, ...]:
    """A line from the edge of a box to that of another, through the word on it where there is one."""
    stops = [start, middle, end] if middle else [start, end]
    stops[0], stops[-1] = _edge(start, first, stops[1]), _edge(end, last, stops[-2])
    drawn = [stops[0]]
    for one, other in pairwise(stops):
        drawn += [_share(one, other, 1 / 3), _share(one, other, 2 / 3), other]
    return tuple(drawn)


def _share(one: Point, other: Point, part: float) -> Point:
    return round(one[0] + (other[0] - one[0]) * part, 2), round(one[1] + (other[1] - one[1]) * part, 2)


def _edge(middle: Point, box: Box, towards: Point) -> Point:
    """Where a line from the middle of a box leaves it."""
    across, down = abs(towards[0] - middle[0]), abs(towards[1] - middle[1])
    parts = [box.width / 2 / across if across else 1.0, box.height / 2 / down if down else 1.0]
    return _share(middle, towards, min(1.0, *parts))
