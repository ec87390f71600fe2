"""What a clause opens with: places, places that are let act, a place where something is, or a subject that is no place."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.clauses.other_subjects import other_subject
from extract.clauses.place_lists import PlaceList, listed_places
from extract.clauses.planned_places import planned_places
from extract.clauses.promoted_places import promoted_places
from extract.clauses.sayings import governed_places, meets, reported, says
from extract.clauses.strangers import acting_stranger
from extract.clauses.things_of_places import belongs_to_another, is_of_place, tells_of_a_work
from extract.clauses.values import Manner
from extract.names.name import Names
from extract.names.region_words import is_well_known, lies_within_a_place
from extract.numerals import COUNTING
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of, table

_LEAD = re.compile(
    r"(?:“[^”]{1,8}”[BVhpNL]?(?=P)|[NJ]{1,3}H(?=P)|[AUhxnmu—]|N?i?Tl?C?|rl?(?=[，、])|[、“”]|（[^）]*）|K(?=是)|[ilf]T|T|J(?=P))*"
)
_VERB_LIKE = re.compile(r"[AU]*[BDLGVYXgpiFM]|U(?=[QNJHI“])|A+P|[，。]|$")
_ADVANCED = re.compile(r"[JNFAH]{0,4}[BDYF](?=[，、；]|$)|[NHJ]{0,3}[lt]?[AU]*[JpV]")
"""«推进甲市一体化发展，…»: what is done for a place goes on as what the place does."""
_LET_OTHER = re.compile(
    r"[Lg](?:[VNJYA]{1,4}t)?[NEIHK][NEIHKJ]{0,4}(?:e[NKu]?)?[AU]*(?:B(?![，、；lt]|$)(?!(?<=HB)[GVX]))"
)
"""«支持企业打造…»: a verb that lets something act that is no place; not «推动文化强省建设实现…», where a role is advanced."""
_LETTING_TWICE = re.compile(r"LhV(?=P)")
"""«促进和保障甲区更好发挥…»."""
_MADE_INTO = re.compile("，[AUL]*B[^，；。]*[；。]")
"""What shall become of what is built, and nothing more: «建设甲新区，打造A。»."""
_DASHED = re.compile(r"[^，；：。BLG—]+H——(?=P(?:[、h]P)*(?:[AUBVLX]|$))")
"""«通向海洋的门户——甲市，…»."""
_PART = re.compile(r"(?:(?:[NmQJl]{1,3}|“[^”]{1,8}”)[pVB]|V)(?=P(?:[、h]P)*N?$)")
"""«东翼为甲园区，…»: what a part of a layout is."""
_PART_NAMED = re.compile(r"N(?=P(?:[、h]P)*$)")
"""«西翼甲片区，…»: a clause that only names what a part of a layout is."""
_IS = ("为", "是", "即")
_LYING = re.compile(r"[^，；：。]+t(?=P(?:[、h]P)*(?:[AUX]*[BDLGV]|$))")
_LIES = ("位于", "地处")
"""«位于晋冀蒙交界处的大同，是A»."""
_WE = "我们"
"""Who speaks is of the place that the paragraph speaks of."""
_MADE_OF, _DURING, _THAT_IS, _BY = "由", "中", "即", "以"
"""«以海洋经济发展为主题»: what is taken for something does not act."""
_PLACED = re.compile(r"[NlHJ]{0,3}(?:，|$|(?=[AU]*[BDVL]))")
_IN_THE_COURSE = re.compile(r"[DYVNJHPIK、h]{1,8}l")
"""«在长江经济带发展中发挥更大作用»: what happens elsewhere, where the one who acts takes part."""
_LED = frozenset("BDLGVYgpiF")
_ARTICLE, _LONGEST_ARTICLE = re.compile(rf"第[{COUNTING}百零\d]{{1,7}}条"), 5
"""The number of an article, and its tokens at most."""


class Opening(NamedTuple):
    """How a clause opens, with its places and the token behind them; `lets`, whether it lets act what is no place."""

    manner: Manner
    places: PlaceList | None = None
    behind: int = 0
    lets: bool = False


def opening(tokens: Tokens, names: Names, first: int, last: int) -> Opening:
    """Return what a clause opens with, behind its connectives, adverbs and times.

    Arguments: tokens; names; first token of the clause and the one behind its last.
    """
    first = _behind_article(tokens, first, last)
    lead = _LEAD.match(tokens.letters, first, last)
    at = lead.end() if lead else first
    if at >= last:
        return Opening("open", None, at)
    if (described := _described(tokens, at, last)) is not None:
        return _of_places(tokens, names, described, last)
    letter = tokens.letters[at]
    if first < at and tokens.letters[first] == "“" and _defines(tokens, at):
        meant = listed_places(tokens, names, at, last) if letter == "P" else None
        return Opening("located" if meant else "open", meant, meant.behind if meant else at)
    if tokens.word(at) == _WE:
        firm = at + 1 < last and tokens.letters[at + 1] == "E"  # 我们公司
        return Opening("other" if firm else "led", None, at + 1)
    if tokens.word(at) in names_of("nationwide.txt") and tokens.letters[at + 1 : at + 2] != "J":  # 全国重要基地
        return Opening("other", None, at)
    if letter == "P":
        if at > first and has_class(tokens.word(at - 1), "partnering"):
            return Opening("led", None, at)
        if (whole := _made_up_of(tokens, at, last)) is not None:
            return _of_places(tokens, names, whole, last)
        return _of_places(tokens, names, at, last)
    if tokens.word(at) in names_of("relied_on.txt") and (relied := _relied_on(tokens, names, at, last)) is not None:
        return Opening("located", relied, last)
    furthered = promoted_places(tokens, names, at, last) or planned_places(tokens, names, at, last)
    if furthered is not None:
        return Opening("located", furthered, last)
    part = _PART.match(tokens.letters, at, last)
    if part is not None and tokens.word(part.end() - 1) in (_IS if part.end() - at > 1 else {_THAT_IS}):
        return _of_places(tokens, names, part.end(), last)
    if _PART_NAMED.match(tokens.letters, at, last) and tokens.word(at).endswith(names_of("ends_of_layout_parts.txt")):
        return _of_places(tokens, names, at + 1, last)
    if letter == "O" and (governed := governed_places(tokens, names, at, last)) is not None:
        return Opening("subject", governed, governed.behind)
    if letter == "O":
        return Opening("open" if says(tokens, at, last) else "other", None, at + 1)
    if letter == "i":
        return _located(tokens, names, at, last)
    stranger = acting_stranger(tokens, at, last)
    if stranger is not None:
        return Opening("other", None, stranger.end())
    if letter in "LgBV" and (handed := _handed(tokens, names, at, last)) is not None:
        return handed
    if tokens.word(at) != _BY and _LET_OTHER.match(tokens.letters, at, last):
        return Opening("other", None, at, lets=True)
    made = _made(tokens, names, at, last)
    if made is not None:
        return Opening("located", made, made.behind)
    if letter in _LED or _is_led(tokens, at, last):
        return Opening("led", None, at)
    other = other_subject(tokens, at, last)
    if other is not None:
        return Opening("open" if other.end() == at + 1 and meets(tokens, at, last) else "other", None, other.end())
    return Opening("open", None, at)


def _is_led(tokens: Tokens, at: int, last: int) -> bool:
    """«健全企业培育机制», «落实职工休假制度»: a verb of what shall be done that the dictionary has as another word too."""
    verb = tokens.letters[at] in "JN" and at + 1 < last and tokens.letters[at + 1] != "t"
    return verb and tokens.word(at) in table("commitments.tsv", "verb", "commitment")


def _described(tokens: Tokens, at: int, last: int) -> int | None:
    """The token of the place that a clause names behind what it is or who says it: «位于乙省的【甲市】», «报告提出【甲市】…»."""
    if (told := reported(tokens, at)) is not None:
        return told
    lies = tokens.word(at) in _LIES
    match = _DASHED.match(tokens.letters, at, last) or (_LYING.match(tokens.letters, at, last) if lies else None)
    return match.end() if match is not None else None


def _made_up_of(tokens: Tokens, at: int, last: int) -> int | None:
    """The token of the region that places make up: «甲、乙组成的【丙城市群】加快发展»."""
    whole = (index + 2 for index in range(at, last - 2) if tokens.letters[index + 1 : index + 3] == "tP")
    return next((to for to in whole if tokens.word(to - 2).endswith(names_of("verbs_of_making_up.txt"))), None)


def _defines(tokens: Tokens, at: int) -> bool:
    """Whether a token stands right behind a word that says what a quoted phrase means: «“四区”即甲、乙…»."""
    return tokens.word(at - 1) == _THAT_IS or tokens.word(at - 1) in names_of("defining_words.txt")


def _behind_article(tokens: Tokens, first: int, last: int) -> int:
    """The token behind the number of an article: «第十六条 甲城建设A»."""
    if first >= last or not tokens.text.startswith("第", tokens.starts[first]):
        return first
    for index in range(first, min(first + _LONGEST_ARTICLE, last - 1)):
        if _ARTICLE.fullmatch(tokens.written(first, index + 1)):
            return index + 1
    return first


def _of_places(tokens: Tokens, names: Names, at: int, last: int) -> Opening:
    places = listed_places(tokens, names, at, last)
    if places is None:
        return Opening("other", None, at)
    behind = places.behind
    if belongs_to_another(tokens, behind, last) or is_of_place(tokens, behind, last):
        return Opening("other", None, behind)
    if tells_of_a_work(tokens, behind, last):
        return Opening("open", None, behind)
    if tokens.letters[behind : behind + 1] == "t" and behind < last:
        return Opening("owner", places, behind)
    return Opening("subject", places, behind)


def _handed(tokens: Tokens, names: Names, at: int, last: int) -> Opening | None:
    """«支持甲市打造…», «把甲市建成…», «推动甲、乙发展…»: places behind a verb that lets them act."""
    both = _LETTING_TWICE.match(tokens.letters, at, last)
    verb = both.end() - 1 if both else at
    while verb + 1 < last and tokens.letters[verb + 1] in "ALg" and verb - at < 3:
        verb += 1
    by = verb > at and tokens.word(at) == _BY  # 以深入推进甲地区一体化为牵引
    if by or verb + 1 >= last or tokens.letters[verb + 1] != "P" or has_class(tokens.word(verb), "partnering"):
        return None
    if both is None and (tokens.letters[verb] not in "Lg" or _makes_up(tokens, verb, last)):
        return None
    places = listed_places(tokens, names, verb + 1, last)
    if places is None:
        return Opening("other", None, verb + 1)
    if belongs_to_another(tokens, places.behind, last):
        return None
    if tokens.letters[places.behind : places.behind + 1] == "t":
        return None
    if tokens.letters[verb] == "g" or _VERB_LIKE.match(tokens.letters, places.behind, last):
        return Opening("handed", places, places.behind)
    return Opening("located", places, places.behind) if _ADVANCED.match(tokens.letters, places.behind, last) else None


def _made(tokens: Tokens, names: Names, at: int, last: int) -> PlaceList | None:
    """«高标准建设雄安新区，打造A»: the region that a clause says shall be built, and nothing else, goes on to act."""
    while at + 2 < last and tokens.letters[at] == "J":
        at += 1
    if at + 1 >= last or tokens.letters[at : at + 2] != "BP" or not has_class(tokens.word(at), "making"):
        return None
    places = listed_places(tokens, names, at + 1, last)
    if places is None or places.behind < last or len(places.names) > 1 or not _MADE_INTO.match(tokens.letters, last):
        return None
    one = places.names[0].entities[0]
    return (
        places if one.kind == "Region" and lies_within_a_place(one.key) else None
    )  # of 长江经济带 the text's place is a part


def _makes_up(tokens: Tokens, verb: int, last: int) -> bool:
    """«…，由甲、乙组成»: what the sentence speaks of is made up of the places; they do nothing."""
    return tokens.word(verb) == _MADE_OF and tokens.word(last - 1).endswith(names_of("verbs_of_making_up.txt"))


def _relied_on(tokens: Tokens, names: Names, at: int, last: int) -> PlaceList | None:
    """«依托甲园区、乙县，发展…»: the places that a clause relies on and names nothing else, none of them wider than a county."""
    places = listed_places(tokens, names, at + 1, last)
    if places is None or places.first != at + 1 or places.behind < last:
        return None
    relied = [name.entities[0] for name in places.names]
    near = all(one.kind == "County" or (one.kind == "Region" and not is_well_known(one.key)) for one in relied)
    return places if near else None


def _located(tokens: Tokens, names: Names, at: int, last: int) -> Opening:
    """«在甲市，…», «在甲市东部…»."""
    places = listed_places(tokens, names, at + 1, last) if at + 1 < last else None
    if places is None or places.names[0].sort == "self":  # 在全省率先制定标准
        return Opening("led", None, at)
    tail = _PLACED.match(tokens.letters, places.behind, last)
    inside = _IN_THE_COURSE.match(tokens.letters, places.behind, last)
    if inside is not None and tokens.word(inside.end() - 1).endswith(_DURING):
        return Opening("led", None, at)
    return Opening("located" if tail else "led", places if tail else None, places.behind)
