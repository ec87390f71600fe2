"""Phrases with their list: «“一枢纽四中心”(a、b、c、d、e)», «沈阳、大连“双核”», «推进甲圈、乙带、丙区建设,构建“一圈一带一区”».

The list stands in parentheses behind the phrase, or as places right before it, or earlier in the sentence where the
number of items and the last character of each agree with the phrase's parts.

Accepted: “四中心一基地”(a中心、b中心、c中心、d中心、e基地), 4 + 1 = 5.
Refused: a parenthesis that is an alias, a count, a date or a unit; a list of another length before the phrase.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from extract.clauses import listed_places
from extract.grammar.positionings import VERB, items
from extract.grammar.unexpanded_phrases import Phrase, with_pointer
from extract.groups import PLACES, Group, Member, group_entity, member_at, place_member, place_members
from extract.names.name import JOINTS
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.spans import cut
from extract.tokens.verb_openings import opening_verb
from extract.values import Description, Entity
from extract.wordlists import any_of
from extract.words import tokens

RULE = "phrase_lists"
_FEWEST = 3
_AS = "为"
"""«以甲、乙【为】“双核”»."""
_LONGEST_WORD = 6
_NO_LIST = re.compile(rf"\s*(?:{any_of('no_list_in_brackets.txt', 'roles_of_offices.txt')}|\d{{4}}年)")
_NAMED_BEHIND = re.compile(r"”?[^，。；：（“\n]{0,4}，(?:即|包括|分别是|分别为)：?")
_LIST_OPENING = re.compile(r"\s*(?:即|包括|指|分别为|分别是|含)?[：，]?\s*")


def _group(reading: Reading, phrase: Phrase, members: tuple[Member, ...]) -> Group:
    entity = group_entity(phrase.label, members, reading.document.id)
    return Group(entity, phrase.label, members, phrase.start, phrase.end, RULE)


def _in_parentheses(reading: Reading, phrase: Phrase) -> Iterator[Group]:
    text, start = reading.text, phrase.end
    while text[start : start + 1] == " ":
        start += 1
    if text[start : start + 1] != "（" or _NO_LIST.match(text, start + 1):
        return
    end = text.find("）", start)
    if end < 0 or "\n" in text[start:end]:
        return
    opening = _LIST_OPENING.match(text, start + 1)
    spans = cut(
        text, opening.end() if opening else start + 1, end, "、，；和" if "、" not in text[start:end] else "、；"
    )
    joined = [one for wide in spans for one in cut(text, *wide, "和")]  # 进园区、进社区和与招商同步
    spans = joined if len(joined) == phrase.size != len(spans) else spans
    by_stretch = cut(text, spans[0][0], spans[-1][1], "、，；")  # 无甲、无乙，有丙、有丁
    spans = by_stretch if len(by_stretch) == phrase.size != len(spans) else spans
    spans = _by_their_parts(text, spans[0][0], spans[-1][1]) or spans
    members = [member_at(text, reading.names, a, b, reading.document.id) for a, b in spans]
    known = tuple(member for member in members if member is not None)
    if len(known) == len(members) and (len(known) == phrase.size or (phrase.size == 0 and len(known) > 1)):
        yield _group(reading, phrase, known)


_PART = re.compile(
    f"(?:以)?(?P<listed>[^，；]+?)(?:为[^，；、]{{1,6}}|[{SEVERAL}]个[^，；、]{{1,6}})$"
    f"|“?[一{SEVERAL}][^，；、]{{1,3}}”?(?:是|为|指|即|：)(?P<named>[^，；]+)$"
)


def _by_their_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Items under the parts of a phrase: (甲为中心，乙、丙为副中心，丁、戊两个城镇圈), (一核是甲，两城是乙和丙); else empty."""
    parts = [_PART.match(text[low:high]) for low, high in cut(text, start, end, "，；")]
    if len(parts) < 2 or None in parts:
        return []
    found: list[tuple[int, int]] = []
    for (low, _), part in zip(cut(text, start, end, "，；"), parts, strict=True):
        if part is not None:
            name = "listed" if part["listed"] else "named"
            listed = (low + part.start(name), low + part.end(name))
            found += [one for wide in cut(text, *listed, "、") for one in cut(text, *wide, "和")]
    return found


