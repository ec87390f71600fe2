"""What the tests of the engines share: the corpus, and real SPARQL servers on loopback."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.engines import Login

CORPUS = Path(__file__).parents[2] / "corpus"


def free_port() -> int:
    """Return a port of loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def sparql_server(*options: str, command: str = "serve", port: int = 0) -> Iterator[str]:
    """Start an Oxigraph server, give its address, and stop it.

    Arguments: options, of its command, which is ``serve`` or ``serve-read-only``; port, any free one unless given. It is empty
    unless an option says where it keeps what it holds.
    """
    port = port or free_port()
    program = str(Path(sys.executable).with_name("oxigraph"))
    with _running([program, command, "--bind", f"127.0.0.1:{port}", *options], port):
        yield f"http://127.0.0.1:{port}"


LOGIN = Login("dba", "dba")
"""Who may write on a new Virtuoso server."""
_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{inner}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 100000
"""


@contextmanager
def virtuoso_server(folder: Path) -> Iterator[str]:
    """Start an empty Virtuoso server that keeps its files in a folder, give its address, and stop it; skip where there is none."""
    if shutil.which("virtuoso-t") is None:
        pytest.skip("Virtuoso is not installed")
    port = free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(port=port, inner=free_port()), encoding="utf-8")
    with _running(["virtuoso-t", "+foreground", "+wait"], port, folder):
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def _running(command: list[str], port: int, folder: Path | None = None) -> Iterator[None]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            while process.poll() is None and not _listens(port):
                time.sleep(0.02)
            assert process.poll() is None, "the server ended before it listened"
            yield
        finally:
            process.kill()


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
