"""Draw a province with its prefectures, or the country with its provinces, the darker the more tasks involve them."""

from __future__ import annotations

import math

from graph.export.canvas import INK, PALE
from graph.export.lettering import width_of
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
    taken: list[tuple[float, float, float, float]] = []
    for one in sorted(mapped.places, key=lambda one: (-one.tasks, one.name)):
        x, y = place(one.centre)
        name = f"{one.short_name} {one.tasks}" if one.tasks else one.short_name
        half = width_of(name, _LETTERS) / 2
        box = (x - half, y - _LETTERS, x + half, y + 4)
        if any(box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken):
            y = max(other[3] for other in taken if box[0] < other[2] and other[0] < box[2]) + _LETTERS
            box = (x - half, y - _LETTERS, x + half, y + 4)
        taken.append(box)
        dark = most and one.tasks > most * 0.6
        sheet.canvas.text(
            x,
            y,
            name,
            size=_LETTERS,
            colour="#FFFFFF" if dark else INK if one.tasks else PALE,
            anchor="middle",
            bold=bool(one.tasks),
        )
    return sheet.canvas.svg()
