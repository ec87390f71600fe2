"""Issuing: who issued a document and when, against who published the text and when.

Pattern: «2022年2月9日,省政府印发了《…》», «经国务院同意,甲、乙联合印发《…》», «《…》已由甲办公室发布», «来源:… 发布时间:…».

Accepted: «国家发改委8月16日发布《…》».
Refused: «省政府召开会议,学习《…》», which issues nothing; «来源:新华网», a news agency, which is no office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.findings import Claim, Coined, Finding
from extract.grammar.furniture import RECORD
from extract.grammar.titles import document_kind
from extract.names.name import Name
from extract.names.organizations import find_organizations
from extract.names.places import find_places
from extract.own_title import title_text
from extract.reading import Reading
from extract.spans import cut
from extract.values import Description, Entity

RULE = "issuing"
_VERB = (
    r"(?:编制印发|制定印发|研究制定|联合印发|印发实施|公开发布|正式发布|联合发布|印发|发布|出台|"
    r"制定|制订|下发|公布|编制|颁布|推出|审议通过|通过)"
)
_FURTHER = r"(?:[、，和与及](?:会同|联合)?[^、，。；：和与及“”《》（）\s]{1,17}[局委办部厅室会院行署社团府]){0,12}"
"""Offices that the lexicon does not know, in the midst of a list."""
_ISSUED = re.compile(
    rf"{_FURTHER}(?:[^。；，、“”《》（）]{{0,24}}?)(?:，)?(?P<verb>{_VERB})(?:并实施|实施|完成|形成)?(?:了|的)?(?:《)?$"
)
_OFFICE = re.compile(
    r"[\u4e00-\u9fff]{2,16}?(?:管理委员会办公室|委员会办公室|管理委员会|委员会|海事局|管理局|局|办公室|网信办|协会|总队|厅|部)"
    r"(?=$|[、和与及，]|[\u4e00-\u9fff]{0,8}$)"
)
_JOINED = re.compile(rf"{_FURTHER}\s*[、，和与及]?(?:会同|联合)?\s*")
_PASSIVE = re.compile(r"(?:（[^（）]*）)?(?:[^，。；]{0,12})?(?:已|日前|近日|正式)*(?:由|经)$")
_READS = re.compile(r"(?:政策|权威|专家|图文|文字)?解读$|^一图读懂")
_DATE = re.compile(r"(?P<year>20\d\d|19\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_STAMP = re.compile(
    r"(?:发布时间|发布日期|发文日期|成文日期|日期|时间|来源[^\n]{0,20}?)[：|\s]*(?P<year>20\d\d)[年\-/.](?P<month>\d{1,2})[月\-/.](?P<day>\d{1,2})"
    r"|^\s*(?P<year2>20\d\d)[年\-/.](?P<month2>\d{1,2})[月\-/.](?P<day2>\d{1,2})[^\n。]{0,20}正文：",
    re.MULTILINE,
)
_SOURCE = re.compile(r"(?:信息|文章|稿件)?来源\s*[：|]\s*(?P<source>[^\s，。|]{2,30})")


def _issuers(reading: Reading, low: int, title: int) -> list[Name]:
    """The offices that stand before an issuing verb and a title, joined by 、 and 和."""
    found: list[Name] = []
    for name in reversed(reading.names.within(low, title, "organization")):
        edge = found[-1].start if found else None
        if edge is None:
            if _ISSUED.fullmatch(reading.text, name.end, title):
                found.append(name)
        elif _JOINED.fullmatch(reading.text, name.end, edge):
            found.append(name)
        else:
            break
    known = found[::-1]
    return [*known, *_unknown(reading, known, title)] if known else []


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


def _date(match: re.Match[str], suffix: str = "") -> date | None:
    try:
        return date(*(int(match[f"{part}{suffix}"]) for part in ("year", "month", "day")))
    except ValueError:
        return None


def _titles(reading: Reading) -> Iterator[Finding]:
    for title, entity in reading.titles:
        sentence = reading.sentence_at(title.start)
        if sentence is None or reading.title[0] <= title.start < reading.title[1]:
            continue
        names = _issuers(reading, sentence.start, title.start) or _passive(reading, title.end, sentence.end)
        for name in names:
            start, end = min(name.start, title.start), max(name.end, title.end)
            yield Claim(entity, "issuedBy", name.entities[0], start, end, "Stated", RULE)
        stamp = _DATE.search(reading.text, sentence.start, title.start)
        issued = _date(stamp) if stamp and names else None
        if stamp and issued:
            yield Claim(entity, "dcterms:issued", issued, stamp.start(), title.end, "Stated", RULE)


def _issued_title(reading: Reading) -> Iterator[Finding]:
    """«国务院关于…的批复»: the text's own title opens with who issued it."""
    start, end = reading.title
    for name in reading.names.within(start, end, "organization"):
        if name.start == start and reading.text.startswith(("关于", "工作报告"), name.end):
            yield Claim(reading.entity, "issuedBy", name.entities[0], start, end, "Stated", RULE)


