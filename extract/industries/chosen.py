"""Industries that a place chooses: phrases that are ones because a place acts on them, whatever they are called.

Pattern: «甲市重点发展A、B», «（一）甲园区。侧重发展A、B», «甲园区A、B等产业», «甲A、乙B等特色产业».

Accepted: «株洲重点发展航空动力、精品钢材»; «衡阳发展核技术应用、盐卤化工», of which some part sounds like one; «青白江发展国际货代、
整车进口等口岸服务业», which are what closes their list.
Also «大力发展内河航运», which the lexicon knows a kind of, and «株洲发展黄茶», which is short but something that is produced.
Refused: «株洲抢抓疫后经济恢复的窗口期», where the phrase goes on; «发展功能», which is too short to tell.
"""

from __future__ import annotations

import re
from collections.abc import Set

from extract.grammar.unexpanded_phrases import counted_by
from extract.industries.lexicon import ends_in_goods
from extract.industries.mainstays import is_mainstay
from extract.industries.phrases import Phrase, tail_of
from extract.industries.series import Series
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_PLAIN = re.compile("[NJIY]+(?:(?<=[NI])V)?")
"""A noun phrase, or one that ends in what is done with it: 集成电路|封装."""
_HEADED_BY_INDUSTRY = re.compile("[NJ]{1,2}I")
_OF_A_PLACE = frozenset(("governor P", "closing closing"))
_SOUNDING = frozenset(
    ("status known", "status holds", "status like", "siblings known", "siblings holds", "sibling of goods")
)
_KIND_OF_INDUSTRY = "业"
_TELLING = 4
"""So many characters at least has what the lexicon does not know: 盐卤化工, not 功能."""
_ENDS = re.compile(r"[，；。：（）”n]|h[pVBDLG]|\Z")
"""What may stand behind a list that a verb governs, and nothing else: a mark, or 并 with another verb."""
_KNOWN = frozenset(("status known", "siblings known"))
_LEADING = frozenset("AUL")
_BEFORE_A_CLAUSE = frozenset("，。：")
_HEADED_BY_A_PLACE = re.compile(r"[xm—（）、Q]*(?:[NmQJ]{1,3}[：。])?P(?:[、h]P)*[。：]")
"""«（三）甲园区。突出发展…», «一核：甲新区。重点发展…»."""
_CHAIN = re.compile(r"P[NJIYVKh]{1,6}(?:、P[NJIYVKh]{1,6})*e[J]?")
_BEFORE_IN_CHAIN = re.compile(r"P[NJIYVKh]{1,6}、$")
_REACH = 8
_BY, _FOR = "以", "为"
_FAR = 60
"""Tokens back to the place that takes something for its industry, at most."""
_OPENING_MARKS = frozenset("xm—ALgU")


def is_chosen(row: Tokens, series: Series, phrase: Phrase, features: Set[str]) -> bool:
    """Whether a place acts on a phrase so that it is an industry.

    With a verb of choosing any list is one of industries, with another verb only where some part of it sounds like one.

    Arguments: row; series, the list that holds the phrase; phrase; features, what is true of it (`industries.features`).

    >>> from extract.pipeline import claims
    >>> claims("株洲重点发展航空动力、精品钢材。", "concernsIndustry")[-2:]
    ['株洲市 → 航空动力', '株洲市 → 精品钢材']
    >>> claims("广东大力发展内河航运。", "concernsIndustry")
    ['广东省 → 内河航运']
    >>> claims("株洲抢抓疫后经济恢复的窗口期。", "concernsIndustry")
    []
    """
    verb = series.governor
    if verb >= 0 and (_is_of_the_closing_kind(row, series, phrase) or _is_kind_of_known(row, series, phrase)):
        return True
    if _is_counted(row, series, phrase) or _is_taken_for(row, series, phrase):
        return True
    if _is_item(series, phrase) and is_mainstay(row, series):
        return True
    if verb < 0 or phrase.tail or _PLAIN.fullmatch(row.letters, phrase.start, phrase.end) is None:
        return False
    length = len(row.written(phrase.start, phrase.end))
    if length > 1 and series.opened and features >= _OF_A_PLACE:
        return True  # 银川开发区单晶硅、蓝宝石等产业
    if length > 1 and _each_of_its_place(row, verb):
        return True
    if not _a_place_acts(row, verb):
        return False
    together = has_class(row.word(verb), "developing_together")
    if len(series.items) > 1 and (together or has_class(row.word(verb), "choosing")):
        return True
    closes = _ENDS.match(row.letters, series.end) is not None or series.closing[1] > series.closing[0]
    if not closes or row.word(phrase.start) in names_of("particles_behind_verbs.txt"):
        return False  # 抢抓疫后经济恢复的窗口期, 开辟出新天地
    told = not features.isdisjoint(_KNOWN) or length >= _TELLING or ends_in_goods(row.written(phrase.start, phrase.end))
    return told and (together or has_class(row.word(verb), "developing")) and not _SOUNDING.isdisjoint(features)


