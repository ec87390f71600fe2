"""Run the notebooks anew and keep their outputs: ``python -m scripts.run_notebooks``."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"


def read(path: Path) -> nbformat.NotebookNode:
    """Return a notebook as it is kept."""
    notebook: nbformat.NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return notebook


def run(path: Path) -> nbformat.NotebookNode:
    """Return a notebook after every cell ran in a fresh kernel in the notebook's folder, with the outputs as shown.

    Arguments: path, of the notebook. Raises nbclient's CellExecutionError where a cell fails.
    """
    notebook = read(path)
    NotebookClient(
        notebook, timeout=120, record_timing=False, resources={"metadata": {"path": str(path.parent)}}
    ).execute()
    for data in (output["data"] for cell in notebook.cells for output in cell.get("outputs", []) if "data" in output):
        if "text/html" in data:  # what a page shows; the other forms of the same would double the file
            for form in data.keys() - {"text/html"}:
                del data[form]
    return notebook


def main() -> None:
    """Write every notebook with the outputs of this run."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        nbformat.write(run(path), path)  # type: ignore[no-untyped-call]
        print(path.name)


if __name__ == "__main__":
    main()
