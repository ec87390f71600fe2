"""What ties Shenyang and Dalian, as the interpretation in corpus/ says it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connections.ranking import GRADES, rank
from graph.policygraph import PolicyGraph
from tests.connections.corpus_text import SAID, labels


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
