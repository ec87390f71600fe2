"""Role candidates: every passage that a frame proposes as a role, with whom it would be one of.

Pattern: «甲区建设A、B、C,打造D;乙带建设E、F», «推进A建设», «按照A、B的功能定位»: each place with each of its roles. A place that opens the
object is the subject where no other is named (建设沈阳国家中心城市) and part of the role otherwise.

Accepted: «甲带建设国际航运中心,打造开放高地;乙区建成生态功能区», three roles of two places.
Refused: «建设政务服务中心», an office; «某公司建设物流基地», whose subject is no place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from extract.acceptance.role_features import role_features
from extract.clauses import Clause, Subject
from extract.grammar.nominal_role_frames import RoleFrame
from extract.grammar.parallel_subjects import joint_subject
from extract.grammar.role_frames import role_frames
from extract.grammar.role_items import RoleItem, role_items
from extract.names.name import Name
from extract.reading import Reading
from extract.subject_paths import path_of
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of, word_classes

_NATION = "Place"
_EXAMPLES = re.compile(r"e[JN]{0,2}[EK]")
"""«…等项目»: what stands before is built, no role."""
_NO_ROLE = frozenset("QmUXBGilth")
"""Classes that no role opens with: «10个示范基地» are several, «将成为…» is no noun phrase."""
_NOMINAL = re.compile(r"[^，；：。、]*[NHK]”?")
_POINTING = "这那其该此"
"""Words that point at what was named: 打造珠海【这一枢纽】, not 我国重要枢纽."""
_TASKS = re.compile(r"e[Qm]+K")
"""«…等7方面»: what stands before is a task."""


class RoleCandidate(NamedTuple):
    """A passage that may be a role of some places; start and end are code points of its label, low where its quote begins."""

    subject: Subject
    label: str
    start: int
    end: int
    low: int
    high: int
    features: frozenset[str]


def candidates(reading: Reading) -> Iterator[RoleCandidate]:
    """Yield every passage that a frame proposes as a role of a place, in order.

    Arguments: reading. Whether it is one is for the table of `acceptance/roles.tsv` to say.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def proposed(text):
    ...     return [(one.subject.entities[0].key, one.label) for one in candidates(prepare(Document("a", text)))]
    >>> proposed("沈阳建设区域性金融中心，打造开放高地。")
    [('沈阳市', '区域性金融中心'), ('沈阳市', '开放高地')]
    >>> proposed("沈阳建设政务服务中心。"), proposed("某公司建设物流基地。")
    ([], [])
    """
    for clauses in reading.clauses:
        before: RoleFrame | None = None
        for position, clause in enumerate(clauses):
            frames = list(role_frames(reading.tokens, reading.names, clause))
            if not frames and before is not None and (going_on := _going_on(reading.tokens, clause, before)):
                frames = [going_on]
            for frame in frames:
                yield from _of_frame(reading, clauses, position, frame)
            before = frames[-1] if frames and frames[-1].kind == "becoming" else None


_GOES_ON = re.compile(r"(?:p[PNhJ、]{1,5}t?)?[NJIHYFAt、]{1,12}H")


def _going_on(tokens: Tokens, clause: Clause, before: RoleFrame) -> RoleFrame | None:
    """«打造A的目的地，面向B的辐射中心»: a clause without a verb that goes on with the list before it."""
    first, last = tokens.within(clause.start, clause.end)
    if not has_class(tokens.word(before.verb), "becoming") or _GOES_ON.fullmatch(tokens.letters, first, last) is None:
        return None
    return before._replace(first=first, last=last)


def _of_frame(reading: Reading, clauses: Sequence[Clause], position: int, frame: RoleFrame) -> Iterator[RoleCandidate]:
    tokens, clause = reading.tokens, clauses[position]
    given = frame.places.subject() if frame.places is not None else joint_subject(reading, clauses, position)
    if _is_basis(tokens, frame) or _is_counted(tokens, frame):
        return
    items = list(role_items(tokens, frame.first, frame.last)) or _whole(tokens, frame)
    _, last = tokens.within(clause.start, clause.end)
    if items and (
        _EXAMPLES.match(tokens.letters, items[-1].last)
        or (frame.places is None and _TASKS.search(tokens.letters, items[-1].last, last))
    ):
        return
    each = _dealt_out(tokens, frame, given, len(items))
    for place, item in enumerate(items):
        given = each[place] if each else given
        subject, first = _item_subject(reading, given, item, frame)
        if subject is None or first >= item.last or any(entity.kind == _NATION for entity in subject.entities):
            continue
        first = _behind_year(tokens, first, item.last)
        if _opens_badly(tokens, first, item.last) or _is_of_another_kind(subject, tokens.word(item.last - 1)):
            continue
        item = item._replace(first=first)
        others = [*items[:place], *items[place + 1 :]]
        start, end = tokens.starts[first], tokens.ends[item.last - 1]
        if _is_region(reading, start, end) or all(_is_built(tokens, one) for one in items):
            continue
        path = _path(reading, clause, frame, subject)
        if path == "law":
            continue
        label = tokens.written(*item.modified) + tokens.written(item.first, item.last)
        opens = reading.sentences[clause.sentence].start
        low = subject.start if opens <= subject.start <= start and subject.grade == "Stated" else clause.start
        yield RoleCandidate(
            subject, label, start, end, low, max(end, tokens.ends[frame.verb]),
            role_features(tokens, clause, frame, item, others, subject, path),
        )  # fmt: skip


def _is_basis(tokens: Tokens, frame: RoleFrame) -> bool:
    """«甲中心建设以乙城、丙城为平台»: what stands behind 以 is that by which something is built."""
    if tokens.letters[frame.first] != "g":
        return False
    basis = next((index for index in range(frame.first, frame.last) if tokens.word(index) == "为"), frame.last)
    return basis < frame.last and "t" not in tokens.letters[basis : frame.last]


def _is_counted(tokens: Tokens, frame: RoleFrame) -> bool:
    """«获评5个甲示范区和乙先行区»: what a place has so many of is no role of it; 第六批 says which one it is."""
    return tokens.letters[frame.first] in "Qm" and not tokens.word(frame.first).startswith("第")


def _whole(tokens: Tokens, frame: RoleFrame) -> list[RoleItem]:
    """«成为全国的米袋子»: what a place becomes, whatever its last word."""
    firm = frame.kind == "becoming" and has_class(tokens.word(frame.verb), "firmly_becoming")
    fits = firm and _NOMINAL.fullmatch(tokens.letters, frame.first, frame.last) is not None
    return [RoleItem(frame.first, frame.last, "noun")] if fits else []


def _path(reading: Reading, clause: Clause, frame: RoleFrame, subject: Subject) -> str:
    """Where the subject was found: right before the `verb`, else on a path of clauses."""
    return "verb" if frame.places is not None else path_of(reading, clause, subject)


def _dealt_out(tokens: Tokens, frame: RoleFrame, given: Subject | None, items: int) -> list[Subject]:
    """«甲、乙分别建设A和B»: each place has its own; empty where the places have all together."""
    if given is None or frame.places is None or len(given.entities) != items:
        return []
    if not any(has_class(tokens.word(index), "dealing_out") for index in range(frame.places.behind, frame.verb)):
        return []
    return [replace(given, entities=(entity,)) for entity in given.entities]


def _item_subject(
    reading: Reading, given: Subject | None, item: RoleItem, frame: RoleFrame
) -> tuple[Subject | None, int]:
    """Of whom an item is a role, and the token at which its label begins."""
    tokens = reading.tokens
    if tokens.letters[item.first] != "P" or item.last - item.first < 2 or tokens.letters[item.first + 1] == "t":
        return given, item.first
    name = reading.names.at(tokens.starts[item.first], tokens.ends[item.first], "place", "self")
    if name is None or len(name.entities) > 1:
        return given, item.first
    near = given is not None and (given.grade == "Stated" or frame.places is not None)
    if given is not None and name.entities[0] in given.entities:
        return (given if near else _of(name)), item.first + 1
    if near or name.entities[0].kind in {"Region", "Province"}:
        return given, item.first
    return _of(name), item.first + 1


def _of(name: Name) -> Subject:
    return Subject(name.entities, name.start, name.end, "Stated")


def _is_region(reading: Reading, start: int, end: int) -> bool:
    """Whether a passage is the name of a region, not a role: one that the text uses elsewhere too, or whose head no role has."""
    name = reading.names.at(start, end, "place")
    if name is None or name.end != end:
        return False
    label = reading.text[start:end]
    return reading.text.count(label) > 1 or not label.endswith(names_of("role_region_heads.txt"))


def _opens_badly(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.letters[first] == "g":
        return "t" not in tokens.letters[first:last]  # 以金融为重点的中心, not 以甲为阵地
    if _has_no_end(tokens, first, last, (*names_of("never_in_a_role.txt"), "为")):
        return True
    if tokens.written(first, last).startswith(_several()):
        return True
    if "tQ" in tokens.letters[first:last] or _has_no_end(tokens, first, last, word_classes()["possessing"]):
        return True
    if tokens.letters[first] == "r" and tokens.word(first)[0] in _POINTING:
        return True
    return tokens.letters[first] in _NO_ROLE and not tokens.word(first).startswith("第")


@lru_cache(maxsize=1)
def _several() -> tuple[str, ...]:
    return tuple(word for word in names_of("several_not_one.txt") if len(word) > 1)


def _behind_year(tokens: Tokens, first: int, last: int) -> int:
    """«2020年获批A、2021年获批B»: where an item begins that opens with a year, which may be 2025年度."""
    if not tokens.word(first)[0].isdigit() or tokens.letters[first] != "T":
        return first
    behind = first + 1 + tokens.word(first + 1).startswith("度")
    return min(behind + (tokens.letters[behind] == "B"), last - 1)


def _is_of_another_kind(subject: Subject, head: str) -> bool:
    """Whether what is built is a city or smaller (现代化人民城市, 街区), and the place a province that is none."""
    smaller = head.endswith(names_of("smaller_than_a_province.txt"))
    return smaller and all(one.kind == "Province" and not one.key.endswith("市") for one in subject.entities)


def _has_no_end(tokens: Tokens, first: int, last: int, verbs: Collection[str]) -> bool:
    """«少数拥有计算中心», «乡村振兴提供有力支撑»: some verb whose object is all that stands behind it."""
    found = (index for index in range(first, last) if tokens.word(index) in verbs)
    return any("t" not in tokens.letters[index:last] for index in found)


def _is_built(tokens: Tokens, item: RoleItem) -> bool:
    """Whether an item is an office that serves (政务服务中心), which is a role only in a list of roles."""
    label = tokens.written(item.first, item.last)
    far = any(has_class(tokens.word(index), "scoping") for index in range(item.first, item.last))
    return label.endswith(names_of("not_a_positioning.txt")) and not far
