"""How a server and its processes begin: with what queries need, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize("room", ["graph.sandbox.process", "graph.server"])
def test_whatever_only_queries_loads_no_grammar(room: str) -> None:
    asked = (
        f"import sys, {room}; print([name for name in sys.modules if name in ('extract.pipeline', 'extract.rules')])"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
