"""``%%sparql`` in a cell: the graph by its variable, parameters by theirs, a mistake in one line."""

from __future__ import annotations

import pandas
import pytest
from IPython.core.interactiveshell import InteractiveShell

from tests.policygraph.graphs import made_up


def run(shell: InteractiveShell, line: str, cell: str) -> object:
    """Return what a cell with the magic gives."""
    shown: object = shell.run_cell_magic("sparql", line, cell)  # type: ignore[no-untyped-call]
    return shown


@pytest.fixture
def shell() -> InteractiveShell:
    """A shell in which ``g`` is a graph of two cities."""
    shell: InteractiveShell = InteractiveShell.instance()
    shell.run_line_magic("load_ext", "graph.magic")
    graph = made_up(
        'city:沈阳市 a pol:City ; skos:prefLabel "沈阳市"@zh . city:大连市 a pol:City ; skos:prefLabel "大连市"@zh .'
    )
    shell.push({"g": graph, "place": graph.resolve("沈阳市")})  # type: ignore[no-untyped-call]
    return shell


def test_a_cell_is_a_query(shell: InteractiveShell) -> None:
    found = run(shell, "", "SELECT ?city { ?city a pol:City }")
    assert isinstance(found, pandas.DataFrame)
    assert len(found) == 2


def test_a_variable_of_the_notebook_is_a_parameter(shell: InteractiveShell) -> None:
    found = run(shell, "g", "SELECT ?name { $place skos:prefLabel ?name }")
    assert isinstance(found, pandas.DataFrame)
    assert list(found["name"]) == ["沈阳市"]


def test_labels_and_a_variable_for_the_result(shell: InteractiveShell) -> None:
    shown = run(shell, "g --labels --to cities", "SELECT ?city { ?city a pol:City } ORDER BY ?city")
    assert shown is None
    assert sorted(shell.user_ns["cities"]["cityLabel"]) == ["大连市", "沈阳市"]


@pytest.mark.parametrize(
    ("line", "cell", "told"),
    [
        ("", "SELECT ?x { ?x a ??? }", "query, line 1"),
        ("nothing", "SELECT ?x { ?x a ?y }", "nothing: no variable that holds a PolicyGraph"),
    ],
)
def test_a_mistake_is_one_line(
    line: str, cell: str, told: str, shell: InteractiveShell, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shell, line, cell) is None
    said = capsys.readouterr().err
    assert said.startswith(told)
    assert len(said.splitlines()) == 1
