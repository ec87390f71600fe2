"""A document's own title: its first line or two, and the line below that says of whom or when it speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.grammar.characters import fold
from extract.numerals import COUNTING
from extract.values import Sentence
from extract.wordlists import any_of

_LONGEST = 100
_OPENS = re.compile(r"[^\n。]{0,30}关于[^\n。；]*")
_CLOSES = re.compile(rf"[^\n。；]{{0,50}}{any_of('plan_heads.txt', 'document_heads.txt')}(?:（[^（）]{{1,12}}）)?")
_FORMER = re.compile(r"原标题：\s*(?P<title>[^\n。]{4,60}?)(?:\x20{2}|\x20*\n)")
"""The title under which a page's text was first published."""
_SUBTITLE = re.compile(r"\s*(?:[—─―]+|（)(?P<said>[^\n。]{4,60})")
_HELD = re.compile(
    rf"(?:[^\n。]{{0,20}}\n)?[^\n。，]{{0,20}}在(?P<said>[^\n。，]{{2,20}}第[{COUNTING}]+届[^\n。，]{{2,30}})"
)
"""«2010年1月16日在甲市第十三届人民代表大会第三次会议上»: before whom a report was delivered."""


def with_whole_title(text: str, found: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with a title that stands on two lines as one: «国务院关于同意设立⏎甲新区的批复».

    Arguments: text, folded; found, its sentences in order.

    >>> text = "国务院关于同意设立\\n甲新区的批复\\n同意。"
    >>> parts = [Sentence(0, 0, 9, 0), Sentence(1, 10, 16, 0), Sentence(2, 17, 20, 0)]
    >>> [(s.ordinal, text[s.start : s.end]) for s in with_whole_title(text, parts)]
    [(0, '国务院关于同意设立\\n甲新区的批复'), (1, '同意。')]
    """
    if len(found) < 2:
        return tuple(found)
    first, second = found[0], found[1]
    apart = _CLOSES.fullmatch(text, first.start, first.end) or not _OPENS.fullmatch(text, first.start, first.end)
    if (
        apart
        or second.section
        or text[first.end : second.start].strip()
        or not _CLOSES.fullmatch(text, second.start, second.end)
    ):
        return tuple(found)
    later = (replace(sentence, ordinal=sentence.ordinal - 1) for sentence in found[2:])
    return (replace(first, end=second.end), *later)


def title_span(text: str, found: Sequence[Sentence], declared: str) -> tuple[int, int]:
    """Return the span of a document's own title, empty where it has none: the first line, where it is no sentence.

    Arguments: text, folded; found, its sentences; declared, the title that its metadata gives.

    >>> title_span("某省规划\\n一、要求", [Sentence(0, 0, 4, 0), Sentence(1, 5, 9, 1)], "")
    (0, 4)
    >>> title_span("2019年9月 某省规划\\n一、要求", [Sentence(0, 0, 12, 0), Sentence(1, 13, 17, 1)], "")
    (8, 12)
    >>> title_span("【某省】甲圈规划（摘录）\\n一、要求", [Sentence(0, 0, 12, 0), Sentence(1, 13, 17, 1)], "")
    (4, 8)
    """
    if declared and fold(declared) in text[:400]:
        start = text.index(fold(declared))
        return start, start + len(declared)
    if not found:
        return 0, 0
    former = _FORMER.search(text, 0, found[0].end + _LONGEST)
    if former and former.start() <= found[0].start:
        return former.span("title")
    opening = text[found[0].start : found[0].end]
    first = replace(found[0], start=found[0].end - len(opening.lstrip("# ")))
    if first.start == first.end:
        return 0, 0
    passage = text[first.start : first.end]
    alone = len(found) > 1 or "\n" in text
    is_title = alone and first.section == 0 and len(passage) <= _LONGEST and passage[-1] not in "。！？；，：”讯"
    return _without_frame(text, first.start, first.end) if is_title else (0, 0)


_FRAME = re.compile(
    rf"(?:【[^【】]{{1,10}}】)?(?:20\d\d年\d{{1,2}}月(?:\d{{1,2}}日)?\s+)?(?P<title>.{{4,}}?)(?:（{any_of('kinds_of_copies.txt')}）)?",
    re.DOTALL,
)
"""«【甲省】某规划（摘录）»: whose page it stands on, and how much of it was copied."""


def _without_frame(text: str, start: int, end: int) -> tuple[int, int]:
    match = _FRAME.fullmatch(text, start, end)
    return match.span("title") if match else (start, end)


def title_text(text: str, span: tuple[int, int]) -> str:
    """Return a title in one line, without the spaces that set its characters apart.

    >>> title_text("政 府 工 作 报 告", (0, 11)), title_text("国务院关于\\n甲的批复", (0, 10))
    ('政府工作报告', '国务院关于甲的批复')
    """
    title = re.sub(r"\s*\n\s*", "", text[slice(*span)])
    return "".join(title.split()) if re.fullmatch(r"\S(?:\s+\S)+", title) else title


def subtitle(text: str, span: tuple[int, int]) -> str:
    """Return the line below a title that opens with a dash or a parenthesis, or says before whom it was read; else empty.

    >>> subtitle("政府工作报告\\n——在甲县人民代表大会上\\n各位代表：", (0, 6))
    '在甲县人民代表大会上'
    >>> subtitle("政府工作报告\\n2010年1月16日在甲市第十三届人民代表大会第三次会议上\\n各位代表：", (0, 6))
    '甲市第十三届人民代表大会第三次会议上'
    """
    if not span[1]:
        return ""
    match = _HELD.match(text, span[1] + 1) or _SUBTITLE.match(text, span[1])
    return match["said"] if match else ""
