"""Role frames: where a sentence says what a place is or is to become.

Pattern: «甲打造A、B», «支持甲建设A», «甲是A», and the nominal ones. A frame proposes a passage; whether what
stands in it is a role is decided by a table of weights.

Accepted: «沈阳获批国家物流枢纽», «推进区域性金融中心建设».
Refused: «在建设金融中心中», «沈阳为建设金融中心提供支撑», where the verb is part of a circumstance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import Clause, PlaceList, list_before, listed_places
from extract.grammar.clause_role_frames import RoleFrame, clause_role_frames
from extract.grammar.nominal_role_frames import nominal_role_frames
from extract.grammar.places_apart import places_apart
from extract.grammar.role_objects import object_end
from extract.names.name import Names
from extract.tokens import Tokens, has_class
from extract.tokens.denials import is_denied, is_denied_object
from extract.wordlists import names_of

_BECOMING = re.compile("B")
_DEVELOPS = re.compile("P[DF]B")
"""«、乙市【高质量发展】建设B»."""
_WHOSE_VERB = re.compile(r"P(?:[、h]P)*[ALU]+B")
_DESCRIBED = re.compile(r"[AUXL]*(?P<verb>B)(?P<object>[^，；：。]{1,12}?(?:H|”[VN]))t(?P<place>P)")
"""«正在建设A的甲省», «素有“A”之称的甲县»."""
_GOES_ON_BEHIND = frozenset("ALVBDGUXY，、hp")
_PARTICLES = frozenset(names_of("particles_behind_verbs.txt"))
_BY_MEASURE = re.compile("gA+")
"""«以更高标准打造A», not «以优化服务更好建设A»."""
_OF_A_FIRM = re.compile("LJ?N?E$")
"""«甲市支持企业打造A»."""
_TAKEN = re.compile("[gU](?:P(?=[NE]))?(?P<thing>[NJIYKHFEDVB]+)[AUL]*$")
_THINGS = frozenset("NIKFE")
_SHALL = "将"
_TAKING = frozenset(("把", _SHALL))
_PURPOSE = frozenset("pi")
_GOING_ON = frozenset("VYl")
"""Last letters of a clause that goes on behind a purpose: 为建设…提供支撑."""
_NAMED_BY_VERB = re.compile("[NYI]BP?H(?:[、hB，。；]|$)")
"""A bare head behind a verb with a noun before it: the verb belongs to the role's name."""
_AS = "作为"
_AIMED = frozenset((_AS, *names_of("aimed_at.txt")))
"""Prepositions whose object a place is to become: 围绕打造…."""
_CIRCUMSTANTIAL = frozenset(("在", "以", "用于", "参与", "对", "的"))


def role_frames(tokens: Tokens, names: Names, clause: Clause) -> Iterator[RoleFrame]:
    """Yield the role frames of a clause, in order.

    Arguments: tokens; names; clause.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def objects(text):
    ...     reading = prepare(Document("a", text))
    ...     found = role_frames(reading.tokens, reading.names, reading.clauses[0][0])
    ...     return [(frame.kind, reading.tokens.written(frame.first, frame.last)) for frame in found]
    >>> objects("沈阳获批国家物流枢纽"), objects("推进区域性金融中心建设")
    ([('becoming', '国家物流枢纽')], [('advanced', '区域性金融中心')])
    >>> objects("支持沈阳打造金融中心、大连建设航运中心")
    [('becoming', '金融中心'), ('becoming', '航运中心')]
    >>> objects("把沈阳打造成为开放的重要门户的光荣使命")
    [('stood', '开放的重要门户的光荣'), ('becoming', '开放的重要门户')]
    >>> objects("锚定省委确定的建设金融中心的目标"), objects("把握中央赋予的建设国家物流枢纽任务")
    ([('becoming', '金融中心')], [('becoming', '国家物流枢纽任务')])
    >>> objects("沈阳为建设金融中心提供支撑"), objects("在建设金融中心中"), objects("沈阳尚未建成金融中心")
    ([], [], [])
    """
    first, last = tokens.within(clause.start, clause.end)
    letters = tokens.letters
    for frame in (
        *nominal_role_frames(tokens, names, first, last),
        *clause_role_frames(tokens, names, first, last),
    ):
        if not is_denied_object(tokens, first, frame.first, frame.last, last):
            yield frame
    if "B" not in letters[first:last]:
        return
    described = _DESCRIBED.match(letters, first, last)
    denied = described is not None and is_denied(tokens, first, described.start("verb"))
    if described is not None and not denied and (places := _described(tokens, names, described, last)) is not None:
        yield RoleFrame("becoming", described.start("verb"), *described.span("object"), places)
    done = within = first
    shared: PlaceList | None = None
    for match in tokens.find(_BECOMING, first, last):
        verb = match.start()
        if verb < within and letters[verb + 1 : verb + 2] == "H":
            continue  # 创建价格形成中心
        if verb < done or _is_circumstance(tokens, first, verb, last) or _is_part_of_name(tokens, first, verb):
            continue
        start = verb + 1
        while start < last and tokens.word(start) in _PARTICLES:
            start += 1
        end = object_end(tokens, verb, start, last)
        if (
            _OF_A_FIRM.search(letters[first:verb])
            or _WHOSE_VERB.match(letters, start, end)
            or is_denied(tokens, first, verb)
            or _is_of_a_thing(tokens, first, verb)
        ):
            continue  # 这是甲加快建设A的关键时期; 甲尚未建成A
        if start < end and letters[start] not in "B、":
            acts = verb - (verb > first and letters[verb - 1] == "B")  # 将甲打造|成为A
            acts -= acts - 2 >= first and _DEVELOPS.match(letters, acts - 2) is not None
            places = list_before(tokens, names, first, acts) or places_apart(tokens, names, first, verb)
            if letters[start] != "t":
                shared = places = places or shared  # 支持甲市建设A打造B
            made = (
                letters[start] == "P" and "g" not in letters[first:verb] and not has_class(tokens.word(verb), "being")
            )
            opened = listed_places(tokens, names, start, end) if places is None and made else None
            if (
                opened is not None
                and len(opened.names) > 1
                and opened.behind < end
                and (letters[opened.behind] in "NJIP" or letters.startswith("DH", opened.behind))
            ):
                places, start = opened, opened.behind  # 做强甲、乙区域中心城市
            if letters[start] == "t":  # 甲正在建设的R; 甲、乙共建的新区 has no place before its verb
                if places is None or start + 1 >= end:
                    continue
                start += 1
            yield RoleFrame("becoming", verb, start, end, places)
            done, within = end if has_class(tokens.word(verb), "firmly_becoming") else start, end


