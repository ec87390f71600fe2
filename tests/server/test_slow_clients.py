"""Clients that send half of what they should, too slowly, too much or out of form: told in one line, in nobody's way."""

from __future__ import annotations

import asyncio
import signal
import socket
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest

from graph.server import connections
from graph.server.turns import Turns
from tests.server.serving import Served, served, write_data

Outcome = TypeVar("Outcome")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(write_data(tmp_path_factory.mktemp("slow")), "--workers", "2") as one:
        yield one


def said_to(port: int, sent: bytes, seconds: float = 20.0) -> bytes:
    """What the server answers to these bytes, until it closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=seconds) as client:
        client.sendall(sent)
        answer = b""
        while piece := client.recv(65536):
            answer += piece
        return answer


def test_hundreds_of_half_sent_requests_stop_nobody_and_write_nothing(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1") as server:
        with ExitStack() as clients:
            for _ in range(600):
                client = clients.enter_context(socket.create_connection(("127.0.0.1", server.port)))
                client.sendall(b"GET /sparql?query=ASK")
            deadline = time.monotonic() + connections.HEAD_SECONDS + 5
            status = 0
            while status != 200 and time.monotonic() < deadline:
                try:
                    status = server.get("ASK {}").status
                except (ConnectionError, OSError):
                    status = 0
                time.sleep(0.2)
            assert status == 200
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(timeout=20)
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


def test_a_head_that_does_not_come_is_told_and_closed(server: Served) -> None:
    begun = time.monotonic()
    answer = said_to(server.port, b"GET /sparql HTTP/1.1\r\nHost: loc", connections.HEAD_SECONDS + 10)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert answer.endswith(b"the request did not come in time\n")
    assert connections.HEAD_SECONDS - 1 < time.monotonic() - begun < connections.HEAD_SECONDS + 5


def test_a_body_that_does_not_come_is_told_and_closed(server: Served) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
    with socket.create_connection(("127.0.0.1", server.port), timeout=connections.BODY_SECONDS + 10) as client:
        client.sendall(head)
        answer = client.recv(65536)
        assert answer.startswith(b"HTTP/1.1 408 ")


def test_a_client_that_leaves_in_the_midst_of_its_body_is_no_traceback(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "1") as server:
        for _ in range(5):
            with socket.create_connection(("127.0.0.1", server.port)) as client:
                client.sendall(
                    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99\r\n\r\nASK"
                )
        assert said_to(server.port, b"no HTTP at all\r\n\r\n").endswith(b"\n")
        assert server.get("ASK {}").status == 200
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=20) == 0
        assert server.process.stderr is not None
        assert server.process.stderr.read() == ""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_server_that_is_told_to_stop_ends_with_0(tmp_path: Path, sent: signal.Signals) -> None:
    with served(write_data(tmp_path), "--workers", "1") as server:
        assert server.get("ASK {}").status == 200
        server.process.send_signal(sent)
        assert server.process.wait(timeout=20) == 0


def test_a_request_in_absolute_form_is_answered_as_its_host_says(server: Served) -> None:
    asked = "GET http://{}/sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n"
    right = said_to(server.port, asked.format(f"127.0.0.1:{server.port}").encode())
    assert right.startswith(b"HTTP/1.1 200 ")
    assert said_to(server.port, asked.format("other.example").encode()).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize("path", ["/page", "/page/"])
def test_the_folder_of_the_page_leads_to_the_page(server: Served, path: str) -> None:
    reply = server.ask("GET", path)
    assert (reply.status, reply.headers["location"]) == (308, "/")


@pytest.mark.parametrize(
    ("method", "path", "host"), [("GET", "/no", ""), ("PUT", "/sparql", ""), ("GET", "/", "x.example")]
)
def test_every_error_in_plain_text_ends_its_line(server: Served, method: str, path: str, host: str) -> None:
    reply = server.ask(method, path, headers={"Host": host} if host else None)
    assert reply.status >= 400
    assert reply.text.endswith("\n")
    assert int(reply.headers["content-length"]) == len(reply.body)


def alone(work: Coroutine[Any, Any, Outcome]) -> Outcome:
    """What a coroutine gives in a thread of its own, where no other loop runs."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def test_clients_take_turns_and_none_has_all_places() -> None:
    async def order() -> list[str]:
        turns, done = Turns(2), list[str]()

        async def ask(client: str) -> None:
            async with turns.taken(client, 5):
                await asyncio.sleep(0.01)
                done.append(client)

        await asyncio.gather(*(ask(client) for client in ("heavy",) * 6 + ("light",) * 2))
        return done

    done = alone(order())
    assert sorted(done) == ["heavy"] * 6 + ["light"] * 2
    assert done.index("light") < 2
    assert [at for at, client in enumerate(done) if client == "light"][-1] < 5


def test_a_turn_that_does_not_come_in_time_is_told_and_taken_from_nobody() -> None:
    async def late() -> bool:
        turns = Turns(1)
        async with turns.taken("a", 1):
            with pytest.raises(TimeoutError):
                async with turns.taken("b", 0.05):
                    pass
        async with turns.taken("b", 0.05):
            return True

    assert alone(late())
