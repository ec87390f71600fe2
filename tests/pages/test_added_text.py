"""A text that a person brings, read alone and joined to a graph."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.readers import read_document
from graph import PolicyGraph
from graph.errors import GraphError
from graph.pages.added_text import added_for_good, joined, kept, read_text
from graph.quality.confidence import confidence
from graph.things.documents import documents

CORPUS = Path(__file__).parents[2] / "corpus"
PLAN = "锦州市三年行动方案\n\n支持锦州市建设区域性物流中心。推动锦州市与沈阳市共建产业园区。\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return kept("锦州方案.txt", PLAN.encode(), tmp_path)


def id_of(path: Path) -> str:
    return read_document(path).id


def ids(graph: PolicyGraph) -> set[str]:
    return {one.id for one in documents(graph)}


def test_a_text_is_read_alone_before_it_joins_anything(plan: Path) -> None:
    found = read_text(plan)
    assert ids(found.graph) == {id_of(plan)}
    assert confidence(found.graph).sentences == 3


@pytest.mark.parametrize("name", ["graph.ttl", "letter.odt", "no suffix"])
def test_only_texts_are_read(tmp_path: Path, name: str) -> None:
    path = kept(name, b"<urn:a> <urn:b> <urn:c> .", tmp_path)
    with pytest.raises(GraphError, match="are not read"):
        read_text(path)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "..\\..\\x.txt", "/etc/x.txt", "<b>.txt", ".txt", "长" * 300 + ".txt"]
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    path = kept(name, PLAN.encode(), tmp_path)
    assert path.parent == tmp_path
    assert path.read_bytes() == PLAN.encode()


def test_a_text_joins_a_copy_and_the_store_stays_as_it_is(plan: Path, tmp_path: Path) -> None:
    with PolicyGraph.build(CORPUS, to=tmp_path / "policy.db") as graph:
        with joined(graph, [plan], tmp_path / "copy.db") as both:
            assert ids(both) == {"liaoning-interpretation", id_of(plan)}
        assert ids(graph) == {"liaoning-interpretation"}


def test_a_text_joins_a_copy_of_a_graph_in_memory(plan: Path, tmp_path: Path) -> None:
    graph = PolicyGraph.build(CORPUS)
    with joined(graph, [plan], tmp_path / "copy.db") as both:
        assert ids(both) == {"liaoning-interpretation", id_of(plan)}
    assert ids(graph) == {"liaoning-interpretation"}


def test_a_text_is_added_for_good_and_adding_it_again_changes_nothing(plan: Path, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    PolicyGraph.build(CORPUS, to=store).close()
    assert added_for_good([plan], store).built == [id_of(plan)]
    assert added_for_good([plan], store).unchanged == [id_of(plan)]
    with PolicyGraph.open(store) as graph:
        assert ids(graph) == {"liaoning-interpretation", id_of(plan)}


def test_a_declared_number_that_was_read_in_full_counts_as_matching(tmp_path: Path) -> None:
    found = confidence(PolicyGraph.build(CORPUS))
    group = next(one for one in found.counts if one.name == "双核")
    assert (group.declared, group.listed) == (2, 2)
    assert 0 < found.matching < len(found.counts)
