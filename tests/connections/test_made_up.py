"""The made-up graph of the benchmarks is a graph like any other."""

from __future__ import annotations

from itertools import islice

from benchmarks.million import documents
from extract.values import Entity
from graph.checks.all_checks import check
from graph.engines.store import memory_store
from tests.rdf.facts_made_up import build


def test_the_made_up_graph_passes_the_checks() -> None:
    findings = check(memory_store(build(next(documents()))))
    assert [str(one) for one in findings if one.severity == "Violation"] == []


def test_the_made_up_graph_has_a_hub_in_every_document() -> None:
    province = Entity("Province", "辽宁省")
    facts = next(documents()).facts
    assert len([fact for fact in facts if fact.predicate == "involves" and fact.object == province]) > 10


def test_no_two_made_up_documents_are_alike() -> None:
    texts = [facts.document.text for facts in islice(documents(), 5)]
    assert len(set(texts)) == 5
