"""Clients whose queries run long: they make nobody else wait for their end."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

from tests.server.serving import SLOW, served, write_data


def test_more_heavy_clients_than_workers_leave_a_place_for_whoever_asks_briefly(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "2", "--time-limit", "60") as server, ExitStack() as clients:
        heavy = []
        for _ in range(5):
            client = clients.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            client.sendall(f"GET /sparql?{urlencode({'query': SLOW})} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            client.setblocking(False)
            heavy.append(client)
        time.sleep(1.5)
        assert [server.get("ASK {}").status for _ in range(3)] == [200] * 3
        assert not [client for client in heavy if _is_answered(client)]


def test_a_long_query_that_gave_up_its_place_is_answered_in_the_end(tmp_path: Path) -> None:
    with served(write_data(tmp_path), "--workers", "2", "--time-limit", "4") as server, ExitStack() as clients:
        client = clients.enter_context(socket.create_connection(("127.0.0.1", server.port), timeout=30))
        client.sendall(f"GET /sparql?{urlencode({'query': SLOW})} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.5)
        reply = server.get(SLOW)
        assert (reply.status, "longer than 4 s" in reply.text) == (503, True)
        assert b"longer than 4 s" in client.recv(65536)
        assert server.get("ASK {}").status == 200


def _is_answered(client: socket.socket) -> bool:
    try:
        return bool(client.recv(1))
    except BlockingIOError:
        return False
