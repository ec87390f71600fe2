"""Places that no list and no shape knows, told by what they do: «青峰药谷聚焦…», «伊滨区（经开区）发展…», «长岛实施…».

Accepted: a name with a word of its own that ends as a place's does, before a verb of building or developing with an object.
Refused: «产业园发展…», «城镇建设加快», whose words are all common.
"""

from __future__ import annotations

import re

from extract.clauses.other_subjects import EVERY
from extract.gazetteer import gazetteer
from extract.tokens import Tokens
from extract.wordlists import names_of
from extract.words import is_known, tagged

_STRANGER = re.compile(
    r"[NJKIYHV][NJKIYH]{0,4}(?P<gloss>（[^（）]{1,6}）)?(?=[AUX]*(?P<verb>[BDGVYpg])(?![，、；：ltLAG]|$))"
)
"""«青峰药谷聚焦…», «伊滨区（经开区）发展…»: what is named as a place is and acts, and is no place that is known."""
_ALONE = re.compile(r"N(?=[AUX]*(?P<verb>[BDGVYpg])(?![，、；：ltLAG]|$))")
"""«北川发挥…»: one name, which elsewhere is that of a place."""
_HEADED = re.compile(r"[NIJYF]{1,5}[NH](?=，|$)")
"""«木雕专业镇，重点支持…»: a settlement that opens its sentence and stands alone."""
_LEAST_NAMED = 2
"""Code points of such a name."""
_UNITS = ("县", "市", "区", "乡", "街道", "州")


def acting_stranger(tokens: Tokens, at: int, last: int) -> re.Match[str] | None:
    """The name of a place that is no known one, with which a clause opens that says what it builds or develops.

    Arguments: tokens; at, the token at which the clause opens; last, the one behind it.

    >>> from extract.tokens import tokenize
    >>> def opens(text):
    ...     row = tokenize(text, ())
    ...     found = acting_stranger(row, 0, len(row.letters))
    ...     return found and row.written(*found.span())
    >>> opens("青峰药谷聚焦新药"), opens("伊滨区（经开区）发展新能源"), opens("产业园发展新能源"), opens("城镇建设加快")
    ('青峰药谷', '伊滨区（经开区）', None, None)
    """
    found = _STRANGER.match(tokens.letters, at, last)
    if found is not None and _is_stranger(tokens, at, found):
        return found
    alone = _ALONE.match(tokens.letters, at, last)
    if alone is not None and _is_homograph(tokens, at, alone):
        return alone
    headed = _HEADED.match(tokens.letters, at, last)
    opens = at == 0 or tokens.letters[at - 1] in "。n；"
    settled = headed is not None and tokens.written(*headed.span()).endswith(names_of("settlements_that_act.txt"))
    return headed if opens and settled else None


def _is_stranger(tokens: Tokens, first: int, match: re.Match[str]) -> bool:
    """Whether what opens a clause and builds or develops something has a name of its own that ends as a place's does: 青峰药谷."""
    glossed = match.start("gloss") >= 0
    last = match.start("gloss") if glossed else match.end()
    name = tokens.written(first, last)
    ends = (*names_of("settlements.txt"), *_UNITS) if glossed else ()
    whole = name.endswith((*names_of("ends_of_unknown_places.txt"), *ends)) and len(name) >= _LEAST_NAMED
    verb = tokens.word(match.start("verb"))
    guessed = tokens.letters[first] != "V" or not is_known(tokens.word(first))
    return (
        guessed
        and whole
        and verb in names_of("verbs_of_acting_places.txt")
        and has_proper_opening(tokens.word(first), name)
    )


def _is_homograph(tokens: Tokens, first: int, match: re.Match[str]) -> bool:
    """Whether a place of another province, whose name is also that of one here, acts: «北川发挥…» in a text of 西宁."""
    named = any(place.parent_code for place in gazetteer().by_name.get(tokens.word(first), ()))
    return named and tokens.word(match.start("verb")) in names_of("verbs_of_acting_places.txt")


def has_proper_opening(word: str, name: str) -> bool:
    """Whether a name opens with a word that is no common one: a guess of the cutter, or a name that its dictionary has.

    >>> has_proper_opening("青峰", "青峰药谷"), has_proper_opening("产业", "产业新城"), has_proper_opening("长岛", "长岛")
    (True, False, True)
    """
    kinds = (*names_of("kinds_of_settlements.txt"), *names_of("region_heads.txt"))
    if name in kinds or name[0] in EVERY:
        return False
    tag = tagged(word)[0].tag
    return not is_known(word) or tag.startswith(_TAGS_OF_NAMES)


_TAGS_OF_NAMES = ("nr", "ns", "nz", "nt")
"""Tags of the cutter's dictionary for words that are names."""
