"""What a query is written with is offered: all that the graph says, found in both languages, legal as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.rdf.ontology import terms
from graph.rdf.vocabulary import POL, PREFIXES, shorten
from graph.things.completions import Completion, completions

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def graph() -> PolicyGraph:
    """Return the graph of the corpus."""
    return PolicyGraph.build(CORPUS)


@pytest.fixture(scope="module")
def offered(graph: PolicyGraph) -> dict[str, Completion]:
    """Return what is offered in Chinese, by its text."""
    return {one.text: one for one in completions(graph, "zh")}


def written(iri: str) -> str:
    """Return an IRI by its prefix, that of the ontology too."""
    return f"pol:{shorten(iri)}" if iri.startswith(POL) else shorten(iri)


@pytest.mark.parametrize("pattern", ["?s ?term ?o", "?s a ?term"])
def test_every_relation_and_class_of_the_graph_is_offered(
    graph: PolicyGraph, offered: dict[str, Completion], pattern: str
) -> None:
    used = {written(str(row["term"])) for row in graph.rows(f"SELECT DISTINCT ?term {{ {pattern} }}")}
    assert len(used) > 20
    assert not used - offered.keys()


def test_every_term_of_the_ontology_is_offered(offered: dict[str, Completion]) -> None:
    assert not {name if ":" in name else f"pol:{name}" for name, one in terms().items() if one.kind} - offered.keys()


def test_a_relation_is_found_by_its_label_in_both_languages(graph: PolicyGraph) -> None:
    for language in ("zh", "en"):
        (one,) = (one for one in completions(graph, language) if one.text == "pol:hasPositioning")
        assert {one.label, *one.found_by} == {"功能定位为", "has positioning"}


def test_a_city_is_offered_by_its_prefix_and_found_by_its_name_in_latin_letters(offered: dict[str, Completion]) -> None:
    assert (offered["city:沈阳市"].kind, offered["city:沈阳市"].found_by) == ("City", ("Shenyang",))


def test_every_prefix_is_offered_and_nothing_twice(graph: PolicyGraph) -> None:
    texts = [one.text for one in completions(graph, "en")]
    assert {f"{name}:" for name in PREFIXES} <= set(texts)
    assert len(texts) == len(set(texts))


def test_all_that_is_offered_can_stand_in_a_query_as_it_is(graph: PolicyGraph, offered: dict[str, Completion]) -> None:
    names = [one.text for one in offered.values() if ":" in one.text and one.kind != "prefix"]
    assert len(names) > 150
    found = graph.rows(f"SELECT ?term {{ VALUES ?term {{ {' '.join(names)} }} }}")
    assert [written(str(row["term"])) for row in found] == names


def test_no_keyword_is_offered_that_a_query_may_not_use(offered: dict[str, Completion]) -> None:
    keywords = {word for one in offered.values() if one.kind == "keyword" for word in one.text.split()}
    assert {"SELECT", "FILTER", "ORDER"} <= keywords
    assert not keywords & {"SERVICE", "LOAD", "INSERT", "DELETE", "DROP", "CLEAR"}
