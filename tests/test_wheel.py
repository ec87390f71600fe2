"""A wheel that somebody installs must work without the repository beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WANTED = (".py", ".tsv", ".txt", ".ttl", ".rq", ".md", ".json", ".toml", ".html", ".css", ".js")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "installed")
    return folder / "installed"


def test_every_data_file_of_the_packages_is_in_the_wheel(installed: Path) -> None:
    data = [path for room in ("extract", "graph") for path in (ROOT / room).rglob("*") if path.is_file()]
    wanted = {path.relative_to(ROOT) for path in data if path.suffix in WANTED}
    assert len(wanted) > 60
    assert not {path for path in wanted if not (installed / path).is_file()}


def test_an_installed_wheel_builds_a_graph(installed: Path, tmp_path: Path) -> None:
    text = ROOT / "corpus" / "liaoning-interpretation.txt"
    program = "import sys, graph.cli; assert graph.__file__.startswith(sys.argv.pop(1)); graph.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, str(installed), "build", str(text), "-o", "policy.ttl"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "policy.ttl").stat().st_size > 10_000
