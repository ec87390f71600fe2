"""What the pages of the app ask of a graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.engines.identity import graph_hash
from graph.pages.country_map import country_map
from graph.pages.document_view import document_view
from graph.pages.headings import heading_places
from graph.pages.overview import figures, place_cards
from graph.pages.province_map import province_maps
from graph.pictures.force_layout import circle_layout, force_layout
from graph.quality.open_graph import declared_counts, findings
from graph.quality.shortfalls import silent_sentences, unrelated
from graph.things.documents import documents

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = "liaoning-interpretation"


@pytest.fixture(scope="module")
def graph() -> PolicyGraph:
    """Return the graph of the corpus."""
    return PolicyGraph.build(CORPUS)


def test_documents_are_listed_with_what_is_known_of_them(graph: PolicyGraph) -> None:
    (card,) = documents(graph)
    assert (card.id, card.kind, card.issued) == (TEXT, "Interpretation", "2023-01-04")
    assert 0 < card.quoted_sentences < card.sentences


def test_a_document_is_read_in_the_order_of_its_text(graph: PolicyGraph) -> None:
    view = document_view(graph, TEXT)
    text = (CORPUS / f"{TEXT}.txt").read_text(encoding="utf-8")
    assert [one.start for one in view.sentences] == sorted(one.start for one in view.sentences)
    assert all(text[one.start : one.end] == one.text for one in view.sentences)
    assert [item.depth for item in view.outline][:6] == [0, 1, 1, 1, 2, 3]


def test_every_statement_stands_beside_the_sentence_that_makes_it(graph: PolicyGraph) -> None:
    said = [(one, said) for one in document_view(graph, TEXT).sentences for said in one.said]
    assert len(said) > 300
    assert all(one.start <= fact.start < fact.end <= one.end for one, fact in said)


def test_an_unknown_document_is_a_mistake_in_one_line(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="nothing: the graph holds no text of this name"):
        document_view(graph, "nothing")


def test_the_four_regions_come_first_with_their_declared_and_named_tasks(graph: PolicyGraph) -> None:
    cards = {card.place.label: card for card in place_cards(graph)}
    assert [card.place.kind for card in cards.values()][:4] == ["Region"] * 4
    circle = cards["沈阳现代化都市圈"]
    assert (circle.declared_tasks, len(circle.key_tasks), circle.declared_areas, len(circle.areas)) == (17, 3, 7, 7)


def test_the_figures_count_a_region_as_a_region_only(graph: PolicyGraph) -> None:
    counts = dict(figures(graph).classes)
    assert counts["Place"] < counts["Region"]


def test_the_map_knows_every_prefecture_and_what_is_said_of_it(graph: PolicyGraph) -> None:
    (province,) = province_maps(graph)
    by_name = {one.name: one for one in province.places}
    assert (province.code, len(by_name)) == ("210000", 14)
    assert by_name["沈阳市"].positionings > 0
    assert by_name["铁岭市"].mentions == 0


def test_the_country_counts_a_task_of_two_cities_of_one_province_once(tmp_path: Path) -> None:
    text = tmp_path / "plan.txt"
    text.write_text(
        "# 规划\n\n## 重点任务\n\n推动沈阳、大连共建跨境电商平台。支持杭州打造国际物流枢纽。", encoding="utf-8"
    )
    named = [one for one in country_map(PolicyGraph.build(text)).places if one.is_named]
    assert [(one.short_name, one.mentions, one.tasks) for one in named] == [("辽宁", 2, 1), ("浙江", 1, 1)]


def test_the_name_of_a_prefecture_is_written_within_it(graph: PolicyGraph) -> None:
    (province,) = province_maps(graph)
    for one in province.places:
        x, y = one.centre
        assert any(
            min(a for a, _ in ring) < x < max(a for a, _ in ring)
            and min(b for _, b in ring) < y < max(b for _, b in ring)
            for ring in one.rings
        ), one.name


def test_what_was_left_out_is_named(graph: PolicyGraph) -> None:
    assert all(one.text for one in silent_sentences(graph))
    assert not [node for node, _ in unrelated(graph) if node.kind == "Indicator"]
    assert findings(graph) == ()
    assert ("双核", 2, 2) in [(one.name, one.declared, one.listed) for one in declared_counts(graph)]


def test_graphs_of_the_same_texts_have_the_same_hash(graph: PolicyGraph) -> None:
    assert graph_hash(graph) == graph_hash(PolicyGraph.build(CORPUS))
    assert graph_hash(graph) != graph_hash(PolicyGraph.open("memory"))


@pytest.mark.parametrize("size", [1, 2, 40, 300])
def test_no_label_covers_another_one(size: int) -> None:
    labels = {str(i): "沈阳现代化都市圈建设"[: 2 + i % 9] for i in range(size)}
    places = force_layout(labels, [(str(i), str(i // 3)) for i in range(1, size)])
    for one, (x1, y1) in places.items():
        for other, (x2, y2) in places.items():
            if one < other:
                wide = 15 * (len(labels[one]) + len(labels[other])) / 2
                assert abs(x1 - x2) > wide - 1 or abs(y1 - y2) > 40


def test_a_layout_does_not_depend_on_the_order_it_is_given_in() -> None:
    labels = {"a": "沈阳市", "b": "大连市", "c": "双核"}
    edges = [("c", "a"), ("c", "b")]
    backwards = dict(reversed(labels.items()))
    assert force_layout(labels, edges) == force_layout(backwards, [("b", "c"), ("a", "c")])


def test_a_circle_gives_every_node_a_place_of_its_own() -> None:
    labels = {str(i): "" for i in range(30)}
    assert len(set(circle_layout(labels).values())) == 30


def test_headings_are_known_by_where_they_stand(graph: PolicyGraph) -> None:
    (card,) = documents(graph)
    held = {one.start: one.text for one in document_view(graph, card.id).sentences}
    headings = {held[start] for document, start in heading_places(graph) if document == str(card.iri)}
    assert "一、《方案》起草背景" in {one.strip() for one in headings}
    assert all(len(one) < 60 for one in headings)
