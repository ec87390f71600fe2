"""What goes wrong with a store or a server is one line: what, why, what to do."""

from __future__ import annotations

import resource
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.engines.remote import RemoteEngine
from tests.engines.loopback import CORPUS, free_port
from tests.server.rebuilt import OPENED_AT_ONCE, data_files, write_again_and_again


def told(error: pytest.ExceptionInfo[GraphError]) -> str:
    """Return an error's line, having seen that it is one."""
    line = str(error.value)
    assert "\n" not in line
    assert line.count("; ") >= 1
    return line


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that holds the corpus."""
    folder = tmp_path_factory.mktemp("stores") / "policy.db"
    PolicyGraph.build(CORPUS, to=folder).close()
    return folder


def test_several_may_read_a_store(store: Path) -> None:
    with PolicyGraph.open(store) as one, PolicyGraph.open(store) as other:
        assert one.resolve("沈阳") == other.resolve("沈阳")


def test_a_store_that_another_process_changes_is_told(store: Path) -> None:
    code = f"""
import sys
from graph import PolicyGraph
graph = PolicyGraph.open({str(store)!r}, write=True)
print('held', flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=CORPUS.parent
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(GraphError) as error:
            PolicyGraph.open(store, write=True)
        with pytest.raises(GraphError) as overtaken:
            PolicyGraph.build(CORPUS, to=store)
        other.communicate("")
    assert told(overtaken) == told(error)
    assert "another process holds this store" in told(error)


def test_a_store_that_is_read_cannot_be_changed(store: Path) -> None:
    with PolicyGraph.open(store) as graph, pytest.raises(GraphError) as error:
        graph.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    assert "open it for writing" in told(error)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    little = 200_000

    def with_little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (little, little))

    command = [sys.executable, "-m", "graph.cli", "build", str(CORPUS), "-o", str(tmp_path / "policy.db")]
    done = subprocess.run(
        command, preexec_fn=with_little_room, capture_output=True, text=True, cwd=CORPUS.parent, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "cannot be written" in done.stderr


def test_an_update_on_a_full_disk_is_told(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "policy.db")
    copy = "INSERT { ?s <urn:copy> ?o } WHERE { ?s ?p ?o }"
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200000, 200000)); "
        "from graph import GraphError, PolicyGraph\n"
        f"g = PolicyGraph.open({str(tmp_path / 'policy.db')!r}, write=True)\n"
        f"try: g.update({copy!r})\nexcept GraphError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=CORPUS.parent, check=False)
    assert "the update failed" in done.stdout, done.stderr


def test_a_broken_store_is_told(store: Path, tmp_path: Path) -> None:
    shutil.copytree(store, tmp_path / "broken.db")
    for file in (tmp_path / "broken.db").rglob("*.sst"):
        file.write_bytes(file.read_bytes()[:50])
    for write in (False, True):
        with pytest.raises(GraphError) as error:
            PolicyGraph.open(tmp_path / "broken.db", write=write)
        assert "not a store that can be opened" in told(error)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(GraphError) as error:
        PolicyGraph.open(tmp_path / "nix.db")
    assert "no such graph; make it with: policygraph build" in told(error)


def test_an_unknown_kind_of_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.csv").write_text("a,b", encoding="utf-8")
    with pytest.raises(GraphError) as error:
        PolicyGraph.read(tmp_path / "graph.csv")
    assert "use .ttl, .trig, .nq, .nt, .jsonld" in told(error)


def test_a_file_that_is_not_what_its_suffix_says_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("not Turtle", encoding="utf-8")
    with pytest.raises(GraphError) as error:
        PolicyGraph.read(tmp_path / "graph.ttl")
    assert "not Turtle" in told(error)


def test_a_closed_graph_says_so(store: Path) -> None:
    graph = PolicyGraph.open(store)
    graph.close()
    with pytest.raises(GraphError) as error:
        graph.rows("SELECT ?s { ?s ?p ?o }")
    assert "was closed" in told(error)


def test_a_server_that_is_gone_is_told() -> None:
    with pytest.raises(GraphError) as error:
        PolicyGraph.open(f"http://127.0.0.1:{free_port()}").rows("SELECT ?s { ?s ?p ?o }")
    assert "no server answers" in told(error)


def test_a_server_that_cannot_be_found_is_told() -> None:
    with pytest.raises(GraphError) as error:
        PolicyGraph.open("http://nowhere.invalid/sparql").rows("SELECT ?s { ?s ?p ?o }")
    assert "no server answers" in told(error)


def test_a_server_that_never_answers_is_told() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/sparql"
        with pytest.raises(GraphError) as error:
            PolicyGraph(RemoteEngine(address, seconds=0.2)).rows("SELECT ?s { ?s ?p ?o }")
    assert "no answer within 0.2 seconds" in told(error)


class _Page(BaseHTTPRequestHandler):
    """Answers every POST as its path says."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        status, said = (403, "no updates\nhere") if self.path == "/refusing" else (200, "<html>hello</html>")
        body = said.encode() + b" " * (100 if self.path != "/cut" else 0)
        self.send_response(status)
        if self.path == "/full":
            self.send_header("X-SPARQL-MaxRows", "10000")
        self.send_header("Content-Type", "text/html" if self.path != "/cut" else "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body) + (10 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def pages() -> Iterator[str]:
    """The address of a web server that knows no SPARQL."""
    with HTTPServer(("127.0.0.1", 0), _Page) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("page", "not a SPARQL answer"),
        ("refusing", "the server refused the query (403: no updates here)"),
        ("cut", "the server broke off"),
        ("full", "may have left some out; raise ResultSetMaxRows"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should_is_told(path: str, reason: str, pages: str) -> None:
    with pytest.raises(GraphError) as error:
        PolicyGraph.open(f"{pages}/{path}").rows("SELECT ?s { ?s ?p ?o }")
    assert reason in told(error)
    assert f"{pages}/{path}" in told(error)


def test_a_store_that_lacks_any_one_file_opens_or_is_told_and_never_hangs(tmp_path: Path) -> None:
    whole = write_again_and_again(tmp_path / "whole")
    files = data_files(whole)
    script = """
import sys
from pathlib import Path
from graph.errors import GraphError
from graph.engines import read_graph
for folder in sys.argv[1:]:
    try:
        read_graph(Path(folder))
        print("opened")
    except GraphError as error:
        print(error)
"""
    for file in files:
        shutil.copytree(whole, tmp_path / file.stem)
        (tmp_path / file.stem / file.name).unlink()
    folders = [str(tmp_path / file.stem) for file in files]
    command = [sys.executable, "-c", script, *folders]
    lines = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.splitlines()
    assert len(lines) == len(files)
    refusals = [line for line in lines if line != "opened"]
    assert len(refusals) >= OPENED_AT_ONCE
    assert all("not a store that can be opened" in line for line in refusals)
