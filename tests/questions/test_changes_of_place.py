"""What documents say of a place is told by their dates, and a reprint tells nothing new."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from tests.meeting.test_documents_meet import written
from tests.meeting.test_one_source import COPY, ORIGINAL

TEXTS = {
    "a": "---\nid: late\npublished: 2021-03-01\n---\n沈阳市规划\n\n沈阳市打造国家中心城市，到2025年地区生产总值达到9000亿元。\n",
    "b": "---\nid: early\npublished: 2016-03-01\n---\n沈阳市规划\n\n沈阳市打造东北物流枢纽，到2020年地区生产总值达到8000亿元。\n",
}


def test_positionings_and_targets_of_a_place_stand_by_the_dates_of_their_documents(tmp_path: Path) -> None:
    found = PolicyGraph.build(written(tmp_path / "texts", **TEXTS)).ask("沈阳的定位和目标历年有什么变化？")
    assert found.answer is not None
    assert found.answer.question.id == "changes-of-place"
    assert [(line[0], line[2]) for line in found.answer.rows()] == [
        ("2016-03-01", "东北物流枢纽"),
        ("2016-03-01", "地区生产总值≥8000亿元"),
        ("2021-03-01", "国家中心城市"),
        ("2021-03-01", "地区生产总值≥9000亿元"),
    ]


def test_a_reprint_changes_nothing(tmp_path: Path) -> None:
    graph = PolicyGraph.build(written(tmp_path / "texts", copy=COPY, original=ORIGINAL))
    found = graph.answer("changes-of-place", place="沈阳")
    assert {line[3] for line in found.rows()} == {"辽宁省区域协调发展方案"}
