"""Issuing offices that do not stand between their sentence's beginning and the verb, or are no more than a district's 局.

Pattern: «甲省委、省政府高度重视种业，出台了《…》», «甲局会同乙办出台了《A》；会同丙局出台了《B》», «从甲厅获悉，该厅印发《…》»;
«《…》发布，制定单位为甲厅和乙厅»; «甲市乙区…，区民政局出台《…》»; «落实《国务院关于…的意见》», whose own name says it.

Accepted: «上海市委、市政府重视种业，出台了《上海市种业方案》», both of them.
Refused: «省政府重视种业，各地出台了《种业方案》», whose last clause speaks of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extract.grammar.titles import Title
from extract.names.name import JOINTS, Name
from extract.names.organizations import find_organizations
from extract.names.places import find_places
from extract.reading import Reading
from extract.values import Entity, Sentence
from extract.wordlists import alternation, any_of, word_classes

LATELY = alternation([*word_classes()["adverbs"], *word_classes()["past"]])
_ISSUES_TOO = re.compile(
    rf"{any_of('bodies_spoken_of.txt')}?(?:{LATELY})*(?:会同[^，。；《》]{{2,24}}?)?{any_of('issuing_verbs.txt')}了?《?"
)
"""What stands between the beginning of a clause that names nobody, or only 该局, and its title."""
_LONGER_BODY = re.compile(rf"[\u4e00-\u9fff]{{0,10}}{any_of('ends_of_longer_bodies.txt')}")
_SAME = re.compile(any_of("bodies_spoken_of.txt"))
_TOLD = re.compile(rf"，{any_of('issuing_verbs.txt')}(?:单位|机关|部门|主体)(?:为|是|：)")
_OF_DISTRICT = re.compile(
    rf"(?<![^，。：；日近前\n])(?P<office>(?P<level>[区县])(?P<named>[\u4e00-\u9fff]{{2,10}}?局))(?:{LATELY})*{any_of('issuing_verbs.txt')}了?《?$"
)
_SET_APART = re.compile(r"[\u4e00-\u9fff](?:\x20+[\u4e00-\u9fff])+")
"""Characters of one word with spaces between them: 国 务 院."""
_OPENS_TITLE = re.compile(r"《(?P<offices>[^，。；：“”《》]{2,40}?)关于")
_BETWEEN_OPENING = re.compile(r"[ 、和\n]*(?:中共)?")
"""What may stand before the offices that open a title, and between them: 中共|甲省委 |甲省人民政府."""
_NEAR = 200
"""Code points at most between a district and an office that is only said to be its own."""
_BETWEEN = JOINTS | {"会同", "联合"}


def offices_spoken_of(reading: Reading, sentence: Sentence, title: int) -> list[Name]:
    """Return the offices with which the clauses before a title's own open, empty where that clause names who issues.

    Arguments: reading; sentence of the title; title, where it begins in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def offices(text):
    ...     row = prepare(Document("a", text))
    ...     return [name.entities[0].key for name in offices_spoken_of(row, row.sentences[0], text.index("《"))]
    >>> offices("上海市委、市政府高度重视种业，贯彻中央部署，出台了《种业方案》。")
    ['中共上海市委', '上海市人民政府']
    >>> offices("省政府高度重视种业，各地出台了《种业方案》。")
    []
    """
    clauses = [clause for clause in reading.clauses[sentence.ordinal] if clause.start <= title]
    if not clauses or _ISSUES_TOO.fullmatch(reading.text, clauses[-1].start, title) is None:
        return []
    for clause in reversed(clauses[:-1]):
        inside = reading.names.within(clause.start, clause.end, "organization")
        first = next((name for name in inside if name.start == clause.start), None)
        if first is None and len(inside) == 1 and _SAME.match(reading.text, clauses[-1].start):
            return inside  # 记者从甲厅获悉，该厅印发《…》
        if first is not None:
            return [] if is_of_another(reading.text, first.end) else _list_from(reading, first, clause.end)
        if clause.own or clause.other:
            return []
    return []


def offices_told_of(reading: Reading, start: int, end: int) -> list[Name]:
    """Return the offices that a sentence says issued what it names: «《…》发布，制定单位为甲厅和乙厅».

    Arguments: reading; start and end of what stands behind the title, in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def offices(text):
    ...     row = prepare(Document("a", text))
    ...     return [name.entities[0].key for name in offices_told_of(row, text.index("》"), len(text))]
    >>> offices("《种业条例》今天发布，制定单位为湖南省农业农村厅和湖南省科技厅。"), offices("《种业条例》发布，解读单位为湖南省科技厅。")
    (['湖南省农业农村厅', '湖南省科学技术厅'], [])
    """
    told = _TOLD.search(reading.text, start, end)
    inside = reading.names.within(told.end(), end, "organization") if told is not None else []
    return _list_from(reading, inside[0], end) if told is not None and inside and inside[0].start == told.end() else []


def district_office(reading: Reading, sentence: Sentence, title: int) -> list[Name]:
    """Return the office of the district named last before, where only 区 or 县 says whose it is: «区民政局出台《…》».

    Arguments: reading; sentence of the title; title, where it begins in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def offices(text):
    ...     row = prepare(Document("a", text))
    ...     return [name.entities[0].key for name in district_office(row, row.sentences[0], text.index("《"))]
    >>> offices("在青岛市崂山区，区民政局出台《养老补贴办法》。"), offices("在青岛市，区民政局出台《养老补贴办法》。")
    (['崂山区民政局'], [])
    """
    office = _OF_DISTRICT.search(reading.text, sentence.start, title)
    if office is None:
        return []
    start, end = office.span("office")
    near = reading.names.within(max(0, start - _NEAR), start, "place")
    districts = [
        name for name in near if name.entities[0].kind == "County" and name.entities[0].name.endswith(office["level"])
    ]
    key = f"{districts[-1].entities[0].name}{office['named']}" if districts else ""
    return [Name(start, end, "organization", (Entity("Organization", key),))] if key else []


def offices_in_title(reading: Reading, title: Title) -> list[Name]:
    """Return the offices with which the title of a document that is spoken of opens: 《【国务院】关于…的意见》.

    Arguments: reading; title, found by `titles`.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def offices(text):
    ...     row = prepare(Document("a", text))
    ...     return [name.entities[0].key for name in offices_in_title(row, row.titles[0][0])]
    >>> offices("落实《中共中央 国务院关于推进贸易的意见》。"), offices("落实《甲公司和国务院关于推进贸易的意见》。")
    (['中国共产党中央委员会', '国务院'], [])
    """
    opened = _OPENS_TITLE.match(reading.text, title.start)
    if opened is None:
        return []
    start, passage = opened.start("offices"), opened["offices"]
    found = opening_offices(passage, _offices_of(reading, passage), 0)
    whole = bool(found) and found[-1].end == len(passage)
    return [replace(name, start=start + name.start, end=start + name.end) for name in found] if whole else []


def opening_offices(text: str, names: Iterable[Name], start: int) -> list[Name]:
    """Return the offices with which a passage opens, one after the other.

    Arguments: text, folded; names of the offices in the passage, in order; start of the passage in code points.

    >>> offices = [Name(2, 6, "organization", ()), Name(7, 14, "organization", ()), Name(16, 19, "organization", ())]
    >>> [(name.start, name.end) for name in opening_offices("中共广东省委 广东省人民政府关于国务院决定的意见", offices, 0)]
    [(2, 6), (7, 14)]
    """
    found: list[Name] = []
    for name in names:
        if not _BETWEEN_OPENING.fullmatch(text, found[-1].end if found else start, name.start):
            break
        found.append(name)
    return found


def offices_in(reading: Reading, start: int, end: int) -> list[Entity]:
    """Return the offices that a passage names, whatever stands around it; characters set apart are one word: 国 务 院.

    Arguments: reading; start and end of the passage in code points.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> [office.key for office in offices_in(prepare(Document("a", "来源：国 务 院")), 3, 8)]
    ['国务院']
    """
    passage = reading.text[start:end]
    if _SET_APART.fullmatch(passage):
        passage = "".join(passage.split())
    return [name.entities[0] for name in _offices_of(reading, passage)]


def _offices_of(reading: Reading, passage: str) -> tuple[Name, ...]:
    """The offices that a passage names, at their offsets in it."""
    return find_organizations(passage, [], find_places(passage, [], reading.home)[0], reading.home)


def is_of_another(text: str, end: int) -> bool:
    """Whether a body's name is only the beginning of another's. Arguments: text; end of the name in code points.

    >>> is_of_another("国务院安全生产委员会印发", 3), is_of_another("国务院印发", 3)
    (True, False)
    """
    return _LONGER_BODY.match(text, end) is not None


def _list_from(reading: Reading, first: Name, end: int) -> list[Name]:
    """An office and those joined to it."""
    found = [first]
    for name in reading.names.within(first.end, end, "organization"):
        if reading.text[found[-1].end : name.start] not in _BETWEEN or is_of_another(reading.text, name.end):
            break
        found.append(name)
    return found
