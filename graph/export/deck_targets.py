"""Targets as a native chart: bars of those that share a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from graph.counted import counted
from graph.export.deck_shapes import PALE
from graph.export.deck_sheet import Deck
from graph.pages import TargetEntry
from graph.pictures import look_of
from graph.rdf import Language
from graph.results import legible

_MOST = 10
_TOLD: dict[Language, str] = {
    "zh": "单位为{unit}的目标{n}个；其余见下页。",
    "en": "{n:target|targets} in {unit}; the others follow.",
}


def draw_targets(deck: Deck, entries: Sequence[TargetEntry], title: str, language: Language) -> None:
    """Add a slide with a chart of the targets in the unit that most of them have; none where no two share one."""
    units = Counter(one.unit for one in entries if one.value is not None)
    unit, count = min(units.items(), key=lambda one: (-one[1], one[0]), default=("", 0))
    shown = [one for one in entries if one.unit == unit and one.value is not None][:_MOST]
    if count < 2:
        return
    from pptx.chart.data import CategoryChartData
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches, Pt

    data = CategoryChartData()
    data.categories = [legible(" ".join(filter(None, (one.place.label, one.measured, one.year)))) for one in shown]
    data.add_series(unit or title, [float(one.value or 0) for one in shown])
    slide = deck.slide(title)
    left, top, width, high = deck.room
    height = slide.text(left, top, width, counted(_TOLD[language], unit=unit or "—", n=count), 14, colour=PALE)
    room = Inches(left), Inches(top + height + 0.05), Inches(width), Inches(high - height - 0.1)
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *room, data).chart
    chart.has_legend, chart.has_title = False, False
    chart.font.size = Pt(12)
    chart.category_axis.reverse_order = True
    chart.value_axis.has_major_gridlines, chart.value_axis.visible = False, False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 60, True
    plot.data_labels.font.size = Pt(12)
    series = plot.series[0]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = RGBColor.from_string(look_of("Target").colour[1:])
    series.invert_if_negative = False
