"""Nominal role frames: where a noun behind a passage, or a place right before it, says that it is a role.

Pattern: «推进A建设», «A建设扎实推进», «按照A、B的功能定位», «发挥甲A作用», «甲、乙等A», «A甲», «A（甲、乙）», «以甲为A»,
«甲国家A».
Whether what stands in a frame is a role is decided by a table of weights.

Accepted: «推进区域性金融中心建设», «支持沈阳开展试点城市建设», «按照示范区、先行区的功能定位».
Refused: «推进道路建设项目», where what is behind the passage goes on; «沈阳等城市», whose noun has no modifier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import PlaceList, list_before, listed_places
from extract.grammar.appositions import appositions
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.upheld_role_frames import upheld_role_frames
from extract.names.name import Names
from extract.names.region_words import is_well_known
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of, word_classes

_TRAILING = re.compile(
    r"(?:[LApg]|V(?!H)|Y(?=[JN]))[AL]*(?P<object>r?(?:[NJHIYPKmQqVDtFlC、h（）“”—xAEp]|B(?=H[、hB]))*[NHPK”])t?(?P<verb>B)(?=[，、；。“VXGA]|$)"
)
_PROGRESSING = re.compile(
    r"[UAT，]*(?P<places>P(?:[、h]P)*(?=[JNIH]))?(?P<object>[NJIHYFAVEKt、h]*[NJIHYFAEK]V?H(?:、[NJIY]+[HN])*|“[QmHKN]{2,6}”N?)(?P<verb>B)(?P<behind>[AUGVLDYFNB])"
)
"""«国家公园示范省建设扎实推进», «“四个中心”功能建设不断加强»."""
_EXAMPLES = re.compile(
    r"P(?:[、h—x]?P)*e(?:[NlViu]{1,2}t)?(?P<size>Q)?r?(?P<object>P?(?:[JNIHYAVKt]|G(?=H)){0,8}[NH])(?![NHEKt])"
)
_OF_PLACES = ("个", "座", "大")
"""Ends of a number that counts places: 甲、乙等6个R, not 等5家R."""
_MEANS = re.compile(
    r"[gVBLY、](?P<places>P(?:[、h—x]?P)*)p(?P<object>[JNIHYAVh]{0,6}?H(?=t)|[JNIHYAVt]{0,8}[NHK](?![NHEt]))"
)
_FORWARD = frozenset(names_of("looking_forward.txt"))
_HANDED = ("把", "将")
"""«把A建设摆在突出位置»."""
_STANDING_BEFORE = re.compile(r"[pVLBGYADUX]")


def nominal_role_frames(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """Yield the nominal frames of a clause: those before …建设, what is upheld, then …定位, 等…, 以…为….

    Arguments: tokens; names; first token of the clause and the one behind its last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def objects(text):
    ...     row = prepare(Document("a", text))
    ...     found = nominal_role_frames(row.tokens, row.names, 0, len(row.tokens.letters) - 1)
    ...     return [(frame.kind, row.tokens.written(frame.first, frame.last)) for frame in found]
    >>> objects("支持沈阳开展国家创新型城市建设。"), objects("发挥沈阳创新策源地作用。")
    ([('advanced', '国家创新型城市')], [('stood', '创新策源地')])
    >>> objects("巩固粮食生产大省地位。"), objects("立足粮食生产大省定位。")
    ([('upheld', '粮食生产大省')], [('stood', '粮食生产大省')])
    >>> objects("紧扣“两中心两地”战略定位。")
    [('upheld', '“两中心两地”')]
    >>> objects("沈阳这一核心区率先发展。"), objects("走进国家历史文化名城沈阳。")
    ([('apposed', '核心区')], [('apposed', '国家历史文化名城')])
    """
    if tokens.letters.find("B", first, last) >= 0:
        yield from _advanced(tokens, names, first, last)
    yield from upheld_role_frames(tokens, first, last)
    if not word_classes()["standing"].isdisjoint(tokens.spelled[first:last]):
        yield from _stood(tokens, names, first, last)
    if tokens.letters.find("P", first, last) >= 0:
        yield from _named(tokens, names, first, last)


def _advanced(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«加快推进A建设»: the verb stands behind its object."""
    progress = _PROGRESSING.match(tokens.letters, first, last)
    if progress is not None and has_class(tokens.word(progress.start("verb")), "standing") and _goes(tokens, progress):
        whose = listed_places(tokens, names, progress.start("places"), last) if progress["places"] else None
        yield RoleFrame("advanced", progress.start("verb"), *progress.span("object"), whose)
    for match in tokens.find(_TRAILING, first, last):
        if has_class(tokens.word(match.start("verb")), "standing"):
            start, end = match.span("object")
            joint = tokens.letters.find("hP", start, end)
            if joint > start and tokens.word(joint) == _AND and "H" not in tokens.letters[start:joint]:
                start = joint + 1  # 围绕国家战略要求和【甲市A、B建设】
            places = listed_places(tokens, names, start, end) or _for_whom(tokens, names, first, start)
            start = places.behind if places is not None and places.behind < end else start
            if end - start > 1 and tokens.word(end - 1).endswith(names_of("project_heads.txt")):
                continue  # 推进度假区重点项目建设
            opener = tokens.word(match.start())
            if tokens.letters[match.start()] in "pg" and opener not in (*_FORWARD, *_HANDED):
                continue
            while start + 1 < end and (tokens.letters[start] in "LA" or _opens_works(tokens.word(start))):
                start += 1  # 支持甲市开展A建设
            yield RoleFrame("advanced", match.start("verb"), start, end, places)


