"""The numerals with which texts count, as classes of characters for patterns; what a number is worth is read in `amounts`."""

from __future__ import annotations

BELOW_TEN = "一二三四五六七八九"
COUNTING = f"{BELOW_TEN}十"
"""Of what stands in an order: 一是, 第三章, （十）."""
SEVERAL_BELOW_TEN = "两三四五六七八九"
SEVERAL = f"{SEVERAL_BELOW_TEN}十"
"""Of what is counted and more than one: 两大, 三市, 十项."""
UP_TO_TEN = f"一二{SEVERAL}"
"""Of any count up to ten: 一项, 二十, 两成."""
FIVE_YEAR_PLAN = "“?十[一二三四五六]五”?"
"""A pattern: a plan by its number, “十四五”."""
