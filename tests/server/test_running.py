"""The server as a whole: many clients at once, limits, and an end that leaves nothing behind."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.server.serving import SLOW, Served, served, write_data


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("running")), "--workers", "3", "--time-limit", "300") as one:
        yield one


def test_many_clients_get_their_own_answers_while_slow_queries_run(server: Served) -> None:
    with ThreadPoolExecutor(24) as clients:
        slow = [clients.submit(server.get, SLOW) for _ in range(2)]
        asked = [clients.submit(server.get, f"SELECT ({n} AS ?n) {{}}", "text/csv") for n in range(60)]
        assert [one.result().text.split() for one in asked] == [["n", str(n)] for n in range(60)]
        assert not any(one.done() for one in slow)
        while not all(one.done() for one in slow):  # they would run on to their limit
            for process in children(server.process.pid):
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
            time.sleep(0.2)
        # 503 is said where its process was ended before it had opened the graph: on a busy machine a query begins anew
        assert {one.result().status for one in slow} <= {500, 503}
    assert server.get("ASK {}").status == 200


def test_a_query_whose_client_has_gone_leaves_its_place_to_others(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1", "--time-limit", "300") as server:
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.5)
        assert server.get("ASK {}").status == 200


def test_a_query_over_its_limits_is_503_and_one_line(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1", "--time-limit", "1", "--row-limit", "3") as server:
        for query, said in (
            (SLOW, "query: it took longer than 1 s; ask for less\n"),
            ("SELECT * { ?s ?p ?o }", "query: its result has more than 3 rows; ask for less, or with LIMIT\n"),
        ):
            assert (server.get(query).status, server.get(query).text) == (503, said)


def children(parent: int) -> list[int]:
    """Return the ids of the processes that a process has started."""
    return [
        int(child)
        for task in Path(f"/proc/{parent}/task").iterdir()
        for child in (task / "children").read_text().split()
    ]


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_whatever_stops_the_server_leaves_no_process_behind(tmp_path: Path, sent: signal.Signals) -> None:
    with served(write_data(tmp_path), "--workers", "2", "--time-limit", "60") as server:
        assert server.get("ASK {}").status == 200
        started = children(server.process.pid)
        assert len(started) == 2
        with ThreadPoolExecutor(1) as client:
            client.submit(server.get, SLOW)
            time.sleep(0.3)
            server.process.send_signal(sent)
            server.process.wait(timeout=20)
        waits = 0
        while any(is_running(process) for process in started) and waits < 100:
            time.sleep(0.1)
            waits += 1
        assert not any(is_running(process) for process in started)
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_a_port_in_use_is_one_line_and_exit_code_2(server: Served, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph.cli", "serve", str(write_data(tmp_path)), "--port", str(server.port)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 2
    assert done.stderr == f"127.0.0.1:{server.port}: another program has this port; choose another with --port\n"


def test_listening_elsewhere_is_said_in_one_line(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1", "--host", "0.0.0.0") as server:
        assert server.process.stderr is not None
        assert server.process.stderr.readline().startswith("0.0.0.0: others on the network can query this graph")
        assert server.get("ASK {}").status == 200