_SENT_ON = re.compile(r"关于(?:印发|发布|公布|下发)《?(?P<plan>[^《》]{4,80}?)》?的(?:通知|通告|公告|函)$")


def _sent_on(reading: Reading) -> Iterator[Finding]:
    """«甲市人民政府办公室关于印发某规划的通知»: who issues the plan that the text sends on."""
    start, end = reading.title
    for name in reading.names.within(start, end, "organization"):
        title = title_text(reading.text, (name.end, end))
        match = _SENT_ON.match(title)
        if name.start == start and match:
            kind = document_kind(match["plan"])
            plan = Entity("Plan" if kind == "PolicyDocument" else kind, match["plan"])
            if kind:
                yield Coined(Description(plan, plan.key), start, end)
                yield Claim(plan, "issuedBy", name.entities[0], start, end, "Stated", RULE)


def _interpreted(reading: Reading) -> Iterator[Finding]:
    """An interpretation names in its own title the plan that it interprets."""
    if reading.entity.kind == "Interpretation":
        for title, entity in reading.titles:
            whole = _READS.sub("", title_text(reading.text, reading.title)) == entity.key
            if whole or (reading.title[0] <= title.start and title.end <= reading.title[1]):
                yield Claim(reading.entity, "interprets", entity, *reading.title, "Stated", RULE)
                return


def _own(reading: Reading) -> Iterator[Finding]:
    """Publisher and date of the text itself, from its page furniture."""
    text = reading.text
    for start, end in reading.furniture or ():
        source = _SOURCE.search(text, start, end)
        if source:
            yield Claim(reading.entity, "dcterms:source", source["source"], *source.span("source"), "Stated", RULE)
            for organization in _offices(reading, *source.span("source")):
                yield Claim(reading.entity, "publishedBy", organization, *source.span("source"), "Stated", RULE)
        stamp = _STAMP.search(text, start, end)
        published = (_date(stamp) if stamp["year"] else _date(stamp, "2")) if stamp else None
        if stamp and published:
            predicate = "dcterms:created" if stamp.group().startswith("成文") else "dcterms:issued"
            yield Claim(reading.entity, predicate, published, *stamp.span(), "Stated", RULE)


_SIGNED = re.compile(
    r"^\x20*(?P<office>(?:[\u4e00-\u9fff]\x20{0,2}){2,30}?)\x20*[\n\x20]\x20*(?P<year>20\d\d|19\d\d)年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:印发|发布)?\x20*$",
    re.MULTILINE,
)


def _signed(reading: Reading) -> Iterator[Finding]:
    """Who issued the text itself, and when it was made, from its record («发文机关：国务院») or its signature."""
    text = reading.text
    for start, end in reading.furniture:
        for field in RECORD.finditer(text, start, end):
            if field["field"] == "发文机关":
                for organization in _offices(reading, *field.span("value")):
                    yield Claim(reading.entity, "issuedBy", organization, *field.span(), "Stated", RULE)
            made = _DATE.match(field["value"]) if field["field"] in ("成文日期", "印发日期") else None
            day = _date(made) if made else None
            if day is not None:
                yield Claim(reading.entity, "dcterms:created", day, *field.span(), "Stated", RULE)
    for signed in list(_SIGNED.finditer(text))[-1:]:
        for organization in _offices(reading, *signed.span("office")):
            yield Claim(reading.entity, "issuedBy", organization, *signed.span("office"), "Stated", RULE)
            day = _date(signed)
            if day is not None:
                yield Claim(reading.entity, "dcterms:created", day, signed.start("year"), signed.end(), "Stated", RULE)


def _offices(reading: Reading, start: int, end: int) -> list[Entity]:
    passage = reading.text[start:end]
    places = find_places(passage, [], reading.home)[0]
    return [name.entities[0] for name in find_organizations(passage, [], places, reading.home)]


def read(reading: Reading) -> Iterator[Finding]:
    """Yield issuers, publishers and dates.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def claims(text):
    ...     found = read(prepare(Document("a", text)))
    ...     return [(claim.predicate, str(getattr(claim.object, "key", claim.object))) for claim in found]
    >>> claims("经国务院同意，2022年2月9日，财政部、商务部联合印发了《海洋经济发展规划》。")
    [('issuedBy', '财政部'), ('issuedBy', '商务部'), ('dcterms:issued', '2022-02-09')]
    >>> claims("关于甲新区的批复\\n同意设立甲新区。\\n国务院\\n2015年4月8日")
    [('issuedBy', '国务院'), ('dcterms:created', '2015-04-08')]
    >>> claims("来源：新华网\\n国务院召开会议，学习《海洋经济发展规划》。")
    [('dcterms:source', '新华网')]
    """
    yield from _interpreted(reading)
    yield from _issued_title(reading)
    yield from _sent_on(reading)
    yield from _titles(reading)
    yield from _own(reading)
    yield from _signed(reading)
