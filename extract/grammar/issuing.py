"""Issuing: who issued a document and when.

Pattern: «2022年2月9日,省政府印发了《…》», «经国务院同意,甲、乙联合印发《…》», «《…》已由甲办公室发布».

Accepted: «国家发改委8月16日发布《…》».
Refused: «省政府召开会议,学习《…》», which issues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.dates import DAY, day
from extract.findings import Claim, Coined, Finding
from extract.gazetteer import LEVELS
from extract.grammar.issuing_offices import (
    LATELY,
    district_office,
    is_of_another,
    offices_in_title,
    offices_spoken_of,
    offices_told_of,
    opening_offices,
)
from extract.grammar.titles import document_kind
from extract.grammar.unexpanded_phrases import number_of
from extract.names.name import Name
from extract.names.organizations import organization_name
from extract.own_title import title_text
from extract.reading import Reading
from extract.spans import cut
from extract.values import Description, Entity, Sentence
from extract.wordlists import any_of, names_of

RULE = "issuing"
_VERB = any_of("issuing_verbs.txt")
_FURTHER = (
    r"(?:[、，和与及](?:会同|联合)?[^、，。；：和与及“”《》（）\s]{1,17}[局委办部厅室会院行署社团府](?!门)){0,12}"
)
"""Offices that the lexicon does not know, in the midst of a list."""
_ISSUED = re.compile(
    rf"{_FURTHER}(?:作为[^，。；“”《》]{{2,24}}，)?(?:[^。；，、“”《》（）]{{0,24}}?)(?:（[^（）]{{1,10}}）)?(?:，)?(?P<verb>{_VERB})(?:并实施|实施|完成|形成)?(?:了|的)?\s*(?:《)?$"
)
_OFFICE = re.compile(rf"[\u4e00-\u9fff]{{2,16}}?{any_of('office_heads.txt')}(?=$|[、，和与及]|[\u4e00-\u9fff]{{0,8}}$)")
_OFFICE_BEFORE = re.compile(
    rf"(?:^|[，。；：]|{any_of('before_issuing_offices.txt')})(?P<office>[\u4e00-\u9fff]{{2,14}}{any_of('office_heads.txt')})[、和与]$",
    re.MULTILINE,
)
_JOINED = re.compile(rf"{_FURTHER}\s*[、，和与及]?(?:(?:{LATELY})*(?:会同|联合))?\s*")
_BY_PLACE = re.compile(
    rf"(?:[省市区]?党?委、[省市区]?(?:人民)?政府)?[^，。；：、“”《》（）]{{0,8}}?{any_of('issuing_verbs_of_places.txt')}(?:并?实施|完成|了|的)*"
)
"""What stands between a place and the title that its government issues."""
_OWN_OFFICE = re.compile(r"[省市区县][^，。；：“”《》]{1,10}?[局委厅]")
"""«甲市：区民政局出台《…》»: an office of which the lexicon does not know whose it is."""
_ONLY_WHERE = ("located", "handed")
"""A place in which something is issued, or that is helped to, issues nothing itself."""
_PASSIVE = re.compile(r"(?:（[^（）]*）)?(?:[^，。；]{0,12})?(?:已|日前|近日|正式)*(?:由|经)$")
_DAY = re.compile(DAY)
_GIVES_GROUND = re.compile(r"(?:根据|按照|依据|遵照|落实|贯彻)$")
"""What stands before an office whose decision is only the ground: 根据省委全会部署，编制了《…》."""
_SO_MANY = re.compile(r"(?P<number>\d+)个?(?:部门|单位|委办局)")
"""«甲厅、乙厅、丙厅3部门»: how many issuers there are."""
_NOT_BY_IT = re.compile(rf"拟|即将|(?<![等\d]){_SO_MANY.pattern}")
"""What stands between an issuer and what it issues, where it has not done so yet, or unnamed others do: 甲省12部门出台《…》."""
_DRAFT = re.compile(r"(?:（[^（）]*(?:草案|稿)）|草案|征求意见稿)$")
_MADE_PUBLIC = re.compile(r"印发|发布|公布|公开")
_CHAINED = frozenset(("", "、", "和", "及", "以及"))
"""What stands between titles that one body issues together: 甲出台《A》《B》."""
_READS = re.compile(r"(?:政策|权威|专家|图文|文字)?解读$|^一图读懂")


def _issuers(reading: Reading, low: int, title: int) -> list[Name]:
    """The offices that stand before an issuing verb and a title, joined by 、 and 和."""
    found: list[Name] = []
    for name in reversed(reading.names.within(low, title, "organization")):
        edge = found[-1].start if found else None
        if edge is None:
            counted = _SO_MANY.match(reading.text, name.end, title)
            behind = counted.end() if counted is not None else name.end
            if _ISSUED.fullmatch(reading.text, name.end, title) and not _is_another(reading, behind, title):
                found.append(name)
        elif _JOINED.fullmatch(reading.text, name.end, edge):
            found.append(name)
        else:
            break
    known = found[::-1]
    counted = _SO_MANY.match(reading.text, found[0].end, title) if found else None
    if counted is not None and number_of(counted["number"]) != len(known):
        return []  # 甲省12部门出台《…》
    if known and not _is_described(reading, title) and _GIVES_GROUND.search(reading.text, low, known[0].start):
        return []
    return [*_unknown_before(reading, known, low), *known, *_unknown(reading, known, title)] if known else []


def _is_described(reading: Reading, title: int) -> bool:
    """Whether what stands before a title describes it: 根据国务院发布【的】《A》, 国务院印发【的】《A》和《B法》."""
    return reading.text.startswith("的", max(title - 1, 0))


def _governments(reading: Reading, sentence: Sentence, title: int) -> Iterator[Name]:
    """The governments of the places of which a clause says that they issue: «沈阳印发实施《…》», «甲推动转型，出台《…》»."""
    clause = next((one for one in reading.clauses[sentence.ordinal] if one.start <= title < one.end), None)
    subject = clause.subject if clause is not None and clause.manner not in _ONLY_WHERE else None
    if clause is None or subject is None or not sentence.start <= subject.start < title:
        return
    if reading.names.at(subject.start, subject.end, "place", "pair", "self") is None and len(subject.entities) == 1:
        return  # whom the text is about, named nowhere in the sentence: «商务厅等多部门印发《…》»
    low = max(clause.start, subject.end)
    if _OWN_OFFICE.match(reading.text, low, title):
        return
    if _BY_PLACE.fullmatch(reading.text, low, title) and not _is_another(reading, low, title):
        for place in subject.entities:
            issuer = _governing_body(place)
            if issuer:
                yield Name(subject.start, subject.end, "organization", (Entity("Organization", issuer),))


def _is_another(reading: Reading, start: int, title: int) -> bool:
    """Whether what stands between a name and a title says that another body issues it, or none yet."""
    between = _NOT_BY_IT.search(reading.text, start, title)
    return between is not None or is_of_another(reading.text, start)


def _governing_body(place: Entity) -> str:
    """The government of a place, the committee of a zone that has one (武汉经开区管委会); empty for what nobody administers."""
    if place.kind in LEVELS:
        return organization_name(place.name, "人民政府")
    administered = place.kind == "Region" and place.key.endswith(names_of("administered_zones.txt"))
    return f"{place.name}管委会" if administered else ""


def _passive(reading: Reading, title_end: int, end: int) -> list[Name]:
    names = reading.names.within(title_end, min(end, title_end + 60), "organization")
    for name in names:
        after = re.compile(rf"[^，。；]{{0,8}}{_VERB}").match(reading.text, name.end, end)
        if after and _PASSIVE.fullmatch(reading.text, title_end, name.start):
            return [name]
    return []


def _unknown(reading: Reading, known: Sequence[Name], title: int) -> Iterator[Name]:
    """Offices that the lexicon lacks, beside known ones in an issuing list: 上海海事局."""
    for start, end in cut(reading.text, known[0].end, title, "、，"):
        office = _OFFICE.match(reading.text, start, end)
        if office and not reading.names.within(*office.span(), "organization") and start > known[0].end:
            yield Name(*office.span(), "organization", (Entity("Organization", office.group()),))


def _unknown_before(reading: Reading, known: Sequence[Name], low: int) -> list[Name]:
    """The office that the lexicon lacks right before known ones in an issuing list: 【广东省绿化委员会】、广东省林业局."""
    before = _OFFICE_BEFORE.search(reading.text, low, known[0].start)
    if before is None or not reading.names.within(*before.span("office"), "place", "held"):
        return []
    return [Name(*before.span("office"), "organization", (Entity("Organization", before["office"]),))]


def _titles(reading: Reading) -> Iterator[Finding]:
    before: tuple[int, list[Name]] = (0, [])
    for title, entity in reading.titles:
        sentence = reading.sentence_at(title.start)
        if sentence is None or reading.title[0] <= title.start < reading.title[1]:
            continue
        if _DRAFT.search(title.label) and not _MADE_PUBLIC.search(reading.text, sentence.start, title.start):
            continue
        names = offices_spoken_of(reading, sentence, title.start) or _issuers(reading, sentence.start, title.start)
        names = names or _passive(reading, title.end, sentence.end) or offices_told_of(reading, title.end, sentence.end)
        names = names or district_office(reading, sentence, title.start)
        names = names or [*_governments(reading, sentence, title.start)]
        if not names and reading.text[before[0] : title.start] in _CHAINED:
            names = before[1]
        before = (title.end, [] if _is_described(reading, title.start) else names)
        for name in offices_in_title(reading, title) or names:
            start, end = min(name.start, title.start), max(name.end, title.end)
            yield Claim(entity, "issuedBy", name.entities[0], start, end, "Stated", RULE)
        stamp = _DAY.search(reading.text, sentence.start, title.start)
        issued = day(stamp.group()) if stamp and names else None
        if stamp and issued:
            yield Claim(entity, "dcterms:issued", issued, stamp.start(), title.end, "Stated", RULE)


def _title_opens_with(reading: Reading) -> list[Name]:
    """The offices with which the text's own title opens: «甲省委 甲省人民政府关于…»."""
    start, end = reading.title
    return opening_offices(reading.text, reading.names.within(start, end, "organization"), start)


