"""Responsibility: which offices a task is given to, and in which role.

Pattern: «(责任单位:省财政厅、省商务厅,各市人民政府)», «(牵头单位:…;配合单位:…)», «省商务厅牵头,合肥海关配合», «由甲负责». It belongs to
the task that stands before it.

Accepted: «…。(省发展改革委牵头,省财政厅配合)», one responsible, one cooperating.
Refused: «省财政厅召开会议», which gives nobody a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.grammar.handed_tasks import handed_tasks
from extract.names.name import Name, free_of
from extract.names.organizations import organization_name
from extract.reading import Reading
from extract.spans import cut, stripped
from extract.values import Entity
from extract.wordlists import alternation, any_of, canonical_names, names_of

RULE = "responsibilities"
_LISTED = re.compile(rf"(?P<role>{alternation(names_of('roles_of_offices.txt'))})(?:及分工)?：")
_LEADS = rf"牵头(?!{any_of('not_leading_before.txt')}|[^，。；）\s]{{5}})(?:负责)?|负责(?![人的制任]|同志|[^，。；）\s]{{4}})"
_VERB = re.compile(rf"(?P<lead>{_LEADS})|(?P<join>{any_of('helping_verbs.txt')}|按职责分工负责)")
_OTHERS = r"(?:等?(?:有关|相关)?(?:部门|单位))?"
_ACTING = re.compile(rf"{_OTHERS}(?:{any_of('how_offices_act.txt')}|{_LEADS}|分工|落实|实施)+$")
"""Behind the last office of a list that its role opens: 责任单位：省数据局【牵头】, 省数据局【等单位按职责分工负责】."""
_GIVEN = re.compile(
    r"(?:[、，和与及](?:会同)?[^、，。；：和与及“”《》（）\s]{1,14}[局厅委部办府行会]){0,20}[、，和与及]?"
    rf"{_OTHERS}{any_of('how_offices_act.txt')}{{0,3}}"
)
"""What may stand between an office and the verb that gives it its role: other offices and no verb."""
_BRACKET = re.compile(
    rf"（(?P<given>[^（）\n]{{2,200}}?(?:牵头|负责|{any_of('helping_verbs.txt')})[^（）\n]{{0,60}})）"
)
"""A bracket that gives what stands before it to offices: （省商务厅牵头，省发展改革委、省教育厅按职责分工配合）."""
_OFFICES_ALONE = re.compile(r"[（〔](?P<given>[^（）〔〕\n：]{6,160})[）〕]$", re.MULTILINE)
"""A bracket at the end of a paragraph that names offices and nothing else: …。（省交通运输厅、省商务厅）"""
_DIVIDED = re.compile(rf"等?(?:按照?|根据)?(?:各自)?(?:职责|职能)?(?:分工)?{_OTHERS}{any_of('how_offices_act.txt')}?$")
"""What may stand behind the last office of a list, before its verb."""
_END = re.compile(r"[）〕\n]|。")
_SAID_HERE = re.compile(r"[^，。；：、（\n](?<!自)由$")
"""«【社会事务由】省民政厅负责»: the clause itself says what is given."""
_OPENED = re.compile(r"[（〔][^（）〔〕\n]*$")
"""The bracket that an offset lies in."""
_SHARED_GOVERNMENT = re.compile(r"(?:等)?(?P<department>人民政府|政府)")


@dataclass(frozen=True, slots=True)
class Responsibility:
    """An office with its role for the task before it; offsets are code points."""

    predicate: str
    organization: Entity
    start: int
    end: int
    anchor: int
    """Where the passage that gives the task begins: the task stands before it."""


def _offices(reading: Reading, start: int, end: int) -> list[tuple[int, int, Entity]]:
    """Offices in a passage; places that share 人民政府 at the end of their list each have their own."""
    found = [(name.start, name.end, name.entities[0]) for name in reading.names.within(start, end, "organization")]
    for name in reading.names.within(start, end, "place", "held"):
        government = _government_behind(reading, name, end)
        if government and len(name.entities) == 1:
            key = organization_name(name.entities[0].name, government)
            found.append((name.start, name.end, Entity("Organization", key)))
    known: dict[Entity, tuple[int, int]] = {}
    for low, high, entity in sorted(found, key=lambda item: item[:2]):
        known.setdefault(entity, (low, high))
    return [(low, high, entity) for entity, (low, high) in known.items()]


def _government_behind(reading: Reading, name: Name, end: int) -> str:
    position = name.end
    while True:
        match = _SHARED_GOVERNMENT.match(reading.text, position, end)
        if match:
            return match["department"]
        if reading.text[position : position + 1] not in {"、", "和"}:
            return ""
        following = [n for n in reading.names.within(position + 1, end, "place", "held") if n.start == position + 1]
        if not following:
            return ""
        position = following[0].end


def _of_list(reading: Reading, match: re.Match[str], stop: int) -> Iterator[Responsibility]:
    following = _LISTED.search(reading.text, match.end(), stop)
    end = following.start() if following else stop
    joins = match["role"].startswith(("配合", "参与", "协作"))
    predicate = "cooperatingOrganization" if joins else "responsibleOrganization"
    for low, high, entity in offices_listed(reading, match.end(), end):
        yield Responsibility(predicate, entity, low, high, _anchor(reading.text, match.start()))


def _anchor(text: str, position: int) -> int:
    """Where the bracket begins that an offset lies in, else the offset."""
    low = text.rfind("\n", 0, position) + 1
    opened = _OPENED.search(text, low, position)
    return opened.start() if opened else position


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    """Matches the name of a body by its shape: what ends as bodies do and names no kind of them."""
    return re.compile(rf"(?!各?有关|各?相关|其他|[市省]直)[\u4e00-\u9fff]{{1,18}}{any_of('body_heads.txt')}")


def _as_named(reading: Reading, start: int, end: int) -> Entity:
    """A body that the lexicon lacks, as written; in a text of the country as a whole 文物局 is 国家文物局."""
    label = reading.text[start:end]
    national = canonical_names("organizations.tsv", "name", "other_names")
    known = national.get(f"国家{label}") if reading.home.province is None else None
    return Entity("Organization", known or label)


def _of_bracket(reading: Reading, bracket: re.Match[str]) -> Iterator[Responsibility]:
    """The offices in a bracket, each part of which ends with the verb of its role."""
    for start, end in cut(reading.text, *bracket.span("given"), "，；,"):
        verb = _VERB.search(reading.text, start, end)
        if verb is None:
            continue
        joins = verb["join"] and "负责" not in verb.group()
        predicate = "cooperatingOrganization" if joins else "responsibleOrganization"
        divided = _DIVIDED.search(reading.text, start, verb.start())
        last = divided.start() if divided else verb.start()
        for low, high, entity in offices_listed(reading, start, last):
            yield Responsibility(predicate, entity, low, high, bracket.start())


def _of_offices_alone(reading: Reading, bracket: re.Match[str]) -> Iterator[Responsibility]:
    """The offices in a bracket that says no more; none where any part of it is anything else."""
    start, end = bracket.span("given")
    parts = [stripped(reading.text, *part) for part in cut(reading.text, start, end, "、，；")]
    offices = offices_listed(reading, start, end)
    covered = all(any(low <= a and b <= high for low, high, _ in offices) for a, b in parts)
    if covered and len(offices) > 1:
        for low, high, entity in offices:
            yield Responsibility("responsibleOrganization", entity, low, high, bracket.start())


def offices_listed(reading: Reading, start: int, end: int) -> list[tuple[int, int, Entity]]:
    """The offices of a passage that lists nothing else, each with its span; those that the lexicon lacks as written."""
    known = _offices(reading, start, end)
    return sorted([*known, *_unknown(reading, known, start, end)])


def _unknown(
    reading: Reading, known: Sequence[tuple[int, int, Entity]], start: int, end: int
) -> Iterator[tuple[int, int, Entity]]:
    """Offices of an explicit list that the lexicon lacks, as written: 乌鲁木齐海关."""
    for wide_start, wide_end in cut(reading.text, start, end, "、，；"):
        low, high = stripped(reading.text, wide_start, wide_end)
        acting = _ACTING.search(reading.text, low, high)
        high = acting.start() if acting is not None else high
        taken = any(a < high and low < b for a, b, _ in known)
        if not taken and _office().fullmatch(reading.text, low, high):
            yield low, high, _as_named(reading, low, high)


def _of_verbs(reading: Reading, start: int, end: int, closed: Sequence[tuple[int, int]]) -> Iterator[Responsibility]:
    last = start
    for match in _VERB.finditer(reading.text, start, end):
        if not free_of(closed, match.start(), match.end()):
            continue
        predicate = "responsibleOrganization" if match["lead"] or "负责" in match.group() else "cooperatingOrganization"
        for low, high, entity in _offices(reading, last, match.start()):
            if _GIVEN.fullmatch(reading.text, high, match.start()) and not _SAID_HERE.search(reading.text, start, low):
                yield Responsibility(predicate, entity, low, high, low)
        last = match.end()


def responsibilities(reading: Reading) -> Iterator[Responsibility]:
    """Yield the offices that a text gives its tasks to, in order.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def roles(text):
    ...     found = responsibilities(prepare(Document("a", text)))
    ...     return [(one.predicate, one.organization.key) for one in found]
    >>> roles("辽宁省：建设平台。（责任单位：省财政厅、省商务厅）")
    [('responsibleOrganization', '辽宁省财政厅'), ('responsibleOrganization', '辽宁省商务厅')]
    >>> roles("建设平台。（责任单位：乌鲁木齐海关，有关部门）")
    [('responsibleOrganization', '乌鲁木齐海关')]
    >>> roles("辽宁省：建设平台。（省商务厅牵头，省财政厅、省港航集团按职责分工配合）")[1:]
    [('cooperatingOrganization', '辽宁省财政厅'), ('cooperatingOrganization', '省港航集团')]
    >>> roles("辽宁省：建设平台。（省商务厅、省财政厅）"), roles("辽宁省：建设平台。（省商务厅的平台、省财政厅）")
    ([('responsibleOrganization', '辽宁省商务厅'), ('responsibleOrganization', '辽宁省财政厅')], [])
    >>> roles("辽宁省：建设平台。省商务厅牵头，省财政厅配合。省财政厅召开会议。")
    [('responsibleOrganization', '辽宁省商务厅'), ('cooperatingOrganization', '辽宁省财政厅')]
    """
    text = reading.text
    for match in _LISTED.finditer(text):
        end = _END.search(text, match.end())
        yield from _of_list(reading, match, end.start() if end else len(text))
    brackets = list(_BRACKET.finditer(text)) if "（" in text else []
    for bracket in brackets:
        if not _LISTED.search(bracket["given"]):
            yield from _of_bracket(reading, bracket)
    for bracket in _OFFICES_ALONE.finditer(text):
        if not _BRACKET.fullmatch(text, *bracket.span()):
            yield from _of_offices_alone(reading, bracket)
    closed = [bracket.span() for bracket in brackets]
    for sentence in reading.sentences:
        passage = text[sentence.start : sentence.end]
        if ("牵头" in passage or "负责" in passage) and not _LISTED.search(passage):
            handed = [one.bodies for one in handed_tasks(text, sentence)]
            yield from _of_verbs(reading, sentence.start, sentence.end, sorted([*closed, *handed]))
