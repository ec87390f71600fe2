"""Run the app for a while, on a port that was free: for the screenshots, the tests and the benchmarks."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from views.parts.frame.graph_source import VARIABLE

ROOT = Path(__file__).parent.parent
_TRIES = 300


@contextmanager
def running_app(store: Path) -> Iterator[str]:
    """Yield the address of the app that shows a store; it is ended afterwards.

    Raises RuntimeError with what it printed where it does not start.
    """
    with running(["views"], {VARIABLE: str(store)}) as address:
        yield address


@contextmanager
def running(module: Sequence[str], variables: Mapping[str, str]) -> Iterator[str]:
    """Yield the address of a page of Streamlit; it is ended afterwards.

    Arguments: module, what runs it, with its arguments; variables, of its environment. Raises as `running_app` does.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", *module, "--server.headless=true", f"--server.port={port}"]
    with tempfile.TemporaryFile() as log:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **variables}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            if not _healthy(f"http://127.0.0.1:{port}", server):
                log.seek(0)
                raise RuntimeError(f"the app does not start: {log.read().decode(errors='replace')}")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _healthy(address: str, server: subprocess.Popen[bytes]) -> bool:
    """Return whether the app answers within half a minute."""
    for _ in range(_TRIES):
        if server.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False
