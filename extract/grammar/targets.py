"""Targets: «X占Y比重力争达到30%», «X增速达到15%», «X增长7.7%», «年均增速力争超过全国平均水平», «突破1万亿元», «超千亿».

Subject, indicator with its base, comparison, value and unit or a reference, hedge, year. 达到 is >=, 超过 and 突破 >, 不超过 and 以内
<=, 左右 ≈. The year is taken from the sentence, an earlier one or the heading. A relative reference is no number.

Accepted: «到2025年,沈阳市制造业增加值占地区生产总值比重力争达到30%».
Refused: «去年实现生产总值6739亿元», achieved; «最高奖励500万元», paid; «提出17项任务», a count of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.clauses import LEAD, Clause, Subject
from extract.findings import Claim, Coined, Finding
from extract.grammar.baselines import Baseline, baseline
from extract.grammar.distributions import dealt, parted, years_dealt
from extract.indicators import canonical_indicator, changes, indicator_at, is_indicator, level_of
from extract.outlook import YEAR, headings_of, is_wanted, target_year, year_of
from extract.quantities import Quantity, bare_quantities, in_hundred_millions, made_quantities, quantities
from extract.reading import Reading, issuing_place, topic_of
from extract.values import Description, Entity, Sentence, Value

RULE = "targets"
_WORTH_READING = re.compile(r"\d|万亿|千亿|百亿|平均水平|增速|增幅|标准|同步")
_MONEY = re.compile(
    r"产值|生产总值|GDP|收入|总额|投资|规模|消费|营收|税收|贸易|经济总量|增加值|销售额|成交额|交易额|进出口|产业|集群|利用外资|市值|利润"
)
_DEALT = re.compile(r"分别|均|都|双双")
_HEDGE = re.compile(r"力争|争取|努力|确保|预期|左右|约")
_SITES = ("机场", "港", "口岸", "站", "海关")
"""What of a place may have a target of its own: 荆州机场旅客吞吐量."""
_MODIFIES = re.compile(r"(?:以上|左右|以下)?的[\u4e00-\u9fff（）]{1,12}?(?:达到|达|超过|突破|不少于|增加到|增至)\d")
"""«地区生产总值超过300亿元的县达到12个»: the first value belongs to the name of what is counted."""
_HEDGED_YEAR = re.compile(r"(?:力争|争取|确保|预期)(?:到|至|在)?20\d\d年(?:底|末)?[，,]?$")
"""«力争到2025年，…»: the hedge stands before the clause."""
_COUNTED_PLACES = re.compile(r"[两三四五六七八九](?:省市?|市|地|县|区|州|城)")
_COUNTED_TEXT = ("项", "条", "方面", "部")


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


def _subject(reading: Reading, clause: Clause, sentence: Sentence) -> Subject | None:
    subject = clause.subject or topic_of(reading, sentence) or reading.topics.get(0)
    own = reading.names.within(clause.start, clause.end, "self")
    if subject is None and own:
        return Subject(own[0].entities, own[0].start, own[0].end, "Stated")
    if subject is None and YEAR.search(reading.text, sentence.start, clause.end):
        home = issuing_place(reading)
        return Subject((home,), sentence.start, sentence.start, "Inherited") if home is not None else None
    return subject


def _measures(quantity: Quantity, dated: bool) -> bool:
    """Whether a quantity has a unit of measure: not a calendar year, a mark, or a count of the text's own items."""
    if quantity.value is None:
        return True
    calendar = quantity.unit == "年" and quantity.value > 100
    return (
        bool(quantity.unit) and not calendar and quantity.unit != "分" and (dated or quantity.unit not in _COUNTED_TEXT)
    )


def _without_kind(label: str, subject: Subject) -> str:
    """An indicator without the kind of its region: 片区进出口总额, said of 甲片区."""
    ends = [entity.key[-length:] for entity in subject.entities if entity.kind == "Region" for length in (4, 3, 2)]
    found = next((label.removeprefix(end) for end in ends if label.startswith(end) and label != end), label)
    return found.removeprefix("内") if found != label else label


def _runs(reading: Reading, sentence: Sentence, clause: Clause, low: int) -> list[list[Quantity]]:
    """The values of a clause, in order; numbers of things to be made only where the sentence has named a year."""
    text = reading.text
    found = quantities(text, low, clause.end) or bare_quantities(text, low, clause.end)
    if YEAR.search(text, sentence.start, clause.end):
        taken = [(run[0].start, run[-1].end) for run in found]
        made = made_quantities(text, low, clause.end)
        found += [run for run in made if not any(start < run[0].end and run[0].start < end for start, end in taken)]
    return sorted(found, key=lambda run: run[0].start)


