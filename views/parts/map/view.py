"""The map of a province: each prefecture in the colour of what the texts say of it; a click opens the panel."""

from __future__ import annotations

import math
from collections.abc import Callable

from graph.network_page import FOLDER, said
from graph.pages import Point, Prefecture, ProvinceMap
from views.parts.cards import html_pieces as pieces
from views.parts.frame.component import component
from views.parts.frame.language import Words

_WIDTH = 560.0
LEVELS = {"unnamed": "#EEF0F5", "named": "#CFCAE6", "tasks level": "#8C80C2", "positioned": "#332288"}
"""What may be said of a prefecture, least first, with its colour; names of strings in views/words/overview.toml."""


def level_of(prefecture: Prefecture) -> str:
    """Return what the texts say of a prefecture at most.

    >>> level_of(Prefecture("沈阳市", (), "", 3, 2, 0))
    'tasks level'
    """
    if prefecture.positionings:
        return "positioned"
    if prefecture.tasks:
        return "tasks level"
    return "named" if prefecture.mentions else "unnamed"


def map_view(province: ProvinceMap, words: Words, key: str) -> None:
    """Show a province with its legend and the note that its outlines need; a click on a prefecture opens the panel."""
    place, height = _projection(province)
    component("map", FOLDER / "zoom.js", "../panel/open.js", "view.js")(
        key=key,
        height="content",
        data={
            "wide": _WIDTH,
            "high": round(height),
            "label": words("map"),
            "shapes": [_shape(one, place, words) for one in province.prefectures],
            "legend": [{"label": words(level), "colour": colour} for level, colour in reversed(LEVELS.items())],
            "words": {name: said(name, words.language) for name in ("fit", "nearer", "farther")},
        },
    )
    pieces.quiet(words("map note"))


def _projection(province: ProvinceMap) -> tuple[Callable[[Point], Point], float]:
    """Return the way from degrees to pixels, and the height of the picture: an equirectangular projection."""
    points = [point for one in province.prefectures for ring in one.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = _WIDTH / ((east - west) * squeeze)
    return lambda point: ((point[0] - west) * squeeze * scale, (north - point[1]) * scale), (north - south) * scale


def _shape(one: Prefecture, place: Callable[[Point], Point], words: Words) -> dict[str, object]:
    level = level_of(one)
    rings = ("L".join("{:.1f} {:.1f}".format(*place(point)) for point in ring) for ring in one.rings)
    x, y = place(one.centre)
    return {
        "path": "".join(f"M{ring}Z" for ring in rings),
        "name": one.short_name,
        "title": f"{one.name} · {words(level)}",
        "colour": LEVELS[level],
        "dark": level in ("tasks level", "positioned"),
        "iri": one.iri,
        "x": round(x, 1),
        "y": round(y, 1),
    }