def _issued_title(reading: Reading) -> Iterator[Finding]:
    """«国务院关于…的批复»: the text's own title opens with who issued it."""
    offices = _title_opens_with(reading)
    if offices and reading.text.startswith(("关于", "工作报告"), offices[-1].end):
        for name in offices:
            yield Claim(reading.entity, "issuedBy", name.entities[0], *reading.title, "Stated", RULE)


_SENDS, _NOTICE = "(?:印发|发布|公布|下发)", "(?:通知|通告|公告|函)"
_SENT_ON = re.compile(
    rf"(?:关于{_SENDS}《?(?P<plan>[^《》]{{4,80}}?)》?的{_NOTICE}|{_SENDS}《(?P<sent>[^《》]{{4,80}})》)$"
)


def _sent_on(reading: Reading) -> Iterator[Finding]:
    """«甲市人民政府办公室关于印发某规划的通知», «甲、乙印发《某规划》»: who issues the plan that the text sends on."""
    offices = _title_opens_with(reading)
    match = _SENT_ON.match(title_text(reading.text, (offices[-1].end, reading.title[1]))) if offices else None
    label = (match["plan"] or match["sent"]) if match else ""
    kind = document_kind(label) if label else ""
    if kind:
        plan = Entity("Plan" if kind == "PolicyDocument" else kind, label)
        yield Coined(Description(plan, plan.key), *reading.title)
        for name in offices:
            yield Claim(plan, "issuedBy", name.entities[0], *reading.title, "Stated", RULE)


