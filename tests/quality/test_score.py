"""Scores against gold annotations, worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.engines.store import memory_store
from graph.errors import GraphError
from graph.quality.figures import Score
from graph.quality.gold import read_gold
from graph.quality.read_back import find
from graph.quality.score import Scores, score, score_found
from graph.rdf.file_formats import write_file
from graph.rdf.terms import term
from tests.rdf.facts_made_up import build, made_up_facts

GOLD: dict[str, Any] = {
    "scored_classes": ["City", "Positioning", "PlaceGroup"],
    "scored_predicates": ["hasMember", "hasPositioning", "hasTarget"],
    "entities": [
        {"class": "City", "label": ["沈阳", "沈阳市"]},
        {"class": "City", "label": ["抚顺", "抚顺市"]},
        {"class": "Center", "label": ["“区域性金融中心”"]},
        {"class": "PlaceGroup", "label": ["双核"], "optional": True},
    ],
    "relations": [
        {"predicate": "hasMember", "subject": ["“双核”"], "object": ["沈阳"]},
        {"predicate": "hasMember", "subject": ["“双核”"], "object": ["抚顺"]},
        {"predicate": "hasPositioning", "subject": ["沈阳"], "object": ["区域性金融中心"], "optional": True},
    ],
    "targets": [
        {
            "place": ["沈阳"],
            "indicator": ["制造业增加值占地区生产总值比重"],
            "comparison": [">=", "="],
            "value": 30,
            "unit": "%",
            "year": 2025,
        }
    ],
}


def scores(tmp_path: Path, **changed: Any) -> Scores:
    """Return the scores of the graph made by hand against the gold above, with some fields changed."""
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(GOLD | changed), encoding="utf-8")
    return score_found(find(memory_store(build(made_up_facts()))), read_gold(path))


def test_a_class_counts_what_is_right_too_much_and_missed(tmp_path: Path) -> None:
    # 沈阳 is found, 大连 is too much, 抚顺 is missed; the group is optional, the centre is a positioning.
    assert scores(tmp_path).classes == [
        Score("City", 1, 1, 1),
        Score("Positioning", 1, 0, 0),
        Score("PlaceGroup", 0, 0, 0),
    ]


@pytest.mark.parametrize("wider", ["Target", "Aim"])
def test_a_target_is_no_surplus_entity(wider: str, tmp_path: Path) -> None:
    found = scores(tmp_path, scored_classes=["City", wider])
    assert [line for line in found.misses if f"extra {wider}" in line] == []
    assert {row.name: row for row in found.rows}["ENTITIES"] == Score("ENTITIES", 1, 1, 1)
    assert found.targets == Score("TARGETS", 1, 0, 0)


def test_a_relation_counts_what_is_right_too_much_and_missed(tmp_path: Path) -> None:
    assert scores(tmp_path).predicates == [Score("hasMember", 1, 1, 1), Score("hasPositioning", 0, 0, 0)]


def test_the_sums_follow_their_rows(tmp_path: Path) -> None:
    rows = {row.name: row for row in scores(tmp_path).rows}
    assert rows["ENTITIES"] == Score("ENTITIES", 2, 1, 1)
    assert rows["RELATIONS"] == Score("RELATIONS", 1, 1, 1)


def test_a_rule_is_scored_by_what_it_read(tmp_path: Path) -> None:
    assert {rule.name: rule for rule in scores(tmp_path).rules} == {
        "members": Score("members", 1, 1, 1),
        "targets": Score("targets", 1, 0, 0),
    }


def test_each_thing_missed_or_too_much_is_named(tmp_path: Path) -> None:
    assert scores(tmp_path).misses == [
        "missed City: 抚顺",
        "extra City: 大连, 大连市",
        "missed hasMember: “双核” → 抚顺",
        "extra hasMember: 双核 → 大连",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"value": 31},
        {"unit": "亿元"},
        {"comparison": ["<="]},
        {"year": 2030},
        {"place": ["大连"]},
        {"indicator": ["森林蓄积量"]},
    ],
    ids=str,
)
def test_a_target_is_right_only_as_a_whole(wrong: dict[str, Any], tmp_path: Path) -> None:
    found = scores(tmp_path, targets=[GOLD["targets"][0] | wrong])
    assert found.targets == Score("TARGETS", 0, 1, 1)


def test_the_right_target_is_right(tmp_path: Path) -> None:
    assert scores(tmp_path).targets == Score("TARGETS", 1, 0, 0)


def test_a_target_without_an_indicator_is_wrong(tmp_path: Path) -> None:
    scores(tmp_path)
    quads = [quad for quad in build(made_up_facts()) if quad.predicate != term("indicator")]
    found = score_found(find(memory_store(quads)), read_gold(tmp_path / "gold.json"))
    assert found.targets == Score("TARGETS", 0, 1, 1)


def test_what_the_gold_ignores_is_not_too_much(tmp_path: Path) -> None:
    ignored = [{"predicate": "hasMember", "subject": ["双核"], "object": ["大连"]}]
    found = scores(tmp_path, ignore={"City": ["大连"]}, ignore_relations=ignored)
    assert (found.classes[0].wrong, found.predicates[0].wrong) == (0, 0)


def test_the_score_of_a_file_is_the_score_of_its_graph(tmp_path: Path) -> None:
    expected = scores(tmp_path)
    write_file(build(made_up_facts()), tmp_path / "graph.ttl")
    assert score(tmp_path / "graph.ttl", tmp_path / "gold.json") == expected


def test_a_file_that_is_no_gold_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('{"entities": 1}', encoding="utf-8")
    with pytest.raises(GraphError, match="not a gold annotation"):
        read_gold(tmp_path / "gold.json")
