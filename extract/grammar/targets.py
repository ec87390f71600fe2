"""Targets: «X占Y比重力争达到30%», «X增速达到15%», «X增长7.7%», «年均增速力争超过全国平均水平», «突破1万亿元», «超千亿».

Subject, indicator with its base, comparison, value and unit or a reference, hedge, year. 达到 is >=, 超过 and 突破 >, 不超过 and 以内
<=, 左右 ≈. The year is taken from the sentence, an earlier one or the heading. A relative reference is no number.

Accepted: «到2025年,沈阳市制造业增加值占地区生产总值比重力争达到30%».
Refused: «去年实现生产总值6739亿元», achieved; «最高奖励500万元», paid; «提出17项任务», a count of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.clauses import LEAD, Clause, Subject
from extract.findings import Claim, Coined, Finding
from extract.grammar.achievements import is_achieved, is_future, is_paid
from extract.grammar.baselines import Baseline, baseline
from extract.grammar.distributions import aligned, parted
from extract.quantities import Quantity, bare_quantity, in_hundred_millions, quantities
from extract.reading import Reading, topic_of
from extract.values import Description, Entity, Sentence, Value
from extract.wordlists import canonical_names

RULE = "targets"
_WORTH_READING = re.compile(r"\d|万亿|千亿|百亿|平均水平|增速|同步")
_YEAR = re.compile(r"(?<![年月])(?:到|至)(20\d\d)年|(?<!截至)(?<!截止)(?<!截至到)(20\d\d)年(?:底|末|前|之前|年底)")
_REPORTED = re.compile(r"截至|截止|20\d\d年(?:\d+月)?至20\d\d年|由20\d\d年|年以来|今年以来|去年")
_AHEAD = re.compile(r"(?:到|至)20\d\d年|力争|争取|目标|预期")
_GOAL = re.compile(r"目标|预期|指标")
_PLANNED = re.compile(r"任务|重点工作|工作安排|主要工作|工作重点|举措|措施")
_REVIEW = re.compile(r"回顾|成就|成效|总结|现状|基础|背景|过去")
_TAIL = re.compile(
    r"(?:力争|争取|努力|确保|将要?|要|应|预计|预期|计划|均|都|分别|双双|总体|基本|逐步|累计|稳步|进一步|持续|有望|比上年|较上年|比20\d\d年|较20\d\d年|"
    r"比\d+年|较\d+年|的目标是?|目标|到20\d\d年底?|\s|，|、|：|也|还|再|全面|率先|左右|同比|合计|共|要求|整体|大幅|平均)+$"
)
_HEAD = re.compile(
    r"(?:[，、：；\s]|已(?=提出|明确|确定)|其中|同时|力争|争取|努力|确保|推动|推进|实现|使|让|把|将|要|全面|主要|以及|和|(?:到|至)?20\d\d年(?:底|末|前)?|年底前?|该[省市区县]|年内|我国|并|"
    r"提出|明确|要求|预计|预期|计划|经过[^，]{1,8}努力|全社会(?=研发)|全市|全省|全区|全县|全州|我市|我省|我区|本市|该市|该省)*"
)
_GROWTH = re.compile(r"(?:年均)?(?:增长|提高|提升|增加|新增|上升|扩大|下降|降低|减少|压减)$")
_MONEY = re.compile(
    r"产值|生产总值|GDP|收入|总额|投资|规模|消费|营收|税收|贸易|经济总量|增加值|销售额|成交额|交易额|进出口|产业|集群|利用外资|市值|利润"
)
_MAKING = re.compile(
    r"(?:新增|新建|建成|培育|建设|引进|打造|形成|创建|发展|认定|布局|完成|改造|实施|组建|设立|推广|集聚|支持|壮大|落地|吸引)(?:形成|完成)?(?:的)?"
)
_HEDGE = re.compile(r"力争|争取|努力|确保|预期|左右|约")
_COUNTED_TEXT = ("项", "条", "方面", "部", "分")
_BEHIND = re.compile(r"(?:以上|左右)?(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”]{2,16}?)(?=$|[，。；、（])")
_DESCRIBED = re.compile(r"(?:以上|左右|级)*的(?P<noun>[\u4e00-\u9fff]{2,14}?)(?=$|[，。；、（])")
"""«超千亿的特色产业集群»: the noun behind is what is measured."""
_NO_INDICATOR = re.compile(
    r"记者|会议|以来|项目总|任务|措施|方面|讯$|第[一二三四五六七八九十\d]+|截至|同比|此次|出席|其中|报道|时间|年级|小时内|日起|电话|每年|召开|会议"
)


@dataclass(frozen=True, slots=True)
class _Draft:
    indicator: str
    quantity: Quantity
    subject: Subject
    entities: tuple[Entity, ...]
    year: int | None
    hedge: str
    departure: Baseline | None
    start: int
    end: int


def _year(reading: Reading, sentence: Sentence, position: int, before: int | None) -> int | None:
    found = [*_YEAR.finditer(reading.text, sentence.start, position)]
    if found:
        return int(found[-1].group(1) or found[-1].group(2))
    if before is not None:
        return before
    ordinal: int | None = sentence.section
    while ordinal:
        section = reading.sections[ordinal]
        match = re.search(r"(20\d\d)年", section.heading)
        if match:
            return int(match.group(1))
        ordinal = section.parent
    return None


def _headings(reading: Reading, sentence: Sentence) -> str:
    found, ordinal = [], sentence.section
    while ordinal:
        section = reading.sections[ordinal]
        found.append(section.heading)
        ordinal = section.parent or 0
    return " ".join(found)


def _wanted(reading: Reading, sentence: Sentence, clause: Clause, headings: str) -> bool:
    """Whether a clause speaks of what shall be rather than of what is, was or is paid."""
    text = reading.text
    if is_achieved(text, clause.start, clause.end) or is_paid(text, clause.start, clause.end):
        return False
    if _REPORTED.search(text, sentence.start, clause.end) and not _AHEAD.search(text, clause.start, clause.end):
        return False
    dated = _YEAR.search(text, sentence.start, clause.end) is not None
    if _REVIEW.search(headings) or (is_achieved(text, sentence.start, clause.start) and not dated):
        return False
    if _GOAL.search(headings + text[sentence.start : clause.start]) or _PLANNED.search(headings) or dated:
        return True
    hedged = re.compile(r"力争|争取|确保|目标|预期|不低于|不少于|不超过|控制在|将|要").search(
        text, sentence.start, clause.end
    )
    return hedged is not None and is_future(text, clause.start, clause.end)


def _indicator(reading: Reading, low: int, quantity: Quantity, departure: Baseline | None) -> str:
    """The words before a comparison that name what is measured; empty where there are none."""
    high = quantity.start
    if departure is not None and low <= departure.start < high:
        high = departure.start
    head = _HEAD.match(reading.text, low, high)
    start = head.end() if head else low
    label = _TAIL.sub("", reading.text[start:high])
    label = re.sub(r"（[^（）]*）$", "", label).strip("“” 的")
    described = _DESCRIBED.match(reading.text, quantity.end)
    if described and described["noun"] not in {"目标", "任务", "要求", "水平", "规模", "速度", "比例"}:
        return described["noun"]
    making = _MAKING.fullmatch(label) if label else None
    if not label or making:
        behind = _BEHIND.match(reading.text, quantity.end)
        return behind["noun"] if behind and quantity.value is not None and (making or not label) and making else ""
    made = _MAKING.match(label)
    label = label[made.end() :] if made and len(label) - made.end() >= 3 else label
    if _GROWTH.match(quantity.verb) and not label.endswith(("增速", "增幅", "率", "增长率")):
        label += quantity.verb
    return label


def _plausible(label: str) -> bool:
    return (
        2 <= len(label) <= 40
        and not _NO_INDICATOR.search(label)
        and not re.search(r"[，。；：《》]", label)
        and not label[0].isdigit()
    )


def _subject(reading: Reading, clause: Clause, sentence: Sentence) -> Subject | None:
    subject = clause.subject or topic_of(reading, sentence) or reading.topics.get(0)
    own = [name for name in reading.names.within(clause.start, clause.end, "self")]
    if subject is None and own:
        return Subject(own[0].entities, own[0].start, own[0].end, "Stated")
    return subject


def _of_clause(reading: Reading, sentence: Sentence, clause: Clause, before: str, year: int | None) -> Iterator[_Draft]:
    text = reading.text
    subject = _subject(reading, clause, sentence)
    if subject is None:
        return
    lead = LEAD.match(text, clause.start, clause.end)
    low = max(lead.end() if lead else clause.start, subject.end if clause.own else clause.start)
    departure = baseline(text, clause.start, clause.end)
    label = before
    bare = bare_quantity(text, low, clause.end)
    for run in quantities(text, low, clause.end) or ([[bare]] if bare is not None else []):
        label = _indicator(reading, low, run[0], departure) or (
            label if low > clause.start or not text[low : run[0].start].strip("，、力争破将") else ""
        )
        low = run[-1].end
        if not _plausible(label):
            continue
        joint = parted(label)
        hedge = "".join(dict.fromkeys(_HEDGE.findall(text, clause.start, run[-1].end)))
        year_here = _year(reading, sentence, run[0].start, year)
        years = _years(text, sentence.start, run[0].start, len(run))
        for index, (indicator, entities, quantity) in enumerate(_pairs(joint, subject.entities, run, bool(years))):
            if quantity.value is not None and (not quantity.unit or (quantity.unit == "年" and quantity.value > 100)):
                continue
            if quantity.unit == "分" or (
                quantity.unit in _COUNTED_TEXT and not _YEAR.search(text, sentence.start, clause.end)
            ):
                continue
            year_of = years[index] if years else year_here
            if year_of is not None and year_of < reading.year:
                continue
            yield _Draft(indicator, quantity, subject, entities, year_of, hedge, departure, clause.start, run[-1].end)


_YEARS = re.compile(r"(20\d\d)年(?:和|、|与|及)(20\d\d)年(?:(?:和|、|与|及)(20\d\d)年)?")


def _years(text: str, start: int, end: int, count: int) -> tuple[int, ...]:
    """The years of «2024年和2025年…分别达到A、B», where there are as many as values."""
    match = _YEARS.search(text, start, end)
    found = tuple(int(year) for year in match.groups() if year) if match else ()
    return found if count > 1 and len(found) == count else ()


def _pairs(
    labels: Sequence[str], places: tuple[Entity, ...], run: Sequence[Quantity], dated: bool
) -> Iterator[tuple[str, tuple[Entity, ...], Quantity]]:
    """Indicator, places and value: values are dealt out to the indicators, else to the places."""
    if dated:
        for quantity in run:
            yield labels[0], places, quantity
    elif len(run) == 1 or len(labels) == len(run):
        for label, index in aligned(labels, range(len(run))):
            yield label, places, run[index]
    elif len(labels) == 1 and len(places) == len(run):
        for place, quantity in zip(places, run, strict=True):
            yield labels[0], (place,), quantity


def _canonical(label: str) -> tuple[str, tuple[str, ...]]:
    """An indicator's name and the one that the text uses, where the lexicon has another."""
    known = canonical_names("indicators.tsv", "name", "other_names")
    name = known.get(label, label)
    others = {label} if name != label else set()
    if match := _GROWTH.search(label):
        base = label[: match.start()]
        name = known.get(base, base) + match.group()
        others = {
            label,
            *(base + match.group().replace("增长", ending) for ending in ("增速", "增长率") if "增长" in match.group()),
        }
    return name, tuple(sorted(others - {name}))


