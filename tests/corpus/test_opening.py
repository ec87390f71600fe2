"""One word opens a graph, wherever it is; and the same name on a class and on a graph does two things."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the corpus as a file in each format."""
    from graph.corpus.build import build_corpus

    folder = tmp_path_factory.mktemp("files")
    for suffix in ("ttl", "trig", "nq", "nt", "jsonld"):
        build_corpus([CORPUS], folder / f"graph.{suffix}")
    return folder


@pytest.mark.parametrize("suffix", ["ttl", "trig", "nq", "nt", "jsonld"])
def test_every_format_is_read_as_the_same_graph(suffix: str, files: Path) -> None:
    graph = PolicyGraph.read(files / f"graph.{suffix}")
    assert graph.entity("沈阳") == PolicyGraph.build(CORPUS).entity("沈阳")
    assert len(graph.rows("SELECT ?t { city:沈阳市 a ?t . FILTER(?t = pol:City) }")) == 1


def test_open_takes_a_file_too(files: Path) -> None:
    assert PolicyGraph.open(files / "graph.ttl").resolve("大连").kind == "City"


def test_connect_on_the_class_opens_a_server_and_on_a_graph_ties_things() -> None:
    with pytest.raises(GraphError, match="no server answers"):
        PolicyGraph.connect("http://127.0.0.1:1/sparql").rows("SELECT ?s { ?s ?p ?o }")
    assert "支持沈阳、大连率先发展" in {way.label for way in PolicyGraph.build(CORPUS).connect("沈阳", "大连").tasks}


def test_a_text_that_cannot_be_read_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("沈阳市打造区域性金融中心。\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    with pytest.warns(UserWarning, match=r"empty\.txt"):
        graph = PolicyGraph.build(tmp_path)
    assert graph.find("沈阳")


def test_no_text_at_all_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(GraphError, match=r"empty\.txt"):
        PolicyGraph.build(tmp_path / "empty.txt")


def test_importing_the_package_loads_nothing_large() -> None:
    code = (
        "import sys, graph; print(sorted({'pandas', 'networkx', 'rdflib', 'pyoxigraph', 'jieba'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
