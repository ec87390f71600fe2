"""Texts of a store, changed one by one: declared, read again, removed. Their files stay as they are."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.checks import check, check_record
from graph.corpus import build_corpus, declare, kept_texts, outdated, remove, reread
from graph.engines import read_graph, reading_hashes, record_of
from graph.rdf.file_formats import FORMATS, serialise
from graph.things import documents
from tests.corpus.test_interrupted_builds import CALLS, KILLED_AT, TOP

TEXTS = {
    "plan": "---\nid: plan\nissuer: 朝阳市人民政府\nprovince: 辽宁\nnumber: 朝政发〔2023〕1号\n---\n"
    "朝阳市发展规划\n\n支持朝阳建设区域性物流中心。\n",
    "news": "---\nid: news\n---\n大连消息\n\n大连市打造国际航运中心。\n",
}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of two texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(texts: Path, tmp_path: Path) -> Path:
    """The store of the texts."""
    build_corpus([texts], tmp_path / "policy.db")
    return tmp_path / "policy.db"


def about(store: Path, document_id: str = "plan") -> tuple[str, tuple[str, ...], str]:
    """Title, issuers and date of a document."""
    with PolicyGraph.open(store) as graph:
        card = next(card for card in documents(graph) if card.id == document_id)
    return card.title, card.issuers, card.issued


def sound(store: Path) -> bytes:
    """All that a store holds, once nothing is found wrong with it."""
    graph = read_graph(store)
    assert check(graph) == []
    assert check_record(store, graph) == []
    return serialise(graph, FORMATS[".nq"])


def test_what_is_declared_wins_over_the_text_and_its_file(store: Path, texts: Path) -> None:
    before = {path: path.read_bytes() for path in texts.iterdir()}
    declare(store, "plan", {"title": " 朝阳市\n五年规划 ", "issuer": "辽宁省人民政府", "published": "2024-05-01"})
    assert about(store) == ("朝阳市 五年规划", ("辽宁省人民政府",), "2024-05-01")
    assert {path: path.read_bytes() for path in texts.iterdir()} == before
    sound(store)


def test_a_declared_date_wins_over_an_earlier_one_in_the_text(tmp_path: Path) -> None:
    text, store = tmp_path / "plan.txt", tmp_path / "policy.db"
    text.write_text("大连市行动方案\n\n建设区域性物流中心。\n\n大连市人民政府\n2024年3月1日\n", encoding="utf-8")
    build_corpus([text], store)
    (document,) = (card.id for card in documents(PolicyGraph.open(store)))
    assert about(store, document)[2] == "2024-03-01"
    declare(store, document, {"published": "2024-03-05"})
    assert about(store, document)[2] == "2024-03-05"


def test_what_is_declared_names_the_store_as_its_source(store: Path) -> None:
    declare(store, "plan", {"title": "五年规划"})
    with PolicyGraph.open(store) as graph:
        rows = graph.rows(
            "SELECT ?predicate ?source { ?s a pol:BackgroundStatement ; rdf:subject document:plan ; "
            "rdf:predicate ?predicate ; pol:evidence ?source }"
        )
    said = {str(row["predicate"]).rpartition("/")[2]: str(row["source"]).rpartition("/")[2] for row in rows}
    assert said["title"] == "store"
    assert said["ontology#issuedBy"] == "metadata"


def test_what_is_declared_outlives_builds_of_the_same_and_of_a_changed_file(store: Path, texts: Path) -> None:
    declare(store, "plan", {"title": "五年规划"})
    assert build_corpus([texts], store).built == []
    (texts / "plan.txt").write_text(TEXTS["plan"] + "支持朝阳建设港口。\n", encoding="utf-8")
    assert build_corpus([texts], store).built == ["plan"]
    assert about(store)[0] == "五年规划"
    with PolicyGraph.open(store) as graph:
        assert graph.search("港口").total == 1


def test_what_is_declared_is_taken_back_to_what_the_file_says(store: Path) -> None:
    before = sound(store)
    declare(store, "plan", {"title": "五年规划", "issuer": "国务院"})
    declare(store, "plan", {"title": ""})
    assert about(store)[:2] == ("朝阳市发展规划", ("国务院",))
    declare(store, "plan", {"issuer": ""})
    assert about(store)[1] == ("朝阳市人民政府",)
    assert sound(store) == before


def test_a_declaration_that_changes_nothing_makes_no_new_snapshot(store: Path) -> None:
    before = record_of(store)
    report = declare(store, "plan", {"issuer": "朝阳市人民政府"})
    assert (report.built, report.unchanged) == ([], ["plan"])
    assert record_of(store) == before


@pytest.mark.parametrize(
    ("document_id", "said", "reason"),
    [
        ("nix", {"title": "甲"}, "nix: the store holds no text of this id; see: policygraph documents"),
        ("plan", {"published": "1 May"}, "1 May: no date; write it as YYYY-MM-DD"),
        ("plan", {"published": "2024-13-01"}, "2024-13-01: no date"),
        ("plan", {"title": "长" * 301}, "title: more than 300 characters"),
        ("plan", {"kind": "Plan"}, "kind: this is not declared in a store; declare title, issuer, published"),
    ],
)
def test_what_cannot_be_declared_is_one_line_and_the_store_stays(
    store: Path, document_id: str, said: dict[str, str], reason: str
) -> None:
    before = record_of(store)
    with pytest.raises(GraphError) as told:
        declare(store, document_id, said)
    assert str(told.value).startswith(reason)
    assert record_of(store) == before


def test_a_title_is_data_whatever_it_holds(store: Path) -> None:
    title = "</script><script>alert(1)</script> \" } ; DROP ALL # '"
    declare(store, "plan", {"title": title, "issuer": '=cmd() "x"'})
    assert about(store)[:2] == (title, ('=cmd() "x"',))
    sound(store)


def test_a_text_is_read_again_from_what_the_store_keeps(
    store: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sound(store)
    for path in texts.iterdir():
        path.unlink()
    with monkeypatch.context() as changed:
        changed.setattr("graph.corpus.reading_hash.program_hash", lambda: "another grammar")
        assert outdated(kept_texts(read_graph(store))) == ("news", "plan")
        assert reread(store, ["plan"]).built == ["plan"]
        assert outdated(kept_texts(read_graph(store))) == ("news",)
        assert reread(store).built == ["news"]
        assert reread(store).unchanged == ["news", "plan"]
    assert reread(store).built == ["news", "plan"]
    assert sound(store) == before


def test_a_file_of_a_graph_is_not_changed(texts: Path, tmp_path: Path) -> None:
    build_corpus([texts], tmp_path / "graph.trig")
    for change in (lambda path: remove(path, ["plan"]), reread, lambda path: declare(path, "plan", {"title": "甲"})):
        with pytest.raises(GraphError, match="not the folder of a store; make one with"):
            change(tmp_path / "graph.trig")
    assert {text.id for text in kept_texts(read_graph(tmp_path / "graph.trig"))} == {"plan", "news"}


def test_what_a_removed_text_said_is_gone_and_what_others_say_stays(store: Path, texts: Path, tmp_path: Path) -> None:
    remove(store, ["plan"])
    build_corpus([texts / "news.txt"], tmp_path / "news.nq")
    assert sound(store) == (tmp_path / "news.nq").read_bytes()
    with PolicyGraph.open(store) as graph:
        assert graph.find("朝阳市") == ()
        assert (graph.search("物流中心").total, graph.search("航运中心").total) == (0, 1)
    assert build_corpus([texts], store).built == ["plan"]


def test_the_last_text_can_be_removed(store: Path) -> None:
    remove(store, ["plan", "news"])
    assert reading_hashes(read_graph(store)) == {}
    with PolicyGraph.open(store) as graph:
        assert documents(graph) == ()
        assert graph.search("中心").total == 0


def test_of_several_texts_to_remove_one_that_is_not_there_leaves_all(store: Path) -> None:
    with pytest.raises(GraphError, match="nix: the store holds no text of this id"):
        remove(store, ["plan", "nix"])
    assert set(reading_hashes(read_graph(store))) == {"plan", "news"}


@pytest.mark.parametrize("step", ["Store.backup", "Store.remove_graph", "Store.flush", "Path.replace", "rmtree"])
@pytest.mark.parametrize("change", ["remove(path, ['plan'])", "declare(path, 'plan', {'title': '五年规划'})"])
def test_a_change_that_is_killed_before_any_step_happens_whole_or_not_at_all(
    change: str, step: str, store: Path, texts: Path
) -> None:
    before = sound(store)
    script = KILLED_AT.replace(
        "from graph.corpus.build import build_corpus", "from graph.corpus import declare, remove"
    )
    script = script.replace(
        "build_corpus([Path(sys.argv[3])], Path(sys.argv[4]))", f"path = Path(sys.argv[3]); {change}"
    )
    states = {before}
    for call in CALLS:
        done = subprocess.run(
            [sys.executable, "-c", script, step, str(call), str(store)],
            cwd=TOP,
            capture_output=True,
            text=True,
            check=False,
        )
        states.add(sound(store))
        assert len(states) <= 2, "neither before nor after"
        if done.returncode == 0:
            assert 0 < int(done.stdout) < call
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        if sound(store) != before:
            declare(store, "plan", {"title": ""}) if "declare" in change else build_corpus([texts], store)
            assert sound(store) == before
    assert sound(store) != before