def _findings(reading: Reading, sentence: Sentence, draft: _Draft) -> Iterator[Finding]:
    name, others = _canonical(draft.indicator)
    quantity = draft.quantity
    indicator = Entity("Indicator", name)
    yield Coined(Description(indicator, name, others), draft.start, draft.end)
    attributes: dict[str, Value] = {"indicator": indicator, "comparison": quantity.comparison}
    shown = quantity.reference
    if quantity.value is not None:
        value, unit = in_hundred_millions(quantity.value, quantity.unit, _MONEY.search(draft.indicator) is not None)
        attributes |= {"targetValue": value.normalize() + 0, "unit": unit}
        shown = f"{value.normalize():f}{unit}"
    else:
        attributes["reference"] = quantity.reference
    if draft.year is not None:
        attributes["targetYear"] = draft.year
    if draft.hedge:
        attributes["hedge"] = draft.hedge
    if draft.departure is not None:
        attributes["baseline"] = draft.departure.value
    for place in draft.entities:
        key = f"{place.key}·{name}{quantity.comparison}{shown}{'·' + str(draft.year) if draft.year else ''}"
        target = Entity("Target", key, reading.document.id)
        label = f"{name}{quantity.comparison}{shown}"
        yield Coined(
            Description(target, label, (), tuple(sorted(attributes.items(), key=lambda pair: pair[0]))),
            draft.start,
            draft.end,
        )
        low = (
            draft.subject.start
            if draft.subject.grade == "Stated" and sentence.start <= draft.subject.start <= draft.start
            else draft.start
        )
        yield Claim(place, "hasTarget", target, low, draft.end, draft.subject.grade, RULE)
        section = Entity("Section", str(sentence.section), reading.document.id)
        yield Claim(target, "inSection", section, draft.start, draft.end, draft.subject.grade, RULE)


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the quantified targets of places.

    >>> from extract.pipeline import claims
    >>> claims("到2025年，沈阳市制造业增加值占地区生产总值比重力争达到30%。", "hasTarget")
    ['沈阳市 → 沈阳市·制造业增加值占地区生产总值比重>=30%·2025']
    >>> claims("沈阳市去年实现生产总值6739亿元，最高奖励500万元，提出17项任务。", "hasTarget")
    []
    """
    year: int | None = None
    section = -1
    for sentence in reading.sentences:
        if sentence.section != section:
            section, year = sentence.section, None
        found = _YEAR.search(reading.text, sentence.start, sentence.end)
        if not _WORTH_READING.search(reading.text, sentence.start, sentence.end):
            continue
        headings = _headings(reading, sentence)
        label = ""
        for clause in reading.clauses[sentence.ordinal]:
            if not _WORTH_READING.search(reading.text, clause.start, clause.end):
                continue
            if not _wanted(reading, sentence, clause, headings):
                continue
            for draft in _of_clause(reading, sentence, clause, label, year):
                label = draft.indicator
                yield from _findings(reading, sentence, draft)
        if found:
            year = int(found.group(1) or found.group(2))
