"""Texts read on a Dask cluster: what comes out is what one process gives, whatever happens to a worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from graph import GraphError
from graph.corpus import build_corpus, cluster
from tests.corpus.test_jobs import NAMES, held, texts
from tests.engines.loopback import free_port

__all__ = ["texts"]
ROOT = Path(__file__).parents[2]

DEADLY = """
import os, signal
from extract import extract as read
from graph.corpus import assembly
def extract(document, step):
    if document.id == "plan-3":
        os.kill(os.getpid(), signal.SIGKILL)
    return read(document, step)
assembly.extract = extract
"""
OTHER = """
from graph.corpus import cluster
cluster.program_hash = lambda: "of another version"
"""


@contextmanager
def _part(module: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a part of a cluster, and end it with all its processes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    command = [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *arguments]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture
def scheduler() -> Iterator[str]:
    """The address of a scheduler without workers."""
    port = free_port()
    with _part("dask_scheduler", "--host", "127.0.0.1", "--port", str(port)):
        yield f"tcp://127.0.0.1:{port}"


@contextmanager
def workers(scheduler: str, number: int, *options: str) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Run workers of one thread each, and wait for them."""
    common = ("--nthreads", "1", "--host", "127.0.0.1", "--local-directory", tempfile.mkdtemp(), *options)
    with ExitStack() as running:
        yield [running.enter_context(_part("dask_worker", scheduler, *common)) for _ in range(number)]


def test_a_cluster_gives_the_same_bytes_as_one_process_though_a_worker_is_killed(
    texts: Path, tmp_path: Path, scheduler: str
) -> None:
    with workers(scheduler, 2, "--no-nanny") as running:
        killed: list[int] = []

        def progress(_: str) -> None:
            if not killed:
                killed.append(running[0].pid)
                running[0].kill()

        report = build_corpus([texts], tmp_path / "there.db", progress, jobs=scheduler)
        assert killed
        build_corpus([texts], tmp_path / "there.trig", jobs=scheduler)
    assert (report.built, report.problems) == (NAMES, [])
    for output in ("here.db", "here.trig"):
        build_corpus([texts], tmp_path / output)
    assert held(tmp_path / "there.db") == held(tmp_path / "here.db")
    assert (tmp_path / "there.trig").read_bytes() == (tmp_path / "here.trig").read_bytes()


def test_a_text_that_ends_every_worker_is_one_line_and_the_others_are_built(
    texts: Path, tmp_path: Path, scheduler: str
) -> None:
    (tmp_path / "deadly.py").write_text(DEADLY, encoding="utf-8")
    with workers(scheduler, 1, "--preload", str(tmp_path / "deadly.py")):
        report = build_corpus([texts], tmp_path / "policy.db", jobs=scheduler)
    assert report.built == [name for name in NAMES if name != "plan-3"]
    (line,) = report.problems
    assert line.startswith("plan-3: left out: reading it ended one worker of the cluster after the other; ")


def told(texts: Path, output: Path, scheduler: str) -> str:
    """Return the one line that is said of a cluster; nothing is written."""
    with pytest.raises(GraphError) as error:
        build_corpus([texts], output, jobs=scheduler)
    assert not output.exists()
    line = str(error.value)
    assert line.startswith(scheduler)
    assert "\n" not in line
    return line


def test_a_worker_that_would_read_otherwise_is_told(texts: Path, tmp_path: Path, scheduler: str) -> None:
    (tmp_path / "other.py").write_text(OTHER, encoding="utf-8")
    with workers(scheduler, 1, "--no-nanny", "--preload", str(tmp_path / "other.py")):
        assert "install the same version on every worker" in told(texts, tmp_path / "policy.db", scheduler)


def test_a_cluster_that_is_not_there_is_told(
    texts: Path, tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_SECONDS", 2)
    assert "no Dask scheduler answers" in told(texts, tmp_path / "policy.db", f"tcp://127.0.0.1:{free_port()}")
    assert "no Dask scheduler answers" in told(texts, tmp_path / "policy.db", "no address")
    monkeypatch.setattr(cluster, "_SECONDS", 10)
    assert "has no workers" in told(texts, tmp_path / "policy.db", scheduler)


def test_a_scheduler_that_is_lost_midway_is_told(texts: Path, tmp_path: Path) -> None:
    port = free_port()
    scheduler = f"tcp://127.0.0.1:{port}"
    with (
        _part("dask_scheduler", "--host", "127.0.0.1", "--port", str(port)) as process,
        workers(scheduler, 1, "--no-nanny"),
        pytest.raises(GraphError) as error,
    ):
        build_corpus([texts], tmp_path / "policy.db", lambda _: process.kill(), jobs=scheduler)
    assert "the Dask scheduler is lost" in str(error.value)
    assert not (tmp_path / "policy.db").exists()
