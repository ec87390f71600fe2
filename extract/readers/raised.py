"""Raised characters: the marks of notes, which are no text, and exponents, which are.

A note's mark that stays in the text makes another number of the one behind it: 用水总量¹30.5亿立方米 must not read 130.5.
"""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}|[①-⑳]|[*＊※†‡#]{1,3}|[a-z]|注\d{0,2})"
_MARK = re.compile(rf"\s*[\[［(（〔【]?\s*{_NUMBER}(?:\s*[,，、\-–—~～]\s*{_NUMBER}){{0,5}}\s*[\]］)）〕】]?\s*")
_EXPONENT = re.compile(r"\s*([-−–]?\d{1,2})\s*")
_UNIT = re.compile(r"(?:(?<![A-Za-z])[kcdmhnμµ]?m|[㎝㎞㎜])\s*$|[×xX*·]\s*10$")
_INVERSE = re.compile(r"(?<![A-Za-z])(?:[kcdmhnμµ]?m|s|h|d|a|t|L|g|kg|mg|mol)$")
_SUPERSCRIPTS = str.maketrans("-−–0123456789", "⁻⁻⁻⁰¹²³⁴⁵⁶⁷⁸⁹")

_ELEMENT = re.compile(
    r"<(?P<tag>sup|span|font)\b(?P<attributes>[^<>]{0,400})>(?P<inside>(?:[^<>]|<a\b[^<>]{0,400}>|</a\s*>){1,60})</(?P=tag)\s*>",
    re.IGNORECASE,
)
_RAISES = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BEFORE = 80
"""Characters of markup before a raised element in which the end of its word is looked for."""


def unraised(before: str, text: str) -> str:
    """Return what a run of raised characters adds to the text: nothing where it is the mark of a note.

    Arguments: before, the end of the text in front of it; text, its characters. An exponent comes back in Unicode's own
    superscript digits, so that it can never be taken for a part of a number; any other raised text as it is.

    >>> unraised("用水总量", "1"), unraised("（含兵团）", "[2,3]"), unraised("改造老旧厂房30万m", "2"), unraised("4×10", "8")
    ('', '', '²', '⁸')
    >>> unraised("品牌", "®")
    '®'
    """
    exponent = _EXPONENT.fullmatch(text)
    if exponent and (_UNIT.search(before) or (exponent[1][0] in "-−–" and _INVERSE.search(before))):
        return exponent[1].translate(_SUPERSCRIPTS)
    return "" if _MARK.fullmatch(text) else text


def unraised_markup(markup: str) -> str:
    """Return HTML or Markdown in which the raised elements that are marks of notes are gone.

    >>> unraised_markup('面积<sup><a href="#n4">4</a></sup>200公顷，30万m<sup>2</sup>')
    '面积200公顷，30万m²'
    """

    def text_of(element: re.Match[str]) -> str:
        if element["tag"].lower() != "sup" and not _RAISES.search(element["attributes"]):
            return element[0]
        inside = _TAG.sub("", element["inside"])
        before = _TAG.sub("", markup[max(0, element.start() - _BEFORE) : element.start()])
        read = unraised(before, inside)
        return element[0] if read == inside else read

    return _ELEMENT.sub(text_of, markup)