def _is_of_a_thing(tokens: Tokens, first: int, verb: int) -> bool:
    """«把项目建设作为突破口», «将甲市某纪念馆命名为A»: what is made of a thing that is no place."""
    taken = _TAKEN.search(tokens.letters[first:verb])
    if taken is None or _THINGS.isdisjoint(taken["thing"]):
        return False
    at = first + taken.start()
    shall = tokens.word(at) == _SHALL and tokens.letters[at + 1] in "VDBLG"  # 将聚焦数字经济打造A
    return tokens.word(at) in _TAKING and not shall


def _described(tokens: Tokens, names: Names, match: re.Match[str], last: int) -> PlaceList | None:
    """The places that a clause opens by describing: «正在建设A的甲省加快…», not «打造A的甲省样板»."""
    places = listed_places(tokens, names, match.start("place"), last)
    if places is None or not has_class(tokens.word(match.start("verb")), "becoming"):
        return None
    goes_on = places.behind >= last or tokens.letters[places.behind] in _GOES_ON_BEHIND
    return places if goes_on else None


def _is_part_of_name(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a verb is a noun in the name of what is made or reached: 国家生态文明建设示范区."""
    if verb > first and _NAMED_BY_VERB.match(tokens.letters, verb - 1) and has_class(tokens.word(verb), "also_making"):
        return True  # 生态文明建设排头兵
    start = verb
    while start > first and tokens.letters[start - 1] in "NYIJ":
        start -= 1
    scoped = any(has_class(tokens.word(index), "scoping") for index in range(start, verb - 1))
    return scoped and tokens.letters[verb - 1] in "NYI" and has_class(tokens.word(verb), "also_making")


def _is_circumstance(tokens: Tokens, first: int, verb: int, last: int) -> bool:
    """Whether a verb of becoming is part of a circumstance: 为建设…提供支撑, 在打造…中, 以建成…为由."""
    index = verb - 1
    while index >= first and tokens.letters[index] in "AUL":
        index -= 1
    if index < first:
        return False
    word, letter = tokens.word(index), tokens.letters[index]
    if word == "以" and has_class(tokens.word(last - 1), "standing"):
        return False  # 以建设A为目标, 以创建A为契机
    if word == "以" and _BY_MEASURE.fullmatch(tokens.letters, index, verb) and "p" not in tokens.letters[verb:last]:
        return False  # 以更高标准打造A
    if letter in _PURPOSE and word not in _AIMED and not (word == "为" and index == first):
        return index > first or tokens.letters[last - 1] in _GOING_ON
    if word == "的" and index > first and has_class(tokens.word(index - 1), "granting"):
        return False  # 锚定省委确定的建设A、B
    return word in _CIRCUMSTANTIAL
