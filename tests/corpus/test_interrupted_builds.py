"""A build that is ended at any moment leaves the store before it or the one after it, and whoever reads sees one of the two."""

from __future__ import annotations

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from graph import PolicyGraph
from graph.checks import check, check_record
from graph.corpus.build import build_corpus
from graph.engines import is_store, open_to_read, read_graph, reading_hashes, record_of, select, state_of
from graph.errors import GraphError
from graph.rdf.file_formats import FORMATS, serialise

TOP = Path(__file__).parents[2]
NAMES = [f"plan-{number}" for number in range(6)]
BEFORE, AFTER = "沈阳市建设区域性金融中心。", "大连市打造国际航运中心，营口市发展港口物流业。"
STEPS = (
    "Store.backup",
    "Store.remove_graph",
    "Store.extend",
    "Store.update",
    "Store.flush",
    "Path.replace",
    "rmtree",
)
"""What changes files in a build: the process is killed before each of them in turn."""

CALLS = (1, 2, 3, 5, 8, 20, 100, 1000, 10_000)
"""Before which of a step's calls the process is killed; the last ones are more than there are."""

KILLED_AT = """
import os, shutil, signal, sys
from pathlib import Path
import graph.engines.snapshots as snapshots, graph.engines.store as store, graph.engines.store_folder as folder
import pyoxigraph
step, calls = sys.argv[1], int(sys.argv[2])
seen = 0
def counted(name, function):
    def call(*arguments, **named):
        global seen
        if name == step:
            seen += 1
            if seen == calls:
                os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)
    return call
class Watched:
    def __init__(self, inner):
        object.__setattr__(self, "inner", inner)
    def __getattr__(self, name):
        return counted(f"Store.{name}", getattr(self.inner, name))
    def __len__(self):
        return len(self.inner)
class Engine:
    def __call__(self, *arguments):
        return Watched(pyoxigraph.Store(*arguments))
    def read_only(self, path):
        return Watched(pyoxigraph.Store.read_only(path))
snapshots.Store = Engine()
folder.Store = type("Writing", (Engine,), {"read_only": lambda self, path: pyoxigraph.Store.read_only(path)})()
snapshots.shutil.rmtree = counted("rmtree", shutil.rmtree)
Path.replace = counted("Path.replace", Path.replace)
from graph.corpus.build import build_corpus
build_corpus([Path(sys.argv[3])], Path(sys.argv[4]))
print(seen)
"""


