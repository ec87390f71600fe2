"""The rooms of `graph`: who stands on whom, and what each hands to the others."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ORDER = (
    *(
        "errors",
        "counted",
        "listed",
        "mistakes",
        "pictured",
        "rdf",
        "engines",
        "meeting",
        "results",
        "basket",
        "things",
        "checks",
        "corrections",
        "search",
        "corpus",
        "citations",
    ),
    *(
        "comparison",
        "connections",
        "questions",
        "pictures",
        "network_page",
        "class_access",
        "engine_access",
        "name_access",
        "policygraph",
        "brought",
        "pages",
    ),
    *("quality", "export", "magic", "sandbox", "server", "commands", "cli"),
)
"""Rooms and single modules of `graph` from the ground up: each uses only what stands before it."""
ROOMS = tuple(name for name in ORDER if (ROOT / "graph" / name).is_dir())
HANDING_ON = tuple(room for room in ROOMS if room != "commands")
"""Rooms whose names others use; the commands are only loaded by the command line."""


def modules(*folders: str) -> list[Path]:
    """The Python files of some folders, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """The modules of `graph` that a file imports from, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def room_of(path: Path) -> str:
    """The room, or the single module, in which a file of `graph` stands."""
    return Path(path.relative_to(ROOT / "graph").parts[0]).stem


def test_every_module_of_the_graph_stands_in_a_room_of_the_order() -> None:
    assert {room_of(path) for path in modules("graph")} - {"__init__"} == set(ORDER)
    assert len(ROOMS) == 24


@pytest.mark.parametrize("room", ORDER)
def test_a_room_uses_only_rooms_below_it(room: str) -> None:
    upward = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in modules("graph")
        if room_of(path) == room
        for module in imports(path)
        if module.startswith("graph.") and ORDER.index(module.split(".")[1]) > ORDER.index(room)
    ]
    assert not upward


def test_a_room_is_used_by_its_public_names_alone() -> None:
    inside = [
        f"{path.relative_to(ROOT)}: {module}"
        for path in [*modules("graph", "views", "scripts", "benchmarks"), ROOT / "app.py"]
        for module in imports(path)
        if len(parts := module.split(".")) > 2
        and parts[0] == "graph"
        and not path.is_relative_to(ROOT / "graph" / parts[1])
        and parts[1] != "commands"
    ]
    assert not inside


@pytest.mark.parametrize("room", HANDING_ON)
def test_a_room_says_what_comes_in_what_goes_out_and_where_to_begin(room: str) -> None:
    package = importlib.import_module(f"graph.{room}")
    lines = (package.__doc__ or "").strip().splitlines()
    assert len(lines) == 4, "a title, an empty line, what comes in and goes out, where to begin"
    assert "come" in lines[2]
    assert "go out" in lines[2] or "goes out" in lines[2]
    assert "`" in lines[3]
    assert package.__all__
    assert all(hasattr(package, name) for name in package.__all__)


def test_what_a_room_hands_on_is_used_outside_of_it() -> None:
    used = {
        (node.module.split(".")[1], name.name)
        for path in [*modules("graph", "views", "scripts", "benchmarks", "tests"), ROOT / "app.py"]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.count(".") == 1
        for name in node.names
        if node.module.startswith("graph.")
    }
    pages = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md"))
    unused = [
        f"{room}: {name}"
        for room in HANDING_ON
        for name in importlib.import_module(f"graph.{room}").__all__
        if (room, name) not in used and name not in pages
    ]
    assert not unused


def test_the_page_on_the_design_has_a_row_for_each_room() -> None:
    page = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    rows = [row.split("|")[1].strip().strip("`/") for row in page.splitlines() if row.startswith("| `")]
    assert [name for name in rows if name in ROOMS] == list(ROOMS)
