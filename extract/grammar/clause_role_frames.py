"""Clause role frames: clauses that say what places are, move on to or take for their role, and no more.

Pattern: «甲、乙为A», «甲向A迈进», «甲以A为定位», «甲锚定A», «——甲、乙：A、B。», «甲——A、B», «甲，…，A，B。».
Whether what stands in a frame is a role is decided by a table of weights.

Accepted: «襄州区、枣阳市为农产品主产区», «沈阳向国家中心城市迈进», «沈阳以示范区、先行区为发展定位».
Refused: «推动制造业向A转型», where no place moves; «沈阳为大连提供支持».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.clauses import PlaceList, list_before, listed_places
from extract.names.name import Names
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of, word_classes

_LEADING = frozenset("AUTX，")
"""What may stand before the first word of a clause that says something."""
_TOWARDS = re.compile(
    r"p(?P<object>[NJHIYPKFtVDA“”、h]{1,14}?[NHV])(?:t[NU])?[AYVN]{0,2}(?P<verb>[NVYBD])(?=[，。；！]|$)"
)
"""«向国内国际双循环重要节点迭代升级»."""
_FROM = frozenset(("从", "由"))


class RoleFrame(NamedTuple):
    """A passage that may name roles, by tokens, and whom it speaks of where places stand right before its verb."""

    kind: str
    """`becoming` for a verb with its object, `advanced` …建设, `stood` …定位, `upheld` …地位更加稳固, `examples` 甲、乙等…,
    `means` 以甲为…, `apposed` 甲国家…."""
    verb: int
    first: int
    last: int
    places: PlaceList | None


def clause_role_frames(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """Yield the frames that take a whole clause.

    Arguments: tokens; names; first token of the clause and the one behind its last.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def objects(text):
    ...     row = prepare(Document("a", text))
    ...     found = clause_role_frames(row.tokens, row.names, 0, len(row.tokens.letters) - 1)
    ...     return [row.tokens.written(frame.first, frame.last) for frame in found]
    >>> objects("沈阳、大连为国家中心城市。"), objects("沈阳向国家中心城市迈进。"), objects("沈阳为大连提供支持。")
    (['国家中心城市'], ['国家中心城市'], [])
    """
    while last > first and tokens.letters[last - 1] in "！？":
        last -= 1
    yield from _towards(tokens, names, first, last)
    yield from _said(tokens, names, first, last)
    yield from _set(tokens, names, first, last)
    yield from _taken(tokens, names, first, last)
    yield from _labelled(tokens, names, first, last)
    yield from _dashed(tokens, names, first, last)
    yield from _introduced(tokens, names, first, last)


def _towards(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲向A迈进», «甲向A、B迭代升级»: what a place moves on to, not what something else in it is turned into."""
    for match in tokens.find(_TOWARDS, first, last):
        verb = match.start("verb")
        if not tokens.word(match.start()).startswith(("向", "朝")) or not has_class(tokens.word(verb), "advancing_to"):
            continue
        low = tokens.letters.rfind("p", first, match.start())
        low = low if low >= 0 and tokens.word(low) in _FROM else match.start()  # 从A向B转变
        places = list_before(tokens, names, first, low)
        if places is not None and places.first > first and tokens.word(places.first - 1) in _FROM:
            continue  # 由甲市向世界迈进
        opens = set(tokens.letters[first:low]) <= _LEADING
        if places is not None or opens:
            yield RoleFrame("becoming", verb, *match.span("object"), places)


_OF_THEM = "其中"
_SAID = re.compile(
    r"[AT]*(?:h(?=P))?(?P<places>P(?:[、h]P)*)[NA]?(?P<verb>p)(?P<object>[NJIHYAKt、h“”]{1,14}[NHK]”?)e?"
)


