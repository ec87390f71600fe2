"""Two versions of one plan, held against each other by what they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.comparison import Change, Comparison, lines_of

HERE = Path(__file__).parent
FIRST, SECOND = "yichang-plan-first", "yichang-plan-second"


@pytest.fixture(scope="module")
def graph() -> Iterator[PolicyGraph]:
    """Yield the graph of both versions."""
    with PolicyGraph.build(HERE) as built:
        yield built


@pytest.fixture(scope="module")
def found(graph: PolicyGraph) -> Comparison:
    return graph.diff(FIRST, SECOND)


def one(changes: tuple[Change, ...], subject: str, term: str) -> Change:
    """Return the only change of a subject and term."""
    (change,) = (change for change in changes if change.subject == subject and change.term == term)
    return change


def shifts(change: Change) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {shift.facet: (shift.before, shift.after) for shift in change.shifts}


def test_a_target_with_another_value_is_changed_and_shows_both_sentences(found: Comparison) -> None:
    change = one(found.changed, "宜昌市", "hasTarget")
    assert shifts(change) == {"targetValue": (("≥28%",), ("≥31%",))}
    assert "28%" in change.before[0].said
    assert "31%" in change.after[0].said


def test_a_target_with_another_year_is_changed_not_dropped_and_added(found: Comparison) -> None:
    assert shifts(one(found.changed, "荆州市", "hasTarget")) == {"targetYear": (("2025",), ("2027",))}


def test_a_phrase_with_another_member_is_changed(found: Comparison) -> None:
    before, after = shifts(one(found.changed, "一枢纽三中心", "hasMember"))["hasMember"]
    assert set(before) - set(after) == {"区域性医疗中心"}
    assert set(after) - set(before) == {"区域性科技创新中心"}


def test_a_task_with_another_commitment_is_changed(found: Comparison) -> None:
    change = next(change for change in found.changed if change.subject.endswith("公交一体化运营"))
    assert shifts(change)["commitment"] == (("Exploring",), ("Driving",))


@pytest.mark.parametrize(
    ("before", "after", "steps"),
    [
        ("鼓励沈阳发展装备制造业。", "必须推动沈阳发展装备制造业。", ("Supporting", "Binding")),
        ("支持沈阳打造区域性金融中心。", "应当推动沈阳打造区域性金融中心。", ("Supporting", "Binding")),
    ],
)
def test_a_task_behind_another_or_more_verbs_of_commitment_is_changed(
    tmp_path: Path, before: str, after: str, steps: tuple[str, str]
) -> None:
    for name, said in (("a", before), ("b", after)):
        (tmp_path / f"{name}.txt").write_text(f"---\ntitle: 方案\nid: {name}\n---\n{said}", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        found = graph.diff("a", "b")
    assert {change.kind for change in found.changes} == {"changed"}
    (change,) = found.changed
    assert shifts(change)["commitment"] == ((steps[0],), (steps[1],))


def test_a_task_of_another_place_is_no_changed_commitment(tmp_path: Path) -> None:
    for name, place in (("a", "沈阳"), ("b", "大连")):
        text = f"---\ntitle: 方案\nid: {name}\n---\n支持{place}打造区域性金融中心。"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        assert not graph.diff("a", "b").changed


def test_what_is_new_is_added_and_what_is_gone_is_dropped(found: Comparison) -> None:
    assert one(found.added, "荆门市", "hasTarget").object == "研发经费投入强度"
    assert one(found.dropped, "恩施土家族苗族自治州", "hasTarget").object == "旅游总收入"
    assert one(found.dropped, "荆州市", "hasPositioning").object == "江汉平原农业强市"
    assert one(found.added, "加快建设宜昌市三峡航空学院", "Action").before == ()


def test_what_only_stands_elsewhere_is_no_change(found: Comparison, graph: PolicyGraph) -> None:
    moved = graph.rows(
        """SELECT DISTINCT ?heading { ?task skos:prefLabel "支持恩施土家族苗族自治州建设清江流域生态廊道"@zh ;
           pol:inSection/skos:prefLabel ?heading }"""
    )
    assert {str(row["heading"]) for row in moved} == {"完善交通网络", "保护生态环境"}
    assert not [change for change in found.changes if "清江流域" in change.subject]
    assert not [change for change in found.changes if change.object == "全国产业转型升级示范区"]


def test_a_document_says_nothing_different_from_itself(graph: PolicyGraph) -> None:
    found = graph.diff(FIRST, FIRST)
    assert (found.changes, found.together) == ((), ())
    assert found.same > 20


def test_the_other_way_round_everything_added_is_dropped(found: Comparison, graph: PolicyGraph) -> None:
    back = graph.diff(SECOND, FIRST)
    assert {(change.term, change.object) for change in back.dropped} == {
        (change.term, change.object) for change in found.added
    }
    assert len(back.changed) == len(found.changed)


def test_two_graphs_of_one_text_each_differ_as_their_documents_do(found: Comparison) -> None:
    with PolicyGraph.build(HERE / "plan-first.txt") as first, PolicyGraph.build(HERE / "plan-second.txt") as second:
        assert first.diff(second).table() == found.table()


def test_a_graph_that_gained_a_document_gained_its_claims(graph: PolicyGraph) -> None:
    with PolicyGraph.build(HERE / "plan-first.txt") as first:
        found = first.diff(graph)
    assert not found.dropped
    assert one(found.added, "荆州市", "hasPositioning").object == "长江经济带重要物流枢纽"


def test_a_claim_that_only_one_side_makes_stands_beside_the_most_alike_sentence_of_the_other(found: Comparison) -> None:
    together = next(one for one in found.together if any(c.object == "江汉平原农业强市" for c in one.changes))
    assert "江汉平原农业强市" in together.before[0].said
    assert "长江经济带重要物流枢纽" in together.after[0].said
    unlike = next(one for one in found.together if any(c.object == "旅游总收入" for c in one.changes))
    assert unlike.after == ()


def test_every_change_is_in_exactly_one_card(found: Comparison) -> None:
    assert sorted(map(repr, found.changes)) == sorted(repr(c) for one in found.together for c in one.changes)


def test_documents_are_named_by_title_too_and_an_unknown_one_is_told_with_those_there_are(graph: PolicyGraph) -> None:
    by_title = graph.diff("宜荆都市圈协同发展行动方案", "《宜荆都市圈协同发展行动方案（修订版）》")
    assert len(by_title.changes) == len(graph.diff(FIRST, SECOND).changes)
    with pytest.raises(GraphError, match=f"use one of the ids {FIRST}, {SECOND}"):
        graph.diff(FIRST, "nothing")
    with pytest.raises(GraphError, match="name two documents"):
        graph.diff(FIRST)


def test_it_is_told_as_table_markdown_and_json(found: Comparison) -> None:
    assert all(len(row) == len(found.columns()) for row in found.table())
    assert "| 荆州市 | 量化目标为 | 固定资产投资年均增速 |" in found.markdown()
    told = json.loads(json.dumps(found.as_json(), ensure_ascii=False))
    assert told["counts"] == {"changed": 4, "added": 7, "dropped": 7, "same": found.same}
    first = told["changes"][0]["before"][0]
    assert first["sentence"].count(first["exact"]) == 1


def test_what_a_text_says_stays_text_in_markdown_and_html_and_on_a_terminal(tmp_path: Path) -> None:
    hostile = (
        "沈阳市行动方案\n\n一、任务\n支持沈阳市建设区域性金融中心，<script>alert(1)</script>|*强*\u202e\x1b[2J。\n"
    )
    (tmp_path / "a.txt").write_text("沈阳市行动方案\n\n一、任务\n支持沈阳市建设区域性物流中心。\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(hostile, encoding="utf-8")
    with PolicyGraph.build(tmp_path / "a.txt") as first, PolicyGraph.build(tmp_path / "b.txt") as second:
        found = first.diff(second)
    assert "<script>" in " ".join(lines_of(found))
    assert "<script>" not in found._repr_html_()
    assert "<script>" not in found.markdown()
    assert "\\<script\\>alert\\(1\\)\\</script\\>\\|\\*强\\*" in found.markdown()
