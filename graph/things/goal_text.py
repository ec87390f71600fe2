"""How the value of a target is written for a person."""

from __future__ import annotations

from decimal import Decimal

_SIGNS = {"=": "", ">=": "≥", ">": ">", "<": "<", "<=": "≤", "≈": "≈"}
"""The comparison of a target as it is shown before its value."""


def goal_text(comparison: str, value: Decimal | None, unit: str, reference: str) -> str:
    """Return what a target is to reach: its value with the unit, or the reference, behind the sign of the comparison.

    Arguments: comparison; value, None where the target is held against a reference; unit; reference.

    >>> goal_text(">=", Decimal("7.50"), "%", ""), goal_text("=", Decimal("1E+4"), "亿元", "")
    ('≥7.5%', '10000亿元')
    >>> goal_text(">", None, "", "全国平均水平")
    '>全国平均水平'
    """
    return _SIGNS.get(comparison, "") + (reference if value is None else f"{_plain(value)}{unit}")


def _plain(value: Decimal) -> str:
    """Return a number as people write it: no exponent, no zeros behind the last digit."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
