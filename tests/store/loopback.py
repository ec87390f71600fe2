"""Places that the tests of the engines share."""

from __future__ import annotations

import socket
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
