"""What each form takes is measured and told."""

from __future__ import annotations

from pathlib import Path

from benchmarks.exports import works

PAGE = Path(__file__).parents[2] / "benchmarks" / "README.md"


def test_the_page_on_benchmarks_tells_what_every_form_takes_at_three_sizes() -> None:
    figures = (
        PAGE.read_text(encoding="utf-8").partition("\nExports ")[2].partition("\n\n| form ")[2].partition("\n\n")[0]
    )
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in figures.splitlines()[2:]]
    assert [row[0] for row in rows] == list(works())
    assert all(float(cell) >= 0 for row in rows for cell in row[1:7])
