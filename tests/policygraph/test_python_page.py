"""The page on Python names all there is, and its examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import graph
from graph import PolicyGraph

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


def test_every_public_method_is_on_the_page() -> None:
    public = {name for one in PolicyGraph.__mro__[:-1] for name in vars(one) if not name.startswith("_")}
    assert {name for name in public if not re.search(rf"`(g|PolicyGraph)\.{name}\b", PAGE)} == set()
    assert {"open", "build", "read", "connect", "rows", "query", "resolve", "find", "entity"} <= public


def test_every_public_name_can_be_imported() -> None:
    assert {name for name in graph.__all__ if not hasattr(graph, name)} == set()
    assert "GraphError" in PAGE


def test_the_examples_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 3
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in examples:
        exec(example, names)
    assert isinstance(names["g"], PolicyGraph)
