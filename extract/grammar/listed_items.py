"""Listed items: the list that stands before its count.

Pattern: «围绕优化布局、推动互联等2个方面», «提出完善体制,培育主体,优化环境等9项任务», «实施甲行动、乙行动两大行动»,
«实施规划共绘等7大工程».

Accepted: items parted by 、 or by juxtaposed quotation marks, as many as declared, or fewer before 等; clauses that all
open with a verb; one named item of an open list of actions.
Refused: a list longer than declared; items that begin with 的; a closed list with too few.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.grammar.declared_counts import Count
from extract.grammar.shared_heads import carrying_out
from extract.reading import Reading
from extract.spans import at_depth_zero, cut, stripped
from extract.tokens import has_class
from extract.tokens.verb_openings import opening_verb
from extract.wordlists import alternation, names_of

Span = tuple[int, int]
_JOINED = ("以及", "和", "及", "与")
_BY, _AS = "以", "为"
_FRAGMENT = 3
"""An item of an open list with so few characters is a part of the one before it."""
_LONGEST_ITEM = 40
_FEWEST_PARTS = 3
_LONGEST_NAME = 12
"""A single item of an open list is taken only as a short name: 实施规划共绘等7大工程."""
_MODAL = ("要", "将", "应")
_FOUND = ("情况", "问题", "原因")
"""An item without a verb that ends so is what was found or looked at."""
_NOT_OPENING = ("的", "了", "是")


@lru_cache(maxsize=2)
def _opening(named: bool) -> re.Pattern[str]:
    """Matches what opens a list; of what has names, a verb of carrying out too: 实施甲、乙两大行动."""
    verbs = names_of("carrying_out.txt") if named else ()
    return re.compile(rf"(?:{alternation([*names_of('task_list_openers.txt'), *verbs])})了?")


def items_before(reading: Reading, low: int, count: Count) -> list[Span] | None:
    """The items of the list that ends at a count; None where there is no such list.

    Arguments: reading; low, offset before which the list does not begin; count.

    >>> from extract.grammar.declared_counts import declared_counts
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def items(text):
    ...     reading = prepare(Document("a", text))
    ...     found = (items_before(reading, 0, count) for count in declared_counts(reading, 0, len(text)))
    ...     return [[text[a:b] for a, b in spans] for spans in found if spans]
    >>> items("围绕优化布局、推动互联等2个方面发力。"), items("实施“甲乙”“丙丁”等六大行动。"), items("实施规划共绘等7大工程。")
    ([['优化布局', '推动互联']], [['“甲乙”', '“丙丁”']], [['规划共绘']])
    >>> items("以优化布局、推动互联两个方面为抓手。")
    [['优化布局', '推动互联']]
    >>> items("围绕布局、互联、开放等2个方面发力。"), items("从优化布局、推动互联3个方面发力。")
    ([], [])
    """
    text = reading.text
    if parts := _parts_of_sentence(reading, low, count):
        return parts
    clauses = [stripped(text, *span, " ") for span in cut(text, low, count.start, "，：；。")]
    start, end = clauses[-1]
    opened = _opened(reading, start, end, count.named)
    if opened is None and text.startswith(_AS, count.end):
        by = text.find(_BY, start, end)  # 以甲、乙两个方面为抓手
        opened = by + len(_BY) if by >= 0 and "、" not in text[start:by] else None
    if opened is None and len(clauses) > 1:
        wide = _clauses_of_list(reading, clauses, count)
        if wide:
            return wide
    if opened is None and text.startswith(_JOINED, start) and count.exact:
        opened = start + len(next(mark for mark in _JOINED if text.startswith(mark, start)))
    if opened is None and not opening_verb().match(text, start, end):
        return None
    return _without_carrying(
        text, _fitting(reading, start if opened is None else opened, end, count, opened is not None)
    )


def _parts_of_sentence(reading: Reading, low: int, count: Count) -> list[Span]:
    """«重点抓好甲，…；乙，…；丙，…3个方面任务»: the first clause of each part of a sentence, all of them led by verbs; else empty."""
    text = reading.text
    parts = [stripped(text, *span, " ") for span in cut(text, low, count.start, "；")]
    if not count.exact or len(parts) != count.declared or len(parts) < _FEWEST_PARTS:
        return []
    start = max(text.rfind(mark, *parts[0]) + 1 for mark in "：。") or parts[0][0]
    firsts = [cut(text, begin, end, "，")[0] for begin, end in [(start, parts[0][1]), *parts[1:]]]
    opened = _opened(reading, *firsts[0], count.named)
    spans = [(firsts[0][0] if opened is None else opened, firsts[0][1]), *firsts[1:]]
    led = all(opening_verb().match(text, *span) and is_item(text, *span) for span in spans[1:])
    return spans if led and is_item(text, *spans[0]) else []


def _without_carrying(text: str, spans: list[Span] | None) -> list[Span] | None:
    """The items without the verb that carries them all out: «落实【加强领导】、【加强督查】等5项措施»."""
    verb = carrying_out().match(text, *spans[0]) if spans and len(spans) > 1 else None
    if not spans or verb is None:
        return spans
    bare = [(verb.end(), spans[0][1]), *spans[1:]]
    opening = [opening_verb().match(text, *span) for span in bare]
    return bare if all(one and not has_class(one.group(), "adverbs") for one in opening) else spans


def _opened(reading: Reading, start: int, end: int, named: bool) -> int | None:
    """The offset behind the last word of a clause that opens a list and stands in no item; None where there is none."""
    text, tokens, found = reading.text, reading.tokens, list[int]()
    for match in reversed(list(_opening(named).finditer(text, start, end))):
        parted = "、" in text[start : match.start()]
        whole = len(match.group()) > 1 or tokens.starts[tokens.first(match.end())] == match.end()  # not 扩大【就】业
        if whole and not parted and match.end() < end and at_depth_zero(text, start, end, match.start()):
            found.append(match.end())
    return next((at for at in found if not _is_in_item(text, at, end)), found[-1] if found else None)


def _is_in_item(text: str, start: int, end: int) -> bool:
    """Whether what seems to open a list is a verb of its first item, where the second has one too: 实施超前【部署】技术、强化创新."""
    mark = text.find("、", start, end)
    led = opening_verb().match(text, mark + 1, end) is not None
    return mark > 0 and led and opening_verb().match(text, start, mark) is None


def _clauses_of_list(reading: Reading, clauses: Sequence[Span], count: Count) -> list[Span] | None:
    """The clauses that a list consists of: each opens with a verb, the first behind the word that opens the list."""
    text, found = reading.text, list[Span]()
    for start, end in reversed(clauses):
        opened = _opened(reading, start, end, count.named)
        begins = start if opened is None else opened
        if not opening_verb().match(text, begins, end) or text[end : end + 1] in {"；", "。"}:
            return None
        found.insert(0, (begins, end))
        if opened is not None:
            break
    else:
        return None
    finer = [stripped(text, *part, " ") for span in found for part in cut(text, *span, "、")]
    led = all(opening_verb().match(text, *span) for span in finer)
    for spans in (finer if led else found, found):
        if len(spans) == count.declared or (not count.exact and 2 <= len(spans) <= (count.declared or len(spans))):
            return spans
    return None


def _fitting(reading: Reading, start: int, end: int, count: Count, opened: bool) -> list[Span] | None:
    """The items between two offsets, if as many as the count allows; opened, whether a word that opens lists stands before."""
    text = reading.text
    start += text.startswith(_MODAL, start) and opening_verb().match(text, start + 1, end) is not None
    spans = [stripped(text, *span, " ，") for span in cut(text, start, end, "、")]
    if len(spans) == 1:
        spans = _quoted(text, *spans[0])
    spans = [span for span in spans if span[0] < span[1]]
    if count.exact or count.kind == "TaskArea":
        spans = _with_last_parted(text, spans, count.declared)
    spans = _joined(reading, spans, count.declared, count.exact or count.kind == "TaskArea")
    if (
        not spans
        or not all(is_item(text, *span) for span in spans)
        or _opening(False).search(text[slice(*spans[-1])][-2:])
    ):
        return None
    if count.exact:
        return spans if len(spans) == count.declared > 1 else None
    if len(spans) == 1:
        led = opening_verb().match(text, *spans[0]) is not None
        short = count.kind == "KeyTask" and spans[0][1] - spans[0][0] <= _LONGEST_NAME and count.declared
        return spans if (led and (opened or count.kind == "TaskArea")) or (short and not led) else None
    return spans if len(spans) <= (count.declared or len(spans)) else None


def is_item(text: str, start: int, end: int) -> bool:
    """Whether a passage is as long as an item, its brackets aside, begins as one and does not end as what was found."""
    bracket = text.find("（", start, end)
    length = (bracket if bracket > start else end) - start
    fits = 2 <= length <= _LONGEST_ITEM and not text.startswith(_NOT_OPENING, start)
    found = text.endswith(_FOUND, start, end) and not opening_verb().match(text, start, end)
    return fits and not found


def _quoted(text: str, start: int, end: int) -> list[Span]:
    """Juxtaposed quotations as items of their own (“甲”“乙”), or the items within one: “甲、乙”8项工程."""
    inner = text[start + 1 : end - 1]
    if text[start] + text[end - 1] == "“”" and "、" in inner and "“" not in inner:
        return cut(text, start + 1, end - 1, "、")
    parts = list(re.finditer(r"“[^“”]+”", text[start:end]))
    whole = len(parts) > 1 and "".join(part.group() for part in parts) == text[start:end]
    return [(start + part.start(), start + part.end()) for part in parts] if whole else [(start, end)]


def _with_last_parted(text: str, spans: list[Span], declared: int) -> list[Span]:
    """The items, the last two apart where 和 joins them and one is missing."""
    if not spans or len(spans) != declared - 1:
        return spans
    last_start, last_end = spans[-1]
    for mark in _JOINED:
        position = text.find(mark, last_start + 2, last_end)
        if position > 0 and at_depth_zero(text, last_start, last_end, position):
            return [*spans[:-1], (last_start, position), (position + len(mark), last_end)]
    return spans


def with_joined(reading: Reading, start: int, end: int, declared: int) -> list[Span]:
    """The items of a list between two offsets that are parted by 、, else by commas, at most as many as declared."""
    text = reading.text
    clauses = [stripped(text, *span, " ，") for span in cut(text, start, end, "，")]
    led = len(clauses) > 1 and all(opening_verb().match(text, *span) for span in clauses)
    listed = [stripped(text, *span, " ，") for span in cut(text, start, end, "、")]
    spans = clauses if (led and len(clauses) <= declared) or len(listed) == 1 else listed
    spans = _joined(reading, [span for span in spans if span[0] < span[1]], declared, whole=True)
    return _with_last_parted(text, spans, declared)


def _joined(reading: Reading, spans: list[Span], declared: int, whole: bool) -> list[Span]:
    """Items joined again that 、 parted within: too many for the count, and only the first of each opens with a verb."""
    own = [
        opening_verb().match(reading.text, *span) is not None
        or any(name.start == span[0] for name in reading.names.within(*span, "place"))
        for span in spans
    ]
    if not spans or not own[0] or all(own) or (whole and len(spans) == declared):
        return spans
    if not whole and not any(end - start <= _FRAGMENT for start, end in spans):
        return spans
    found: list[Span] = []
    for span, opens in zip(spans, own, strict=True):
        found = [*found, span] if opens else [*found[:-1], (found[-1][0], span[1])]
    return found if len(found) == declared or not whole else spans