def write(folder: Path, words: str) -> Path:
    """Write a folder of texts that say the same."""
    folder.mkdir(exist_ok=True)
    for name in NAMES:
        (folder / f"{name}.meta.toml").write_text(f'id = "{name}"\n', encoding="utf-8")
        (folder / f"{name}.txt").write_text(f"{words}\n{name}。\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The graphs of the texts before and after, as one build into a new place gives them."""
    top = tmp_path_factory.mktemp("wholes")
    found = []
    for words in (BEFORE, AFTER):
        build_corpus([write(top / "texts", words)], top / "whole.nq")
        found.append((top / "whole.nq").read_bytes())
    return found[0], found[1]


def held(store: Path) -> bytes:
    """All that a store holds, once nothing is found wrong with it."""
    graph = read_graph(store)
    assert check(graph) == []
    assert check_record(store, graph) == []
    return serialise(graph, FORMATS[".nq"])


def build(texts: Path, store: Path) -> subprocess.Popen[bytes]:
    """Start a build in a process of its own."""
    command = [sys.executable, "-m", "graph.cli", "build", str(texts), "-o", str(store)]
    return subprocess.Popen(command, cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_before_any_step_leaves_the_store_before_it_or_the_one_after(
    step: str, tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    write(texts, AFTER)
    for call in CALLS:
        command = [sys.executable, "-c", KILLED_AT, step, str(call), str(texts), str(store)]
        done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)
        assert held(store) in wholes
        if done.returncode == 0:
            assert 0 < int(done.stdout) < call, f"{step} is no step of a build any more"
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
        if held(store) == wholes[1]:
            write(texts, BEFORE)
            build_corpus([texts], store)
            assert held(store) == wholes[0]
            write(texts, AFTER)
    assert held(store) == wholes[1]


def test_builds_killed_at_random_never_lose_a_text(tmp_path: Path, wholes: tuple[bytes, bytes]) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    draw = random.Random(9)
    for number in range(12):
        write(texts, (AFTER, BEFORE)[number % 2])
        process = build(texts, store)
        time.sleep(draw.uniform(0.3, 1.5))
        process.send_signal(draw.choice((signal.SIGKILL, signal.SIGTERM)))
        process.wait()
        assert held(store) in wholes
    build_corpus([write(texts, AFTER)], store)
    assert held(store) == wholes[1]
    assert not build_corpus([texts], store).built
    record = record_of(store)
    assert record is not None
    assert {path.name for path in store.iterdir()} == {"SNAPSHOT", "SOURCES", "SIGNATURES", "LOCK", record.folder}


def test_a_first_build_that_is_killed_leaves_no_store_and_the_next_one_makes_it(
    tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    command = [sys.executable, "-c", KILLED_AT, "Path.replace", "1", str(texts), str(store)]
    assert subprocess.run(command, cwd=TOP, capture_output=True, check=False).returncode == -signal.SIGKILL
    assert store.is_dir()
    assert not is_store(store)
    with pytest.raises(GraphError, match="not the folder of a store"):
        read_graph(store)
    build_corpus([texts], store)
    assert held(store) == wholes[0]


def test_a_disk_that_is_full_at_any_size_leaves_the_store_as_it_was(
    tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    write(texts, AFTER)
    draw, told = random.Random(9), 0
    for _ in range(8):
        most = draw.randrange(500, 60_000)

        def with_little_room(most: int = most) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

        command = [sys.executable, "-m", "graph.cli", "build", str(texts), "-o", str(store)]
        done = subprocess.run(
            command, cwd=TOP, preexec_fn=with_little_room, capture_output=True, text=True, check=False
        )
        told += done.returncode == 2
        assert held(store) == wholes[done.returncode == 0], done.stderr
        assert done.returncode == 0 or "cannot be written" in done.stderr
        if not done.returncode:
            break
    assert told


def test_of_two_builds_at_once_one_is_told_that_the_other_is_at_work(
    tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    codes = [process.wait() for process in [build(texts, store), build(texts, store)]]
    assert sorted(codes)[0] == 0
    assert set(codes) <= {0, 2}
    assert held(store) == wholes[0]


def changing(texts: Path, store: Path, times: int) -> Iterator[None]:
    """Build the texts again and again, after and before in turn; yields while a build is at work."""
    for number in range(times):
        process = build(write(texts, (AFTER, BEFORE)[number % 2]), store)
        while process.poll() is None:
            yield
        assert process.returncode == 0


def test_whoever_reads_keeps_what_he_opened_while_builds_go_on(tmp_path: Path) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    count = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?g a pol:DocumentGraph } }"
    kept = PolicyGraph.open(store)
    first = sorted(str(row) for row in kept.rows("SELECT ?s ?p ?o { ?s ?p ?o }"))
    for _ in changing(texts, store, 4):
        opened = open_to_read(store)
        assert [int(row["n"].value) for row in select(opened.store, count)] == [len(NAMES)]
        opened.held.close()
    assert sorted(str(row) for row in kept.rows("SELECT ?s ?p ?o { ?s ?p ?o }")) == first
    kept.close()


def test_a_hash_speaks_of_the_graph_that_it_stands_in(tmp_path: Path) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    with PolicyGraph.open(store, write=True) as graph:
        graph.update(
            "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?g dcterms:identifier 'plan-3' . ?s ?p ?o } }"
        )
    assert len(reading_hashes(read_graph(store))) == len(NAMES) - 1
    assert build_corpus([texts], store).built == ["plan-3"]


def test_a_build_writes_down_how_it_left_the_store_so_that_a_write_in_place_is_seen(tmp_path: Path) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    record = record_of(store)
    assert record is not None
    assert record.state == state_of(store / record.folder) != ""
    with PolicyGraph.open(store, write=True) as graph:
        graph.update("INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> <urn:c> } }")
    assert record.state != state_of(store / record.folder)
    build_corpus([write(texts, AFTER)], store)
    assert read_graph(store).contains_named_graph(NamedNode("urn:mine"))


def test_a_store_that_lacks_documents_or_says_more_than_they_do_is_told_and_mended(
    tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    with PolicyGraph.open(store, write=True) as graph:
        graph.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
        graph.update(
            "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?g dcterms:identifier 'plan-3' . ?s ?p ?o } }"
        )
    broken = read_graph(store)
    assert {one.rule for one in (*check(broken), *check_record(store, broken))} >= {
        "union-is-the-graphs",
        "documents-as-recorded",
    }
    report = build_corpus([texts], store, mend=True)
    assert report.built == ["plan-3"]
    assert "mended" in report.remarks[0]
    assert held(store) == wholes[0]


def test_a_store_that_cannot_be_opened_is_set_aside_and_built_anew(tmp_path: Path, wholes: tuple[bytes, bytes]) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    for file in store.rglob("MANIFEST*"):
        file.write_bytes(b"no manifest")
    with pytest.raises(GraphError, match=r"build PATH\.\.\. --repair"):
        build_corpus([texts], store)
    report = build_corpus([texts], store, mend=True)
    assert report.built == NAMES
    assert held(store) == wholes[0]
    assert (tmp_path / "policy.db.broken-1").is_dir()


def test_a_store_of_an_earlier_version_gets_its_union_anew_and_keeps_its_texts(
    tmp_path: Path, wholes: tuple[bytes, bytes]
) -> None:
    texts, store = write(tmp_path / "texts", BEFORE), tmp_path / "policy.db"
    build_corpus([texts], store)
    former = tmp_path / "former.db"
    os.rename(next(store.glob("0*")), former)
    (texts / "plan-0.txt").write_text(f"{AFTER}\nplan-0。\n", encoding="utf-8")
    assert build_corpus([texts], former).built == ["plan-0"]
    assert record_of(former) is not None
    (texts / "plan-0.txt").write_text(f"{BEFORE}\nplan-0。\n", encoding="utf-8")
    build_corpus([texts], former)
    assert held(former) == wholes[0]
