"""Where the things and the words of a network stand: Graphviz places them, so that none covers another."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graph.errors import GraphError

Point: TypeAlias = tuple[float, float]
Ends: TypeAlias = tuple[int, int]
_DOT = 72.0
"""Points an inch: Graphviz measures in both, we draw a point as a pixel."""
_SECONDS = 60
_MOST_LED = 150_000
"""Lines times boxes beyond which lines are straight: to lead them round what is in their way would take minutes."""


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
        gap = point_between(drawn[-1], part[0], 1 / 3), point_between(drawn[-1], part[0], 2 / 3)
        drawn = (*drawn, *gap, *part)
    return drawn


def point_between(one: Point, other: Point, part: float) -> Point:
    """Return the point at a part of the way from one to another.

    >>> point_between((0, 0), (4, 8), 0.25)
    (1.0, 2.0)
    """
    return round(one[0] + (other[0] - one[0]) * part, 2), round(one[1] + (other[1] - one[1]) * part, 2)
