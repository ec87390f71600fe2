"""Connections: how many there may be, in all and of one client, and how long each may take to say what it wants."""

from __future__ import annotations

import asyncio
import resource
from collections import Counter
from ipaddress import ip_address
from typing import Any, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 400
"""Connections in all; fewer where the system allows this process fewer open files."""
MOST_OF_ONE = 100
"""Connections of one address."""
HEAD_SECONDS = 10.0
"""Within which the head of a request has to be there, from its first byte or from when the client came."""
BODY_SECONDS = 10.0
"""Within which a body has to be there."""
_SPARE_FILES = 64
"""Open files that are not connections: the graph's, the children's."""


def most_connections() -> int:
    """Return how many connections this process takes at once.

    >>> 0 < most_connections() <= MOST
    True
    """
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MOST if files == resource.RLIM_INFINITY else max(8, min(MOST, files - _SPARE_FILES))


def is_here(address: str) -> bool:
    """Return whether an address, or the name of a host, is this machine's, which all clients on it share.

    >>> is_here("127.0.0.1"), is_here("localhost"), is_here("192.0.2.1"), is_here("")
    (True, True, False, False)
    """
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


class BoundedProtocol(H11Protocol):
    """HTTP/1.1 whose clients cannot stay for ever: what is over a limit, or too slow, is told in one line and closed."""

    of_address: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection, or close it where there are too many."""
        super().connection_made(transport)
        self._address = self.client[0] if self.client else ""
        self.of_address[self._address] += 1
        self._waiting: asyncio.TimerHandle | None = None
        of_one = self.of_address[self._address]
        if len(self.connections) > most_connections() or (of_one > MOST_OF_ONE and not is_here(self._address)):
            self._end(503, "there are too many connections; try again later")
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget a connection."""
        self._stop_waiting()
        self.of_address[self._address] -= 1
        if self.of_address[self._address] <= 0:
            del self.of_address[self._address]
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read what came, and begin or end the time for a head."""
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._stop_waiting()
        elif self._waiting is None and not self.transport.is_closing():
            self._wait()

    def send_400_response(self, msg: str) -> None:
        """Tell in one line that a request is none of HTTP."""
        super().send_400_response(f"{msg}\n")

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(HEAD_SECONDS, self._end, 408, "the request did not come in time")

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _end(self, status: int, line: str) -> None:
        """Answer with one line, where nothing was answered yet, and close."""
        self._stop_waiting()
        if self.transport.is_closing():
            return
        body = f"{line}\n".encode()
        head: list[tuple[str, Any]] = [
            ("content-type", "text/plain; charset=utf-8"),
            ("content-length", str(len(body))),
        ]
        if self.conn.our_state is h11.IDLE:
            for event in (
                h11.Response(status_code=status, headers=[*head, ("connection", "close")]),
                h11.Data(data=body),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
