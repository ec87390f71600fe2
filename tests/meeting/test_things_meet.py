"""Places meet by their code, positionings and industries by their names in one dress; aliases and groups hold in their text alone."""

from __future__ import annotations

import pytest

from graph import PolicyGraph
from tests.meeting.test_documents_meet import written

FIRST = (
    "---\nid: first\n---\n辽宁省发展规划\n\n"
    "《大连市海洋发展规划》（以下简称《规划》）提出，支持大连市打造“国际航运中心”，发展集成电路产业。\n"
    "以沈阳、大连“双核”为牵引，支持“双核”率先发展。支持朝阳市建设区域物流枢纽。\n"
    "沈阳现代化都市圈（以下简称都市圈）发展物流业，都市圈打造区域创新中心。\n"
)
SECOND = (
    "---\nid: second\n---\n四川省發展規劃\n\n"
    "支持大連打造國際航運中心，發展積體電路、集成电路產業。《规划》提出，支持成都建设金融中心。\n"
    "以成都、绵阳“双核”为牵引，支持“双核”率先发展。北京市朝阳区建设国际商务中心。\n"
    "都市圈打造西部创新中心。\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """The graph of two texts that say like things of like names, in different dress."""
    return PolicyGraph.build(written(tmp_path_factory.mktemp("two") / "texts", a=FIRST, b=SECOND))


def saying(graph: PolicyGraph, pattern: str) -> dict[str, set[str]]:
    """Things of a pattern's ?x, by the ends of their IRIs, with the ids of the documents whose sentences back the relation."""
    rows = graph.rows(
        f"SELECT DISTINCT ?x ?id {{ {pattern} . ?said pol:evidence/pol:inSentence/pol:inDocument ?document . "
        "?graph prov:wasDerivedFrom ?document ; dcterms:identifier ?id }"
    )
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(str(row["x"]).removeprefix("https://w3id.org/policygraph/id/"), set()).add(str(row["id"]))
    return found


BOTH = {"first", "second"}


def test_a_positioning_is_one_whatever_its_dress(graph: PolicyGraph) -> None:
    found = saying(graph, "?said rdf:subject city:大连市 ; rdf:predicate pol:hasPositioning ; rdf:object ?x")
    assert found == {"positioning/国际航运中心": BOTH}


def test_an_industry_is_one_whatever_its_dress(graph: PolicyGraph) -> None:
    found = saying(graph, "?said rdf:predicate pol:concernsIndustry ; rdf:object ?x")
    assert found["industry/集成电路产业"] == BOTH


def test_places_of_one_short_name_are_told_apart_by_their_codes(graph: PolicyGraph) -> None:
    rows = graph.rows("SELECT ?code { ?place skos:altLabel '朝阳'@zh ; pol:code ?code }")
    assert sorted(str(row["code"]) for row in rows) == ["110105", "211300"]
    found = saying(graph, "?said rdf:subject ?x ; rdf:predicate pol:hasPositioning")
    assert (found["city/朝阳市"], found["county/朝阳区_110105"]) == ({"first"}, {"second"})


def test_a_group_is_that_of_its_text(graph: PolicyGraph) -> None:
    found = saying(graph, "?x a pol:PlaceGroup . ?said rdf:subject ?x ; rdf:predicate pol:hasMember")
    assert found == {"first/place-group/双核": {"first"}, "second/place-group/双核": {"second"}}


def test_an_alias_holds_in_its_text_alone(graph: PolicyGraph) -> None:
    region = saying(graph, "?said rdf:subject ?x ; rdf:predicate pol:hasPositioning . ?x a pol:Region")
    assert region == {"region/沈阳现代化都市圈": {"first"}}
    assert saying(graph, "?said rdf:predicate pol:cites ; rdf:object ?x") == {"document/大连市海洋发展规划": {"first"}}
