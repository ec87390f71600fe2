"""The default graph is what the documents say now: each triple once, and nothing of what they said before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from tests.engines.loopback import sparql_server

BEFORE = "甲规划\n沈阳市打造区域性金融中心。\n大连市打造国际物流中心。\n"
AFTER = "甲规划\n沈阳市打造区域性文化创意中心。\n大连市打造国际物流中心。\n"
OTHER = "乙规划\n沈阳市打造区域性金融中心。\n鞍山市打造国家钢铁产业基地。\n"

HELD = "SELECT ?s ?p ?o { ?s ?p ?o }"
SAID = "SELECT DISTINCT ?s ?p ?o { GRAPH ?document { ?s ?p ?o } }"


@pytest.fixture(params=["folder", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a graph is kept that a build renews."""
    if request.param == "folder":
        yield str(tmp_path / "policy.db")
    else:
        with sparql_server() as address:
            yield address


def build(place: str, folder: Path, **texts: str) -> PolicyGraph:
    """Write texts, build their graph there, and open it."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return PolicyGraph.build(folder, to=place)


def triples(graph: PolicyGraph, query: str) -> list[tuple[str, ...]]:
    """Return what a query for triples gives, sorted."""
    return sorted(tuple(row[name].n3() for name in "spo") for row in graph.rows(query))


def test_the_union_holds_each_triple_once(place: str, tmp_path: Path) -> None:
    graph = build(place, tmp_path / "texts", a=BEFORE, b=OTHER)
    assert triples(graph, HELD) == triples(graph, SAID) != []


def test_the_union_forgets_what_a_document_no_longer_says(place: str, tmp_path: Path) -> None:
    build(place, tmp_path / "texts", a=BEFORE, b=OTHER.replace("沈阳市", "抚顺市")).close()
    graph = build(place, tmp_path / "texts", a=AFTER)
    positionings = "SELECT ?positioning { city:沈阳市 pol:hasPositioning ?positioning }"
    assert [row["positioning"].rpartition("/")[2] for row in graph.rows(positionings)] == ["区域性文化创意中心"]
    assert triples(graph, HELD) == triples(graph, SAID)


def test_the_union_keeps_what_another_document_still_says(place: str, tmp_path: Path) -> None:
    build(place, tmp_path / "texts", a=BEFORE, b=OTHER).close()
    graph = build(place, tmp_path / "texts", a=AFTER)
    found = {str(row["x"]).rpartition("/")[2] for row in graph.rows("SELECT ?x { city:沈阳市 pol:hasPositioning ?x }")}
    assert found == {"区域性金融中心", "区域性文化创意中心"}


def test_an_update_of_a_named_graph_joins_the_union(tmp_path: Path) -> None:
    graph = build(str(tmp_path / "policy.db"), tmp_path / "texts", a=BEFORE)
    graph.close()
    with PolicyGraph.open(tmp_path / "policy.db", write=True) as changed:
        changed.update("INSERT DATA { GRAPH <urn:mine> { city:沈阳市 pol:hasPositioning <urn:capital> } }")
        assert changed.run("ASK { city:沈阳市 pol:hasPositioning <urn:capital> }") is True
