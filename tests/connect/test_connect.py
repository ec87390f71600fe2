"""What ties Shenyang and Dalian, as the interpretation in corpus/ says it, and what to say where nothing does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
import rdflib
from typer.testing import CliRunner

from graph.cli import app
from graph.errors import GraphError
from graph.policygraph import PolicyGraph
from graph.ranking import GRADES, rank

TEXT = Path(__file__).parents[2] / "corpus" / "liaoning-interpretation.txt"
SAID = TEXT.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def graph() -> Iterator[PolicyGraph]:
    """Return the graph of the corpus's interpretation."""
    with PolicyGraph.build(TEXT) as built:
        yield built


def labels(ways: tuple) -> list[str]:  # type: ignore[type-arg]
    """Return the labels of ways."""
    return [way.label for way in ways]


@pytest.mark.parametrize(
    "task",
    ["支持沈阳、大连率先发展", "加强“双核”协同联动", "协同推动辽中南城市群和沈大国家自主创新示范区建设"],
)
def test_the_tasks_that_the_text_gives_both_cities_are_the_headline(graph: PolicyGraph, task: str) -> None:
    assert task in SAID
    assert task in labels(graph.connect("沈阳", "大连").tasks)


def test_both_cities_share_what_the_text_gives_to_both(graph: PolicyGraph) -> None:
    shared = {(way.kind, way.label) for way in graph.connect("沈阳", "大连").shared}
    assert {("positioning", "区域性金融中心"), ("positioning", "东北重要增长极"), ("group", "双核")} <= shared


def test_every_hop_quotes_its_sentence_at_exact_places(graph: PolicyGraph) -> None:
    ways = graph.connect("沈阳", "大连", hubs=True).all
    quotes = [quote for way in ways for quote in way.quotes]
    assert quotes
    for quote in quotes:
        assert SAID[quote.start : quote.end] == quote.exact
        assert quote.exact in quote.said
        assert quote.grade in GRADES
        assert quote.title.endswith("政策解读")


def test_each_hop_tells_its_section(graph: PolicyGraph) -> None:
    way = next(way for way in graph.connect("沈阳", "大连").tasks if way.label == "支持沈阳、大连率先发展")
    assert [part[-len("提升沈大“双核”示范引领作用") :] for part in way.quotes[0].trail][
        -1
    ] == "提升沈大“双核”示范引领作用"


def test_each_assertion_of_a_hop_is_in_the_graph(graph: PolicyGraph) -> None:
    for way in graph.connect("沈阳", "大连").tasks:
        for hop in way.hops:
            asked = f"SELECT ?s ?o {{ <{hop.statement}> rdf:subject ?s ; rdf:object ?o }}"
            assert [(row["s"], row["o"]) for row in graph.rows(asked)] == [(hop.subject.iri, hop.object.iri)]


def test_names_in_english_tie_the_same_things(graph: PolicyGraph) -> None:
    assert graph.connect("Shenyang", "Dalian").all == graph.connect("沈阳市", "大连市").all


def test_the_order_of_the_names_changes_nothing_but_the_order(graph: PolicyGraph) -> None:
    one, other = graph.connect("沈阳", "大连"), graph.connect("大连", "沈阳")
    assert (labels(one.tasks), labels(one.shared)) == (labels(other.tasks), labels(other.shared))


