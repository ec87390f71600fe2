"""Records: what a page says of its text, and what the text says of itself at its head and foot.

Pattern: «来源:… 发布时间:…», «发文机关:… 文号:… 成文日期:…», «【发布部门】…», «（皖商办〔2022〕6号）» and
«（2021年4月23日）» below the title, and at the end the signature «安徽省商务厅⏎2022年3月23日», also
«二〇二二年三月二十三日»; below the title «——2026年2月3日在甲省第十四届人民代表大会第四次会议上» and
«2020年11月28日甲省第十三届人大常委会第二十一次会议通过».

Accepted: «关于甲新区的批复⏎（国函〔2015〕6号）⏎…⏎国务院⏎2015年4月8日».
Refused: «发布时间:2015年4月» without a day; «来源:新华网», a news agency, issues nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extract.dates import DAY, day
from extract.findings import Claim, Finding
from extract.grammar.furniture import field_pattern
from extract.grammar.issuing_offices import offices_in
from extract.grammar.titles import DOCUMENT_NUMBER
from extract.reading import Reading
from extract.values import Entity
from extract.wordlists import alternation, any_of, names_of, table

RULE = "records"
_STAMP = re.compile(
    rf"(?<![\u4e00-\u9fff])(?:{any_of('labels_of_days.txt')}|来源[^\n]{{0,20}}?)[：|\s]*(?P<day>{DAY})|^\s*(?P<opens>{DAY})[^\n。]{{0,20}}(?:正文：|$)",
    re.MULTILINE,
)
_SOURCE = re.compile(r"(?:信息|文章|稿件)?来源\s*[：|]\s*(?P<source>[^\s，。|]{2,30})")
_SIGNED = re.compile(
    rf"(?P<offices>(?:^\x20*(?:[\u4e00-\u9fff]\x20{{0,4}}){{2,30}}\s*\n\s*){{1,8}}|^\x20*(?:[\u4e00-\u9fff]\x20{{0,2}}){{2,30}}\x20)"
    rf"\x20*(?P<day>{DAY})(?:印发|发布)?\x20*$",
    re.MULTILINE,
)
_NUMBER = re.compile(rf"[（(]?\x20?(?P<number>{DOCUMENT_NUMBER.pattern})\x20?[)）]?")
_SITTING = re.compile(
    rf"^[（(\x20—―–-]*(?P<day>{DAY})[，,]?\x20?在?(?=[^\n，。；]{{0,40}}第)"
    r"[^\n，。；]{2,50}?会议(?:上|(?:审议|审查|表决)?(?:批准|通过))",
    re.MULTILINE,
)
_BELOW_TITLE = re.compile(rf"\s*[（(]\x20?(?P<day>{DAY})\x20?[)）]\x20*$", re.MULTILINE)
_SITTING_WITHIN = 1000
"""Characters at the head of a text within which it says at which sitting it was delivered or passed."""
_HEAD_LINES = 6
"""A text's own number stands among its first sentences."""


@lru_cache(maxsize=1)
def _field() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=\s)|(?<=【))(?P<field>{field_pattern(telling=True)})(?:】\x20?：?|\x20?：|\x20)\s*(?P<value>[^\s]{{1,80}})",
        re.MULTILINE,
    )


@lru_cache(maxsize=1)
def _office() -> re.Pattern[str]:
    return re.compile(rf"[\u4e00-\u9fff]{{2,24}}(?:{alternation(names_of('body_heads.txt'))})")


def _of_page(reading: Reading) -> Iterator[Finding]:
    """Publisher and date of the text, from its page furniture."""
    text = reading.text
    for start, end in reading.furniture:
        source = _SOURCE.search(text, start, end)
        if source:
            yield Claim(reading.entity, "dcterms:source", source["source"], *source.span("source"), "Stated", RULE)
            for organization in offices_in(reading, *source.span("source")):
                yield Claim(reading.entity, "publishedBy", organization, *source.span("source"), "Stated", RULE)
        stamp = _STAMP.search(text, start, end)
        published = day(stamp["day"] or stamp["opens"]) if stamp else None
        if stamp and published:
            yield Claim(reading.entity, "dcterms:issued", published, *stamp.span(), "Stated", RULE)


def _of_record(reading: Reading) -> Iterator[Finding]:
    """What the record above a document says of it, field by field."""
    says = table("record_fields.tsv", "field", "says")
    for start, end in reading.furniture:
        for field in _field().finditer(reading.text, start, end):
            said = says["".join(field["field"].split())][0]
            if said == "issuer":
                for organization in offices_in(reading, *field.span("value")):
                    yield Claim(reading.entity, "issuedBy", organization, *field.span(), "Stated", RULE)
            elif said == "number" and (number := DOCUMENT_NUMBER.fullmatch(field["value"])):
                yield Claim(reading.entity, "documentNumber", number.group(), *field.span(), "Stated", RULE)
            elif made := re.match(DAY, field["value"]):
                value = day(made.group())
                if value is not None:
                    predicate = "dcterms:created" if said == "made" else "dcterms:issued"
                    yield Claim(reading.entity, predicate, value, *field.span(), "Stated", RULE)


