"""Characters: one text in many dresses, folded one code point for one so that offsets hold.

The grammar reads the folded text; quotes are cut from the canonical text at the same offsets. ASCII and full-width
punctuation, U+3000 and no-break spaces, traditional characters give the same facts.

Accepted: «遼寧,增長7.7％» reads as «辽宁，增长7.7%».
Refused: the comma of «1,000亿元» and the colon of «12:30» are part of a number and stay.
"""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

from extract.numerals import COUNTING

_HALF_WIDTH = {0xFF01 + i: chr(0x21 + i) for i in range(94)}  # ！ to ～ become ! to ~
_TABLE = str.maketrans(
    {
        **{chr(code): to for code, to in _HALF_WIDTH.items()},
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\u200b\ufeff", " "),
        **dict(zip(",;:?!()", "，；：？！（）", strict=True)),
        "，": "，",
        "；": "；",
        "：": "：",
        "？": "？",
        "！": "！",
        "（": "（",
        "）": "）",
        **dict(zip("「」『』〝〞＂", '“”‘’“”"', strict=True)),
        **dict(zip("﹑､｡·•・‧∙", "、、。·····", strict=True)),
        **dict.fromkeys("–―─－‐‑﹣", "—"),
        **dict.fromkeys("～∼〜", "~"),
        **dict(zip("﹙﹚〖〗﹪٪", "（）【】%%", strict=True)),
    }
)
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[，：](?=[0-9])")
_FULL_STOP = re.compile(rf"(?<=[\u4e00-\u9fff）”》%])(?<![{COUNTING}])[.．](?=[\s\u4e00-\u9fff（“《]|$)")
"""A full stop in ASCII dress, as no number, number of a heading or Latin name has it."""
_STAYS = re.compile("乾(?=[安县縣])")
"""Of 乾安县 and 乾县, which the converter takes for the traditional 干."""
_STRAIGHT_QUOTE = re.compile('["“”\n]')


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


def _simplify(text: str) -> str:
    simplified: str = _converter().convert(text)
    if len(simplified) == len(text):
        for match in _STAYS.finditer(text):
            simplified = simplified[: match.start()] + "乾" + simplified[match.end() :]
        return simplified
    return "".join(one if len(one) == 1 else char for char in text for one in (_converter().convert(char),))


def _pair_straight_quotes(text: str) -> str:
    """Turn straight double quotes into opening and closing ones by turn; a line end starts anew."""
    opened = False

    def turn(match: re.Match[str]) -> str:
        nonlocal opened
        mark = match.group()
        if mark == '"':
            mark = "”" if opened else "“"
        opened = mark == "“"
        return mark

    return _STRAIGHT_QUOTE.sub(turn, text)


def fold(text: str) -> str:
    """Return the text in one dress, with the same length.

    Arguments: text, canonical (NFC). Chinese punctuation becomes full-width, letters, digits, % and . ASCII, spaces
    U+0020, quotation marks “ ” ‘ ’, characters simplified; a comma or colon between digits stays ASCII.

    >>> fold('辽宁(遼寧),增長7.7％;"雙核"')
    '辽宁（辽宁），增长7.7%；“双核”'
    >>> fold("1,000亿元\\u3000１２:30"), fold("增长7.7%.推动开放.")
    ('1,000亿元 12:30', '增长7.7%。推动开放。')
    """
    folded = text.translate(_TABLE)
    folded = _BETWEEN_DIGITS.sub(lambda match: "," if match.group() == "，" else ":", folded)
    folded = _FULL_STOP.sub("。", folded)
    if '"' in folded:
        folded = _pair_straight_quotes(folded)
    return _simplify(folded)
