"""A question is answered whole or not at all: no place, negation, limit or unit that it names is dropped."""

from __future__ import annotations

import pytest

from graph.policygraph import PolicyGraph

JILIN = """2026年吉林省政府工作报告
今年主要预期目标是：地区生产总值增长5%左右，粮食总产量860亿斤以上，外贸进出口总额增长10%，新能源汽车产量增长15%。
支持吉林市建设区域性物流中心。
"""
LIAONING = """2026年辽宁省政府工作报告
今年主要预期目标是：地区生产总值增长5.5%，粮食产量513万吨，进出口总额增长6%。沈阳市、大连市建设国家物流枢纽。
"""
OPINION = """中共山西省委 山西省人民政府关于支持大同高质量发展的意见
（2025年9月11日）
支持大同建设区域性中心城市。
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """The graph of two reports and an opinion."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in (("jilin", JILIN), ("liaoning", LIAONING), ("opinion", OPINION)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return PolicyGraph.build(folder)


@pytest.mark.parametrize(
    "text",
    [
        "火星市2026年地区生产总值增长目标是多少？",
        "大市2026年地区生产总值增长目标是多少？",
        "全国2026年地区生产总值增长目标是多少？",
        "What is the GDP growth target of Atlantis for 2026?",
        "What is Xinjang's GDP growth target for 2026?",
        "辽宁省沈阳市浑南区地区生产总值增长目标是多少？",
    ],
)
def test_a_place_that_is_not_known_is_never_answered_with_all_places(reports: PolicyGraph, text: str) -> None:
    assert not reports.ask(text).understood


@pytest.mark.parametrize(
    "text",
    [
        "哪些地方不建设国家物流枢纽？",
        "哪些地方没有建设国家物流枢纽？",
        "Which cities other than Dalian are national logistics hubs?",
    ],
)
def test_what_is_denied_is_not_answered_with_what_is_so(reports: PolicyGraph, text: str) -> None:
    assert not reports.ask(text).understood


def test_a_question_whether_or_not_denies_nothing(reports: PolicyGraph) -> None:
    answer = reports.ask("有没有地方建设国家物流枢纽？").answer
    assert answer is not None
    assert len(answer.lines) == 2


@pytest.mark.parametrize(
    "text",
    [
        "哪些地方的地区生产总值增长目标低于5%？",
        "Which places have a GDP growth target below 5%?",
        "地区生产总值增长目标最高的三个省是哪些？",
        "明年辽宁省地区生产总值增长目标是多少？",
    ],
)
def test_a_limit_a_number_of_the_best_and_a_year_to_come_are_not_dropped(reports: PolicyGraph, text: str) -> None:
    assert not reports.ask(text).understood


@pytest.mark.parametrize(
    "text", ["吉林省新能源汽车产量要达到多少辆？", "How many vehicles is 吉林省's 新能源汽车产量 target?"]
)
def test_a_share_is_no_answer_to_who_asks_for_a_number_of_things(reports: PolicyGraph, text: str) -> None:
    assert not reports.ask(text).understood


def test_a_value_in_the_unit_that_is_asked_for_is_an_answer_whatever_scales_it(reports: PolicyGraph) -> None:
    assert "860亿斤" in reports.ask("吉林省粮食总产量要达到多少斤？").sentence


def test_a_name_of_a_province_and_its_city_is_that_of_the_province_where_two_places_are_compared(
    reports: PolicyGraph,
) -> None:
    sentence = reports.ask("吉林和辽宁的地区生产总值增长目标相差多少？").sentence
    assert "吉林省 地区生产总值增长≈5%" in sentence
    assert "0.5%" in sentence


@pytest.mark.parametrize(
    ("text", "told"), [("吉林省的粮食总产量目标是多少？", "860亿斤"), ("吉林省进出口总额增长目标是多少？", "10%")]
)
def test_nothing_is_denied_that_stands_under_a_longer_name_of_the_same_measure(
    reports: PolicyGraph, text: str, told: str
) -> None:
    assert told in reports.ask(text).sentence


def test_of_a_place_within_another_the_inner_one_is_meant(reports: PolicyGraph) -> None:
    reply = reports.ask("辽宁省沈阳市地区生产总值增长目标是多少？")
    assert reply.answer is not None
    assert not reply.answer.lines


def test_who_issued_an_opinion_stands_in_its_title(reports: PolicyGraph) -> None:
    sentence = reports.ask("Who issued the opinion on Datong?").sentence
    assert "中共山西省委" in sentence
    assert "山西省人民政府" in sentence


def test_tasks_that_were_read_are_no_sure_answer_to_how_many_a_text_sets(reports: PolicyGraph) -> None:
    assert reports.ask("吉林市有多少项任务？").confidence == "unsure"
    assert reports.ask("吉林市有哪些任务？").confidence != "unsure"
