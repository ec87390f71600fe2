"""`policygraph query` and `policygraph entity`, and that Python, the command line and the server answer alike."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import GraphError, PolicyGraph
from graph.cli import app
from graph.results.output_formats import written
from tests.server.serving import served

CORPUS = Path(__file__).parents[2] / "corpus"
QUERY = "SELECT DISTINCT ?task ?label { ?task a pol:KeyTask ; skos:prefLabel ?label } ORDER BY ?label"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that holds the corpus."""
    folder = tmp_path_factory.mktemp("stores") / "policy.db"
    PolicyGraph.build(CORPUS, to=folder).close()
    return folder


@pytest.fixture(scope="module")
def endpoint(store: Path) -> Iterator[str]:
    """The address of `policygraph serve` on that store."""
    with served(store) as running:
        yield running.endpoint


def run(*arguments: str | Path, stdin: str = "") -> str:
    """Return what a command writes; raises GraphError as the program would tell it."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
    if result.exception is not None:
        raise result.exception
    return result.stdout


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_python_the_command_line_and_the_server_answer_alike(form: str, store: Path, endpoint: str) -> None:
    with PolicyGraph.open(store) as graph:
        said = written(graph.run(QUERY), form)  # type: ignore[arg-type]
    assert run("query", "-", "-g", store, "-f", form, stdin=QUERY) == said
    assert run("query", "-", "-g", endpoint, "-f", form, stdin=QUERY) == said


def test_a_thing_and_its_ties_are_the_same_through_the_server(store: Path, endpoint: str) -> None:
    with PolicyGraph.open(store) as graph, PolicyGraph.connect(endpoint) as remote:
        assert remote.entity("Shenyang") == graph.entity("沈阳")
        assert remote.connect("沈阳", "大连").as_json() == graph.connect("沈阳", "大连").as_json()


def test_the_server_takes_no_update(endpoint: str) -> None:
    with pytest.raises(GraphError, match="refused the update"):
        PolicyGraph.connect(endpoint).update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")


def test_a_query_is_read_from_a_file(store: Path, tmp_path: Path) -> None:
    (tmp_path / "cities.rq").write_text("\ufeffSELECT ?city { ?city a pol:City } ORDER BY ?city", encoding="utf-8")
    rows = list(csv.reader(io.StringIO(run("query", tmp_path / "cities.rq", "-g", store, "-f", "csv"))))
    assert rows[0] == ["city"]
    assert ["https://w3id.org/policygraph/id/city/沈阳市"] in rows


def test_what_describe_gives_is_turtle(store: Path) -> None:
    assert "city:沈阳市 a pol:City" in run("query", "-", "-g", store, "-f", "turtle", stdin="DESCRIBE city:沈阳市")


def test_a_file_of_a_query_that_is_not_there_is_told(store: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"nix\.rq: cannot be read"):
        run("query", tmp_path / "nix.rq", "-g", store)


def test_a_thing_is_told_with_its_quotes(store: Path) -> None:
    said = run("entity", "Dalian", "-g", store, "-l", "en")
    assert said.startswith("大连市 (city): 大连\n")
    assert "大连市 — has positioning → 区域性金融中心 (listed)\n    “" in said


def test_a_thing_as_json_has_offsets_of_its_quotes(store: Path) -> None:
    told = json.loads(run("entity", "沈阳", "-g", store, "--json"))
    text = (CORPUS / "liaoning-interpretation.txt").read_text(encoding="utf-8")
    quotes = [quote for statement in told["statements"] for quote in statement["quotes"]]
    assert quotes
    assert all(text[quote["start"] : quote["end"]] == quote["exact"] for quote in quotes)


def test_an_unknown_thing_is_told_with_the_nearest(store: Path) -> None:
    with pytest.raises(GraphError, match="nearest: 沈阳市"):
        run("entity", "沈杨", "-g", store)
