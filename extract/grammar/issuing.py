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
from extract.grammar.titles import document_kind
from extract.names.name import Name
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
_DAY = re.compile(DAY)
_READS = re.compile(r"(?:政策|权威|专家|图文|文字)?解读$|^一图读懂")


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


def _titles(reading: Reading) -> Iterator[Finding]:
    for title, entity in reading.titles:
        sentence = reading.sentence_at(title.start)
        if sentence is None or reading.title[0] <= title.start < reading.title[1]:
            continue
        names = _issuers(reading, sentence.start, title.start) or _passive(reading, title.end, sentence.end)
        for name in names:
            start, end = min(name.start, title.start), max(name.end, title.end)
            yield Claim(entity, "issuedBy", name.entities[0], start, end, "Stated", RULE)
        stamp = _DAY.search(reading.text, sentence.start, title.start)
        issued = day(stamp.group()) if stamp and names else None
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


def read(reading: Reading) -> Iterator[Finding]:
    """Yield issuers, publishers and dates.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def claims(text):
    ...     found = read(prepare(Document("a", text)))
    ...     return [(claim.predicate, str(getattr(claim.object, "key", claim.object))) for claim in found]
    >>> claims("经国务院同意，2022年2月9日，财政部、商务部联合印发了《海洋经济发展规划》。")
    [('issuedBy', '财政部'), ('issuedBy', '商务部'), ('dcterms:issued', '2022-02-09')]
    >>> claims("国务院召开会议，学习《海洋经济发展规划》。")
    []
    """
    yield from _interpreted(reading)
    yield from _issued_title(reading)
    yield from _sent_on(reading)
    yield from _titles(reading)
