"""Graphs that the questions are asked of."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.policygraph import PolicyGraph

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def corpus() -> PolicyGraph:
    """Return the graph of the corpus."""
    return PolicyGraph.build(ROOT / "corpus")


@pytest.fixture(scope="session")
def several(tmp_path_factory: pytest.TempPathFactory) -> PolicyGraph:
    """Return the graph of two texts that agree on some things, and name who is responsible, years and goals."""
    folder = tmp_path_factory.mktemp("texts")
    said = "沈阳建设区域性金融中心。大连建设区域性金融中心。到2025年，沈阳市地区生产总值达到1万亿元。\n"
    (folder / "one.txt").write_text(
        f"沈阳规划\n\n{said}推进沈抚同城化发展。（责任单位：省发展改革委）\n", encoding="utf-8"
    )
    (folder / "two.txt").write_text(f"大连规划\n\n{said}抚顺建设国家物流枢纽。在鼓楼区开展试点。\n", encoding="utf-8")
    return PolicyGraph.build(folder)


@pytest.fixture(scope="session")
def empty() -> PolicyGraph:
    """Return a graph that says nothing."""
    return PolicyGraph.open("memory")
