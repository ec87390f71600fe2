"""Draw a province with its prefectures, or the country with its provinces, the darker the more tasks involve them."""

from __future__ import annotations

import math
from collections.abc import Callable

from graph.export.canvas import INK, PALE, Canvas
from graph.export.crossing import Area
from graph.export.lettering import width_of
from graph.export.map_labels import Borders, placed_labels
from graph.export.sheet import Words, sheet_for
from graph.pages import COUNTRY, PlaceMap, Point

_WIDTH, _LETTERS = 860.0, 12.0
_SHADES = ("#F3F4F6", "#DCE6F5", "#A9C2E8", "#6D97D3", "#38659F")
_APPROVAL = (
    "轮廓仅为示意，没有审图号，不得作为地图发表。",
    "Outlines for orientation only: without a map approval number, not for publication as a map.",
)
_SQUARES = (
    "每省一格，大致按方位排列，不是地图，不表示边界；数字是涉及该省及其辖区各地的任务数。",
    "A square for each province, roughly where it lies: no map, no statement on any boundary. Figures: tasks of it and of places within.",
)


def map_svg(mapped: PlaceMap, words: Words) -> bytes:
    """Return SVG of a province or the country: each of its places with its name and how many tasks involve it.

    >>> b"</svg>" in map_svg(PlaceMap("210000", ()), Words("a", "b", (), "zh"))
    True
    """
    points = [point for one in mapped.places for ring in one.rings for point in ring]
    note = _SQUARES if mapped.code == COUNTRY else _APPROVAL
    words = Words(words.title, words.finding, (note[words.language == "en"], *words.notes), words.language)
    if not points:
        return sheet_for(_WIDTH, 20, words).canvas.svg()
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    scale = _WIDTH / ((east - west) * narrow)
    sheet = sheet_for(_WIDTH, (north - south) * scale, words)

    def place(point: Point) -> Point:
        return sheet.left + (point[0] - west) * narrow * scale, sheet.top + (north - point[1]) * scale

    most = max((one.tasks for one in mapped.places), default=0)
    for one in mapped.places:
        step = math.ceil(one.tasks / most * (len(_SHADES) - 1)) if most and one.tasks else 0
        for ring in one.rings:
            sheet.canvas.area([place(point) for point in ring], fill=_SHADES[step], line="#9CA3AF", thick=0.8)
    _write_names(sheet.canvas, mapped, place)
    return sheet.canvas.svg()


def _write_names(canvas: Canvas, mapped: PlaceMap, place: Callable[[Point], Point]) -> None:
    """Write the names of places with how many tasks involve them, those with most first, on a rim of white: on dark and on pale alike."""
    ordered = sorted(mapped.places, key=lambda one: (-one.tasks, one.name))
    names = [f"{one.short_name} {one.tasks}" if one.tasks else one.short_name for one in ordered]
    wanted = [
        (place(one.centre), width_of(name, _LETTERS), _LETTERS + 4) for one, name in zip(ordered, names, strict=True)
    ]
    borders = Borders([place(point) for point in ring] for one in mapped.places for ring in one.rings)
    labels = placed_labels(wanted, Area(4, 0, canvas.width - 4, canvas.height), borders)
    for label in labels:
        if label.leader is not None:
            canvas.line(label.leader, colour=PALE, thick=0.8)
            canvas.area(_dot(label.leader[0]), fill=PALE)
    for one, name, label in zip(ordered, names, labels, strict=True):
        x, y = (label.area.left + label.area.right) / 2, label.area.bottom - 4
        ink = INK if one.tasks else PALE
        canvas.text(x, y, name, size=_LETTERS, colour=ink, anchor="middle", bold=bool(one.tasks), rim="#FFFFFF")


def _dot(middle: Point) -> list[Point]:
    return [(middle[0] + 2 * across, middle[1] + 2 * down) for across, down in ((0, -1), (1, 0), (0, 1), (-1, 0))]
