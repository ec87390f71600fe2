"""Table rows: indicators with base and target, industries of counties, projects with their place, tasks with their offices.

Pattern: a head «指标⇥单位⇥2022年⇥2027年» with rows «地区生产总值⇥亿元⇥5828⇥8000»; «县（市、区）⇥主导产业⇥2025年产值目标（亿元）»;
«项目名称⇥建设地点»; «重点任务⇥具体内容⇥责任单位». The head says what a column holds, of which year and in which unit.

Accepted: «指标⇥2020年⇥2025年⏎地区生产总值（亿元）⇥4601⇥7000», a target of the text's place with its base.
Refused: «指标⇥2021年⇥2022年⏎地区生产总值（亿元）⇥4601⇥4800», two years of a review; a row with «完成省下达任务» for a figure.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extract.described_targets import describe_target
from extract.findings import Claim, Coined, Finding
from extract.grammar.responsibilities import offices_listed
from extract.indicators import canonical_indicator
from extract.industries import describe_industry
from extract.industries.lexicon import known_name
from extract.numerals import COUNTING
from extract.reading import Reading, topic_of
from extract.spans import cut
from extract.table_figures import Figure, aims, figure
from extract.table_text import Span, Table, tables, task_cells
from extract.tasks import commitment_verb, tasks_of
from extract.values import Description, Entity, Grade, Value

RULE = "table_rows"
_NUMBERED = re.compile(
    rf"^(?:\d{{1,3}}[.、．]?(?=[\u4e00-\u9fff])|[（(][{COUNTING}\d]{{1,3}}[）)]|[{COUNTING}]{{1,3}}、)"
)
_UNIT_BEHIND = re.compile(r"[（(](?P<unit>[^（）()]{1,12})[）)]$")
_BEFORE = 200
"""Code points before a table in which its caption stands."""
_LONGEST_TASK = 60
_LONGEST_LABEL = 40


class _Rows:
    """The rows of one table, each with what its columns say."""

    def __init__(self, reading: Reading, found: Table) -> None:
        self.reading, self.table = reading, found
        self._above: dict[int, Span] = {}

    def cell(self, row: Sequence[Span], holds: str) -> Span:
        """The cell of a row in the column of a class; empty where there is none."""
        return self.at(row, self.table.at(holds))

    def at(self, row: Sequence[Span], place: int | None) -> Span:
        """The cell of a row in a column; empty where there is none."""
        return row[place] if place is not None and place < len(row) else (0, 0)

    def shared(self, row: Sequence[Span], holds: str) -> Span:
        """The same, the cell above it where it is empty: cells of several rows stand once."""
        place = self.table.at(holds)
        if place is None:
            return 0, 0
        span = self.cell(row, holds)
        if span[0] < span[1]:
            self._above[place] = span
        return self._above.get(place, (0, 0))

    def written(self, span: Span) -> str:
        return self.reading.text[slice(*span)]

    def places(self, row: Sequence[Span]) -> tuple[Entity, ...]:
        """The places that the place column of a row names."""
        names = self.reading.names.within(*self.shared(row, "place"), "place")
        return tuple(dict.fromkeys(entity for name in names for entity in name.entities))

    def topic(self) -> tuple[Entity, ...]:
        """The places that the text, or its section, speaks of where the table stands."""
        sentence = self.reading.sentence_at(self.table.start)
        subject = (topic_of(self.reading, sentence) if sentence else None) or self.reading.topics.get(0)
        return subject.entities if subject else ()

    def section(self) -> Entity:
        sentence = self.reading.sentence_at(self.table.start)
        return Entity("Section", str(sentence.section if sentence else 0), self.reading.document.id)


def _whole(row: Sequence[Span]) -> Span:
    full = [span for span in row if span[0] < span[1]]
    return full[0][0], full[-1][1]


def _targets(rows: _Rows) -> Iterator[Finding]:
    reading, start = rows.reading, rows.table.start
    caption = reading.text[max(0, start - _BEFORE) : start] + reading.text[slice(*reading.title)]
    for aim, base in aims(rows.table, caption):
        for row in rows.table.rows:
            label, unit = _measured(rows, row, aim)
            value, before = (figure(rows.written(rows.at(row, place)), unit) for place in (aim, base))
            own = rows.places(row)
            if value is None or not value.unit or not 1 < len(label) <= _LONGEST_LABEL:
                continue
            for place in own or rows.topic():
                year = rows.table.columns[aim].year
                yield from _target(rows, row, place, "Stated" if own else "Inherited", label, value, before, year)


def _measured(rows: _Rows, row: Sequence[Span], aim: int) -> tuple[str, str]:
    """What a row measures, and its unit: by the indicator's cell and the unit's, else by the head."""
    head = rows.table.columns[aim]
    label = rows.written(rows.cell(row, "indicator")).replace(" ", "")
    behind = _UNIT_BEHIND.search(label)
    unit = rows.written(rows.cell(row, "unit")) or (behind["unit"] if behind else "") or head.unit
    label = _NUMBERED.sub("", label[: behind.start()] if behind else label)
    return (label if rows.table.at("indicator") is not None else head.label), unit.replace(" ", "")


def _target(
    rows: _Rows,
    row: Sequence[Span],
    place: Entity,
    grade: Grade,
    label: str,
    value: Figure,
    before: Figure | None,
    year: int | None,
) -> Iterator[Finding]:
    name, others = canonical_indicator(label)
    indicator = Entity("Indicator", name)
    attributes: dict[str, Value] = {"indicator": indicator, "comparison": value.comparison}
    attributes |= {"targetValue": value.value, "unit": value.unit}
    attributes |= {"targetYear": year} if year is not None else {}
    attributes |= {"baseline": before.value} if before is not None and before.unit == value.unit else {}
    described = describe_target(place, attributes, rows.reading.document.id)
    span = _whole(row)
    yield Coined(Description(indicator, name, others), *span)
    yield Coined(described, *span)
    yield Claim(place, "hasTarget", described.entity, *span, grade, RULE)
    yield Claim(described.entity, "inSection", rows.section(), *span, grade, RULE)


def _industries(rows: _Rows) -> Iterator[Finding]:
    for row in rows.table.rows:
        span = rows.cell(row, "industry")
        for low, high in cut(rows.reading.text, *span, "、，；和及"):
            written = rows.written((low, high)).strip()
            if len(written) > 1:
                industry = Entity("Industry", known_name(written) or written)
                yield Coined(describe_industry(industry, [written]), low, high)
                for place in rows.places(row):
                    yield Claim(place, "concernsIndustry", industry, *_whole(row), "Stated", RULE)


def _projects(rows: _Rows) -> Iterator[Finding]:
    """Projects, each as an action in the place where it is to be built."""
    for row in rows.table.rows:
        span, places = rows.cell(row, "project"), rows.places(row)
        label = rows.written(span)
        if len(label) > 1 and places:
            project = Entity("Action", label, rows.reading.document.id)
            yield Coined(Description(project, label), *span)
            yield Claim(project, "inSection", rows.section(), *span, "Stated", RULE)
            for place in places:
                yield Claim(project, "involves", place, *_whole(row), "Stated", RULE)


def _tasks(rows: _Rows) -> Iterator[Finding]:
    """The offices of tasks: of those that the grammar reads in the cell, else of the cell itself where it opens as one."""
    known = [task for task in tasks_of(rows.reading) if task.start >= rows.table.start]
    for row in rows.table.rows:
        low, high = rows.cell(row, "task")
        given = [(holds, rows.shared(row, holds)) for holds in ("responsible", "cooperating")]
        tasks = [Entity(task.kind, task.label, rows.reading.document.id) for task in known if low <= task.start < high]
        label = rows.written((low, high)).rstrip("。； ")
        if not tasks and 3 < len(label) <= _LONGEST_TASK and commitment_verb().match(label):
            tasks = [Entity("Action", label, rows.reading.document.id)]
            yield Coined(Description(tasks[0], label), low, high)
            yield Claim(tasks[0], "inSection", rows.section(), low, high, "Stated", RULE)
        for holds, span in given:
            for start, end, office in offices_listed(rows.reading, *span):
                for task in tasks:
                    quote = (min(low, start), max(high, end))
                    yield Claim(task, f"{holds}Organization", office, *quote, "Stated", RULE)


_KINDS = (("task", _tasks), ("project", _projects), ("industry", _industries))


def outside(reading: Reading, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield what rules for sentences found, but for what stands in a row: its cells are no sentence, save what shall be done.

    Arguments: reading; found, in any order.
    """
    tasks = set(task_cells(reading.document.text))
    cells = sorted(
        span for table in tables(reading.document.text) for row in table.rows for span in row if span not in tasks
    )
    for one in found:
        before = bisect_right(cells, (one.start, len(reading.text))) - 1
        if before < 0 or one.start >= cells[before][1]:
            yield one


def read(reading: Reading) -> Iterator[Finding]:
    """Yield what the tables of a text say, row by row.

    >>> from extract.pipeline import claims
    >>> claims("襄阳市规划\\n指标\\t2020年\\t2025年\\n地区生产总值（亿元）\\t4601\\t7000", "hasTarget")
    ['襄阳市 → 襄阳市·地区生产总值=7000亿元·2025']
    >>> claims("襄阳市公报\\n指标\\t2021年\\t2022年\\n地区生产总值（亿元）\\t4601\\t4800", "hasTarget")
    []
    """
    for found in tables(reading.document.text):
        rows = _Rows(reading, found)
        yield from _targets(rows)
        for holds, read_rows in _KINDS:
            if found.at(holds) is not None:
                yield from read_rows(rows)
