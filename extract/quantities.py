"""Quantities in a text: values with their units and comparisons, and references such as 全国平均水平."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.grammar.baselines import NUMBER, decimal_of

COMPARISONS = {
    ">": "突破|超过|超|高于|大于|跃上|破|快于|多于|迈上|优于|领先",
    "<=": "不超过|不高于|不大于|不多于|控制在|降至|降到|下降到|下降至|降低到|降低至|压减到|减少到|不突破",
    "<": "低于|少于|小于",
    ">=": (
        "达到|达|提高到|提高至|提升到|提升至|增长到|增长至|增加到|增加至|增至|升至|上升到|扩大到|扩大至|不低于|不少于|不小于|至少|实现|完成|"
        "增长|提高|提升|增加|新增|上升|扩大|下降|降低|减少|压减|累计达到|达成|年均增长|翻"
    ),
    "=": "保持在|稳定在|维持在|保持|为|占",
    "≈": "约|大约|接近",
}
_SIGN = {word: sign for sign, words in COMPARISONS.items() for word in words.split("|")}
_VERB = "|".join(sorted(_SIGN, key=lambda word: (-len(word), word)))
_UNIT = (
    r"(?:EFLOPS|PFLOPS|GWh|吉瓦时|万标准箱|标准箱|万千伏安|吉瓦|GW|微克/立方米|万吨标准煤|吨标准煤|万亿斤|万亿美元|万千瓦时|万立方米|个百分点|亿千瓦时|亿立方米|平方公里|毫克/升|万人次|万亿元|万公顷|万千瓦|万标箱|万美元|亿人次|"
    r"亿千瓦|亿美元|千亿元|吨/日|平方米|百亿元|百分点|立方米|TB|万个|万亩|万人|万亿|万件|万元|万台|万吨|万套|万家|万张|万户|万辆|人次|亿亩|亿人|亿件|亿元|"
    r"亿吨|亿斤|兆瓦|公里|公顷|分钟|千亿|千瓦|小时|标箱|百亿|%|P|‰|个|亩|人|亿|件|倍|元|分|只|台|名|吨|场|处|天|套|家|对|岁|年|座|张|户|所|批|斤|"
    r"期|条|枚|架|列|趟|栋|幢|次|班|种|篇|级|艘|辆|部|项)"
)
_AFTER = r"(?P<after>以上|左右|以内|以下|之内|上下)?"
_VALUE = re.compile(rf"(?P<number>{NUMBER})(?:%?[—~\-至](?P<upper>{NUMBER}))?(?P<unit>{_UNIT})?(?:级)?{_AFTER}")
_ROUND = re.compile(
    r"(?P<digit>[一二两三四五六七八九])?(?P<unit>万亿|千亿|百亿)(?:元)?(?:级|大关)?(?P<after>以上|左右)?"
)
_COMPARED = re.compile(rf"(?P<verb>{_VERB})(?:了|到|至|为|约)?\s*(?=\d|[一二两三四五六七八九]?(?:万亿|千亿|百亿))")
_REFERENCE = re.compile(
    r"(?P<verb>超过|高于|快于|达到|不低于|保持在|优于|领先于?|低于|控制在|接近|略高于|明显高于|与)"
    r"(?P<reference>(?:全国|全省|全市|全区|东部|中部|西部|东北|国家|国际|世界|同期|长三角|地区|GDP|经济|居民|城镇|上年|省定|国内|规划)[^，。；、\d]{0,22}?"
    r"(?:平均水平|先进水平|标准|水平|增速|增幅|增长速度|平均增速|平均值|平均|目标值|下达目标|(?=(?:基本)?同步)))(?:以上)?(?P<same>(?:基本)?同步)?"
)
_MONEY: dict[str, Decimal | int] = {
    "万亿元": 10000, "千亿元": 1000, "百亿元": 100, "亿元": 1, "万元": Decimal("0.0001"), "元": Decimal("0.00000001"),
    "万亿": 10000, "千亿": 1000, "百亿": 100, "亿": 1,
}  # fmt: skip
_DIGITS = {char: value for value, char in enumerate("一二三四五六七八九", 1)} | {"两": 2}
_VALUE_ENDS = ("", "，", "。", "；", "、", "和", "以", "左", "（", "）", " ", "\n")
"""What may stand behind a listed value."""
_AFTER_SIGN = {"以上": ">=", "以内": "<=", "之内": "<=", "以下": "<=", "左右": "≈", "上下": "≈"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A value with its comparison, or a reference; start and end cover the comparison's verb and all behind it."""

    start: int
    end: int
    value_start: int
    comparison: str
    verb: str
    value: Decimal | None
    unit: str
    reference: str
    after: str
    made: bool = False
    """Whether it is the number of things to be made, which stand behind it."""


def in_hundred_millions(value: Decimal, unit: str, money: bool) -> tuple[Decimal, str]:
    """Money in 亿元; other values as they are. A unit without 元 is money where the indicator says so.

    >>> in_hundred_millions(Decimal("1.2"), "万亿元", False), in_hundred_millions(Decimal(30), "%", True)
    ((Decimal('12000.0'), '亿元'), (Decimal('30'), '%'))
    """
    factor = _MONEY.get(unit)
    if factor is None or ("元" not in unit and not money) or (unit == "元" and value < 1000000):
        return value, unit
    return value * factor, "亿元"


