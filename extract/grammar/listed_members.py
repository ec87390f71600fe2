"""Members that are listed before the region which they are of.

Pattern: «将甲市、乙市等纳入丙都市圈», «甲市、乙市等丙经济区协同发展».

Accepted: «三门峡、济源等豫西转型创新发展示范区», two members.
Refused: «沈阳、大连等在京津冀招商», where the region is where something is done; «合肥、芜湖等长三角城市», where a region that all know
only says where the places lie.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.clauses import listed_places
from extract.findings import Claim
from extract.names.region_words import is_well_known
from extract.reading import Reading
from extract.tokens import Tokens
from extract.wordlists import names_of

RULE = "listed_members"
_BEFORE_REGION = re.compile(r"P(?:[、h]P)+(?P<between>e|[eNKQ]{0,3}A*[VLB])P")
_WITH = "与"
"""«推动甲与乙、丙等丁城市合作»: what stands before is a partner of the list."""


def _behind_partner(tokens: Tokens, first: int, last: int) -> int:
    """The token at which a list begins whose first place is only a partner of the others."""
    marks = [at for at in range(first, last) if tokens.letters[at] in "、h"]
    return marks[0] + 1 if len(marks) > 1 and tokens.word(marks[0]) == _WITH else first


def listed_members(reading: Reading) -> Iterator[Claim]:
    """Yield each region that a list of places stands before, with these as its members.

    >>> from extract.pipeline import claims
    >>> claims("将沈阳市、鞍山市等纳入辽中南城市群。", "hasMember")
    ['辽中南城市群 → 沈阳市', '辽中南城市群 → 鞍山市']
    >>> claims("带动三门峡、济源等豫西转型创新发展示范区发展。", "hasMember")
    ['豫西转型创新发展示范区 → 三门峡市', '豫西转型创新发展示范区 → 济源市']
    >>> claims("沈阳、大连等在京津冀城市群招商。", "hasMember"), claims("沈阳、大连融入京津冀城市群。", "hasMember")
    ([], [])
    """
    tokens = reading.tokens
    for match in _BEFORE_REGION.finditer(tokens.letters):
        first, last = match.span("between")
        by_verb = tokens.letters[last - 1] != "e"
        if by_verb and tokens.word(last - 1) not in names_of("taken_into_a_region.txt"):
            continue
        places = listed_places(tokens, reading.names, _behind_partner(tokens, match.start(), first), first)
        at = match.end() - 1
        region = reading.names.at(tokens.starts[at], tokens.ends[at], "place")
        if places is None or region is None or [entity.kind for entity in region.entities] != ["Region"]:
            continue
        if not by_verb and is_well_known(region.entities[0].key):
            continue
        for name in places.names:
            for member in name.entities:
                if member != region.entities[0]:
                    yield Claim(
                        region.entities[0], "hasMember", member, places.names[0].start, region.end, "Stated", RULE
                    )
