"""Lists: «A、B和C», «A、B、C等四大D», «A、B以及C共3个D», read once for every construction that needs one.

Pattern: items joined by 、 and a last 和/与/及/以及, then 等 where there are more than those named, then a numeral with what it
counts. A 、 at bracket depth 0 always parts items; a 和 parts them only where what stands left of it is whole by itself, which
is for the asking construction to say (a role, an industry, a place …). A declared count that agrees decides what is left open.

Accepted: «旅游业、现代服务业和高新技术产业», three items; «建设用地、用海和用林等3类», three items and the count 3.
Refused: «东北振兴与京津冀协同发展战略协作区», one item; «（甲、乙）试点», whose 、 stands in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.grammar.unexpanded_phrases import number_of
from extract.numerals import UP_TO_TEN
from extract.spans import cut, stripped

Span = tuple[int, int]
Whole = Callable[[str], bool]
"""Whether a passage is one complete item: what stands left of a 和 must be."""

_AND = re.compile(r"以及|[和与及暨]")
_CLOSING = re.compile(
    rf"(?P<etc>等)?(?:共|这)?(?P<number>[{UP_TO_TEN}]{{1,3}}|\d{{1,3}})(?=[个大项类条种家座地市省县区镇方])"
)
_ETC = "等"
_EDGE = "，。；：？！\n“”（）"
"""No list that ends at an offset begins before the nearest of these at the same depth."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of one list; all offsets are code points."""

    items: tuple[Span, ...]
    end: int
    """Behind the last item and, where they follow, 等 and the declared count."""
    open: bool
    """Whether 等 says that there are more items than those named."""
    closed: bool
    """Whether a 和 before the last item says that there are no others."""
    declared: int
    """The number that follows («等4个…»); 0 where none does."""

    @property
    def agrees(self) -> bool:
        """Whether the declared count is that of the items, or larger where the list is open."""
        return len(self.items) == self.declared or (self.open and len(self.items) < self.declared)


def any_text(part: str) -> bool:
    """The weakest test of wholeness: two characters or more, and no modifier that waits for its noun.

    >>> any_text("政策需求"), any_text("水"), any_text("富有活力的")
    (True, False, False)
    """
    return len(part) > 1 and part[-1] not in "的之于"


def split(text: str, start: int, end: int, whole: Whole, wanted: int = 0) -> tuple[Span, ...]:
    """Return the spans of the items that a passage lists, in order; empty items are left out.

    Arguments: text, folded; start and end of the passage, code points; whole, see `Whole`; wanted, how many items there must
    be, 0 where that is not known: then only as many 和 part as are needed, those of the last item first.

    >>> def items(text, wanted=0):
    ...     return [text[a:b] for a, b in split(text, 0, len(text), any_text, wanted)]
    >>> items("旅游业、现代服务业和高新技术产业"), items("（甲、乙）试点、丙")
    (['旅游业', '现代服务业', '高新技术产业'], ['（甲、乙）试点', '丙'])
    >>> items("科技和教育、产业和人才", 3), items("东北振兴与京津冀协同发展战略协作区", 1)
    (['科技和教育', '产业', '人才'], ['东北振兴与京津冀协同发展战略协作区'])
    """
    parts = [span for wide in cut(text, start, end, "、") if (span := stripped(text, *wide))[0] < span[1]]
    joints = [(place, joint) for place, part in enumerate(parts) for joint in _joints(text, *part, whole)]
    missing = wanted - len(parts)
    if wanted:
        joints = joints[max(0, len(joints) - missing) :] if missing > 0 else []
    found: list[Span] = []
    for place, (low, high) in enumerate(parts):
        for at, joint in joints:
            if at == place:
                found.append((low, joint[0]))
                low = joint[1]
        found.append((low, high))
    return tuple(found)


def _joints(text: str, start: int, end: int, whole: Whole) -> Iterator[Span]:
    """Spans of the 和 at bracket depth 0 that have a whole item on their left and something on their right."""
    low = start
    outside = {b for _, b in cut(text, start, end, "以和与及暨")}
    for match in _AND.finditer(text, start, end):
        if match.start() in outside and match.end() < end and whole(text[low : match.start()]):
            yield match.span()
            low = match.end()


def listing(text: str, start: int, end: int, whole: Whole, wanted: int = 0) -> Listing:
    """Return the list that a passage is, with 等 and a count at its end taken off.

    Arguments: as for `split`; a count at the end says how many items are wanted where the caller does not.

    >>> text = "建设用地、用海和用林等3类"
    >>> found = listing(text, 0, len(text), any_text)
    >>> [text[a:b] for a, b in found.items], found.open, found.closed, found.declared
    (['建设用地', '用海', '用林'], True, True, 3)
    >>> found = listing("富有活力的、开放的协作区", 0, 12, any_text)
    >>> len(found.items), found.open, found.declared
    (2, False, 0)
    """
    last = None
    for last in _CLOSING.finditer(text, max(start, end - 8), end):
        if last["etc"]:
            break
    counted = last is not None and end - last.end() <= 1
    declared = number_of(last["number"]) if last is not None and counted else 0
    stop = last.start() if last is not None and counted else end
    is_open = bool(last["etc"]) if last is not None and counted else text.startswith(_ETC, end - 1)
    stop -= is_open and not counted
    items = split(text, start, stop, whole, wanted or (0 if is_open else declared))
    closed = len(items) > 1 and _AND.fullmatch(text, items[-2][1], items[-1][0]) is not None
    return Listing(items, end, is_open, closed, declared)


def listing_before(text: str, low: int, end: int, whole: Whole, wanted: int = 0) -> Listing:
    """Return the list that ends at an offset and begins behind the nearest mark that parts clauses, not before `low`.

    What stands before the first item within its clause (a verb, a subject) is still part of it: the asking construction
    takes it off.

    >>> text = "会议提出，建立政策需求、议定事项、工作成果“三张清单”"
    >>> found = listing_before(text, 0, text.index("“"), any_text, 3)
    >>> [text[a:b] for a, b in found.items]
    ['建立政策需求', '议定事项', '工作成果']
    """
    start = end
    depth = 0
    while start > low:
        char = text[start - 1]
        if char in "）”":
            depth += 1
        elif depth and char in "（“":
            depth -= 1
        elif not depth and char in _EDGE:
            break
        start -= 1
    return listing(text, start if not depth else low, end, whole, wanted)
