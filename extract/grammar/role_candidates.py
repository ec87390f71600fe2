"""Role candidates: every passage that a frame proposes as a role, with whom it would be one of.

Pattern: «甲区建设A、B、C,打造D;乙带建设E、F», «推进A建设», «按照A、B的功能定位»: each place with each of its roles. A place that opens the
object is the subject where no other is named (建设沈阳国家中心城市) and part of the role otherwise.

Accepted: «甲带建设国际航运中心,打造开放高地;乙区建成生态功能区», three roles of two places.
Refused: «建设政务服务中心», an office; «某公司建设物流基地», whose subject is no place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from extract.acceptance.role_features import role_features
from extract.clauses import Clause, Subject
from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.item_subjects import holds_subject, subject_of_first, subject_of_item
from extract.grammar.parallel_subjects import joint_subject, partnered_subject
from extract.grammar.role_frames import role_frames
from extract.grammar.role_items import RoleItem, role_items
from extract.grammar.role_openings import opens_no_role
from extract.grammar.role_refusals import (
    are_chosen,
    are_sites,
    is_long_ago,
    is_office,
    is_own_name,
    is_too_small,
    makes_no_role,
)
from extract.grammar.whole_objects import tried_out, whole_object
from extract.reading import Reading
from extract.role_levels import may_be_told_in_a_law, of_its_level
from extract.subject_paths import path_of
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_NATION = "Place"
_FEW_WORKS = 2
"""Marks between what a verb builds, from which on it is a list of works."""
_SERVES = "服务"
_AMONG_THE_FIRST = "首批"
_DECLARED_AS = "为"
_EXAMPLES = re.compile(r"e[JN]{0,2}[EK]")
"""«…等项目»: what stands before is built, no role."""
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
            frames = _without_inner(list(role_frames(reading.tokens, reading.names, clause)), clause.subject)
            if not frames and before is not None and (going_on := _going_on(reading.tokens, clause, before)):
                frames = [going_on]
            for frame in frames:
                yield from _of_frame(reading, clauses, position, frame)
            before = frames[-1] if frames and frames[-1].kind == "becoming" else None


def _without_inner(frames: list[RoleFrame], given: Subject | None) -> list[RoleFrame]:
    """The frames of a clause, without a place that holds its subject and stands in what that is to become: 建设襄阳东部门户."""
    objects = [frame for frame in frames if frame.kind == "becoming"]

    def is_inner(frame: RoleFrame) -> bool:
        within = any(one.first <= frame.first and frame.last <= one.last for one in objects)
        if frame.kind == "stood" and frame.places is None:
            return within  # 建设A和B的定位
        if given is None or frame.kind != "apposed" or frame.places is None:
            return False
        return within and any(holds_subject(name, given) for name in frame.places.names)

    return [frame for frame in frames if not is_inner(frame)]


_GOES_ON = re.compile(r"(?:p[PNhJ、]{1,5}t?)?[NJIHYFAt、]{1,12}H|P?[NJIHYFAt、]{1,12}[HN]")


def _going_on(tokens: Tokens, clause: Clause, before: RoleFrame) -> RoleFrame | None:
    """«打造A的目的地，面向B的辐射中心»: a clause without a verb that goes on with the list before it."""
    first, last = tokens.within(clause.start, clause.end)
    if not has_class(tokens.word(before.verb), "becoming") or _GOES_ON.fullmatch(tokens.letters, first, last) is None:
        return None
    return before._replace(first=first, last=last)


def _of_frame(reading: Reading, clauses: Sequence[Clause], position: int, frame: RoleFrame) -> Iterator[RoleCandidate]:
    tokens, clause = reading.tokens, clauses[position]
    given = partnered_subject(reading, clause, frame) or joint_subject(reading, clauses, position)
    opens = reading.sentences[clause.sentence].start
    if makes_no_role(tokens, frame) or is_long_ago(reading.text, opens, tokens.starts[frame.first]):
        return
    items = tried_out(tokens, frame) or list(role_items(tokens, frame.first, frame.last)) or whole_object(tokens, frame)
    _, last = tokens.within(clause.start, clause.end)
    if items and (
        _EXAMPLES.match(tokens.letters, items[-1].last)
        or (frame.places is None and _TASKS.search(tokens.letters, items[-1].last, last))
    ):
        return
    if len(items) == 1 and _is_one_of_works(tokens, frame, items[0]):
        return
    local = frame.places is None or len(frame.places.names) == 1
    if are_chosen(tokens, items) or (local and frame.kind == "advanced" and are_sites(tokens, items)):
        return
    each = _dealt_out(tokens, frame, given, len(items))
    given = subject_of_first(reading, given, items, frame) or given
    for place, item in enumerate(items):
        given = each[place] if each else given
        subject, first = subject_of_item(reading, given, item, frame)
        if subject is None or first >= item.last or any(entity.kind == _NATION for entity in subject.entities):
            continue
        first = _behind_year(tokens, first, item.last)
        first += _is_led(tokens, frame, first, item.last)
        first += 2 * (tokens.letters.startswith("pB", first) and first + 2 < item.last)  # 是通过建设A
        if opens_no_role(tokens, first, item.last) or is_too_small(subject, tokens.word(item.last - 1)):
            continue
        item = item._replace(first=first)
        others = [*items[:place], *items[place + 1 :]]
        start, end = tokens.starts[first], tokens.ends[item.last - 1]
        if _is_region(reading, start, end, tokens.word(frame.verb)) or all(is_office(tokens, one) for one in items):
            continue
        path = _path(reading, clause, frame, subject)
        label = tokens.written(*item.modified) + tokens.written(item.first, item.last)
        if is_own_name(subject, label):
            continue
        if path == "law" and not may_be_told_in_a_law(reading, clause, label, tokens.word(frame.verb)):
            continue
        subject = of_its_level(reading, subject, label) if frame.places is None else subject
        low = subject.start if opens <= subject.start <= start and subject.grade == "Stated" else clause.start
        yield RoleCandidate(
            subject, label, start, end, low, max(end, tokens.ends[frame.verb]),
            role_features(tokens, clause, frame, item, others, subject, path),
        )  # fmt: skip


def _is_one_of_works(tokens: Tokens, frame: RoleFrame, item: RoleItem) -> bool:
    """«建设交易市场、线上平台以及仓储基地、物流体系»: one item with the head of a role in a list of what is built, and of no reach."""
    depth = parts = 0
    for letter in tokens.letters[frame.first : frame.last]:
        depth += (letter in "“（") - (letter in "”）")
        parts += letter in "、h" and depth == 0
    reaching = any(has_class(tokens.word(at), "scoping") for at in range(item.first, item.last))
    of_several = item.last - item.first < frame.last - frame.first - 1
    return (
        frame.kind == "becoming"
        and parts >= _FEW_WORKS
        and of_several
        and not reaching
        and "、" not in tokens.letters[item.first : item.last]
    )


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


def _is_region(reading: Reading, start: int, end: int, verb: str) -> bool:
    """Whether a passage is the name of a region, not a role: one that the text uses elsewhere too, or whose head no role has.

    What a place is declared to be (列为, 确定为) and the text names once is its role.
    """
    name = reading.names.at(start, end, "place")
    if name is None or name.end != end:
        return False
    label = reading.text[start:end]
    if "—" in label or "（" in label:
        return True
    declared = verb.endswith(_DECLARED_AS) and has_class(verb, "firmly_becoming") and not has_class(verb, "being")
    return reading.text.count(label) > 1 or not (declared or label.endswith(names_of("role_region_heads.txt")))


def _is_led(tokens: Tokens, frame: RoleFrame, first: int, last: int) -> bool:
    """Whether an item opens with a verb that is none of it: 建设A、【加快】B建设, not 成为带动西部、联系世界【的】中心.

    So does what a function serves: 【服务】国家金融管理中心功能.
    """
    led = tokens.letters[first] == "L" or (frame.kind == "stood" and tokens.word(first) == _SERVES)
    return led and first + 1 < last and "t" not in tokens.letters[first:last]


def _behind_year(tokens: Tokens, first: int, last: int) -> int:
    """«2020年获批A、2021年获批B»: where an item begins that opens with a year, which may be 2025年度, or with 首批."""
    if tokens.word(first) == _AMONG_THE_FIRST and first + 1 < last:
        return first + 1
    if not tokens.word(first)[0].isdigit() or tokens.letters[first] != "T" or first + 1 >= last:
        return first
    behind = min(first + 1 + tokens.word(first + 1).startswith("度"), last - 1)
    return min(behind + (tokens.letters[behind] == "B"), last - 1)
