"""Places for which a clause has a plan made or carried out: «推动出台新一轮甲区总体发展规划，聚力发展A», «实施甲圈一体化工程，建设A».

Accepted: a verb of issuing or carrying out, one place or several, and what ends in a kind of plan; what follows speaks of the place.
Refused: «编制甲市乙产业园建设方案», whose place is another; a plan for a province or for a region that all know.
"""

from __future__ import annotations

import re

from extract.clauses.place_lists import PlaceList, listed_places
from extract.names.name import Names
from extract.names.region_words import lies_within_a_place
from extract.tokens import Tokens
from extract.wordlists import names_of

_BEFORE = re.compile(r"[VLBDANJYm]{0,6}?(?P<issued>[VNB])[JNKA]{0,2}(?=P)")
_PLAN = re.compile(r"[NJYVDKHAFBE]{1,6}")


def planned_places(tokens: Tokens, names: Names, at: int, last: int) -> PlaceList | None:
    """The places that a clause has a plan made for, and nothing else; None where it does not.

    Arguments: tokens; names; at, the token at which the clause opens; last, the one behind it.

    >>> from extract.pipeline import claims
    >>> claims("广东省：推动出台新一轮南沙总体发展规划，提质建设国际航运枢纽。", "hasPositioning")
    ['南沙区 → 国际航运枢纽']
    >>> claims("辽宁省：深入实施沈阳都市圈一体化发展工程，加快建设新型工业化示范区。", "hasPositioning")
    ['沈阳都市圈 → 新型工业化示范区']
    >>> claims("广东省：出台长江经济带发展规划，提质建设国际航运枢纽。", "hasPositioning")
    ['广东省 → 国际航运枢纽']
    """
    before = _BEFORE.match(tokens.letters, at, last)
    verb = tokens.word(before.start("issued")) if before is not None else ""
    if before is None or verb not in {*names_of("issuing_verbs.txt"), *names_of("carrying_out.txt")}:
        return None
    places = listed_places(tokens, names, before.end(), last)
    if places is None or places.first != before.end() or not _PLAN.fullmatch(tokens.letters, places.behind, last):
        return None
    planned = [name.entities[0] for name in places.names]
    wide = any(one.kind == "Province" or (one.kind == "Region" and not lies_within_a_place(one.key)) for one in planned)
    kinds = (*names_of("plan_genres.txt"), *names_of("programs_for_places.txt"))
    return None if wide or not tokens.word(last - 1).endswith(kinds) else places
