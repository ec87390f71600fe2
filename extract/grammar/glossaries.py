"""Glossaries: lines behind a report that say what its counted phrases hold.

Pattern: «5.“三通一码”：甲通、乙通、丙通、丁码。», or below the phrase («[4]两库：⏎甲库、乙库。»);
a stretch for each part («“三上门两加强”行动：上门甲、上门乙、上门丙，加强丁、加强戊。»),
or for each of several phrases («“两区”“三带”：甲区、乙区，丙带、丁带、戊带。», «两区、两带：甲区和乙区，丙带和丁带。»).

Accepted: «【两新】甲更新和乙换新。», as many items as the phrase counts.
Refused: «“三张图”：甲图、乙图。», fewer than it counts; «“双减”：减轻甲负担和乙负担。», where one verb governs both items;
«“双优”：甲特色、世界领先的大学。», whose item with 的 goes on from the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.grammar.lists import Span, any_text, split
from extract.grammar.unexpanded_phrases import Phrase, counted_by, parts_of
from extract.groups import Group, Member, group_entity, industry_member, is_spatial, member_at
from extract.numerals import COUNTING, SEVERAL
from extract.reading import Reading
from extract.scanning import line_starts
from extract.spans import cut, stripped
from extract.wordlists import any_of

RULE = "glossaries"
_MARK = rf"(?:[（\[(]?(?:\d{{1,3}}|[{COUNTING}]{{1,3}})(?:[）\])] ?|[.．、：:] ?))"
_QUOTED = r"[“【][^“”【】\n]{2,16}[”】]"
_PHRASES = re.compile(rf"{_QUOTED}(?:[、和]?{_QUOTED}){{0,3}}")
_BEHIND = r"(?:：[ \n]{0,4}|(?<=】) ?|(?P<below> ?\n[ \n]{0,3}))"
_ENTRY = re.compile(
    rf" ?(?P<mark>{_MARK})?(?P<before>[\u4e00-\u9fff]{{0,8}})(?P<quoted>{_PHRASES.pattern})(?P<noun>[\u4e00-\u9fff]{{0,8}}){_BEHIND}"
    rf"| ?{_MARK}(?P<bare>[\u4e00-\u9fff、]{{2,18}})：[ \n]{{0,4}}"
)
_MEANS = re.compile(rf"(?:主要|一般)?(?:{any_of('defining_words.txt')}|即|是|为)?：?")
_SUMMED_UP = re.compile(rf"的(?:深度|有机)*{any_of('nouns_of_a_whole.txt')}$")
_HOLDING = re.compile(rf"，{any_of('holding.txt')}：?")
_LABEL = re.compile(r"[“【]([^“”【】]+)[”】]")
_COUNT = re.compile(rf"[{SEVERAL}]{{1,2}}[大张个项条]")
"""«三张“零关税”清单», of which the words in quotation marks say only the kind."""
_LONGEST = 600
"""Code points of a definition at most."""
_PAIR = 2
_VERBS = frozenset("VLDBG")
_BOTH = re.compile("(?:双[^双]){2,}")
"""«“双招双引”：招才引智、招商引资», one item for each 双."""


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups that entries of a glossary give.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("3.货运“两上门一加强”行动：上门讲解、上门检查，加强管理。\\n[4]两库：\\n粮库、钱库。")
    {'两上门一加强': ['上门讲解', '上门检查', '加强管理'], '两库': ['粮库', '钱库']}
    >>> members("7.“两大高地”“两大战略”：科技高地、开放高地，人才战略、项目战略。")
    {'两大高地': ['科技高地', '开放高地'], '两大战略': ['人才战略', '项目战略']}
    >>> members("[4]三张“零税”清单：\\n甲“零税”清单、乙“零税”清单、丙“零税”清单。")
    {'三张“零税”清单': ['甲“零税”清单', '乙“零税”清单', '丙“零税”清单']}
    >>> members("[10]两个基地、两个枢纽：\\n企业基地和总部基地，甲枢纽和面向乙洋、丙洋的枢纽。")
    {'两个基地': ['企业基地', '总部基地'], '两个枢纽': ['甲枢纽', '面向乙洋、丙洋的枢纽']}
    >>> members("“三张图”：态势图、资源图。\\n“双减”：减轻学生作业负担和校外培训负担。\\n“双优”：中国特色、世界领先的大学和学科。")
    {}
    >>> members("6.“四网融合”：指甲线、乙线、丙线和丁线的融合。\\n7.“四新”产业：《方案》提出发展新产业，包括：甲业、乙业、丙业、丁业。")
    {'四网融合': ['甲线', '乙线', '丙线', '丁线'], '四新': ['甲业', '乙业', '丙业', '丁业']}
    >>> members("市里召开“双招双引”会议：招才引智、招商引资取得成效。"), members("7.“双招双引”：招才引智、招商引资。")
    ({}, {'双招双引': ['招才引智', '招商引资']})
    """
    for start in line_starts(reading.text):
        entry = _ENTRY.match(reading.text, start)
        counted = entry is not None and _COUNT.fullmatch(entry["before"] or "") is not None
        if entry is None or (entry["before"] and ((entry["below"] and not counted) or not entry["mark"])):
            continue
        phrases = _phrases(reading.text, entry)
        if phrases and all(phrase.size > 1 for phrase in phrases):
            read = (tuple(_entry(reading, phrases, *one)) for one in _definitions(reading.text, entry.end()))
            yield from next(filter(None, read), ())


