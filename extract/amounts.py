"""Amounts: what a number with its unit is worth, however it is written (3.5万亿元, 一万五千亿元, 两成, 三分之一, 翻一番)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extract.numerals import BELOW_TEN, UP_TO_TEN
from extract.wordlists import alternation, any_of, table

_DIGITS = {char: value for value, char in enumerate(f"零{BELOW_TEN}")} | {"〇": 0, "两": 2}
_STEPS = {"十": 10, "百": 100, "千": 1000}
_SECTIONS = {"万": 10**4, "亿": 10**8}
_NUMERAL = f"[{UP_TO_TEN}百千零〇][{UP_TO_TEN}百千万亿零〇]*(?:点[零〇{BELOW_TEN}]+)?"
_FIGURE = r"\d[\d,]*(?:\.\d+)?"
_SHARE = re.compile(f"(?P<base>[{UP_TO_TEN}百千万]+)分之(?P<part>{_NUMERAL}|{_FIGURE})")
_AMOUNT = re.compile(
    rf"(?P<low>{_FIGURE})(?P<low_unit>[^\d—~-]*)(?:[—~-](?P<high>{_FIGURE}))?(?P<unit>[^\d—~-]*)|(?P<worded>{_NUMERAL}|万)(?P<worded_unit>.*)"
)
_ROUND = re.compile(r"(?P<scale>[十百千]亿|万亿)(?P<unit>元|斤)?(?:级|大关)*")
_VAGUE = re.compile(r"(?<=[万亿千百十])[余多]|^[余多]")
_STEP = re.compile(f"{any_of('steps_of_sums.txt')}$")
"""Words behind a sum that call it a step: 迈上4万亿元新台阶."""
_SCALES = {
    scale: (int(factor), kept) for scale, (factor, kept) in table("scales.tsv", "scale", "factor", "kept_as").items()
}
_SCALED = re.compile(rf"(?P<scale>{alternation(_SCALES)})?(?P<base>.*)")
_MONEY = {
    "万亿元": Decimal(10000),
    "亿元": Decimal(1),
    "万元": Decimal("0.0001"),
    "元": Decimal("0.00000001"),
    "亿": Decimal(1),
    "万亿": Decimal(10000),
}
_LEAST_MONEY = 1_000_000
"""Sums of fewer yuan stay in 元 and 万元: an income for each inhabitant."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A value and its unit; `high` is the upper end of a range; `vague` whether 余 or 多 says that it is more."""

    value: Decimal
    unit: str
    high: Decimal | None = None
    vague: bool = False


def numeral(written: str) -> Decimal:
    """The value of a numeral in Chinese characters.

    >>> [str(numeral(one)) for one in ("一万五千亿", "一万两千", "三十", "九十五", "二点五", "三万亿", "万")]
    ['1500000000000', '12000', '30', '95', '2.5', '3000000000000', '10000']
    """
    whole, _, fraction = written.partition("点")
    total, section, digit = 0, 0, 0
    for char in whole:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _STEPS:
            section, digit = section + (digit or 1) * _STEPS[char], 0
        else:
            section, digit = section + digit, 0
            total = (
                (total + section or 1) * _SECTIONS[char]
                if char == "亿" or not total
                else total + section * _SECTIONS[char]
            )
            section = 0
    decimals = "".join(str(_DIGITS[char]) for char in fraction)
    return Decimal(f"{total + section + digit}.{decimals}" if decimals else total + section + digit)


def _figure(written: str) -> Decimal:
    return Decimal(written.replace(",", "")) if written[0].isdigit() else numeral(written)


def _share(match: re.Match[str]) -> Amount:
    base, part = numeral(match["base"]), _figure(match["part"])
    if base == 1000:
        return Amount(part, "‰")
    percent = part * 100 / base
    return Amount(percent if percent == percent.to_integral() else round(percent, 1), "%")


def _scaled(value: Decimal, unit: str, worded: bool) -> tuple[Decimal, str]:
    """A value with its scale in the unit: 8000 千亩 is 800 万亩; a numeral in characters gets the scale that it names."""
    match = _SCALED.fullmatch(unit)
    scale, base = (match["scale"] or "", match["base"]) if match else ("", unit)
    if worded and not scale:
        for name, size in (("亿", 10**8), ("万", 10**4)):
            if value >= size:
                value, scale = value / size, name
                break
    if scale:
        factor, scale = _SCALES[scale]
        value *= factor
    return value, scale + base


def amount_of(written: str) -> Amount | None:
    """The amount of a number as written; None where it says none.

    >>> def told(written):
    ...     one = amount_of(written)
    ...     return one and f"{one.value}{one.unit}"
    >>> [told(one) for one in ("1.4万家", "三十万亩", "百分之九十五", "千分之五", "三分之一", "两成", "一半", "千亿级", "翻一番")]
    ['1.4万家', '30万亩', '95%', '5‰', '33.3%', '20%', '50%', '1000亿', '2倍']
    >>> amount_of("5.5%—6%"), amount_of("8000余家").vague
    (Amount(value=Decimal('5.5'), unit='%', high=Decimal('6'), vague=False), True)
    """
    if share := _SHARE.match(written):
        return _share(share)
    if written.startswith("翻"):
        return Amount(Decimal({"一": 2, "两": 4, "三": 8}.get(written[1], 2)), "倍")
    if written == "一半":
        return Amount(Decimal(50), "%")
    if written.endswith("成"):
        return Amount(_figure(written[:-1]) * 10, "%")
    if match := _ROUND.fullmatch(written):
        value, unit = _scaled(Decimal(1), match["scale"] + (match["unit"] or ""), worded=False)
        return Amount(value, unit)
    return _plain(written)


def _plain(written: str) -> Amount | None:
    match = _AMOUNT.fullmatch(written)
    if match is None:
        return None
    worded = match["worded"] is not None
    raw = match["worded_unit"] if worded else (match["unit"] or match["low_unit"])
    unit = _STEP.sub("", _VAGUE.sub("", raw)).removesuffix("级")
    value, full = _scaled(_figure(match["worded"] if worded else match["low"]), unit, worded)
    high = _scaled(_figure(match["high"]), unit, worded)[0] if match["high"] else None
    return Amount(value, full, high, _VAGUE.search(raw) is not None)


def in_hundred_millions(value: Decimal, unit: str, money: bool) -> tuple[Decimal, str]:
    """Money in 亿元; other values as they are. A unit without 元 is money where the indicator says so.

    Arguments: value; unit; money, whether what is measured is money.

    >>> in_hundred_millions(Decimal("1.2"), "万亿元", False), in_hundred_millions(Decimal(30), "%", True)
    ((Decimal('12000.0'), '亿元'), (Decimal('30'), '%'))
    """
    factor = _MONEY.get(unit)
    small = unit == "元" and value < _LEAST_MONEY
    if factor is None or small or ("元" not in unit and not money):
        return value, unit
    return value * factor, "亿元"