def _valued(text: str, position: int, end: int) -> Iterator[Quantity]:
    """The value at an offset, and those listed behind it by 、 and 和."""
    first = position
    while position < end:
        match = _VALUE.match(text, position, end) or _ROUND.match(text, position, end)
        further = position > first
        if match is None or (further and text[match.end() : match.end() + 1] not in _VALUE_ENDS):
            return
        digit = match.groupdict().get("digit")
        number = decimal_of(match["number"]) if "number" in match.groupdict() else Decimal(_DIGITS.get(digit or "", 1))
        after = match["after"] or ""
        yield Quantity(
            position, match.end(), position, _AFTER_SIGN.get(after, ""), "", number, match["unit"] or "", "", after
        )
        mark = re.compile(r"[、和]").match(text, match.end(), end)
        if mark is None:
            return
        position = mark.end()


def quantities(text: str, start: int, end: int) -> list[list[Quantity]]:
    """The comparisons in a passage of folded text, each with the values that it governs, in order.

    >>> text = "增加值达到30%、20%，增速超过全国平均水平，突破1.2万亿元"
    >>> [[(q.comparison, str(q.value), q.unit, q.reference) for q in run] for run in quantities(text, 0, len(text))]
    [[('>=', '30', '%', ''), ('>=', '20', '%', '')], [('>', 'None', '', '全国平均水平')], [('>', '1.2', '万亿元', '')]]
    """
    runs: list[list[Quantity]] = []
    last = start
    for match in sorted(
        [*_COMPARED.finditer(text, start, end), *_REFERENCE.finditer(text, start, end)], key=lambda found: found.start()
    ):
        if match.start() < last:
            continue
        if "reference" in match.groupdict():
            sign = (
                "="
                if match["same"]
                else _SIGN.get(match["verb"].removeprefix("略").removeprefix("明显").removesuffix("于"), ">")
            )
            if match["verb"] == "与" and not match["same"]:
                continue
            sign = _SIGN.get(match["verb"], sign) if not match["same"] else "="
            found = [
                Quantity(
                    match.start(),
                    match.end(),
                    match.start("reference"),
                    sign,
                    match["verb"],
                    None,
                    "",
                    match["reference"],
                    "",
                )
            ]
        else:
            values = _unit_shared(list(_valued(text, match.end(), end)))
            found = [
                replace(q, start=match.start(), comparison=_sign(match["verb"], q), verb=match["verb"]) for q in values
            ]
        if found:
            runs.append(found)
            last = found[-1].end
    return runs


_BARE = re.compile(rf"(?<=[\u4e00-\u9fff）])(?P<value>{NUMBER}{_UNIT}(?:以上|左右|以内|以下)?)(?=$|[，；。、])")


def bare_quantities(text: str, start: int, end: int) -> list[list[Quantity]]:
    """The values right behind a noun without any verb of comparison, each by itself: 城镇新增就业110万人以上.

    >>> text = "城镇新增就业110万人以上、家庭渔场300家"
    >>> [[(str(q.value), q.unit, q.comparison) for q in run] for run in bare_quantities(text, 0, len(text))]
    [[('110', '万人', '>=')], [('300', '家', '=')]]
    """
    runs = [list(_valued(text, match.start("value"), end)) for match in _BARE.finditer(text, start, end)]
    return [[replace(run[0], comparison=run[0].comparison or "=")] for run in runs if len(run) == 1]


_MAKING = "新增|新建|建成|培育|引进|引育|打造|形成|创建|争创|认定|建设|组建|设立|集聚|汇聚|招引|培养|制修订|制定"
_MADE = re.compile(
    rf"(?P<verb>{_MAKING}|[和、])(?:出|了|约|近)?(?P<value>{NUMBER}(?:万|千|百)?[个家座条所项款名只处支栋](?:以上|左右)?)"
    r"(?=[\u4e00-\u9fffA-Za-z“”])"
)
MADE_NOUN = re.compile(
    rf"(?:以上|左右)?的?(?P<noun>[\u4e00-\u9fffA-Za-z“][\u4e00-\u9fffA-Za-z0-9“”、]{{1,31}}?)(?=$|[，。；（]|等|实现|参与|[、和](?=\d|{_MAKING}))"
)
"""What stands behind a number of things to be made, up to the next of them."""


def made_quantities(text: str, start: int, end: int) -> list[list[Quantity]]:
    """The numbers of things that a clause says shall be made, each by itself: 形成1000个高质量数据集; each marked as made.

    >>> text = "打造500家品牌数据企业和20个数据产品"
    >>> [[(q.made, str(q.value), q.unit) for q in run] for run in made_quantities(text, 0, len(text))]
    [[(True, '500', '家')], [(True, '20', '个')]]
    """
    runs: list[list[Quantity]] = []
    for match in _MADE.finditer(text, start, end):
        value = next(_valued(text, match.start("value"), end), None)
        if value is not None and (runs or match["verb"] not in "和、"):
            runs.append([replace(value, made=True, comparison=value.comparison or "=")])
    return runs


def _unit_shared(values: list[Quantity]) -> list[Quantity]:
    """A unit written once, behind the last value, belongs to each."""
    unit = values[-1].unit if values else ""
    return [value if value.unit else replace(value, unit=unit) for value in values]


def _sign(verb: str, quantity: Quantity) -> str:
    after = quantity.comparison
    sign = _SIGN[verb]
    if after == "≈" or (sign == ">" and after == ">="):
        return "≈" if after == "≈" else ">"
    return after or sign
