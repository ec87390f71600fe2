"""Start the server, say where it is, and stop it cleanly."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

import uvicorn

from graph.errors import GraphError
from graph.sandbox import Limits, QueryPool
from graph.server.application import PATH, Doors, application
from graph.server.connections import BoundedProtocol, is_here

_GRACE = 3
"""Seconds that clients are given to take their answers when the server is told to stop."""
_HERE = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph is served."""

    host: str = "127.0.0.1"
    port: int = 8765
    """0 for any free one."""
    workers: int = 4
    limits: Limits = field(default_factory=Limits)
    services: Sequence[str] = ()
    """Absolute IRIs of other endpoints that SERVICE may name."""
    origins: Sequence[str] = ()
    hosts: Sequence[str] = ()
    """Further names by which the server may be called."""


def serve(path: Path, settings: Settings, say: Callable[[str], None]) -> None:
    """Serve a graph until SIGINT or SIGTERM.

    Arguments: path, of a store's folder or of a file; settings; say, told where the server is once it can be asked.
    Raises GraphError where the graph cannot be opened, or the address cannot be had.
    """
    with QueryPool(path, settings.limits, settings.workers, settings.services) as pool, _bound(settings) as listener:
        pool.wait_until_ready()
        address = _address(settings.host, listener.getsockname()[1])
        doors = Doors(_names(settings), tuple(settings.origins))
        say(f"{path}: http://{address}/ (queries: http://{address}{PATH}); stop with Ctrl-C")
        if not is_here(settings.host):
            say(f"{settings.host}: others on the network can query this graph; leave --host out to keep it to yourself")
        app = application(pool, doors, settings.workers, settings.limits.seconds)
        for name in ("uvicorn.error", "asyncio"):  # a client's mistake is told to the client, not to this terminal
            logging.getLogger(name).setLevel(logging.CRITICAL)
        config = uvicorn.Config(
            app,
            http=BoundedProtocol,
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )
        _Server(config, pool).run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that ends the queries at work as soon as it is told to stop, so that no client keeps it waiting."""

    def __init__(self, config: uvicorn.Config, pool: QueryPool) -> None:
        super().__init__(config)
        self._pool = pool

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Let SIGINT and SIGTERM stop the server, which then ends as all is well: with 0, not by the signal."""
        with super().capture_signals():
            yield
            self._captured_signals.clear()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the queries, answer their clients, and close."""
        self._pool.close()
        await super().shutdown(sockets)


def _bound(settings: Settings) -> socket.socket:
    """Return a socket that listens, so that a port in use is told before anything is said."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen()
    except socket.gaierror as error:
        raise GraphError(settings.host, "no address of this machine", "leave --host out") from error
    except OSError as error:
        where = _address(settings.host, settings.port)
        reason = "another program has this port" if error.errno == errno.EADDRINUSE else f"cannot listen ({error})"
        raise GraphError(where, reason, "choose another with --port") from error
    return listener


def _names(settings: Settings) -> tuple[str, ...]:
    """Return the names in a Host header that are ours: any other one is a page that had its name point here."""
    if is_here(settings.host):
        return (*_HERE, *settings.hosts)
    if settings.hosts:
        return (*_HERE, _bracketed(settings.host), *settings.hosts)
    # Bound to all addresses, the server cannot know its names.
    return ("*",) if _is_any(settings.host) else (*_HERE, _bracketed(settings.host))


def _is_any(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _address(host: str, port: int) -> str:
    return f"{_bracketed(host)}:{port}"
