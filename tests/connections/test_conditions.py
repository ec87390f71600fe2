"""What a condition leaves out of a connection, and how a group stands for its members."""

from __future__ import annotations

from graph.policygraph import PolicyGraph
from tests.connections.corpus_text import labels


def test_a_grade_leaves_out_what_is_weaker(graph: PolicyGraph) -> None:
    ways = graph.connect("沈阳", "大连", grade="Listed").all
    assert {way.grade for way in ways} == {"Stated", "Listed"}
    assert "东北重要增长极" not in labels(ways)


def test_a_relation_leaves_out_the_others(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", relations=["hasPositioning"])
    assert {hop.predicate for way in found.all for hop in way.hops} == {"hasPositioning"}
    assert not found.tasks


def test_a_class_of_the_middle_leaves_out_the_others(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", through=["Industry"])
    assert found.all
    assert {way.kind for way in found.all} == {"industry"}


def test_a_document_leaves_out_what_the_others_say(graph: PolicyGraph) -> None:
    assert graph.connect("沈阳", "大连", documents=["liaoning-interpretation"]).tasks


def test_at_group_level_a_task_of_the_group_leads_through_it(graph: PolicyGraph) -> None:
    task = "加强“双核”协同联动"
    member = next(way for way in graph.connect("沈阳", "大连").tasks if way.label == task)
    group = next(way for way in graph.connect("沈阳", "大连", level="group").tasks if way.label == task)
    assert (member.grade, [node.label for node in member.through]) == ("Expanded", [task])
    assert (group.grade, [node.label for node in group.through]) == ("Listed", [task, "双核"])


def test_both_levels_find_the_same_tasks(graph: PolicyGraph) -> None:
    member, group = graph.connect("沈阳", "大连"), graph.connect("沈阳", "大连", level="group")
    assert sorted(labels(member.tasks)) == sorted(labels(group.tasks))
