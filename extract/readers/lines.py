"""Lines that a page broke, put together to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.numerals import COUNTING

_CJK = "\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·\U00020000-\U0003ffff"
_ENDS_CJK = re.compile(f"[{_CJK}]$")
_BEGINS_CJK = re.compile(f"[{_CJK}]")
_BROKEN_CJK = re.compile(f"(?<=[{_CJK}])[ \t]*\r?\n[ \t]*(?=[{_CJK}])")
_ENDS_SENTENCE = re.compile(r"[。！？；：!?;:][”’」』）)]?$")
_BEGINS_ITEM = re.compile(
    rf"第[{COUNTING}百\d]+[章节条编](?![\w])|[{COUNTING}]{{1,3}}、|[（(][{COUNTING}\d]{{1,3}}[)）]"
    r"|\d{1,3}(?:[、．]|\.(?!\d))|[①-⑳]|[-—·●■◆]\s"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on a page; lengths in widths of a character."""

    text: str
    indent: float
    """Distance from the left edge of the text block."""
    rest: float
    """Room left at the right edge of the text block."""
    cells: bool = False
    """Whether it is a row of a table, which stands alone."""


def join(left: str, right: str) -> str:
    """Return two parts of a paragraph as one: Chinese closes up, words of letters keep a space.

    >>> join("辽宁沿海", "经济带"), join("the Yangtze", "delta")
    ('辽宁沿海经济带', 'the Yangtze delta')
    """
    if not left or not right:
        return left + right
    closed = _ENDS_CJK.search(left) or _BEGINS_CJK.match(right)
    return left + ("" if closed else " ") + right


def close_up(markup: str) -> str:
    """Return markup without the line ends that stand between two Chinese characters.

    >>> close_up("<p>沈阳现代化\\n  都市圈</p>\\n<p>")
    '<p>沈阳现代化都市圈</p>\\n<p>'
    """
    return _BROKEN_CJK.sub("", markup)


def paragraphs(lines: Sequence[Line]) -> list[str]:
    """Return the paragraphs that the lines of a page make.

    A line ends its paragraph when it leaves room for three more characters; the next begins one when it is indented or
    numbered. Where no paragraph is indented, a line that ends a sentence ends its paragraph too.

    >>> paragraphs([Line("　　推进沈阳现代化都市", 2, 0), Line("圈建设", 0, 8), Line("二、目标", 2, 5)])
    ['　　推进沈阳现代化都市圈建设', '二、目标']
    """
    joined: list[str] = []
    indented = sum(1.5 <= line.indent <= 4 for line in lines) >= 2
    previous: Line | None = None
    for line in lines:
        if previous is not None and not _ends(previous, line, indented):
            joined[-1] = join(joined[-1], line.text)
        else:
            joined.append(line.text)
        previous = line
    return joined


def _ends(line: Line, following: Line, indented: bool) -> bool:
    # A line that runs over the edge is a row of a table or a heading across the page.
    if (
        line.cells
        or following.cells
        or line.rest >= 3
        or line.rest < -1.5
        or following.indent >= 1.5
        or (_ENDS_SENTENCE.search(line.text) and not indented)
    ):
        return True
    # 「第」 at the end of a full line goes on with 「一、…」.
    return bool(_BEGINS_ITEM.match(following.text)) and not line.text.endswith("第")
