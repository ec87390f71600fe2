"""What rows of tables say, by what their head cells say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract import extract
from extract.values import Document, Facts

TITLE = "襄阳市“十四五”主要指标"


def facts_of(*rows: str, title: str = TITLE) -> Facts:
    return extract(Document("a", "\n".join((title, *(row.replace("/", "\t") for row in rows)))))


def targets(facts: Facts) -> list[tuple[object, ...]]:
    known = {one.entity: dict(one.attributes) for one in facts.entities if one.entity.kind == "Target"}
    names = ("comparison", "targetValue", "unit", "targetYear", "baseline")
    found = [(fact, known[fact.object]) for fact in facts.facts if fact.predicate == "hasTarget"]  # type: ignore[index]
    return [
        (fact.subject.key, getattr(of["indicator"], "key", ""), *(of.get(name) for name in names)) for fact, of in found
    ]


def claims(facts: Facts, predicate: str) -> set[tuple[str, str]]:
    return {(fact.subject.key, getattr(fact.object, "key", "")) for fact in facts.facts if fact.predicate == predicate}


GROSS = ("襄阳市", "地区生产总值", "=")
INDICATORS = {
    ("指标/2020年/2025年", "地区生产总值（亿元）/4601/7000"): (*GROSS, 7000, "亿元", 2025, 4601),
    ("序号/指标名称/单位/2022年/2027年/属性", "1/地区生产总值/亿元/5828/8000/预期性"): (
        *GROSS,
        8000,
        "亿元",
        2027,
        5828,
    ),
    ("序号/指标名称/2022年基期值/2027年目标值", "2/高新技术企业（家）/1200/2000"): (
        *("襄阳市", "高新技术企业", "="),
        *(2000, "家", 2027, 1200),
    ),
    ("指标/单位/2020年/2025年", "森林覆盖率/%/42.1/≥45"): (
        *("襄阳市", "森林覆盖率", ">="),
        *(45, "%", 2025, Decimal("42.1")),
    ),
}


@pytest.mark.parametrize(("rows", "wanted"), INDICATORS.items(), ids=range(len(INDICATORS)))
def test_an_indicator_s_row_gives_base_and_target(rows: tuple[str, ...], wanted: tuple[object, ...]) -> None:
    assert targets(facts_of(*rows)) == [wanted]


@pytest.mark.parametrize("bar", ["|", "｜", " | "])
def test_bars_part_cells_as_tabs_do(bar: str) -> None:
    rows = ("指标/2020年/2025年", "地区生产总值（亿元）/4601/7000")
    assert targets(facts_of(*(row.replace("/", bar) for row in rows))) == [(*GROSS, 7000, "亿元", 2025, 4601)]


def test_the_line_under_a_head_in_markdown_is_no_row() -> None:
    rows = ("|指标|2020年|2025年|", "|:---|---:|---|", "|地区生产总值（亿元）|4601|7000|")
    assert targets(facts_of(*rows)) == [(*GROSS, 7000, "亿元", 2025, 4601)]


def test_links_between_bars_are_no_table() -> None:
    assert targets(facts_of("首页|2020年新闻|2025年目标|政务", "上一篇|下一篇|返回", "共5000篇|7000篇")) == []


def test_the_head_may_stand_on_two_rows_and_again_on_the_next_page() -> None:
    head = ("指标/单位/2020年/2025年", "//基期值/目标值")
    rows = ("地区生产总值/亿元/4601/7000", *head, "常住人口/万人/526/530")
    assert [target[1] for target in targets(facts_of(*head, *rows))] == ["地区生产总值", "常住人口"]


REFUSED = {
    "two years of a review": ("2022年襄阳市统计公报", "指标/2021年/2022年", "地区生产总值（亿元）/4601/4800"),
    "no figure": (TITLE, "指标/单位/2020年/2025年", "能耗/%/—/完成省下达任务"),
    "no unit": (TITLE, "指标/2020年/2025年", "排名/4/3"),
    "no head": (TITLE, "甲/乙/丙", "地区生产总值/4601/7000"),
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_target_gives_none(text: tuple[str, ...]) -> None:
    assert targets(facts_of(*text[1:], title=text[0])) == []


def test_a_county_s_row_gives_its_industries_and_its_target() -> None:
    facts = facts_of("县（市、区）/主导产业/2025年产值目标（亿元）", "枣阳市/汽车零部件/800")
    assert claims(facts, "concernsIndustry") == {("枣阳市", "汽车零部件")}
    assert targets(facts) == [("枣阳市", "产值", "=", 800, "亿元", 2025, None)]


def test_a_project_s_row_gives_its_place_and_nothing_to_the_city() -> None:
    facts = facts_of("项目名称/建设地点/总投资（亿元）/建设年限", "绿色氢能产业园/襄州区/35/2024-2026")
    assert claims(facts, "involves") == {("绿色氢能产业园", "襄州区")}
    assert not claims(facts, "concernsIndustry")
    assert not targets(facts)


def test_a_task_s_row_gives_its_place_and_its_offices_those_of_merged_cells_too() -> None:
    rows = ("产业升级/支持樊城区发展新能源产业。/市经信局", "/支持襄州区发展汽车产业。/")
    facts = facts_of("重点任务/具体内容/责任单位", *rows, title="襄阳市重点任务")
    tasks = ("支持樊城区发展新能源产业", "支持襄州区发展汽车产业")
    assert claims(facts, "responsibleOrganization") == {(task, "襄阳市经济和信息化局") for task in tasks}
    assert {(tasks[0], "樊城区"), (tasks[1], "襄州区")} <= claims(facts, "involves")


def test_quotes_are_the_whole_row() -> None:
    facts = facts_of("指标/2020年/2025年", "地区生产总值（亿元）/4601/7000")
    aim = next(fact for fact in facts.facts if fact.predicate == "hasTarget")
    assert facts.document.text[aim.evidence[0].start : aim.evidence[0].end] == "地区生产总值（亿元）\t4601\t7000"
