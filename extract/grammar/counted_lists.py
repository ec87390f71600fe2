"""Lists that a count sums up.

Pattern: «A、B、C、D等四大主导产业», «“A、B”两大平台», «A行动、B行动等2项行动», «A、B和C“三张清单”», «甲、乙(以下统称“四镇”)»,
«甲口岸、乙口岸、丙口岸，合称“北疆口岸群”».
The list gives the phrase its members where it has as many items as that counts, or fewer and 等, except of tasks in 项.
A bare «三大产业» is a name only where the list before it is closed.

Accepted: «聚焦旅游业、现代服务业、热带农业等四大主导产业», three of four members.
Refused: «推进港口、机场建设，实施五大行动», whose list ends before the count; «A、B四大平台», which counts two more than it names;
«A、B、“二线口岸”», where the phrase is itself an item; «在甲、乙推行“一人一诊室”», where a verb of the sentence stands in the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.gazetteer import LEVELS
from extract.grammar.lists import Span, any_text, listing_before, split
from extract.grammar.summing_phrases import (
    before_making_up,
    counts_sites,
    counts_task_by_task,
    says_that_they_are,
    summing_phrases,
)
from extract.grammar.unexpanded_phrases import counted_by, parts_of
from extract.grammar.whole_lists import is_whole
from extract.groups import Group, Member, group_entity, industry_member, member_at
from extract.reading import Reading
from extract.tokens.verb_openings import opening_verb
from extract.wordlists import alternation, any_of, names_of, table

RULE = "counted_lists"
_COLLECTED = re.compile(
    rf"[（，](?:以下)?{any_of('words_for_summing_up.txt')}为?“?(?P<label>[\u4e00-\u9fff]{{2,8}})”?(?=[），。；])"
)
_QUOTED_LIST = re.compile(r"“(?P<list>[^“”\n]{3,80}、[^“”\n]{1,60})”(?:等[\u4e00-\u9fff]{0,14})?$")
_QUOTED = re.compile("“([^“”\n]{1,24})”")
_QUOTED_RUN = re.compile(rf"(?<!、)(?:{_QUOTED.pattern}){{2,12}}$")
"""«“甲”“乙”“丙”三大品牌»."""
_LONGEST, _REACH = 32, 160
_PAIR = 2
"""Two things before a count without quotation marks are as often no list of it."""
_INTO_QUOTED = "为“"
"""«打造【为】“甲”、“乙”两大空间»."""
_AT_ONCE = "暨"
"""«甲会议【暨】乙大会» are one meeting."""
_VERBS = re.compile("A?[VGLDB]|AY")
"""A verb of some kind among the letters of tokens; a word that is verb or noun is one behind an adverb."""
_ACTING = frozenset(("PB", "PD", "PV"))
"""A place and its verb among the letters of tokens."""


@lru_cache(maxsize=1)
def _lister() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(names_of('list_openers.txt'))})了?")


@lru_cache(maxsize=1)
def _opener() -> re.Pattern[str]:
    verbs = (*table("commitments.tsv", "verb", "commitment"), *names_of("list_openers.txt"))
    return re.compile(rf"(?:{alternation(verbs)})(?:了|好)?")


def _without_opening(reading: Reading, items: Sequence[Span]) -> tuple[Span, ...]:
    """The items, the first without the verb of the sentence and what stands before it.

    Items that are tasks keep their own verbs: only what says that they are listed is taken off.
    """
    text, (start, end) = reading.text, items[0]
    led = all(opening_verb().match(text, *item) for item in items[1:])
    opener = (_lister() if led else _opener()).search(text, start, end - 1)
    ends = [opener.end() if opener else start]
    while not led and (further := _opener().match(text, ends[-1], end - 1)):
        if all(text.endswith(text[further.end() : end], *item) for item in items[1:]):
            break  # 打造「创新」高地、开放高地
        ends.append(further.end())
    position = next((one for one in reversed(ends) if _begins(reading, one)), ends[0])
    position += text.startswith(_INTO_QUOTED, position)
    return ((position, end), *items[1:])


def _begins(reading: Reading, position: int) -> bool:
    """Whether a word begins at an offset: 设立|要闻, not 设立要|闻."""
    return reading.tokens.starts[reading.tokens.first(position)] == position


def _bare(reading: Reading, listed: Sequence[Span], items: tuple[Span, ...]) -> tuple[Span, ...]:
    """The items without the verb that governs them all: 「展开」城市生命线、…三大工程, …、死亡人数「持续实现」“双下降”.

    A verb belongs to its item where another item has one inside too, and where a verb that opens the list was taken off already.
    """
    letters, starts = reading.tokens.letters, reading.tokens.starts
    (first, last), *rest = [reading.tokens.within(*item) for item in items]
    if letters[first : first + 2] in _ACTING and not any(letters[low : low + 2] in _ACTING for low, _ in rest):
        first += 2  # 支持【岳阳打造】甲产业、乙产业三大产业
        items = ((starts[first], items[0][1]), *items[1:])
    taken_off = letters[reading.tokens.first(listed[0][0]) : first].strip("i")
    if not taken_off and not any(_VERBS.search(letters, low, high - 1) for low, high in rest):
        governing = max((verb.end() for verb in _VERBS.finditer(letters, first, last - 1)), default=first)
        governing += reading.tokens.word(governing) == "了"
        if governing > first:
            items = ((starts[governing], items[0][1]), *items[1:])
    low, high = reading.tokens.within(*items[-1])
    last = made = before_making_up(reading, low, high) if reading.text.startswith("“", items[-1][1]) else high
    # Where no quoted phrase follows, an adverb is part of its item: 风光储输「一体化」四大基地.
    adverbs = "A" if reading.text.startswith("“", items[-1][1]) else ""
    while last - low > 1 and (letters[last - 1] in adverbs or says_that_they_are(reading.tokens.word(last - 1))):
        last -= 1
    if last < high and letters[last - 1] in ("NIHKP" if made < high else "NIHK"):
        items = (*items[:-1], (items[-1][0], starts[last]))
    return items


def _members(reading: Reading, items: Sequence[Span]) -> tuple[Member, ...]:
    """What the items name; none where one of them is too long to be one or names nothing."""
    found = []
    for start, end in items:
        industry = industry_member(reading.names, start, end)
        member = industry or member_at(reading.text, reading.names, start, end, reading.document.id)
        if member is None or end - start > _LONGEST or _names_nothing(reading, start, end):
            return ()
        found.append(member)
    return tuple(found)


def _names_nothing(reading: Reading, start: int, end: int) -> bool:
    """Whether an item is a verb alone (坚持和落实“两个…”), or counts what it names (10所学校)."""
    first, last = reading.tokens.within(start, end)
    letters = reading.tokens.letters[first:last]
    return (
        not letters.strip("VDLBGA")
        or letters[:1] == "Q"
        or (letters[:1] == "m" and counted_by(reading.text[start:end]) > 0)
    )


def _before(reading: Reading, low: int, start: int, size: int) -> tuple[Span, ...]:
    """The items of the list that ends where a phrase of a declared size begins."""
    text = reading.text
    run = _QUOTED_RUN.search(text, max(low, start - _REACH), start)
    if run:
        items = tuple(one.span(1) for one in _QUOTED.finditer(text, *run.span()))
        return items if len(items) == size else ()
    quoted = _QUOTED_LIST.search(text, max(low, start - _REACH), start)
    if quoted:
        items = split(text, *quoted.span("list"), any_text, size)
        return items if len(items) == size else ()
    found = listing_before(text, max(low, start - _REACH), start, _never)
    if not found.open:
        found = listing_before(text, max(low, start - _REACH), start, any_text, size)
    fits = 1 < len(found.items) <= size if found.open else len(found.items) == size
    items = _bare(reading, found.items, _without_opening(reading, found.items)) if fits else ()
    if not items or text.startswith("、", start - 1) or any("《" in text[a:b] for a, b in items):
        return ()  # the phrase is itself an item, or the list begins in a title
    if _AT_ONCE in text[items[0][0] : start] or not is_whole(reading, items, start):
        return ()
    modified = {"的" in text[a:b] for a, b in items}
    return items if len(modified) == 1 and (size > _PAIR or text[start] == "“") else ()


def _alike(reading: Reading, end: int) -> tuple[Span, ...]:
    """The items of a list before an offset that all end alike: 甲口岸、乙口岸、丙口岸，合称“北疆口岸群”."""
    items = listing_before(reading.text, max(0, end - _REACH), end, any_text).items
    tails = {reading.text[max(high - _PAIR, low) : high] for low, high in items}
    return items if len(items) > _PAIR and len(tails) == 1 and len(tails.pop()) == _PAIR else ()


def _never(_: str) -> bool:
    """No 和 parts the items of an open list, whose number is not known."""
    return False


def _group(reading: Reading, label: str, items: Sequence[Span], start: int, end: int) -> Iterator[Group]:
    members = _members(reading, items)
    of_places = any(member.description.entity.kind in LEVELS for member in members)
    if len(members) > 1 and not (of_places and counts_sites(reading, start, end)):
        yield Group(group_entity(label, members, reading.document.id), label, members, start, end, RULE)


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups whose members a list right before a counted phrase names.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("建立政策需求、议定事项、工作成果“三张清单”。")
    {'三张清单': ['政策需求', '议定事项', '工作成果']}
    >>> members("依托“经贸博览会、合作示范园”两大国家级平台，南湖镇、万祥镇和书院镇（以下统称“三镇”）")
    {'两大国家级平台': ['经贸博览会', '合作示范园'], '三镇': ['南湖镇', '万祥镇', '书院镇']}
    >>> members("满洲里口岸、二连浩特口岸、策克口岸，合称“北疆口岸群”，孔府、孔庙、孔林并称“三孔”。")
    {'三孔': ['孔府', '孔庙', '孔林'], '北疆口岸群': ['满洲里口岸', '二连浩特口岸', '策克口岸']}
    >>> members("实施“甲业”提升行动、人才培育行动、全球网络融入行动等3项行动，实施山河工程、城乡工程等6项工程。")
    {'3项行动': ['“甲业”提升行动', '人才培育行动', '全球网络融入行动']}
    >>> members("推进港口、机场建设，实施五大行动。"), members("打造港口、机场四大平台。")
    ({}, {})
    >>> members("展开城市生命线、水患治理、城乡安居三大工程，起数、人数实现“双下降”。")
    {'双下降': ['起数', '人数'], '三大工程': ['城市生命线', '水患治理', '城乡安居']}
    >>> members("水土流失面积、强度持续“双下降”，新能源装机、发电量占比率先实现“双主体”。")
    {'双下降': ['水土流失面积', '强度'], '双主体': ['新能源装机', '发电量占比']}
    >>> members("在全国率先实现新能源装机和发电量占比“双主体”。")
    {'双主体': ['新能源装机', '发电量占比']}
    >>> members("设立要闻、服务、数据、图片四大栏目，围绕经济、文化、社会三大方面，在沈阳、大连、丹东建设三大中心。")
    {'四大栏目': ['要闻', '服务', '数据', '图片']}
    >>> members("支持襄阳打造汽车、纺织、农产品加工三大千亿级产业集群，建设东园、西园、南园三个组团。")
    {'三大千亿级产业集群': ['汽车产业', '纺织产业', '农产品加工业'], '三个组团': ['东园', '西园', '南园']}
    >>> members("发展软件信息、科技服务和商务服务三大产业，稳定三大产业。")
    {'三大产业': ['软件信息', '科技服务业', '商务服务']}
    >>> members("沈阳与大连共同形成东北新的“双核”。")
    {'双核': ['沈阳市', '大连市']}
    >>> members("优化极简审批、行政检查、“二线口岸”服务，建设大竹、德令哈、同德3个抽水蓄能电站。")
    {}
    """
    for start, end, label in summing_phrases(reading):
        sentence = reading.sentence_at(start)
        size = sum(number for number, _ in parts_of(label)) or counted_by(label)
        items = _before(reading, sentence.start, start, size) if sentence is not None and size > 1 else ()
        if len(items) == size or not counts_task_by_task(label):
            yield from _group(reading, label, items, start, end)
    for match in _COLLECTED.finditer(reading.text):
        sentence = reading.sentence_at(match.start())
        size = sum(number for number, _ in parts_of(match["label"]))
        if sentence is not None:
            called = match.group().startswith("，") and "“" in match.group()
            alike = _alike(reading, match.start()) if called else ()
            items = _before(reading, sentence.start, match.start(), size) if size > 1 else alike
            yield from _group(reading, match["label"], items, match.start("label"), match.end("label"))
