"""The year in which a text was published or speaks: what 今年 means in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.values import Document
from extract.wordlists import any_of

_TITLED = re.compile(r"(?<![到至向—~\d])(20\d\d)年(?!度?[—~])(?!）|" + any_of("behind_years_to_come.txt") + ")")
_REPORTED = re.compile(r"报告（(20\d\d)年）")
"""政府工作报告（2019年）."""
_DELIVERED = re.compile(r"[^\n。]{2,40}\n\s*(?:[—─―]+|（)?\s*(20\d\d)年\d{1,2}月\d{1,2}日")
"""The line below a report's title that says when it was delivered."""
_STAMP = re.compile(r"(20\d\d)(?:年|-|/|\.|—)\d{1,2}(?:月|-|/|\.|—)")
_LINK = re.compile(r"https?：?:?//\S*?/(20[0-3]\d)[-/_]?(?:0[1-9]|1[0-2])")
_HEAD_LINE = re.compile(
    r"^.{0,40}?(20\d\d)(?:年\d{1,2}月\d{1,2}日|-\d{1,2}-\d{1,2}|—\d{1,2}—\d{1,2})[^。]{0,40}$", re.MULTILINE
)
_HEAD = 300
"""Code points at the head of a text within which a line may be its date."""


def text_year(document: Document, text: str, title: str, furnished: Sequence[tuple[int, int]]) -> int:
    """Return the year of a text: declared, in its title, in the line below it, in page furniture, in a link; 0 where none says it.

    Arguments: document; its folded text; its title; furnished, spans of page furniture, in code points.

    >>> text_year(Document("a", ""), "", "2026年吉林省政府工作报告", []), text_year(Document("a", ""), "", "某规划（2021—2025年）", [])
    (2026, 0)
    >>> text_year(Document("a", ""), "", "政府工作报告（2019年）", [])
    2019
    """
    if document.metadata.published is not None:
        return document.metadata.published.year
    found = _TITLED.search(title) or _REPORTED.search(title) or _TITLED.match(text.lstrip()) or _DELIVERED.match(text)
    found = found or next((match for start, end in furnished if (match := _STAMP.search(text, start, end))), None)
    found = found or _HEAD_LINE.search(text, 0, _HEAD) or _LINK.search(text)
    return int(found[1]) if found else 0
