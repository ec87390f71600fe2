"""Texts are read in a process of their own, step by step, can be stopped, and join a graph without being read again."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from extract.readers import read_document
from graph import GraphError, PolicyGraph
from graph.brought import Reader, Shelf, ShelvedText, added_for_good, joined, progress_of, shelf_of, stop, unread
from graph.brought.reading import read
from graph.brought.shelf import GRAPH
from graph.brought.state import State, read_state, write_state
from graph.quality import confidence
from graph.things import documents

CORPUS = Path(__file__).parents[2] / "corpus"
PLAN = "锦州市三年行动方案\n\n支持锦州市建设区域性物流中心。推动锦州市与沈阳市共建产业园区。\n"
PATIENCE = 60
"""Seconds that a busy machine may take."""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return shelf_of(tmp_path / "kept", "0" * 32)


@pytest.fixture
def plan(shelf: Shelf) -> ShelvedText:
    """Return a text that was read."""
    text = shelf.put("锦州方案.txt", PLAN.encode())
    read(text)
    return text


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    late = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < late
        time.sleep(0.05)


def ids(graph: PolicyGraph) -> set[str]:
    return {one.id for one in documents(graph)}


def test_a_text_is_read_alone_before_it_joins_anything(plan: ShelvedText) -> None:
    assert (plan.state.phase, plan.state.done) == ("read", 1.0)
    with plan.graph() as found:
        assert ids(found) == {plan.state.id} == {read_document(plan.file).id}
        assert confidence(found).sentences == 3


def test_what_was_read_is_what_a_build_reads(plan: ShelvedText, tmp_path: Path) -> None:
    with PolicyGraph.build(plan.file) as built, plan.graph() as found:
        assert set(found.graph.quads()) == set(built.graph.quads())


def test_the_graph_of_its_document_is_what_the_whole_holds_of_it(plan: ShelvedText) -> None:
    own = plan.document_graph()
    whole = list(parse(path=str(plan.folder / GRAPH), format=RdfFormat.N_QUADS))
    assert own.quads() == [quad for quad in whole if quad.graph_name == NamedNode(own.name)]
    assert len(own) > 0


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("graph.ttl", b"<urn:a> <urn:b> <urn:c> .", "are not read"),
        ("empty.txt", b"", "the file is empty"),
        ("broken.pdf", b"%PDF-1.7 nothing", "pdf"),
    ],
)
def test_what_cannot_be_read_says_why_and_the_others_go_on(shelf: Shelf, name: str, data: bytes, told: str) -> None:
    bad, good = shelf.put(name, data), shelf.put("a.txt", PLAN.encode())
    reader = Reader([bad, good])
    until(lambda: not reader.running)
    assert bad.state.phase == "failed"
    assert told in bad.state.reason
    assert good.state.phase == "read"


def test_progress_goes_up_step_by_step_to_the_end(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    text = shelf.put("a.txt", PLAN.encode())
    seen: list[State] = []
    monkeypatch.setattr("graph.brought.reading.write_state", lambda _, state: seen.append(state))
    read(text)
    shares = [state.done for state in seen]
    assert shares == sorted(shares)
    assert len(set(shares)) == 11
    assert [state.step for state in seen][1:4] == ["file", "sections", "names"]
    assert (seen[-1].phase, shares[-1]) == ("read", 1.0)


def test_the_progress_of_several_texts_counts_each_by_its_size(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.brought.state.is_reader", lambda *_: True)
    small, big, last = (shelf.put(name, b"x" * size) for name, size in (("a.txt", 100), ("b.txt", 300), ("c.txt", 300)))
    write_state(small.folder, State("read", done=1.0))
    write_state(big.folder, State("reading", 0.5, started=time.time() - 10, stepped=time.time(), process=1))
    found = progress_of([small, big, last])
    assert (found.done, found.text, found.number) == (250 / 700, "b.txt", 2)
    assert found.seconds_left == pytest.approx(10 + 20, abs=2)


def test_the_time_left_is_that_of_the_pace_so_far() -> None:
    assert State("reading", 0.2, started=0.0, stepped=10.0).seconds_left(now=10.0) == 40.0
    assert State("reading", 0.0, started=0.0).seconds_left(now=10.0) is None
    assert State("read", 1.0).seconds_left(now=10.0) is None


def test_the_time_left_goes_down_while_a_step_goes_on_and_waits_for_one_that_takes_longer() -> None:
    state = State("reading", 0.2, started=0.0, stepped=10.0, going_on=0.1)
    left = [state.seconds_left(now=now) for now in (10.0, 12.0, 14.0, 30.0)]
    assert left == [40.0, 38.0, 36.0, 35.0]


def test_no_time_left_is_told_while_a_step_takes_longer_than_expected() -> None:
    half = State("reading", 0.5, started=100.0, stepped=120.0, going_on=0.25)
    assert not half.is_overdue(now=129.9)
    assert half.is_overdue(now=130.1)
    assert not State("reading", 0.1, started=100.0, stepped=120.0).is_overdue(now=900.0)


def test_a_reading_is_stopped_at_once_and_what_was_read_stays(shelf: Shelf, plan: ShelvedText) -> None:
    long = shelf.put("long.txt", (PLAN * 3000).encode())
    waiting = shelf.put("next.txt", PLAN.encode())
    reader = Reader([long, waiting])
    until(lambda: long.state.phase == "reading")
    stop([plan, long, waiting])
    until(lambda: not reader.running)
    assert [one.state.phase for one in (plan, long, waiting)] == ["read", "stopped", "stopped"]
    assert unread(shelf.texts()) == ()


def test_a_stopped_text_can_be_read_after_all(shelf: Shelf) -> None:
    text = shelf.put("a.txt", PLAN.encode())
    stop([text])
    text.forget_state()
    reader = Reader(unread(shelf.texts()))
    until(lambda: not reader.running)
    assert text.state.phase == "read"


def test_a_text_that_is_removed_while_it_is_read_does_not_come_back(shelf: Shelf) -> None:
    long, other = shelf.put("long.txt", (PLAN * 2000).encode()), shelf.put("b.txt", PLAN.encode())
    reader = Reader([long, other])
    until(lambda: long.state.phase == "reading")
    shelf.remove(long)
    until(lambda: not reader.running)
    assert shelf.texts() == (other,)
    assert other.state.phase == "read"


def test_a_reading_whose_process_was_killed_is_told_as_broken_off(shelf: Shelf) -> None:
    long = shelf.put("long.txt", (PLAN * 3000).encode())
    reader = Reader([long])
    until(lambda: long.state.phase == "reading")
    os.kill(long.state.process, signal.SIGKILL)
    until(lambda: not reader.running)
    assert long.state.phase == "waiting"
    reader.settle()
    assert (long.state.phase, long.state.reason) == ("failed", "the reading broke off")


def test_a_state_that_is_half_written_counts_as_waiting(shelf: Shelf) -> None:
    text = shelf.put("a.txt", PLAN.encode())
    (text.folder / "state.json").write_text("{", encoding="utf-8")
    assert read_state(text.folder) == State()


def test_a_text_joins_a_copy_and_the_store_stays_as_it_is(plan: ShelvedText, tmp_path: Path) -> None:
    with PolicyGraph.build(CORPUS, to=tmp_path / "policy.db") as graph:
        with joined(graph, [plan], tmp_path / "copy.db") as both:
            assert ids(both) == {"liaoning-interpretation", plan.state.id}
        assert ids(graph) == {"liaoning-interpretation"}


def test_a_copy_holds_what_a_store_that_was_built_of_both_holds(plan: ShelvedText, tmp_path: Path) -> None:
    with (
        PolicyGraph.build(CORPUS, plan.file, to=tmp_path / "built.db") as built,
        PolicyGraph.build(CORPUS) as graph,
        joined(graph, [plan], tmp_path / "copy.db") as both,
    ):
        assert set(both.graph.quads()) == set(built.graph.quads())
        count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
        assert both.rows(count) == built.rows(count)


def test_a_text_that_is_joined_twice_is_there_once(plan: ShelvedText, tmp_path: Path) -> None:
    with (
        PolicyGraph.build(CORPUS) as graph,
        joined(graph, [plan], tmp_path / "one.db") as once,
        joined(once, [plan, plan], tmp_path / "two.db") as twice,
    ):
        assert set(twice.graph.quads()) == set(once.graph.quads())


def test_a_text_is_added_for_good_and_adding_it_again_changes_nothing(plan: ShelvedText, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    PolicyGraph.build(CORPUS, to=store).close()
    assert added_for_good([plan], store).built == [plan.state.id]
    assert added_for_good([plan], store).unchanged == [plan.state.id]
    with PolicyGraph.open(store) as graph:
        assert ids(graph) == {"liaoning-interpretation", plan.state.id}


def test_a_graph_on_a_server_is_not_copied(plan: ShelvedText, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="a server's graph is not copied"):
        joined(PolicyGraph.open("http://127.0.0.1:9/query"), [plan], tmp_path / "copy.db")