def _of_head(reading: Reading) -> Iterator[Finding]:
    """The document number that stands on a line of its own at the head of a text, in brackets or not."""
    for sentence in reading.sentences[:_HEAD_LINES]:
        number = _NUMBER.fullmatch(reading.text, sentence.start, sentence.end)
        if number:
            yield Claim(reading.entity, "documentNumber", number["number"], *number.span("number"), "Stated", RULE)
            return


def _of_title(reading: Reading) -> Iterator[Finding]:
    """The day on which a text was made, in brackets at the end of the title or alone on the line below: «…的意见⏎（2021年4月23日）»."""
    start, end = reading.title
    dated = _BELOW_TITLE.search(reading.text, start, end) or _BELOW_TITLE.match(reading.text, end)
    made = day(dated["day"]) if dated and end > start else None
    if dated and made:
        yield Claim(reading.entity, "dcterms:created", made, *dated.span("day"), "Stated", RULE)


def _of_sitting(reading: Reading) -> Iterator[Finding]:
    """The day on which a report was put before, or a law passed by, a sitting that stands on a line of its own below the title."""
    sitting = _SITTING.search(reading.text, 0, min(_SITTING_WITHIN, len(reading.text)))
    sat = day(sitting["day"]) if sitting else None
    if sitting and sat:
        yield Claim(reading.entity, "dcterms:created", sat, *sitting.span(), "Stated", RULE)


def _of_signature(reading: Reading, is_dated: bool) -> Iterator[Finding]:
    """Who issued the text and when it was made, from its last signature; so it was issued, where no page says when."""
    text = reading.text
    signed = next(reversed(list(_SIGNED.finditer(text))), None)
    if signed is None:
        return
    found = list(_signers(reading, *signed.span("offices")))
    for organization, start, end in found:
        yield Claim(reading.entity, "issuedBy", organization, start, end, "Stated", RULE)
    made = day(signed["day"]) if found else None
    if made is not None:
        for predicate in ("dcterms:created",) if is_dated else ("dcterms:created", "dcterms:issued"):
            yield Claim(reading.entity, predicate, made, *signed.span("day"), "Stated", RULE)


def _signers(reading: Reading, start: int, end: int) -> Iterator[tuple[Entity, int, int]]:
    """The offices on the lines of a signature, those right above the day; one that the lexicon lacks by its shape."""
    lines = list(re.finditer(r"[^\n]*[^\s]", reading.text[start:end]))
    for line in reversed(lines):
        low = start + line.start() + len(line.group()) - len(line.group().lstrip())
        high = start + line.end()
        known = offices_in(reading, low, high)
        if not known and _office().fullmatch(reading.text, low, high):
            known = [Entity("Organization", reading.text[low:high])]
        if not known:
            return
        for organization in known:
            yield organization, low, high


def read(reading: Reading) -> Iterator[Finding]:
    """Yield what a text and its page say of it: source, number, days, who issued it.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def claims(text):
    ...     found = read(prepare(Document("a", text)))
    ...     return [(claim.predicate, str(getattr(claim.object, "key", claim.object))) for claim in found]
    >>> claims("关于甲新区的批复\\n（国函〔2015〕6号）\\n同意设立甲新区。\\n国务院\\n2015年4月8日")[:3]
    [('documentNumber', '国函〔2015〕6号'), ('issuedBy', '国务院'), ('dcterms:created', '2015-04-08')]
    >>> claims("2026年甲省政府工作报告\\n——2026年2月3日在甲省第十六届人民代表大会第四次会议上\\n各位代表：")
    [('dcterms:created', '2026-02-03')]
    >>> claims("甲省关于支持乙市的意见\\n（2021年4月23日）\\n为支持乙市，提出意见。")
    [('dcterms:created', '2021-04-23')]
    >>> claims("甲省关于支持乙市的意见（2021年4月23日）\\n为支持乙市，提出意见。")
    [('dcterms:created', '2021-04-23')]
    >>> claims("来源：新华网\\n国务院召开会议，学习《海洋经济发展规划》。")
    [('dcterms:source', '新华网')]
    """
    of_page = [*_of_page(reading), *_of_record(reading)]
    yield from of_page
    yield from _of_head(reading)
    yield from _of_title(reading)
    of_sitting = [*_of_sitting(reading)]
    yield from of_sitting
    is_dated = any(isinstance(one, Claim) and one.predicate == "dcterms:issued" for one in of_page)
    if not of_sitting:
        yield from _of_signature(reading, is_dated)
