"""Write the two requirements files: every package with its version and hashes, and no address.

`requirements.txt` holds what ``make run`` needs, `requirements-test.txt` all that and what the tests need, at the same
versions. Run it by ``make lock`` after a change to the dependencies in pyproject.toml.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "# Written by `make lock` from pyproject.toml; do not edit.\n"
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-annotate",
    "--no-header",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--quiet",
)


def compile_lock(target: Path, *options: str) -> None:
    """Resolve the dependencies of pyproject.toml into a requirements file.

    Arguments: target, the file to write; options, further options of ``uv pip compile``. Raises
    `subprocess.CalledProcessError` when they cannot be resolved; the file is then as it was.
    """
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *OPTIONS, *options]
    resolved = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
    target.write_text(HEAD + resolved, encoding="utf-8")


def main() -> None:
    """Write both files, the larger one first, so that the smaller one takes its versions."""
    everything = ROOT / "requirements-test.txt"
    compile_lock(everything, "--all-extras", "--upgrade")
    extras = (f"--extra={name}" for name in ("app", "build", "cluster", "export", "notebook", "server"))
    compile_lock(ROOT / "requirements.txt", *extras, f"--constraint={everything.name}")


if __name__ == "__main__":
    main()