def _interpreted(reading: Reading) -> Iterator[Finding]:
    """An interpretation names in its own title the plan that it interprets."""
    if reading.entity.kind == "Interpretation":
        for title, entity in reading.titles:
            whole = _READS.sub("", title_text(reading.text, reading.title)) == entity.key
            if whole or (reading.title[0] <= title.start and title.end <= reading.title[1]):
                yield Claim(reading.entity, "interprets", entity, *reading.title, "Stated", RULE)
                return


def read(reading: Reading) -> Iterator[Finding]:
    """Yield issuers, publishers and dates.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def claims(text):
    ...     found = read(prepare(Document("a", text)))
    ...     return [(claim.predicate, str(getattr(claim.object, "key", claim.object))) for claim in found]
    >>> claims("经国务院同意，2022年2月9日，财政部、商务部联合印发了《海洋经济发展规划》。")
    [('issuedBy', '财政部'), ('issuedBy', '商务部'), ('dcterms:issued', '2022-02-09')]
    >>> claims("宁夏推动绿色转型，出台《能源领域碳达峰实施方案》。根据省委部署，编制《某某规划（草案）》。")
    [('issuedBy', '宁夏回族自治区人民政府')]
    >>> claims("国务院召开会议，学习《海洋经济发展规划》。")
    []
    >>> claims("中共广东省委 广东省人民政府关于支持中山的意见\\n支持中山。")
    [('issuedBy', '中共广东省委'), ('issuedBy', '广东省人民政府')]
    """
    yield from _interpreted(reading)
    yield from _issued_title(reading)
    yield from _sent_on(reading)
    yield from _titles(reading)
