"""Numbers and times of a text, each as one span: 3.5万亿元, 两成, 百分之三十, 翻一番, 到2025年底, “十四五”末.

A number is read up to its unit; a year, a month, a plan period is a time. What a number is worth is read elsewhere, where a rule needs
it; here it is only one token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.numerals import BELOW_TEN, COUNTING, FIVE_YEAR_PLAN, SEVERAL, SEVERAL_BELOW_TEN, UP_TO_TEN
from extract.scanning import offsets, scan
from extract.wordlists import alternation, any_of, names_of, table

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_NUMERAL = f"[{UP_TO_TEN}百千][{UP_TO_TEN}百千万亿零〇]*"
_PART = f"(?:{_NUMERAL}(?:点[零〇{BELOW_TEN}]+)?|{_DIGITS})"
_YEAR = r"(?:20|19)\d\d年"
_MONTH = r"\d{1,2}月(?:[份底末]|\d{1,2}日)?"
_MONTHS = rf"前\d+个?月|\d{{1,2}}[—~-]\d{{1,2}}月(?:份)?|{_MONTH}"
_BEHIND_YEAR = rf"(?:{any_of('parts_of_years.txt')}|{_MONTHS})?(?:底|末|初|之前|前)?"
_DATED = rf"(?:{_YEAR}|(?:20|19)\d\d(?=[—~-]{_YEAR})|{any_of('years_by_name.txt')}|20\d\d(?=—20\d\d年)){_BEHIND_YEAR}"
_PLAN_PERIOD = rf"{FIVE_YEAR_PLAN}(?:规划)?(?:时期|期间|期末|末|以来)?"
_YEARS_AHEAD = rf"(?:今后|未来)(?:的)?[{COUNTING}\d]+年"
_YEARS_BACK = rf"(?:过去|近|最近)[{UP_TO_TEN}\d]+年(?:来|间)?"
_TIME = (
    rf"{_DATED}|{_MONTHS}|{_PLAN_PERIOD}|{any_of('times_by_name.txt')}"
    rf"|{_YEARS_AHEAD}|{_YEARS_BACK}|\d+年(?:内|左右|以上|时间)?"
)


def _number_pattern() -> re.Pattern[str]:
    units = any_of("units.txt")
    scale = f"(?:{alternation(table('scales.tsv', 'scale', 'factor', 'kept_as'))})?"
    ranged = rf"{_DIGITS}(?:{scale}{units}?[—~-]{_DIGITS})?"
    tenths = rf"(?<![数几])[一二{SEVERAL_BELOW_TEN}1-9]成(?:(?=以上|左右)|(?![\u4e00-\u9fff]))"
    share = f"[{COUNTING}百千万]+分之{_PART}|{tenths}|一半|翻[一两三]?番"
    count = rf"(?:[{SEVERAL}]|(?<![第\d.])\d{{1,2}}(?!{any_of('opening_with_large.txt')}))大(?=[^\W\d_])"
    round_sum = rf"(?<![数几{UP_TO_TEN}百千万\d])(?:[十百千]亿|万亿)(?:元|斤|级)?(?:级|大关)?"
    step = f"(?:{any_of('steps_of_sums.txt')})?"
    people = "万(?=[余多]?(?:[名户]|家企业))"  # 集聚万名人才
    bounded = r"\d+\.\d+(?=以[内下上]|左右)"  # 收入倍差缩小到1.8以内
    either = f"(?:（{units}）)?"
    of_sums = rf"{ranged}(?:万亿|[千百]?亿)(?:级|大关)?"
    rate = f"(?:/[百千万]{{0,2}}{units})?"
    of_digits = (
        rf"{ranged}{scale}(?:余|多)?{units}{rate}{either}{step}(?:(?<=亿元)级)?(?!里面)|{of_sums}|\d+\.\d+年|{bounded}"
    )
    of_numerals = rf"(?<![数几第每])(?:{_NUMERAL}|{people})(?:余|多)?{units}(?:(?<=亿元)级)?(?!面)|{round_sum}"
    generation = r"(?<![A-Za-z\d.])\d{1,2}[GKD](?![A-Za-z\d—~-])|(?<=PM)\d+(?:\.\d+)?"
    ages = rf"\d{{1,2}}(?:[—~-]\d{{1,2}})?岁(?:以上|以下|及以上|及以下)?(?={any_of('people_of_an_age.txt')})"
    return re.compile(
        rf"(?P<time>{_TIME})|(?P<named>{generation}|{ages})|(?P<share>{share})|(?P<count>{count})|(?P<quantity>{of_digits}|{of_numerals})"
        rf"|(?P<bare>{ranged}{scale}(?:余|多)?)"
    )


_NUMBERS = _number_pattern()
_NAMED_TIMES = (*names_of("years_by_name.txt"), *names_of("times_by_name.txt"))
_BEGINNING = re.compile(rf"[\d“{UP_TO_TEN}百千万翻今未过近最前{''.join(sorted({word[0] for word in _NAMED_TIMES}))}]")
"""With which character a number or a time begins: of the digits, numerals and words of the patterns above."""
_LETTERS = {"time": "T", "share": "Q", "count": "Q", "quantity": "Q", "bare": "m", "named": "N"}


def number_spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and letter (Q, T, m) of each number and time.

    Arguments: text, folded. Offsets are code points.

    >>> text = "到2025年，占比达百分之三十，产值3.5万亿元，增长5%—6%，新建8000余家，突破一万五千亿元，收入翻一番。"
    >>> " ".join(text[start:end] + letter for start, end, letter in number_spans(text))
    '2025年T 百分之三十Q 3.5万亿元Q 5%—6%Q 8000余家Q 一万五千亿元Q 翻一番Q'
    """
    for match in scan(offsets(_BEGINNING, text), _NUMBERS, text):
        yield match.start(), match.end(), _LETTERS[match.lastgroup or "bare"]