def _of_clause(reading: Reading, sentence: Sentence, clause: Clause, before: str, year: int | None) -> Iterator[_Draft]:
    text = reading.text
    subject = _subject(reading, clause, sentence)
    if subject is None:
        return
    lead = LEAD.match(text, clause.start, clause.end)
    low = max(lead.end() if lead else clause.start, subject.end if clause.own else clause.start)
    named = reading.names.at(low, clause.end, "place", "self")
    if named is not None and (text[named.end] == "的" or (not clause.own and text.startswith(_SITES, named.end))):
        subject, low = Subject(named.entities, named.start, named.end, "Stated"), named.end + (text[named.end] == "的")
    departure = baseline(text, clause.start, clause.end)
    label = before
    for run in _runs(reading, sentence, clause, low):
        if _MODIFIES.match(text, run[-1].end):
            continue
        former = label
        label = level_of(label) if changes(label) and run[0].unit != "%" else "" if changes(label) else label
        label = indicator_at(text, low, run[0], departure) or (
            label
            if not run[0].made and (low > clause.start or not text[low : run[0].start].strip("，、力争破将"))
            else ""
        )
        label = former + label if label.startswith("占") else _without_kind(label, subject)
        low_before, low = low, run[-1].end
        if not is_indicator(label):
            continue
        if _COUNTED_PLACES.fullmatch(text, subject.start, subject.end) and not _DEALT.search(
            text, subject.end, run[0].value_start
        ):
            continue  # a value of several places together is no target of each
        shared = len(run) > 1 or _DEALT.search(text, low_before, run[0].value_start) is not None
        joint = parted(label, shared)
        hedged = _HEDGED_YEAR.search(text, sentence.start, clause.start)
        low_hedge = hedged.start() if hedged else clause.start
        hedge = "".join(dict.fromkeys(_HEDGE.findall(text, low_hedge, run[-1].end)))
        year_here = target_year(reading, sentence, run[0].start, year)
        years = years_dealt(text, sentence.start, run[0].start, len(run))
        for index, (indicator, entities, quantity) in enumerate(dealt(joint, subject.entities, run, bool(years))):
            year_of = years[index] if years else year_here
            dated = YEAR.search(text, sentence.start, clause.end) is not None
            if not _measures(quantity, dated) or (year_of is not None and year_of < reading.year):
                continue
            if quantity.verb == "突破" and quantity.unit == "项":
                quantity = replace(quantity, comparison=">=")  # 突破100项技术: so many are mastered
            yield _Draft(indicator, quantity, subject, entities, year_of, hedge, departure, clause.start, run[-1].end)


def _attributes(draft: _Draft, indicator: Entity) -> tuple[tuple[tuple[str, Value], ...], str]:
    """A target's attributes, sorted, and its value or reference as its label shows it."""
    quantity = draft.quantity
    found: dict[str, Value] = {"indicator": indicator, "comparison": quantity.comparison}
    shown = quantity.reference
    if quantity.value is not None:
        value, unit = in_hundred_millions(quantity.value, quantity.unit, _MONEY.search(draft.indicator) is not None)
        found |= {"targetValue": value.normalize() + 0, "unit": unit}
        shown = f"{value.normalize():f}{unit}"
    else:
        found["reference"] = quantity.reference
    if draft.year is not None:
        found["targetYear"] = draft.year
    if draft.hedge:
        found["hedge"] = draft.hedge
    if draft.departure is not None:
        found["baseline"] = draft.departure.value
    return tuple(sorted(found.items(), key=lambda pair: pair[0])), shown


def _findings(reading: Reading, sentence: Sentence, draft: _Draft) -> Iterator[Finding]:
    name, others = canonical_indicator(draft.indicator)
    quantity = draft.quantity
    indicator = Entity("Indicator", name)
    yield Coined(Description(indicator, name, others), draft.start, draft.end)
    attributes, shown = _attributes(draft, indicator)
    for place in draft.entities:
        key = f"{place.key}·{name}{quantity.comparison}{shown}{'·' + str(draft.year) if draft.year else ''}"
        target = Entity("Target", key, reading.document.id)
        label = f"{name}{quantity.comparison}{shown}"
        yield Coined(Description(target, label, (), attributes), draft.start, draft.end)
        named = draft.subject.grade == "Stated" and sentence.start <= draft.subject.start <= draft.start
        low = draft.subject.start if named else draft.start
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
        found = YEAR.search(reading.text, sentence.start, sentence.end)
        if not _WORTH_READING.search(reading.text, sentence.start, sentence.end):
            continue
        headings = headings_of(reading, sentence)
        label = ""
        for clause in reading.clauses[sentence.ordinal]:
            if not _WORTH_READING.search(reading.text, clause.start, clause.end):
                continue
            if not is_wanted(reading, sentence, clause, headings):
                continue
            for draft in _of_clause(reading, sentence, clause, label, year):
                label = draft.indicator
                yield from _findings(reading, sentence, draft)
        if found:
            year = year_of(found) or year
