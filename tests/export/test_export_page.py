"""The page on export says and shows what the code has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.export import FORMS, export
from scripts.docs_pictures import PICTURES

PAGE = Path(__file__).parents[2] / "docs" / "export.md"
OTHER_PICTURES = [
    "slide-2",
    "slide-question",
    "slide-house",
    "word-1",
    "markdown",
    "changes",
    "changes-word",
    "web-page",
]
"""Pictures of briefings, comparisons and a web page."""


def test_the_page_on_export_names_every_form_and_its_suffix() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = [f"| `{'`, `'.join(form.suffixes)}` | {form.told[1]} |" for form in FORMS.values()]
    assert not [row for row in rows if row not in page]


@pytest.mark.parametrize("name", [f"form-{name}" for name in FORMS] + list(PICTURES) + OTHER_PICTURES)
def test_the_page_on_export_shows_a_picture_of_each_form_and_each_option(name: str) -> None:
    shown = re.findall(rf"!\[[^\]]+\]\((pictures/{name}\.(?:svg|png))\)", PAGE.read_text(encoding="utf-8"))
    assert len(shown) == 1
    assert (PAGE.parent / shown[0]).stat().st_size > 800


def test_no_picture_of_the_pages_is_left_over_or_missing() -> None:
    root = PAGE.parents[1]
    texts = [path.read_text(encoding="utf-8") for path in (*root.glob("*.md"), *(root / "docs").glob("*.md"))]
    shown = {name for text in texts for name in re.findall(r"pictures/([\w-]+\.\w+)", text)}
    assert {path.name for path in (PAGE.parent / "pictures").iterdir()} == shown


def test_the_lines_for_neo4j_fit_the_columns_of_the_files(shipped: PolicyGraph, tmp_path: Path) -> None:
    files = export(shipped, tmp_path / "a.csv")
    nodes, edges = (path.read_text(encoding="utf-8-sig").splitlines()[0].split(",") for path in files)
    page = PAGE.read_text(encoding="utf-8")
    for columns, asked in ((nodes, "id:ID"), (edges, ":START_ID")):
        (heads,) = re.findall(f"`({asked},[^`]+)`", page)
        assert len(heads.split(",")) == len(columns)
    assert (nodes[2], edges[:2], edges[3]) == (
        "Class",
        ["Source", "Target"],
        "Label",
    )  # what :LABEL, :START_ID, :END_ID and :TYPE stand for
    cypher = re.findall(r"row\.(\w+)", page)
    assert set(cypher) <= {*nodes, *edges}
