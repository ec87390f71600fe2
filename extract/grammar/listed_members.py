"""Members that are listed before the region which they are of.

Pattern: «将甲市、乙市等纳入丙都市圈», «甲市、乙市等丙经济区协同发展».

Accepted: «三门峡、济源等豫西转型创新发展示范区», two members; «广州、惠州等珠三角5市», two of five.
Refused: «未将洛阳、平顶山纳入郑州都市圈»; «将洛阳、开封经验列入郑州都市圈»; «学习北京、上海等都市圈经验»; «合肥、芜湖等长三角城市», where a
region that all know only says where the places lie; «沈阳融入京津冀», with nothing listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import listed_places
from extract.findings import Claim
from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name
from extract.names.region_words import is_well_known
from extract.numerals import SEVERAL
from extract.reading import Reading
from extract.tokens import Tokens
from extract.tokens.denials import is_denied
from extract.wordlists import any_of, names_of

RULE = "listed_members"
_TAKEN_IN = re.compile(r"P(?:[、h]P)+(?P<between>e?[NHKQm]?)[AU]*(?P<verb>[VLB])(?P<region>P)(?=[，；。”）]|$)")
_MADE_UP = re.compile(r"(?P<places>P(?:[、h]P)+)(?P<between>Q?[NK]?)A?V{1,2}t“?(?P<region>P)")
"""«甲市、乙县组成的“丙产业带”»."""
_FOR_EXAMPLE = re.compile(r"[LD][AL]*(?P<places>P(?:[、h]P)+)(?P<between>e)(?P<region>P)(?=[ADF，；。]|N?[ADF])")
_SOME_OF = re.compile(r"(?P<places>P(?:[、h]P)+)(?P<between>e)(?P<region>P)[Qm]")
"""«甲市、乙市等丙区域5市», of which some are named."""
COUNTED_MEMBERS = rf"(?P<number>\d+|[{SEVERAL}]+)个?{any_of('counted_members.txt')}"
_COUNT = re.compile(COUNTED_MEMBERS)
_BEFORE_THE_LIST = frozenset("gUAL，")
"""Letters of what may stand in the clause before places that are taken into a region: 【将】甲市、乙市纳入丙都市圈."""
_WITH = frozenset(("与", "同"))
"""«推动甲与乙、丙等丁城市合作»: what stands before is a partner of the list."""


def _behind_partner(tokens: Tokens, first: int, last: int) -> int:
    """The token at which a list begins whose first place is only a partner of the others."""
    marks = [at for at in range(first, last) if tokens.letters[at] in "、h"]
    return marks[0] + 1 if len(marks) > 1 and tokens.word(marks[0]) in _WITH else first


def listed_members(reading: Reading) -> Iterator[Claim]:
    """Yield each region that a list of places stands before, with these as its members.

    Arguments: reading. A region that all know (长三角) only says where its examples lie, unless it counts its members.

    >>> from extract.pipeline import claims
    >>> claims("将沈阳市、鞍山市等纳入辽中南城市群。", "hasMember")
    ['辽中南城市群 → 沈阳市', '辽中南城市群 → 鞍山市']
    >>> claims("带动三门峡、济源等豫西转型创新发展示范区发展。", "hasMember")
    ['豫西转型创新发展示范区 → 三门峡市', '豫西转型创新发展示范区 → 济源市']
    >>> claims("沈阳市、鞍山市组成的“辽中产业带”承接转移。", "hasMember")
    ['辽中产业带 → 沈阳市', '辽中产业带 → 鞍山市']
    >>> claims("广州、惠州等珠三角5市已成功创建国家森林城市，合肥、芜湖等长三角城市合作。", "hasMember")
    ['珠三角 → 广州市', '珠三角 → 惠州市']
    >>> claims("未将沈阳、鞍山纳入辽中南城市群。", "hasMember"), claims("将沈阳、鞍山纳入辽中南城市群规划。", "hasMember")
    ([], [])
    >>> claims("沈阳、大连等在京津冀城市群招商。", "hasMember"), claims("沈阳、大连融入京津冀城市群。", "hasMember")
    ([], [])
    """
    tokens = reading.tokens
    for match in _TAKEN_IN.finditer(tokens.letters):
        region = _region(reading, match)
        if region is not None and _takes_in(tokens, match):
            yield from _claims(reading, match.start(), match.start("between"), region)
    for match in _MADE_UP.finditer(tokens.letters):
        region = _region(reading, match)
        verb = tokens.letters.rfind("t", match.start(), match.start("region")) - 1
        if region is not None and tokens.word(verb).endswith(names_of("verbs_of_making_up.txt")):
            yield from _claims(reading, match.start("places"), match.start("between"), region)
    for match in _FOR_EXAMPLE.finditer(tokens.letters):
        region = _region(reading, match)
        if region is not None and not is_well_known(region.entities[0].key):
            yield from _claims(reading, match.start("places"), match.start("between"), region)
    for match in _SOME_OF.finditer(tokens.letters):
        region = _region(reading, match)
        count = _COUNT.match(reading.text, region.end) if region is not None else None
        if region is not None and count and number_of(count["number"]) > match["places"].count("P"):
            yield from _claims(reading, match.start("places"), match.start("between"), region)


def _region(reading: Reading, match: re.Match[str]) -> Name | None:
    at = match.start("region")
    name = reading.names.at(reading.tokens.starts[at], reading.tokens.ends[at], "place")
    return name if name is not None and [entity.kind for entity in name.entities] == ["Region"] else None


def _takes_in(tokens: Tokens, match: re.Match[str]) -> bool:
    """Whether a verb takes the places themselves into the region, and the clause says so of now or of what shall be."""
    verb, first = match.start("verb"), match.start()
    start = max(tokens.letters.rfind(mark, 0, first) + 1 for mark in "，；。：n")
    noun = tokens.word(verb - 1) if match.end("between") > match.start("between") else ""
    of_places = not noun or tokens.letters[verb - 1] in "AUe" or noun.endswith(names_of("ends_of_counted_places.txt"))
    plain = set(tokens.letters[start:first]) <= _BEFORE_THE_LIST and of_places
    return plain and tokens.word(verb) in names_of("taken_into_a_region.txt") and not is_denied(tokens, start, verb)


def _claims(reading: Reading, first: int, last: int, region: Name) -> Iterator[Claim]:
    """The places listed between two tokens as members of a region."""
    places = listed_places(reading.tokens, reading.names, _behind_partner(reading.tokens, first, last), last)
    if places is None:
        return
    (whole,) = region.entities
    for name in places.names:
        for member in name.entities:
            if member != whole:
                yield Claim(whole, "hasMember", member, places.names[0].start, region.end, "Stated", RULE)