def _places_before(reading: Reading, phrase: Phrase, low: int) -> Iterator[Group]:
    """«沈阳、大连“双核”», «沈大“双核”»: as many places right before the phrase as it declares."""
    tokens = reading.tokens
    last = tokens.first(phrase.start)
    for name in reading.names.within(low, phrase.start, "place", "pair"):
        places = listed_places(tokens, reading.names, tokens.first(name.start), last)
        if places is None or reading.text.endswith("、", 0, name.start):
            continue  # 甲战略、乙带、河北“两翼”: a list of other things
        ends = places.behind == last or tokens.written(places.behind, last) == _AS
        members = place_members(places.names if ends else ())
        if len(members) == phrase.size > 1:  # 长三角“一卡通办” has no members
            yield _group(reading, phrase, members)
            return


def _places_behind(reading: Reading, phrase: Phrase, high: int) -> Iterator[Group]:
    """«“多节点”网络，包括襄阳、十堰和恩施»: places behind the noun that the phrase describes, as many as it declares, if it does."""
    opening = _NAMED_BEHIND.match(reading.text, phrase.end, high)
    if opening is None:
        return
    tokens = reading.tokens
    places = listed_places(tokens, reading.names, tokens.first(opening.end()), tokens.first(high))
    listed = places.names if places is not None and tokens.starts[places.first] == opening.end() else ()
    members = place_members(listed)
    if len(members) == phrase.size or (not phrase.size and len(members) > 1):
        yield _group(reading, phrase, members)


def _places_earlier(reading: Reading, phrase: Phrase, low: int) -> Iterator[Group]:
    """A list of places earlier in the sentence whose last characters spell the phrase's counted words in order."""
    wanted = [counted for number, counted in phrase.parts for _ in range(number)]
    names = [name for name in reading.names.within(low, phrase.start, "place") if name.entities[0].kind in PLACES]
    for first in range(len(names) - len(wanted) + 1):
        run = names[first : first + len(wanted)]
        between = [reading.text[a.end : b.start] for a, b in itertools.pairwise(run)]
        spelled = all(reading.text[: name.end].endswith(word) for name, word in zip(run, wanted, strict=True))
        if spelled and all(gap.strip() in JOINTS for gap in between):
            members = tuple(place_member(name) for name in run)
            yield _group(reading, phrase, members)
            return


def _items_before(reading: Reading, phrase: Phrase, low: int) -> Iterator[Group]:
    """«打造A、B以及C的“一区一港一高地”»: as many positionings right before the phrase as it declares."""
    text = reading.text
    if text[phrase.start - 1 : phrase.start] != "的":
        return
    opened = text.rfind("以", low, phrase.start)
    spans = _by_their_parts(text, opened, phrase.start - 1) if opened >= 0 else []
    members = [member_at(text, reading.names, start, end, reading.document.id) for start, end in spans]
    listed = tuple(member for member in members if member is not None)
    if len(listed) == phrase.size:
        yield _group(reading, phrase, listed)
        return
    for verb in VERB.finditer(text, low, phrase.start):
        spans = items(text, verb.end(), phrase.start - 1)
        members = [member_at(text, reading.names, start, end, reading.document.id) for start, end in spans]
        known = tuple(member for member in members if member is not None)
        if len(known) == phrase.size:
            yield _group(reading, phrase, known)
            return


_LAYOUT = re.compile(rf"的?[\u4e00-\u9fff]{{0,4}}?{any_of('kinds_of_layout.txt')}")


