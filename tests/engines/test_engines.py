"""What a graph answers does not depend on where it lives: every test here runs on all three engines."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal

import pytest
from rdflib import Graph, Literal, URIRef

from graph import GraphError, PolicyGraph
from graph.pages import figures, place_cards
from graph.pictures.whole_network import whole
from graph.questions import question
from graph.questions.narrowing import Narrowing, narrowed
from graph.rdf import UNION_GRAPH
from graph.rdf.vocabulary import PID, POL, PREFIXES
from graph.results.output_formats import written
from graph.things import documents

# rdflib warns of a name that it uses itself.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")

SHENYANG = URIRef(PREFIXES["city"] + "沈阳市")
DALIAN = URIRef(PREFIXES["city"] + "大连市")


def test_a_query_has_the_prefixes_of_the_project(graph: PolicyGraph) -> None:
    assert graph.rows("SELECT ?name { city:沈阳市 skos:prefLabel ?name }") == [{"name": Literal("沈阳市", lang="zh")}]


def test_a_query_may_declare_prefixes_itself(graph: PolicyGraph) -> None:
    query = f"PREFIX pol: <{PREFIXES['skos']}>\nSELECT ?name {{ city:沈阳市 pol:prefLabel ?name }}"
    assert graph.rows(query) == [{"name": Literal("沈阳市", lang="zh")}]


def test_the_default_graph_is_the_union_and_says_each_thing_once(graph: PolicyGraph) -> None:
    said = graph.rows("SELECT ?graph { GRAPH ?graph { city:沈阳市 a pol:City } }")
    assert len(said) > 1
    assert len(graph.rows("SELECT ?place { ?place a pol:City . FILTER(?place = city:沈阳市) }")) == 1


def test_a_document_is_a_named_graph(graph: PolicyGraph) -> None:
    rows = graph.rows("SELECT DISTINCT ?graph { GRAPH ?graph { ?a a pol:Assertion } }")
    assert {str(row["graph"]) for row in rows} - {UNION_GRAPH} == {PID + "graph/liaoning-interpretation"}


def test_parameters_take_the_place_of_dollar_names(graph: PolicyGraph) -> None:
    query = "SELECT DISTINCT ?label { ?task pol:involves $a , $b ; skos:prefLabel ?label }"
    labels = {str(row["label"]) for row in graph.rows(query, a=SHENYANG, b=DALIAN)}
    assert "支持沈阳、大连率先发展" in labels


def test_a_parameter_that_is_not_given_lists_its_values(graph: PolicyGraph) -> None:
    rows = graph.rows("SELECT DISTINCT ?place { $place pol:hasPositioning ?positioning }")
    assert {SHENYANG, DALIAN} <= {row["place"] for row in rows}


def test_several_values_of_a_parameter_fill_a_list(graph: PolicyGraph) -> None:
    query = "SELECT ?name { VALUES ?place { $places } ?place skos:prefLabel ?name } ORDER BY ?name"
    names = [str(row["name"]) for row in graph.rows(query, places=[SHENYANG, DALIAN])]
    assert sorted(names) == ["大连市", "沈阳市"]


@pytest.mark.parametrize(
    "hostile", ['" } DROP ALL #', "'''", "\\", '"""', "a\nb", "$place", "\u202e", "<script>", "\x07"]
)
def test_a_hostile_value_is_only_ever_a_value(hostile: str, graph: PolicyGraph) -> None:
    rows = graph.rows("SELECT ?said { BIND($value AS ?said) }", value=Literal(hostile))
    assert rows == [{"said": Literal(hostile)}]


def test_a_parameter_that_the_query_does_not_write_is_an_error(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=r"no parameter \$place"):
        graph.rows("SELECT ?place { ?place a pol:City }", place=SHENYANG)


def test_an_iri_that_is_none_cannot_be_a_parameter(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="is no term"):
        graph.rows("SELECT ?x { $place ?x ?y }", place=URIRef("urn:a> ?p ?o } #"))


def test_an_unbound_variable_has_no_key(graph: PolicyGraph) -> None:
    query = "SELECT ?name ?other { city:沈阳市 skos:prefLabel ?name OPTIONAL { city:沈阳市 pol:unit ?other } }"
    assert graph.rows(query) == [{"name": Literal("沈阳市", lang="zh")}]


def test_plain_text_equals_a_plain_literal(graph: PolicyGraph) -> None:
    assert graph.rows("SELECT ?code { city:沈阳市 pol:code ?code }") == [{"code": Literal("210100")}]


def test_numbers_keep_their_type(graph: PolicyGraph) -> None:
    (row,) = graph.rows("SELECT ?longitude { city:沈阳市 schema:longitude ?longitude }")
    assert isinstance(row["longitude"], Literal)
    assert isinstance(row["longitude"].toPython(), Decimal)