def _said(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲区、乙市为A», «其中甲区则为“A”»: a clause that says what places are and no more."""
    match = _SAID.fullmatch(tokens.letters, first, last)
    if match is None or tokens.word(match.start("verb")) != "为":
        return
    if "h" in tokens.letters[first : match.start("places")] and tokens.word(match.start("places") - 1) != _OF_THEM:
        return
    places = listed_places(tokens, names, match.start("places"), last)
    if places is not None:
        yield RoleFrame("becoming", match.start("verb"), *match.span("object"), places)


_SET = re.compile(r"g(?P<object>[^，；：。]+)p[NDYVJU]{0,3}$")


def _set(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲以A、B为发展定位»: what a place takes for its role."""
    if not has_class(tokens.word(last - 1), "standing") or "g" not in tokens.letters[first:last]:
        return
    match = _SET.search(tokens.letters[first:last])
    if match is None or tokens.word(first + match.start()) != "以":
        return
    verb = first + match.start()
    if tokens.letters[verb + 1] == "B":
        return  # 以建设A为统领
    yield RoleFrame("stood", last - 1, verb + 1, first + match.end("object"), list_before(tokens, names, first, verb))


_BEFORE_TAKING = re.compile(r"(?:h(?=U))?[AUTX]*(?:P(?:[、h]P)*e?[QmNAUT]{0,4})?")


def _taken(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲锚定“A”目标», «甲定位“A”», «甲地处A»: what a place means to be, or is by where it lies."""
    meaning, lying = word_classes()["meaning_to_be"], word_classes()["lying_at"]
    words = tokens.spelled[first : last - 1]
    if meaning.isdisjoint(words) and lying.isdisjoint(words):
        return
    verb = next(at for at, word in enumerate(words, first) if word in meaning or word in lying)
    if not _BEFORE_TAKING.fullmatch(tokens.letters, first, verb):
        return
    end = last - 1 if has_class(tokens.word(last - 1), "standing") else last
    end -= end < last and tokens.letters[end - 1] == "B"  # 锚定A【建设】目标
    situated = tokens.word(verb) in lying
    if situated and not tokens.written(verb + 1, end).endswith(names_of("heads_of_situations.txt")):
        return  # 地处山区
    if verb + 1 < end and _ROLES.fullmatch(tokens.letters, verb + 1, end):
        yield RoleFrame("becoming", verb, verb + 1, end, list_before(tokens, names, first, verb))


_LABEL = re.compile(r"(?:^|[。；n])[—xu]*(?P<places>P(?:[、h]P)*)：$")
_DASHED = re.compile(r"[—x]*(?P<places>P(?:[、h]P)*)(?P<dash>——)")
_ROLES = re.compile(r"(?:[NJHIYKEFADVPlmt、h“”]|G(?=H))*[HNVP]”?")
_REACH = 24
"""Tokens of a label at most."""


def _labelled(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«——甲、乙：A、B。»: what stands behind a label that names places."""
    if tokens.letters[first - 1 : first] != "：" or not _ROLES.fullmatch(tokens.letters, first, last):
        return
    low = max(0, first - _REACH)
    label = _LABEL.search(tokens.letters[low:first])
    places = listed_places(tokens, names, low + label.start("places"), first - 1) if label else None
    if places is not None and places.behind == first - 1:
        yield RoleFrame("apposed", first - 1, first, last, places)


def _dashed(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲——A、B»: a line that names places and, behind a dash, what they are."""
    match = _DASHED.match(tokens.letters, first, last)
    if match is None or not _ROLES.fullmatch(tokens.letters, match.end(), last):
        return
    places = listed_places(tokens, names, match.start("places"), match.start("dash"))
    if places is not None and tokens.letters[first - 1 : first] in {"", "n", "。"}:
        yield RoleFrame("apposed", match.start("dash"), match.end(), last, places)


_OPENS_ALONE = re.compile(r"(?:^|[n。])(?P<place>P)(?:（[^（）n。]*）)?[，：]")
_NOUN_PHRASE = re.compile(r"[PrNJI“][PrNJHIYKFADVtQp、h“”]*[HNr]")
_FAR = 60
"""Tokens back to the opening of a sentence at most."""


def _introduced(tokens: Tokens, names: Names, first: int, last: int) -> Iterator[RoleFrame]:
    """«甲市，乙省省会，A，B之一。», «甲市：A，B。»: what a sentence that opens with a place alone says of it without a verb."""
    role = _NOUN_PHRASE.fullmatch(tokens.letters, first, last)
    if role is None or not tokens.letters.startswith("，", first - 1):
        return
    low = max(0, first - _FAR)
    start = max(tokens.letters.rfind(mark, low, first) for mark in "n。")
    alone = _OPENS_ALONE.match(tokens.letters, max(start, 0), first)
    places = listed_places(tokens, names, alone.start("place"), first) if alone is not None else None
    if places is not None and len(places.names) == 1:
        yield RoleFrame("apposed", first - 1, first, last, places)