def test_ways_come_ranked_within_their_part(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", hubs=True, length=4)
    documents = [way for way in found.shared if way.kind == "document"]
    things = found.shared[: -len(documents)]
    assert list(found.shared[len(things) :]) == documents
    for part in (found.tasks, things, documents, found.paths):
        assert list(part) == sorted(part, key=rank)


def test_two_hops_through_one_sentence_of_a_list_are_one_piece_of_evidence(graph: PolicyGraph) -> None:
    way = next(way for way in graph.connect("沈阳", "大连").shared if way.label == "区域性金融中心")
    assert way.length == 2
    assert len(way.sentences) == 1


def test_a_hub_is_counted_but_not_shown(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    assert "辽宁省" not in {node.label for way in found.all for node in way.through}
    assert [(node.label, count > 0) for node, count in found.ways.hidden] == [("辽宁省", True)]
    assert "经辽宁省" in found.answer("zh")
    assert "more through 辽宁省" in found.answer("en")


def test_a_hub_is_shown_when_asked(graph: PolicyGraph) -> None:
    off, on = graph.connect("沈阳", "大连"), graph.connect("沈阳", "大连", hubs=True)
    assert len(on) == len(off) + sum(count for _, count in off.ways.hidden)
    assert "辽宁省" in {node.label for way in on.all for node in way.through}


def test_what_no_text_says_is_background(graph: PolicyGraph) -> None:
    way = next(way for way in graph.connect("沈阳", "大连", hubs=True).shared if way.label == "辽宁省")
    assert (way.kind, way.grade, way.sentences) == ("region", "Background", ())


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


def test_a_longer_path_leads_on_from_a_task(graph: PolicyGraph) -> None:
    assert not graph.connect("抚顺", "大连", length=2).paths
    paths = graph.connect("抚顺", "大连", length=4).paths
    assert paths
    assert {way.length for way in paths} <= {3, 4}


def test_a_path_is_walked_in_both_directions(graph: PolicyGraph) -> None:
    way = graph.connect("双核", "抚顺").paths[0]
    assert (way.hops[0].subject.label, way.hops[0].object.label) == ("双核", "沈阳市")
    assert way.hops[1].object.label == "沈阳市"


def test_three_ends_are_tied_by_what_touches_all(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", "辽中南城市群")
    assert labels(found.tasks) == ["协同推动辽中南城市群和沈大国家自主创新示范区建设"]
    assert {hop.object.label for hop in found.tasks[0].hops} == {"沈阳市", "大连市", "辽中南城市群"}


def test_a_region_and_an_industry_are_tied_by_tasks_and_directly(graph: PolicyGraph) -> None:
    found = graph.connect("辽宁沿海经济带", "海洋经济")
    assert "做大做强海洋经济、临港经济" in labels(found.tasks)
    assert found.paths[0].length == 1


CONDITIONS = [
    {"grade": grade, "level": level, "through": through, "hubs": hubs}
    for grade, level, through, hubs in product(
        ["", "Listed", "Inherited"], ["member", "group"], [(), ("Action",), ("KeyTask", "TaskArea")], [False, True]
    )
]


@pytest.mark.parametrize("conditions", CONDITIONS)
def test_the_query_behind_the_headline_gives_the_tasks(graph: PolicyGraph, conditions: dict[str, object]) -> None:
    found = graph.connect("沈阳", "大连", **conditions)  # type: ignore[arg-type]
    assert sorted(labels(found.tasks)) == sorted(str(row["label"]) for row in graph.rows(found.sparql))


def test_the_query_runs_elsewhere_without_the_projects_prefixes(graph: PolicyGraph, tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(file)]).exit_code == 0
    found = graph.connect("沈阳", "大连")
    answers = rdflib.Graph().parse(file).query(found.sparql)
    assert {str(row.asdict()["label"]) for row in answers} == set(labels(found.tasks))  # type: ignore[union-attr]


def test_an_empty_answer_says_which_condition_removed_what(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连", through=["Organization"])
    assert not found.all
    assert "没有把沈阳市与大连市联系起来" in found.answer()
    assert f"Without the condition through: {len(graph.connect('沈阳', '大连'))} more." in found.explanation.text("en")


def test_an_empty_answer_tells_what_each_end_has_and_where_the_names_stand_closest(graph: PolicyGraph) -> None:
    found = graph.connect("抚顺", "京津冀", length=1, relations=["involves"])
    explanation = found.explanation.text("en")
    assert not found.all
    assert "抚顺市 (City): involves 1" in explanation
    assert "京津冀 (Region): involves" in explanation
    assert found.explanation.closest is not None
    assert "沈抚" in str(found.explanation)


def test_an_empty_answer_offers_the_nearest_question_that_has_one(graph: PolicyGraph) -> None:
    found = graph.connect("抚顺", "辽东绿色经济区")
    assert not found.tasks
    offered = {(end.label, other.label): count for end, other, count in found.explanation.partners}
    assert offered["抚顺市", "沈阳市"] == len(graph.connect("抚顺", "沈阳").tasks)


def test_a_graph_without_a_common_document_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("沈阳打造区域性金融中心。", encoding="utf-8")
    (tmp_path / "b.txt").write_text("大连打造国际物流中心。", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        explanation = graph.connect("沈阳", "大连", relations=["hasPositioning"]).explanation
    assert "No document names all of them." in explanation.text("en")


def test_sentences_copied_from_one_document_to_another_count_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("沈阳打造区域性金融中心。大连打造区域性金融中心。", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        way = next(way for way in graph.connect("沈阳", "大连").shared if way.label == "区域性金融中心")
    assert len({quote.document for quote in way.quotes}) == 2
    assert len(way.sentences) == 2


def test_the_groups_that_several_documents_call_alike_are_one_end(tmp_path: Path) -> None:
    for name, task in (("a", "支持沈阳、大连“双核”发展旅游业"), ("b", "发挥沈阳、大连“双核”作用,推动“双核”协同联动")):
        (tmp_path / f"{name}.txt").write_text(f"关于区域发展的意见\n\n一、总体要求\n{task}。\n", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        nodes = graph.find("双核", ["PlaceGroup"])
        found = graph.connect("双核", "沈阳")
    assert len(nodes) == 2
    assert found.paths[0].length == 1


@pytest.mark.parametrize(
    ("names", "options", "reason"),
    [
        (("沈阳",), {}, "a connection needs two things that differ"),
        (("沈阳", "Shenyang"), {}, "a connection needs two things that differ"),
        (("沈阳", "无此地"), {}, "no such name in this graph"),
        (("沈阳", "大连"), {"grade": "best"}, "no such grade"),
        (("沈阳", "大连"), {"relations": ["near"]}, "no such relation"),
        (("沈阳", "大连"), {"through": ["Town"]}, "no such class"),
        (("沈阳", "大连"), {"length": 9}, "a path has so many hops"),
        (("沈阳", "大连"), {"documents": ["other"]}, "no such document in this graph"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(
    graph: PolicyGraph, names: tuple[str, ...], options: dict[str, object], reason: str
) -> None:
    with pytest.raises(GraphError, match=reason) as told:
        graph.connect(*names, **options)  # type: ignore[arg-type]
    assert "\n" not in str(told.value)


def test_the_table_has_a_row_for_each_hop_with_its_quote(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    table = found.table
    assert len(table) == sum(way.length for way in found.all)
    assert "支持沈阳、大连率先发展" in set(table["quote"])
    assert list(table["rank"]) == sorted(table["rank"])


def test_the_graph_of_the_answer_holds_its_hops(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    drawn = found.graph
    ends = [node for node, end in drawn.nodes(data="end") if end]
    assert sorted(ends) == sorted(str(node.iri) for node in found.ends)
    assert {key for _, _, key in drawn.edges(keys=True)} == {hop.statement for way in found.all for hop in way.hops}


def test_the_sentences_are_those_of_the_text(graph: PolicyGraph) -> None:
    sentences = graph.connect("沈阳", "大连").sentences
    assert len(set(sentences)) == len(sentences) > 1
    assert all(sentence in SAID for sentence in sentences)


def test_a_hostile_text_is_shown_and_never_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("支持沈阳、大连“<script>alert(1)</script>`x`|”联动发展。", encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        found = graph.connect("沈阳", "大连")
        assert found.all
        assert "<script" not in found._repr_html_()
        assert "<script" not in found._repr_markdown_().split("````")[0]


def test_a_notebook_shows_answer_quotes_and_query(graph: PolicyGraph) -> None:
    found = graph.connect("沈阳", "大连")
    for page in (found._repr_html_(), found._repr_markdown_()):
        assert "支持沈阳、大连率先发展" in page
        assert "SELECT" in page


def test_the_command_line_gives_the_same_answer_as_python(graph: PolicyGraph, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    assert CliRunner().invoke(app, ["build", str(TEXT), "-o", str(store)]).exit_code == 0
    said = CliRunner().invoke(app, ["connect", "沈阳", "大连", "-g", str(store), "--grade", "Listed", "--json"])
    expected = json.dumps(graph.connect("沈阳", "大连", grade="Listed").as_json())
    assert json.loads(said.stdout) == json.loads(expected)
    plain = CliRunner().invoke(app, ["connect", "Shenyang", "Dalian", "-g", str(store), "-l", "en"])
    assert plain.stdout.startswith(graph.connect("沈阳", "大连").answer("en"))
