"""The map of a province or of the country: each place in the colour of what the texts say of it; a click opens the panel."""

from __future__ import annotations

import math
from collections.abc import Callable

from graph.network_page import FOLDER, said
from graph.pages import COUNTRY, MappedPlace, PlaceMap, Point
from views.parts.cards import html_pieces as pieces
from views.parts.frame.component import component
from views.parts.frame.language import Words

_WIDTH = 560.0
LEVELS = {"unnamed": "#EEF0F5", "named": "#CFCAE6", "tasks level": "#8C80C2", "positioned": "#332288"}
"""What may be said of a prefecture, least first, with its colour; names of strings in views/words/overview.toml."""
SHADES = ("#EEF0F5", "#CFCAE6", "#AFA6D6", "#8C80C2", "#5F50A5", "#332288")
"""Of a province on the map of the country: no task, then a fifth of the most tasks each."""
_DARK = {*SHADES[3:], LEVELS["tasks level"], LEVELS["positioned"]}
"""Colours on which letters are white."""


def level_of(mapped: MappedPlace) -> str:
    """Return what the texts say of a prefecture at most.

    >>> level_of(MappedPlace("210100", "沈阳市", (), "", 3, 2, 0))
    'tasks level'
    """
    if mapped.positionings:
        return "positioned"
    if mapped.tasks:
        return "tasks level"
    return "named" if mapped.mentions else "unnamed"


def step_of(tasks: int, most: int) -> int:
    """Return the number of the shade of a province with so many tasks, where none has more than `most`.

    >>> [step_of(tasks, 50) for tasks in (0, 1, 10, 11, 50)]
    [0, 1, 1, 2, 5]
    """
    return math.ceil(tasks * (len(SHADES) - 1) / most) if most else 0


def map_view(mapped: PlaceMap, words: Words, key: str) -> None:
    """Show a province or the country with its legend and the note that it needs; a click on a place opens the panel."""
    project, height = _projection(mapped)
    of_country = mapped.code == COUNTRY
    most = max((one.tasks for one in mapped.places), default=0)
    coloured = [(one, _shade_of(one, most, words) if of_country else _colour_of(one, words)) for one in mapped.places]
    component("map", FOLDER / "zoom.js", "../panel/open.js", "view.js")(
        key=key,
        height="content",
        data={
            "wide": _WIDTH,
            "high": round(height),
            "label": words("country map" if of_country else "map"),
            "shapes": [
                {**_shape(one, project, *said_of), "figure": str(one.tasks or "") if of_country else ""}
                for one, said_of in coloured
            ],
            "legend": _shades(most, words) if of_country else _levels(words),
            "words": {name: said(name, words.language) for name in ("fit", "nearer", "farther")},
        },
    )
    pieces.quiet(words("country note" if of_country else "map note"))


def _projection(mapped: PlaceMap) -> tuple[Callable[[Point], Point], float]:
    """Return the way from degrees to pixels, and the height of the picture: an equirectangular projection."""
    points = [point for one in mapped.places for ring in one.rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = _WIDTH / ((east - west) * squeeze)
    return lambda point: ((point[0] - west) * squeeze * scale, (north - point[1]) * scale), (north - south) * scale


def _levels(words: Words) -> list[dict[str, str]]:
    return [{"label": words(level), "colour": colour} for level, colour in reversed(LEVELS.items())]


def _colour_of(one: MappedPlace, words: Words) -> tuple[str, str]:
    """Return the colour of a prefecture, and what is said of it in words."""
    level = level_of(one)
    return LEVELS[level], f"{one.name} · {words(level)}"


def _shade_of(one: MappedPlace, most: int, words: Words) -> tuple[str, str]:
    """Return the colour of a province, the darker the more tasks involve it or a place within it, and its figures in words."""
    said_of_it = words("of province", tasks=one.tasks, positionings=one.positionings, mentions=one.mentions)
    return SHADES[step_of(one.tasks, most)], f"{one.name} · {said_of_it}"


def _shades(most: int, words: Words) -> list[dict[str, str]]:
    """Return the legend of the country, darkest first: how many tasks each shade stands for; shades that no number has are left out."""
    steps = len(SHADES) - 1
    legend = []
    for step in range(steps, 0, -1):
        least, last = most * (step - 1) // steps + 1, most * step // steps
        if least <= last:
            number = f"{least}–{last}" if least < last else str(last)
            legend.append({"label": words("so many tasks", n=number), "colour": SHADES[step]})
    return [*legend, {"label": words("no tasks"), "colour": SHADES[0]}]


def _shape(one: MappedPlace, project: Callable[[Point], Point], colour: str, title: str) -> dict[str, object]:
    rings = ("L".join("{:.1f} {:.1f}".format(*project(point)) for point in ring) for ring in one.rings)
    x, y = project(one.centre)
    return {
        "path": "".join(f"M{ring}Z" for ring in rings),
        "name": one.short_name,
        "title": title,
        "colour": colour,
        "dark": colour in _DARK,
        "iri": one.iri,
        "x": round(x, 1),
        "y": round(y, 1),
    }
