"""Whole lists: lists before a counted phrase in which nothing but their items stands.

Pattern: «A、B和C“三张清单”», «A、B、C三大平台».

Accepted: «政策需求、议定事项、工作成果“三张清单”».
Refused: «在甲、乙推行“一人一诊室”», «甲法院、乙检察院举行“两院”会议», where a verb of the sentence stands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.grammar.lists import Span
from extract.reading import Reading

_LED = frozenset("pig")
_ACTS = re.compile("P?[OE][AUX]*V[^NHKIEY]*")
"""«甲法院、【乙检察院举行】“两院”会议»."""
_ENDING_VERBS, _GOVERNING = frozenset("VL"), frozenset("BDG")


def is_whole(reading: Reading, items: Sequence[Span], end: int) -> bool:
    """Whether no verb of the sentence stands among the items of a list or right before the phrase that sums it up.

    «按照甲部及乙市“双减”要求», «为甲、乙等开展“两癌”筛查», «在甲、乙推行“一人一诊室”», «甲和乙要在…压实“双段长”责任».

    Arguments: reading; items, the spans of what is listed; end, the offset at which the phrase begins.

    >>> from extract.grammar.lists import any_text, listing_before
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def whole(text, phrase):
    ...     at = text.index(phrase)
    ...     return is_whole(prepare(Document("a", text)), listing_before(text, 0, at, any_text).items, at)
    >>> whole("政策需求、议定事项、工作成果“三张清单”", "“三"), whole("甲县法院、大连市检察院举行“两院”会议", "“两")
    (True, False)
    """
    letters = reading.tokens.letters
    spans = [reading.tokens.within(*item) for item in items]
    led = [letters[low] in _LED for low, _ in spans]
    if any(led) and not all(led):
        return False
    if _ACTS.fullmatch(letters, *spans[-1]):
        return False
    if any("U" in letters[low:high] or "e" in letters[low : high - 1] for low, high in spans):
        return False
    verbal = [letters[high - 1] in _ENDING_VERBS for _, high in spans]
    parallel = len({reading.text[low] for low, _ in items}) == 1  # 乡村产业、乡村建设、乡村治理“三根支柱”
    building = [letters[high - 1] in _GOVERNING for _, high in spans]  # 在甲、乙【建设】三大中心
    governs = verbal[-1] and not any(verbal[:-1]) and reading.text[end] == "“" and not parallel
    governs = governs or (building[-1] and not any(building[:-1]) and reading.text[end] != "“")
    return not governs or spans[-1][1] != reading.tokens.first(end)