def _phrases(text: str, entry: re.Match[str]) -> list[Phrase]:
    if not entry["quoted"]:
        start, end = entry.span("bare")
        single = [_phrase(text, *part) for part in cut(text, start, end, "、")]
        return single if all(one.size > 1 for one in single) else [_phrase(text, start, end)]
    if _COUNT.fullmatch(entry["before"]) and entry["noun"]:
        start, end = entry.start("before"), entry.end("noun")
        return [Phrase(start, end, text[start:end], ((counted_by(entry["before"]), entry["noun"]),))]
    return [_phrase(text, *label.span(1)) for label in _LABEL.finditer(text, *entry.span("quoted"))]


def _phrase(text: str, start: int, end: int) -> Phrase:
    return Phrase(start, end, text[start:end], parts_of(text[start:end]))


def _definitions(text: str, start: int) -> Iterator[Span]:
    """Where the list of a definition may stand: in its first sentence, in front of what sums it up there, or behind a verb of holding."""
    low, high = _first_sentence(text, start)
    yield low, high
    summed = _SUMMED_UP.search(text, low, high)
    holding = _HOLDING.search(text, low, high)
    if summed is not None:
        yield low, summed.start()
    if holding is not None:
        yield holding.end(), high


def _first_sentence(text: str, start: int) -> Span:
    """Where the first sentence of a definition stands, without the verb that opens it."""
    opening = _MEANS.match(text, start)
    start = opening.end() if opening is not None else start
    stops = (text.find(mark, start, start + _LONGEST) for mark in "。\n")
    end = min((stop for stop in stops if stop >= 0), default=min(len(text), start + _LONGEST))
    return stripped(text, start, end, " ；，")


def _entry(reading: Reading, phrases: Sequence[Phrase], start: int, end: int) -> Iterator[Group]:
    if len(phrases) == 1:
        lists = [_items(reading, phrases[0], start, end)]
    else:
        stretches = cut(reading.text, start, end, "，；")
        fits = len(stretches) == len(phrases)
        lists = [_run(reading, span, one.size) for span, one in zip(stretches, phrases, strict=True)] if fits else []
    for phrase, items in zip(phrases, lists, strict=False):
        spatial = any(is_spatial(counted) for _, counted in phrase.parts)
        found = [_member(reading, span, spatial) for span in items]
        members = tuple(member for member in found if member is not None)
        if items and len(members) == len(items):
            entity = group_entity(phrase.label, members, reading.document.id)
            yield Group(entity, phrase.label, members, phrase.start, phrase.end, RULE)


def _items(reading: Reading, phrase: Phrase, start: int, end: int) -> list[Span]:
    """The items of the one phrase of an entry: a stretch for each of its parts, else one list."""
    stretches = cut(reading.text, start, end, "，；")
    if len(stretches) == len(phrase.parts) > 1:
        runs = [_run(reading, span, number) for span, (number, _) in zip(stretches, phrase.parts, strict=True)]
        if all(runs):
            return [item for run in runs for item in run]
    if len(stretches) > 1:
        plain = all("、" not in reading.text[slice(*stretch)] for stretch in stretches)
        return stretches if plain and len(stretches) == phrase.size else []
    return _run(reading, stretches[0], phrase.size) or (
        _run(reading, stretches[0], len(phrase.parts)) if _BOTH.fullmatch(phrase.label) else []
    )


def _run(reading: Reading, span: Span, size: int) -> list[Span]:
    """The items of one list, as many as are counted; none where what they share shows that they are no items."""
    items = list(split(reading.text, *span, any_text, size))
    if size == _PAIR and "、" in reading.text[slice(*span)]:
        items = _two_alike(reading.text, *span) or items
    letters = [reading.tokens.letters[slice(*reading.tokens.within(*item))][:1] for item in items]
    governed = size == _PAIR and [letter in _VERBS for letter in letters] == [True, False]
    words = [reading.text[slice(*item)] for item in items]
    quoted_alike = len({"“" in one for one in words}) == 1  # not 推进甲、乙“两医”改革
    alike = len({"的" in one for one in words}) == 1 or len({one[-_PAIR:] for one in words}) == 1
    return items if len(items) == size and alike and not governed and quoted_alike else []


def _two_alike(text: str, start: int, end: int) -> list[Span]:
    """The two items that one 和 parts and that end alike, where a 、 stands within one of them: 甲枢纽和面向乙、丙的丁枢纽."""
    joints = [at for at in range(start, end) if text[at] == "和"]
    alike = len(joints) == 1 and text[joints[0] - _PAIR : joints[0]] == text[end - _PAIR : end]
    return [(start, joints[0]), (joints[0] + 1, end)] if alike else []


def _member(reading: Reading, span: Span, spatial: bool) -> Member | None:
    return industry_member(reading.names, *span) or member_at(
        reading.text, reading.names, *span, reading.document.id, spatial
    )
