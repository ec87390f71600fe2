"""A person types a name in some way; the graph finds what bears it, or says what comes near."""

from __future__ import annotations

import pytest

from graph import GraphError, PolicyGraph
from tests.policygraph.graphs import made_up

PLACES = """
province:辽宁省 a pol:Place, pol:Province ; skos:prefLabel "辽宁省"@zh ; skos:altLabel "辽宁"@zh .
province:陕西省 a pol:Place, pol:Province ; skos:prefLabel "陕西省"@zh .
province:内蒙古自治区 a pol:Place, pol:Province ; skos:prefLabel "内蒙古自治区"@zh .
city:沈阳市 a pol:Place, pol:City ; skos:prefLabel "沈阳市"@zh ; skos:altLabel "沈阳"@zh .
city:大连市 a pol:Place, pol:City ; skos:prefLabel "大连市"@zh ; skos:altLabel "大连"@zh .
city:吉林市 a pol:Place, pol:City ; skos:prefLabel "吉林市"@zh ; skos:altLabel "吉林"@zh .
province:吉林省 a pol:Place, pol:Province ; skos:prefLabel "吉林省"@zh ; skos:altLabel "吉林"@zh .
region:辽宁沿海经济带 a pol:Place, pol:Region ; skos:prefLabel "辽宁沿海经济带"@zh, "Liaoning Coastal Economic Belt"@en .
place-group:一圈一带两区 a pol:PlaceGroup ; skos:prefLabel "“一圈一带两区”"@zh .
<urn:section> a pol:Section ; skos:prefLabel "大连"@zh .
"""


@pytest.fixture(scope="module")
def graph() -> PolicyGraph:
    """Some places."""
    return made_up(PLACES)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("沈阳市", "沈阳市"),
        ("沈阳", "沈阳市"),
        (" 沈 阳 ", "沈阳市"),
        ("Shenyang", "沈阳市"),
        ("SHENYANG", "沈阳市"),
        ("Shen Yang", "沈阳市"),
        ("shenyangshi", "沈阳市"),
        ("Shenyang City", "沈阳市"),
        ("Shěnyáng", "沈阳市"),
        ("Ｓｈｅｎｙａｎｇ", "沈阳市"),
        ("Dalian", "大连市"),
        ("Liaoning", "辽宁省"),
        ("Liaoning Province", "辽宁省"),
        ("Liaoning Sheng", "辽宁省"),
        ("Shaanxi", "陕西省"),
        ("Inner Mongolia", "内蒙古自治区"),
        ("Neimenggu", "内蒙古自治区"),
        ("一圈一带两区", "“一圈一带两区”"),
        ("「一圈一带两区」", "“一圈一带两区”"),
        ("Liaoning Coastal Economic Belt", "辽宁沿海经济带"),
        ("liaoning coastal economic belt", "辽宁沿海经济带"),
        ("https://w3id.org/policygraph/id/city/大连市", "大连市"),
    ],
)
def test_a_name_finds_its_thing(typed: str, label: str, graph: PolicyGraph) -> None:
    assert graph.resolve(typed).label == label


def test_a_region_has_no_pinyin(graph: PolicyGraph) -> None:
    assert graph.find("liaoningyanhaijingjidai") == ()


def test_a_heading_is_no_name(graph: PolicyGraph) -> None:
    assert [node.kind for node in graph.find("大连")] == ["City"]


def test_a_class_decides_between_two_of_one_name(graph: PolicyGraph) -> None:
    assert graph.resolve("吉林", ["City"]).label == "吉林市"
    assert graph.resolve("Jilin", ["Province"]).label == "吉林省"


def test_a_wider_class_holds_its_narrower_ones(graph: PolicyGraph) -> None:
    assert graph.resolve("沈阳", ["Place"]).kind == "City"
    assert graph.find("沈阳", ["Positioning"]) == ()


def test_a_name_that_two_things_bear_is_told_with_both(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=r"2 things bear this name.*吉林市.*吉林省"):
        graph.resolve("吉林")


@pytest.mark.parametrize(
    ("typed", "near"),
    [("沈杨", "沈阳市"), ("Shenyan", "沈阳市"), ("辽宁沿海经济", "辽宁沿海经济带"), ("Dalain", "大连市")],
)
def test_an_unknown_name_is_told_with_the_nearest(typed: str, near: str, graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=f"{typed}: no such name in this graph; nearest: .*{near}"):
        graph.resolve(typed)


@pytest.mark.parametrize("typed", ["", " ", "“”", '"} #', "\\", "http://a b", "\n", "$x", "<script>"])
def test_a_hostile_name_is_told_in_one_line(typed: str, graph: PolicyGraph) -> None:
    with pytest.raises(GraphError) as caught:
        graph.resolve(typed)
    assert "\n" not in str(caught.value)


def test_an_empty_graph_has_no_names() -> None:
    with pytest.raises(GraphError, match="it has no names yet"):
        PolicyGraph.open("memory").resolve("沈阳")


def test_what_an_update_names_is_found() -> None:
    graph = made_up(PLACES)
    assert graph.find("鞍山") == graph.find("Anshan") == ()
    graph.update('INSERT DATA { city:鞍山市 a pol:City ; skos:prefLabel "鞍山市"@zh ; skos:altLabel "鞍山"@zh }')
    assert graph.find("鞍山") == graph.find("Anshan") != ()