def _is_of_the_closing_kind(row: Tokens, series: Series, phrase: Phrase) -> bool:
    """Whether a place develops a list that is closed by a kind of industry, of which each item is one: A、B等【口岸服务业】."""
    first, last = series.closing
    if not series.opened or last - first < 2 or not has_class(row.word(series.governor), "developing"):
        return False
    kind = tail_of(row, last - 1) == "closing" or row.word(last - 1).endswith(_KIND_OF_INDUSTRY)
    verbal = row.letters[phrase.start] in "AuDLB"
    return kind and _is_item(series, phrase) and not verbal and _a_place_acts(row, series.governor)


def _is_kind_of_known(row: Tokens, series: Series, phrase: Phrase) -> bool:
    """«大力发展内河航运»: one phrase that is developed and whose last word the lexicon knows as an industry."""
    alone = len(series.items) == 1 and has_class(row.word(series.governor), "developing")
    headed = _HEADED_BY_INDUSTRY.fullmatch(row.letters, phrase.start, phrase.end) is not None
    return alone and headed and not phrase.tail and _ENDS.match(row.letters, series.end) is not None


def _is_item(series: Series, phrase: Phrase) -> bool:
    return any(start <= phrase.start < end for start, end in series.items)


def _is_named(row: Tokens, series: Series, phrase: Phrase) -> bool:
    """Whether a phrase is an item of a list that is closed by a kind of industry, and a noun phrase of some length."""
    kind = any(has_class(row.word(at), "industry_closings") for at in range(*series.closing))
    return (
        kind
        and _is_item(series, phrase)
        and len(row.written(phrase.start, phrase.end)) > 1
        and row.letters[phrase.start] in "NJIY"
    )


def _is_counted(row: Tokens, series: Series, phrase: Phrase) -> bool:
    """«打造A、B两个万亿级产业集群»: a list of as many items as the kind behind it counts."""
    first, last = series.closing
    counted = first < last and row.letters[first] in "Qm" and len(series.items) > 1
    size = counted_by(row.word(first)) if counted else 0
    return size == len(series.items) and _is_named(row, series, phrase)


def _is_taken_for(row: Tokens, series: Series, phrase: Phrase) -> bool:
    """«甲县以A为首位产业、以B为配套产业»: what a place takes for a kind of its industries."""
    verb = series.governor
    taken = verb > 0 and row.word(verb) == _BY and series.end < len(row.letters) and row.word(series.end) == _FOR
    low = max(verb - _FAR, 0)
    at = max([low, *(row.letters.rfind(mark, low, verb) + 1 for mark in "，。；：n")]) if taken else 0
    return taken and "P" in row.letters[at:verb] and _is_named(row, series, phrase)


def _each_of_its_place(row: Tokens, place: int) -> bool:
    """Whether a place stands in a list of what each place is known for, closed by its kind: 安岳柠檬、眉山晚橘等特色产业."""
    chain = _CHAIN.match(row.letters, place)
    if chain is None:
        return False
    last = min(chain.end() + 2, len(row.letters))
    closes = any(tail_of(row, index) == "closing" for index in range(chain.end() - 1, last))
    before = _BEFORE_IN_CHAIN.search(row.letters[max(0, place - _REACH) : place])
    return closes and ("、P" in chain.group() or before is not None)


def _a_place_acts(row: Tokens, verb: int) -> bool:
    """Whether a place stands right before a verb, opens the part of the sentence whose clause opens with it, or heads its line."""
    at = verb - 1
    while at >= 0 and row.letters[at] in _LEADING:
        at -= 1
    if at < 0 or row.letters[at] not in _BEFORE_A_CLAUSE:
        return at >= 0 and row.letters[at] == "P"
    start = max(row.letters.rfind(mark, 0, at) + 1 for mark in "。；：n")
    if row.letters[at] != "，" or row.letters[start : start + 1] in "pgVB":
        start = row.letters.rfind("n", 0, at) + 1
        heading = _HEADED_BY_A_PLACE.match(row.letters, start)
        return heading is not None and heading.end() <= at + 1
    while start < at and row.letters[start] in _OPENING_MARKS:
        start += 1
    return row.letters[start] == "P"
