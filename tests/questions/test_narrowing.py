"""A question is asked of some places only where a text names them, or the kind of place that it asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.corpus import build_corpus
from graph.policygraph import PolicyGraph
from scripts.measured_questions import graph_of


@pytest.fixture(scope="module")
def plans() -> PolicyGraph:
    """Return a graph of plans of several provinces."""
    return graph_of("B")


@pytest.fixture(scope="module")
def others() -> PolicyGraph:
    """Return a graph of texts of other provinces."""
    return graph_of("C")


def rows_answered(folder: Path, text: str, question: str) -> list[str]:
    """Return the first column of the answer that a graph of one text gives to a question."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    build_corpus([folder / "a.txt"], folder / "p.db")
    found = PolicyGraph.open(folder / "p.db").ask(question).answer
    assert found is not None
    return [row[0] for row in found.rows()]


def test_of_places_that_are_named_the_highest_is_one_of_them(plans: PolicyGraph) -> None:
    found = plans.ask("荆州、荆门两市中，2025年地区生产总值目标最高的是哪个？").answer
    assert found is not None
    assert found.sentence.startswith("在荆州市、荆门市之中，")
    assert [row[0] for row in found.rows()] == ["荆州市"]


def test_the_lowest_is_no_longer_taken_for_the_highest(plans: PolicyGraph) -> None:
    lowest = plans.ask("宜昌、荆州、荆门三市中，2025年地区生产总值目标最低的是哪个？").answer
    assert lowest is not None
    assert lowest.rows()[0][0] == "荆门市"


def test_within_a_province_only_its_places_are_told(others: PolicyGraph) -> None:
    found = others.ask("Which Sichuan cities share the baijiu business?").answer
    assert found is not None
    assert {row[0] for row in found.rows()} >= {"宜宾市", "泸州市"}
    assert found.sentence.startswith("Within 四川省: ")


def test_a_kind_of_place_that_is_asked_for_is_what_is_told(others: PolicyGraph) -> None:
    found = others.ask("哪个都市圈的重点任务最多?").answer
    assert found is not None
    assert all(row[0].endswith("都市圈") for row in found.rows())


def test_no_place_of_a_kind_is_declined_and_not_denied(others: PolicyGraph) -> None:
    assert not others.ask("Which southwest Fujian city has the highest GDP target for 2027?").understood


def test_the_narrowed_query_runs_as_it_stands(plans: PolicyGraph) -> None:
    reply = plans.ask("宜昌、荆州、荆门三市中，2025年地区生产总值目标最高的是哪个？")
    assert reply.answer is not None
    assert {str(row["placeLabel"]) for row in plans.rows(reply.sparql)} == {row[0] for row in reply.answer.rows()}


def test_who_asks_for_cities_hears_of_municipalities_too(tmp_path: Path) -> None:
    text = "上海市建设国际航运中心。\n大连市建设国际航运中心。\n"
    assert sorted(rows_answered(tmp_path, text, "哪些城市要建设国际航运中心？")) == ["上海市", "大连市"]


def test_a_heading_that_is_a_citys_short_name_hides_no_city(tmp_path: Path) -> None:
    text = "辽宁省工作报告\n一、大连\n支持沈阳建设金融中心。\n二、沈阳\n支持大连建设航运中心。\n"
    assert rows_answered(tmp_path, text, "沈阳有哪些功能定位？") == ["金融中心"]


def test_who_asks_for_prefecture_level_cities_hears_of_no_municipality(tmp_path: Path) -> None:
    text = "支持上海建设金融中心。支持上海建设航运中心。支持大连建设航运中心。\n"
    assert rows_answered(tmp_path, text, "哪个地级市的任务最多？") == ["大连市"]


def test_places_that_are_only_listed_are_not_asked_which_has_the_fewest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "支持沈阳建设金融中心。支持大连建设航运中心。支持鞍山建设钢铁基地。\n", encoding="utf-8"
    )
    build_corpus([tmp_path / "a.txt"], tmp_path / "p.db")
    assert PolicyGraph.open(tmp_path / "p.db").ask("沈阳、大连、鞍山有哪些任务？").answer is None


def test_a_region_named_whole_is_not_taken_for_one_whose_name_goes_on(tmp_path: Path) -> None:
    text = "京津冀城市群建设世界级城市群。京津冀协同发展，打造增长极。\n"
    assert rows_answered(tmp_path, text, "京津冀有哪些功能定位？") == ["增长极"]


def test_a_province_is_not_taken_for_a_region_whose_name_begins_with_it(tmp_path: Path) -> None:
    text = "湖北省工作报告\n建设湖北省流域安全屏障。湖北省流域统筹发展。湖北省到2026年地区生产总值增长6%以上。\n"
    assert len(rows_answered(tmp_path, text, "湖北省有哪些量化目标？")) == 1


def test_within_a_group_the_most_is_one_of_its_members(corpus: PolicyGraph) -> None:
    found = corpus.ask("“双核”中哪个地方的任务最多？").answer
    assert found is not None
    assert found.sentence == "在双核之内，涉及任务最多的是沈阳市，共11项。"


def test_places_of_which_only_the_number_is_said_are_not_guessed(corpus: PolicyGraph) -> None:
    reply = corpus.ask("辽宁四个区域中哪个任务最少？")
    assert not reply.understood
    assert "四个区域中" in reply.sentence


def test_who_of_two_has_more_is_asked_of_the_two_alone(corpus: PolicyGraph) -> None:
    found = corpus.ask("沈阳和大连谁的任务更多？").answer
    assert found is not None
    assert found.sentence == "在沈阳市、大连市之中，涉及任务最多的是沈阳市，共11项。"


def test_an_industry_is_asked_for_with_its_kinds(tmp_path: Path) -> None:
    text = "白酒规划\n\n支持遵义市发展酱香型白酒产业。吕梁市发展白酒产业。\n"
    assert rows_answered(tmp_path, text, "哪些地方发展白酒产业？") == ["吕梁市", "遵义市"]
