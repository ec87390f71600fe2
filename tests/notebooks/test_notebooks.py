"""Every notebook runs from its first cell to its last, and shows on a page what it shows when it runs."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from scripts.run_notebooks import NOTEBOOKS, read, run

ALL = sorted(NOTEBOOKS.glob("*.ipynb"))


def test_there_are_three_notebooks() -> None:
    assert [path.stem for path in ALL] == ["1-first-steps", "2-two-cities", "3-targets-and-commitments"]


@pytest.mark.filterwarnings("default")  # those of the kernel's own libraries
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_notebook_runs_and_keeps_its_outputs(path: Path) -> None:
    kept, fresh = read(path), run(path)
    assert [kinds(cell) for cell in kept.cells] == [kinds(cell) for cell in fresh.cells]
    assert any("text/html" in kind for cell in fresh.cells for kind in kinds(cell))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_notebook_loads_nothing_from_a_network(path: Path) -> None:
    for cell in read(path).cells:
        for output in cell.get("outputs", []):
            shown = str(output.get("data", {}).get("text/html", ""))
            assert not any(sign in shown for sign in ("<script", "src=", "@import", "<link"))


def test_a_connection_shows_its_picture_in_a_fresh_notebook_without_any_extension(tmp_path: Path) -> None:
    source = "from graph import PolicyGraph\ng = PolicyGraph.build('corpus')\ng.connect('沈阳', '大连')"
    path = tmp_path / "fresh.ipynb"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])  # type: ignore[no-untyped-call]
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]
    (tmp_path / "corpus").symlink_to(NOTEBOOKS.parent / "corpus")
    shown = run(path).cells[0].outputs[-1]["data"]["text/html"]
    assert "<svg" in shown
    assert "<details" in shown


def test_a_first_answer_takes_three_lines() -> None:
    first = next(cell for cell in read(ALL[0]).cells if cell.cell_type == "code")
    lines = [line for line in first.source.splitlines() if line]
    assert len(lines) == 3
    assert first.outputs


def kinds(cell: nbformat.NotebookNode) -> list[list[str]]:
    """Return the media types of each output of a cell; those of what it printed as ``stream``."""
    return [sorted(output.get("data", {"stream": ""})) for output in cell.get("outputs", [])]