def _parts_before(reading: Reading, phrase: Phrase, low: int) -> Iterator[Group]:
    """«建设甲廊、乙廊，丙区、丁区“两廊两区”的布局»: a list for each part right before the phrase, as long as the part counts."""
    text, count = reading.text, len(phrase.parts)
    start = max([low, *(text.rfind(mark, low, phrase.start) + 1 for mark in "。；：")])
    runs = list(cut(text, start, phrase.start, "，"))[-count:]
    if len(runs) < count or not _LAYOUT.match(text, phrase.end):
        return
    verb = max((verb.end() for verb in VERB.finditer(text, runs[0][0], text.find("、", *runs[0]))), default=runs[0][0])
    lists = [cut(text, *run, "、") for run in [(verb, runs[0][1]), *runs[1:]]]
    fits = all(
        len(listed) == number and all(text.endswith((counted, f"{counted}道"), *one) for one in listed)
        for listed, (number, counted) in zip(lists, phrase.parts, strict=True)
    )
    members = [
        member_at(text, reading.names, *one, reading.document.id, True) for listed in lists for one in listed if fits
    ]
    known = tuple(member for member in members if member is not None)
    if known and len(known) == len(members):
        yield _group(reading, phrase, known)


def _words_before(reading: Reading, phrase: Phrase, low: int) -> Iterator[Group]:
    """«完善水、交通、能源“三大系统”»: as many words right before the phrase, which share its counted word."""
    text = reading.text
    start = max([low, *(text.rfind(mark, low, phrase.start) + 1 for mark in "，。；：")])
    spans = cut(text, start, phrase.start, "、")
    if len(spans) == phrase.size - 1:
        spans = [*spans[:-1], *cut(text, *spans[-1], "和")]
    if len(spans) != phrase.size or len(spans) < _FEWEST:
        return
    first = tokens(text[slice(*spans[0])])
    spans[-1] = (spans[-1][0], spans[-1][1] - text[slice(*spans[-1])].endswith("的"))
    spans[0] = (spans[0][1] - len(first[-1]), spans[0][1]) if first else spans[0]
    tail = phrase.parts[-1][1].removeprefix("大")
    members = []
    for a, b in spans:
        word = text[a:b]
        if not 1 <= len(word) <= _LONGEST_WORD or opening_verb().match(word):
            return
        label = word if word.endswith(tail) else word + tail
        members.append(Member(Description(Entity("Slogan", label, reading.document.id), label), a, b))
    yield _group(reading, phrase, tuple(members))


def groups(reading: Reading) -> Iterator[Group]:
    """Yield the groups whose list stands beside the phrase.

    >>> from extract.groups import members_by_label
    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     return members_by_label(groups(prepare(Document("a", text))))
    >>> members("建设“一枢纽两中心”（国家枢纽、金融中心、物流中心）。")
    {'一枢纽两中心': ['国家枢纽', '金融中心', '物流中心']}
    >>> members("发挥沈阳、大连“双核”作用，打造“两基地”（以下简称基地）。")
    {'双核': ['沈阳市', '大连市']}
    >>> members("全省布局“多节点”网络，包括沈阳、大连和鞍山。"), members("建设“两中心”城市，包括沈阳、大连和鞍山。")
    ({'多节点': ['沈阳市', '大连市', '鞍山市']}, {})
    >>> members("建设恒山生态廊道、桑干河生态廊道，能源区、文旅区“两廊两区”的功能布局。")
    {'两廊两区': ['恒山生态廊道', '桑干河生态廊道', '能源区', '文旅区']}
    >>> members("开展“三进两同步”（进园区、进校区、进社区和与招商同步、与注册同步）。")
    {'三进两同步': ['进园区', '进校区', '进社区', '与招商同步', '与注册同步']}
    >>> members("完善水、交通、能源“三大系统”。")
    {'三大系统': ['水系统', '交通系统', '能源系统']}
    """
    for written in reading.phrases:
        sentence = reading.sentence_at(written.start)
        if sentence is None:
            continue
        phrase = with_pointer(reading.text, written)
        found = list(_in_parentheses(reading, phrase))
        if not found and phrase.size:
            found = list(_places_before(reading, phrase, sentence.start))
        if not found:
            found = list(_places_behind(reading, phrase, sentence.end))
        if not found and phrase.size > 1:
            found = list(_places_earlier(reading, phrase, sentence.start))
        if not found and phrase.size > 1:
            found = list(_items_before(reading, phrase, sentence.start))
        if not found and len(phrase.parts) > 1:
            found = list(_parts_before(reading, phrase, sentence.start))
        if not found and len(phrase.parts) == 1 and phrase.parts[0][1][:1] == "大":
            found = list(_words_before(reading, phrase, sentence.start))
        yield from found
