"""Answers in the form for people: frames, pictures, tables; and whatever a text says stays text."""

from __future__ import annotations

import re
import sys
from xml.etree import ElementTree

import pandas
import pytest

from graph import GraphError, PolicyGraph
from graph.results.drawn_graph import ResultGraph
from graph.results.output_formats import written
from tests.policygraph.graphs import made_up

HOSTILE = "<img src=x onerror=alert(1)>|*a*[b](javascript:c)`d`"

GRAPH = f"""
city:沈阳市 a pol:Place, pol:City ; skos:prefLabel "沈阳市"@zh ; pol:hasPositioning positioning:中心 .
positioning:中心 a pol:Positioning ; skos:prefLabel "{HOSTILE}"@zh .
pid:assertion\\/1 a pol:Assertion ; rdf:subject city:沈阳市 ; rdf:predicate pol:hasPositioning ;
  rdf:object positioning:中心 ; pol:evidence <urn:e> .
<urn:e> pol:exact "沈阳打造{HOSTILE}" ; pol:start 3 ; pol:end 60 ; pol:grade pol:Stated ; pol:rule "made-up" ;
  pol:inSentence <urn:s> .
<urn:s> pol:exact "沈阳打造{HOSTILE}。" ; dcterms:isPartOf <urn:b> ; pol:inDocument <urn:d> .
<urn:b> a pol:Section ; pol:ordinal 2 ; pol:sectionNumber "(一)" ; skos:prefLabel "定位" ; dcterms:isPartOf <urn:a> .
<urn:a> a pol:Section ; pol:ordinal 1 ; skos:prefLabel "总体要求" ; dcterms:isPartOf <urn:whole> .
<urn:whole> a pol:Section ; pol:ordinal 0 ; skos:prefLabel "方案" ; dcterms:isPartOf <urn:d> .
<urn:d> a pol:Plan ; dcterms:title "方案" .
<urn:t> pol:targetValue 30.5 ; pol:start 3 ; dcterms:issued "2023-01-04"^^xsd:date ; pol:unit "%" ;
  pol:targetYear "2025"^^xsd:gYear .
"""


@pytest.fixture(scope="module")
def graph() -> PolicyGraph:
    """A graph whose labels would do harm as markup."""
    return made_up(GRAPH)


def frame(graph: PolicyGraph, query: str, labels: bool = False) -> pandas.DataFrame:
    """Return the DataFrame of a query."""
    found = graph.query(query, labels=labels)
    assert isinstance(found, pandas.DataFrame)
    return found


def test_columns_have_types(graph: PolicyGraph) -> None:
    query = """SELECT ?value ?start ?issued ?unit ?year ?none { <urn:t> pol:targetValue ?value ; pol:start ?start ;
      dcterms:issued ?issued ; pol:unit ?unit ; pol:targetYear ?year }"""
    found = frame(graph, query)
    assert [str(one) for one in found.dtypes][:2] == ["float64", "Int64"]
    assert pandas.api.types.is_datetime64_any_dtype(found["issued"])
    assert found.loc[0, "year"] == 2025
    assert found.loc[0, "unit"] == "%"
    assert found["none"].isna().all()


def test_an_empty_answer_keeps_its_columns(graph: PolicyGraph) -> None:
    assert list(frame(graph, "SELECT ?a ?b { ?a <urn:nothing> ?b }", labels=True).columns) == ["a", "b"]


def test_labels_stand_beside_their_iris(graph: PolicyGraph) -> None:
    found = frame(graph, "SELECT ?place ?p { ?place a pol:City ; ?p positioning:中心 }", labels=True)
    assert list(found.columns) == ["place", "placeLabel", "p", "pLabel"]
    assert found.loc[0, "placeLabel"] == "沈阳市"
    assert found.loc[0, "pLabel"] == "功能定位为"


def test_a_frame_without_pandas_is_told(graph: PolicyGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(GraphError, match=r"pip install 'policygraph\[notebook\]'"):
        graph.query("SELECT ?s { ?s ?p ?o }")
    assert graph.rows("SELECT ?s { ?s a pol:City }")


def test_a_thing_is_shown_with_quote_grade_trail_and_offsets(graph: PolicyGraph) -> None:
    (statement,) = graph.entity("沈阳市").statements
    (quote,) = statement.quotes
    assert (quote.start, quote.end, quote.grade) == (3, 60, "Stated")
    assert quote.trail == ("总体要求", "(一)定位")
    (line,) = graph.entity("Shenyang").table("en")
    assert line[3] == "stated"
    assert line[5] == "方案 › 总体要求 › (一)定位 [3:60]"


def test_labels_never_become_markup(graph: PolicyGraph) -> None:
    view = graph.entity("沈阳市")
    picture = graph.query("CONSTRUCT { ?s ?p ?o } { ?s pol:hasPositioning ?o ; ?p ?o }")
    assert isinstance(picture, ResultGraph)
    for shown in (view, picture):
        html = shown._repr_html_()
        assert "<img" not in html
        assert "&lt;img" in html
        ElementTree.fromstring(html)
        assert not re.search(r"(?<!\\)[*`\[<]", shown._repr_markdown_().replace("**", ""))


def test_a_picture_shows_labels_and_relations(graph: PolicyGraph) -> None:
    picture = graph.query("CONSTRUCT WHERE { ?s pol:hasPositioning ?o }")
    assert isinstance(picture, ResultGraph)
    texts = {element.text for element in ElementTree.fromstring(picture.svg()).iter() if element.text}
    assert {"沈阳市", "功能定位为", HOSTILE} <= texts


def test_a_picture_is_the_same_for_the_same_graph(graph: PolicyGraph) -> None:
    query = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o . FILTER(isIRI(?o)) }"
    one, other = graph.query(query), graph.query(query)
    assert isinstance(one, ResultGraph)
    assert isinstance(other, ResultGraph)
    assert one.svg() == other.svg()


def test_a_large_picture_says_what_it_leaves_out() -> None:
    many = made_up("".join(f"<urn:{i}> pol:involves <urn:{i + 1}> . " for i in range(100)))
    picture = many.query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    assert isinstance(picture, ResultGraph)
    assert picture.caption() == "100 triples, 60 of 101 nodes drawn"
    assert picture.svg().count("<circle") == 60


def test_a_spreadsheet_runs_nothing_of_a_csv(graph: PolicyGraph) -> None:
    query = 'SELECT ?x { VALUES ?x { "=1+1" "@a" "-5" "a" -3 } }'
    assert written(graph.run(query), "csv").splitlines() == ["x", "'=1+1", "'@a", "-5", "a", "-3"]


def test_a_terminal_runs_nothing_of_a_table(graph: PolicyGraph) -> None:
    assert "\x1b" not in written(graph.run('SELECT ?x { VALUES ?x { "a\x1b[2Jb" } }'), "table")


@pytest.mark.parametrize(
    ("query", "form", "reason"),
    [
        ("SELECT ?s { ?s ?p ?o }", "turtle", "use CONSTRUCT or DESCRIBE"),
        ("DESCRIBE city:沈阳市", "csv", "use --format turtle"),
        ("DESCRIBE city:沈阳市", "json", "use --format turtle"),
    ],
)
def test_a_form_that_an_answer_cannot_have_is_told(query: str, form: str, reason: str, graph: PolicyGraph) -> None:
    with pytest.raises(GraphError, match=reason):
        written(graph.run(query), form)  # type: ignore[arg-type]