def test_values_that_look_alike_stay_apart(graph: PolicyGraph) -> None:
    number, day = URIRef(PREFIXES["xsd"] + "integer"), URIRef(PREFIXES["xsd"] + "date")
    values = [
        Literal("1"),
        Literal("1", lang="zh"),
        Literal("1", lang="en"),
        Literal("1", datatype=number),
        Literal("2026-01-01", datatype=day),
    ]
    listed = " ".join(one.n3() for one in [*values, Literal("2026-01-01")])
    rows = graph.rows(f"SELECT ?value {{ VALUES ?value {{ {listed} }} }}")
    assert {row["value"] for row in rows} == {*values, Literal("2026-01-01")}


def test_ask_gives_a_truth_value(graph: PolicyGraph) -> None:
    assert graph.run("ASK { city:沈阳市 a pol:City }") is True
    assert graph.run("ASK { city:沈阳市 a pol:Province }") is False


def test_construct_and_describe_give_a_graph(graph: PolicyGraph) -> None:
    made = graph.run("CONSTRUCT { ?p a pol:Big } { ?p a pol:City }")
    assert isinstance(made, Graph)
    assert (SHENYANG, None, URIRef(POL + "Big")) in made
    told = graph.run("DESCRIBE city:沈阳市")
    assert isinstance(told, Graph)
    assert (SHENYANG, None, None) in told
    assert all(
        SHENYANG in (subject, said) for subject, _, said in told
    )  # what is said of it, on some servers also by it


def test_a_wrong_query_is_told_by_line_and_column(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError) as caught:
        graph.rows("SELECT ?place {\n  city:沈阳市 a § }")
    assert str(caught.value).startswith("query, line 2, column 14: no SPARQL from “§ }” on")
    assert "\n" not in str(caught.value)


def test_a_query_that_ends_too_early_is_told_so(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="ends too early"):
        graph.rows("SELECT ?place { ?place a pol:City")


def test_an_unknown_prefix_is_told(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=r"prefix not found .“nix:a”"):
        graph.rows("SELECT ?x { ?x nix:a ?y }")


def test_rows_are_asked_for_with_select(graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match="ask with SELECT"):
        graph.rows("ASK { ?s ?p ?o }")


def test_a_file_that_a_query_names_is_never_read(graph: PolicyGraph, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.nt"
    secret.write_text("<urn:secret> <urn:b> <urn:c> .", encoding="utf-8")
    query = f"SELECT ?s FROM <{secret.as_uri()}> {{ ?s ?p ?o }}"
    assert graph.rows(query) == []
    assert URIRef("urn:secret") not in {row[0] for row in graph.graph.query(query)}  # type: ignore[index]


def test_rdflib_sees_the_same_graph(graph: PolicyGraph) -> None:
    dataset = graph.graph
    assert (SHENYANG, URIRef(PREFIXES["skos"] + "altLabel"), Literal("沈阳", lang="zh")) in dataset
    assert URIRef(PID + "graph/liaoning-interpretation") in {one.identifier for one in dataset.graphs()}


def test_rdflib_asks_the_engine(graph: PolicyGraph) -> None:
    (row,) = graph.graph.query("SELECT ?name { city:沈阳市 skos:prefLabel ?name }")
    assert row == (Literal("沈阳市", lang="zh"),)


def test_what_is_said_of_a_thing_is_the_same_everywhere(graph: PolicyGraph, in_memory: PolicyGraph) -> None:
    found = graph.entity("沈阳")
    assert found == in_memory.entity("沈阳")
    assert found.statements


@pytest.mark.parametrize("told", [documents, figures, place_cards, whole])
def test_pages_tell_the_same_everywhere(
    told: Callable[[PolicyGraph], object], graph: PolicyGraph, in_memory: PolicyGraph
) -> None:
    assert told(graph) == told(in_memory)


@pytest.mark.parametrize(
    "asked", ["places-with-most-tasks", "places-with-fewest-tasks", "places-with-most-positionings"]
)
def test_an_extreme_among_some_places_is_the_same_everywhere(
    asked: str, graph: PolicyGraph, in_memory: PolicyGraph
) -> None:
    places = {name: in_memory.resolve(name) for name in ("沈阳", "抚顺", "辽宁")}
    for some in (
        Narrowing(among=(places["沈阳"], places["抚顺"])),
        Narrowing(within=places["辽宁"], kind="City"),
        Narrowing(kind="Region"),
    ):
        query = narrowed(question(asked), some).filled({})
        assert graph.rows(query)
        assert graph.rows(query) == in_memory.rows(query)


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_written_answers_are_the_same_everywhere(form: str, graph: PolicyGraph, in_memory: PolicyGraph) -> None:
    query = "SELECT DISTINCT ?task ?label { ?task a pol:KeyTask ; skos:prefLabel ?label } ORDER BY ?label"
    said = written(graph.run(query), form)  # type: ignore[arg-type]
    assert said == written(in_memory.run(query), form)  # type: ignore[arg-type]
    assert form != "json" or json.loads(said)["results"]["bindings"]


def test_building_again_changes_nothing(graph: PolicyGraph, in_memory: PolicyGraph) -> None:
    count = "SELECT (COUNT(*) AS ?all) { ?s ?p ?o }"
    assert graph.rows(count) == in_memory.rows(count)
