"""Places whose own strength a clause speaks of: «发挥甲市区位优势，建设A», «进一步提升乙市辐射带动功能，…，打造B».

Accepted: a verb of promoting, one place, and nouns that end in what a place has.
Refused: «发挥甲市作为枢纽的作用», where the clause says more; «提升甲市的乙县能级», whose place is another.
"""

from __future__ import annotations

import re

from extract.clauses.place_lists import PlaceList, listed_places
from extract.names.name import Names
from extract.names.region_words import lies_within_a_place
from extract.tokens import Tokens
from extract.wordlists import names_of

_STRENGTH = re.compile(r"[NJYVDKHhILBGF]{1,8}")


def promoted_places(tokens: Tokens, names: Names, at: int, last: int) -> PlaceList | None:
    """The place whose strength a clause speaks of, and nothing else; None where it does not.

    Arguments: tokens; names; at, the token at which the clause opens; last, the one behind it. A region that all know (长三角) is
    wider than what is done with its strength.

    >>> from extract.pipeline import claims
    >>> claims("四川省：发挥成都区位优势，建设国家商贸物流中心。", "hasPositioning")
    ['成都市 → 国家商贸物流中心']
    >>> claims("四川省：发挥长三角区位优势，建设国家商贸物流中心。", "hasPositioning")
    ['四川省 → 国家商贸物流中心']
    """
    at += at + 1 < last and tokens.letters[at] == "A"  # 继续发挥甲区优势
    promoted = tokens.word(at) in names_of("promoting_verbs.txt")
    places = listed_places(tokens, names, at + 1, last) if promoted else None
    if places is None or places.first != at + 1 or len(places.names) != 1:
        return None
    strength = _STRENGTH.fullmatch(tokens.letters, places.behind, last)
    one = places.names[0].entities[0]
    wide = one.kind == "Province" or (one.kind == "Region" and not lies_within_a_place(one.key))
    if strength is None or wide or not tokens.word(last - 1).endswith(names_of("strengths_of_places.txt")):
        return None
    return places
