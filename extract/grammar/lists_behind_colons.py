"""Lists behind a colon that a count opens: as many items, parted by 、, as the count before the colon says.

Pattern: «明确了四大目标：壮大甲、完善乙、培育丙、促进丁；», «六大措施包括：甲、乙、丙、丁、戊、己。», «打造三大高地，即甲、乙、丙».

Accepted: a list up to the end of its sentence or part of it, all of whose items open with a verb, or none.
Refused: «三大目标：甲、乙。», fewer than it counts; «五大车站之一，是集甲、乙…», one of them; «第三条 范围包括甲、乙、丙»,
an ordinal; «两个方面：一是甲、乙», which counts off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grammar.listed_items import is_item
from extract.grammar.lists import Span
from extract.grammar.unexpanded_phrases import number_of
from extract.groups import Group, Member, group_entity, industry_member, is_spatial, member_at
from extract.item_marks import COUNTED_OFF
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.spans import at_depth_zero, cut
from extract.tokens.verb_openings import is_verb_led
from extract.wordlists import any_of, names_of

RULE = "lists_behind_colons"
_COUNTED = re.compile(
    rf"(?<!第)(?<![{SEVERAL}\d])(?P<label>(?P<number>[{SEVERAL}]|十[一二]|\d{{1,2}})[大个项类种](?P<noun>[\u4e00-\u9fff]{{2,10}}?))"
    rf"(?<!之一)(?:，?(?:分别|主要|具体)?(?:即|{any_of('naming_words.txt')})：?|：即?)"
)
_ITEM = re.compile(COUNTED_OFF)
_JOINT = re.compile("以及|[和及与]")
_NO_NOUN = frozenset("UXpig、")
_FEWEST, _LONGEST = 2, 300
_STOPS = "，：。；\n"


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups that counts before a colon or a verb of naming give.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("《意见》明确了三大目标：壮大队伍、完善制度和培育主体；部署了任务。")
    {'三大目标': ['壮大队伍', '完善制度', '培育主体']}
    >>> members("沈阳打造两大高地，即创新高地、开放高地。")
    {'两大高地': ['创新高地', '开放高地']}
    >>> members("明确了三大目标：壮大队伍、完善制度。"), members("第三条 保护范围包括甲区、乙区和丙区。")
    ({}, {})
    """
    for match in _COUNTED.finditer(reading.text):
        held = reading.text.endswith(names_of("holding.txt"), 0, match.start("label"))  # 涵盖三个片区：甲、乙、丙
        spans = () if held else _items(reading, match)
        if not spans:
            continue
        spatial = is_spatial(match["noun"])
        found = [_member(reading, span, spatial) for span in spans]
        members = tuple(member for member in found if member is not None)
        if len(members) == len(spans):
            label = match["label"]
            yield Group(group_entity(label, members, reading.document.id), label, members, *match.span("label"), RULE)


def _items(reading: Reading, match: re.Match[str]) -> tuple[Span, ...]:
    """The items behind a count, as many as it says; empty where what stands there is no such list."""
    text, number = reading.text, number_of(match["number"])
    low = match.end()
    limit = min(len(text), low + _LONGEST)
    if number < _FEWEST or _ITEM.match(text, low) or not _is_noun(reading, *match.span("noun")):
        return ()
    fitting = (
        spans
        for spans in _cuts(text, *_stretch(text, low, limit))
        if len(spans) == number and _are_alike(reading, spans)
    )
    return next(fitting, ())


def _stretch(text: str, low: int, limit: int) -> Span:
    """Where a list may stand: within the quotation marks that hold it whole, else up to the end of its clause."""
    closed = text.find("”", low, limit) if text.startswith("“", low) else -1
    if "、" in text[low : max(closed, low)]:
        return low + 1, closed  # 四大亮点，即“甲、乙、丙、丁”
    high = next((at for at in range(low, limit) if text[at] in _STOPS and at_depth_zero(text, low, limit, at)), limit)
    return low, high


def _cuts(text: str, low: int, high: int) -> Iterator[tuple[Span, ...]]:
    """The ways in which a list may be cut: at each 、, and at one 和 behind the last of them too."""
    *first, (start, end) = cut(text, low, high, "、")
    yield (*first, (start, end))
    for joint in _JOINT.finditer(text, start + 1, end):
        if at_depth_zero(text, start, end, joint.start()):
            yield (*first, (start, joint.start()), (joint.end(), end))


def _are_alike(reading: Reading, spans: Sequence[Span]) -> bool:
    """Whether passages are items that all open with a verb, or none of them, or are as long as each other, or end alike."""
    led = {is_verb_led(reading.tokens, *span) for span in spans}
    lengths = {end - start for start, end in spans}
    ends = {reading.text[end - 2 : end] for _, end in spans}
    return 1 in (len(led), len(lengths), len(ends)) and all(is_item(reading.text, *span) for span in spans)


def _is_noun(reading: Reading, start: int, end: int) -> bool:
    """Whether what is counted is a noun with what stands before it, none that a clause goes on from."""
    first, last = reading.tokens.within(start, end)
    letters = reading.tokens.letters[first:last]
    return letters != "" and not _NO_NOUN.intersection(letters[:-1])


def _member(reading: Reading, span: Span, spatial: bool) -> Member | None:
    return industry_member(reading.names, *span) or member_at(
        reading.text, reading.names, *span, reading.document.id, spatial
    )