def _for_whom(tokens: Tokens, names: Names, first: int, last: int) -> PlaceList | None:
    """«为甲市深化A建设提供…»: the place for which something is done, and whose role is advanced."""
    opens = first + 1 < last and tokens.word(first) == "为" and tokens.letters[first + 1] == "P"
    return listed_places(tokens, names, first + 1, last) if opens else None


def _is_own(tokens: Tokens, names: Names, at: int) -> bool:
    """«甲、乙等【全省】区域中心城市»: a word by which the text names its own place."""
    return names.at(tokens.starts[at], tokens.ends[at], "self") is not None


def _goes(tokens: Tokens, match: re.Match[str]) -> bool:
    """Whether what stands behind …建设 says how it goes: 扎实推进, 成效显著; a noun that is none goes on with it (…建设项目)."""
    return match["behind"] != "N" or has_class(tokens.word(match.start("behind")), "succeeding")


def _opens_works(word: str) -> bool:
    """开展, 实施: a verb before what is advanced that is also said of works."""
    return has_class(word, "also_making") and not has_class(word, "standing")


def _named(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲、乙等R», «以甲为R»: a noun behind places says what they are."""
    for match in tokens.find(_EXAMPLES, first, last):
        places = listed_places(tokens, names, match.start(), match.start("object"))
        counted = match["size"] or ""
        if tokens.letters[match.start("object")] == "P" and not _is_own(tokens, names, match.start("object")):
            continue
        if places is not None and (not counted or tokens.word(match.start("size")).endswith(_OF_PLACES)):
            start, end = match.span("object")
            head = tokens.letters.rfind("H", start, end) + 1
            if start < head < end and tokens.letters[head] == "V":
                end = head  # 等中心城市【引起热议】
            yield RoleFrame("examples", start - 1, start, end, places)
    for apposition in appositions(tokens, names, first, last):
        yield RoleFrame("apposed", *apposition)
    behind = -1
    for match in tokens.find(_MEANS, first, last):
        places = listed_places(tokens, names, match.start("places"), match.end("places"))
        goes_on = match.start() == behind  # 以甲为A、【乙为B】
        taken = (
            goes_on or tokens.word(match.start()).endswith("以") or has_class(tokens.word(match.start()), "granting")
        )
        if places is not None and taken and tokens.word(match.end("places")) == "为":
            behind = match.end("object")
            yield RoleFrame("means", match.end("places"), *match.span("object"), places)


_OF_HEAD = re.compile("[NIJ]VH")
"""«物流集散枢纽»: a verb that only says of what kind a head is."""
_NAMED_BY_VERB = re.compile("[NIYJ][BD]H")
"""«生态文明建设先行区»: a verb within the name of a role."""
_POINTED = re.compile("[”H]r|rm|t[AJ]")
_EXERTED = frozenset(("充分发挥",))
"""What jieba takes for a noun before 作用."""
_AND = "和"
_WITHIN = re.compile(r"[NJIHYAVFKtmQ、h“”]+")


def _said_from(tokens: Tokens, first: int, end: int) -> int:
    """The token behind what opens a role (按照A、B的, 发挥A的), else the one from which on no verb or clause begins."""
    low = end
    while low > first and tokens.letters[low - 1] not in "，；：。":
        low -= 1
    while low < end and tokens.letters[low] in "AUXTh":
        low += 1
    if low + 1 < end and has_class(tokens.word(low), "exercising"):
        return low + 1
    start = end
    while start > first and tokens.letters[start - 1] not in "，；：。p":
        start -= 1
    if start > first and tokens.letters[start - 1] == "p":
        return start
    start = end
    while (
        start > first
        and tokens.letters[start - 1] not in "，；：。"
        and tokens.word(start - 1) not in _EXERTED
        and (
            not _STANDING_BEFORE.match(tokens.letters[start - 1])
            or (has_class(tokens.word(start - 1), "describing") and "t" in tokens.letters[start:end])
            or (tokens.letters[start - 1] == "A" and tokens.letters[start] == "H")
            or (tokens.letters[start - 1] == "Y" and tokens.letters[start] in "tH")  # 国内大循环的重要节点, 设计之都
            or _OF_HEAD.match(tokens.letters, start - 2)
            or _NAMED_BY_VERB.match(tokens.letters, start - 2)
        )
    ):
        start -= 1
    return start + (start + 1 < end and tokens.word(start) in names_of("particles_behind_verbs.txt"))


def _stood(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«按照A、B的功能定位», «发挥甲A作用»: a noun behind the object says that it is a role."""
    for index in range(first + 2, last):
        if tokens.letters[index] not in "NYHVK" or not has_class(tokens.word(index), "standing"):
            continue
        if has_class(tokens.word(index), "becoming"):
            continue
        end = index
        while end > first and (
            tokens.letters[end - 1] in "te"
            or has_class(tokens.word(end - 1), "standing_for")
            or _POINTED.match(tokens.letters, end - 2, end)
        ):
            end -= 1  # “A”【这一】定位, “A”的【新】使命
        if tokens.letters[end - 1] in "Qm":
            continue  # 六大功能板块
        start = _said_from(tokens, first, end)
        start += start + 1 < end and tokens.letters[start] == "B"  # 围绕建设A的定位
        places = None
        at = tokens.letters.rfind("P", start, end)
        if at > start and tokens.letters[at - 1] == "P" and is_well_known(tokens.word(at)):
            at -= 1  # 增强洛阳市【中原】副中心城市的辐射力
        if at >= 0 and not _is_of_role(tokens, first, start, at) and _WITHIN.fullmatch(tokens.letters, at + 1, end):
            places = list_before(tokens, names, first, at + 1)
            start = at + 1 if places is not None else start
            # 甲的R定位; 甲、乙、丙三大R功能; 对甲【完善】R功能
            start += tokens.letters[start] in "tQVL" and start + 1 < end
        if start < end:
            firm = has_class(tokens.word(index), "ranking") and has_class(tokens.word(start - 1), "exercising")
            quoted = tokens.letters[start] == "“" and tokens.letters[end - 1] == "”"
            firm = firm or (quoted and has_class(tokens.word(index), "positioning_nouns"))
            yield RoleFrame("upheld" if firm else "stood", index, start, end, places)


def _is_of_role(tokens: Tokens, first: int, start: int, at: int) -> bool:
    """Whether the last place within what is said to be a role belongs to it, and is not whose role it is."""
    before = tokens.letters[at - 1] if at > first else ""
    governs = bool(before) and (before == "p" or has_class(tokens.word(at - 1), "exercising"))
    if governs and "P" in tokens.letters[first : at - 1]:
        return True  # 甲市立足乙省R定位
    if at == start and tokens.letters.startswith("Jt", at + 1):
        return True  # 东部沿海地区重要的中心城市
    if at > start and before in "、h" and tokens.letters[at - 2] == "H":
        return True  # A、乙圈重要节点等功能
    while at > first and tokens.letters[at] in "P、h":
        at -= 1
    return has_class(tokens.word(at), "describing")  # 面向南亚、东南亚辐射中心


def says_role(tokens: Tokens, index: int, last: int) -> bool:
    """«…的战略目标», «…的功能定位»: the noun says what stands before is a role."""
    while index < last and (has_class(tokens.word(index), "standing_for") or tokens.letters[index] == "J"):
        index += 1
    told = index < last and has_class(tokens.word(index), "standing")
    return told and not tokens.letters.startswith("t", index + 1)  # 以互联互通为目标的中心
