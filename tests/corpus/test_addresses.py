"""Texts at an address are read as those of a folder are, and an address that cannot be reached costs nothing but a line."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.cli import app
from graph.corpus import copies_beside
from graph.engines import read_graph, reading_hashes

WORDS = "沈阳市建设区域性金融中心。"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["build", *arguments])


def held(store: Path) -> list[str]:
    return sorted(reading_hashes(read_graph(store)))


@pytest.fixture
def far(tmp_path: Path) -> Path:
    """A folder that is named by its address: two texts, one of them in a folder of its own with a side file, and a picture."""
    far = tmp_path / "far"
    (far / "plans").mkdir(parents=True)
    (far / "one.txt").write_text(f"---\nid: one\n---\n{WORDS}一。\n", encoding="utf-8")
    (far / "plans" / "two.txt").write_text(f"{WORDS}二。\n", encoding="utf-8")
    (far / "plans" / "two.meta.toml").write_text('id = "second"\n', encoding="utf-8")
    (far / "picture.png").write_bytes(b"\x89PNG")
    return far


def test_texts_at_an_address_are_read_with_their_side_files_and_nothing_else_is_copied(far: Path) -> None:
    store = far.parent / "policy.db"
    assert run(f"file://{far}", "-o", str(store)).exit_code == 0
    assert held(store) == ["one", "second"]
    assert {path.name for path in copies_beside(store).rglob("*.*") if path.is_file()} == {
        "one.txt",
        "two.txt",
        "two.meta.toml",
    }


def test_the_next_build_skips_what_did_not_change_and_drops_what_is_gone(far: Path) -> None:
    store, address = far.parent / "policy.db", f"file://{far}"
    run(address, "-o", str(store))
    assert "0 built, 2 unchanged" in run(address, "-o", str(store)).stdout
    (far / "one.txt").unlink()
    assert "1 dropped" in run(address, "-o", str(store), "--prune").stdout
    assert held(store) == ["second"]


def test_a_pattern_in_an_archive_is_an_address_too(far: Path) -> None:
    store, archive = far.parent / "policy.db", far.parent / "plans.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(far / "one.txt", "texts/one.txt")
        packed.write(far / "plans" / "two.txt", "other/two.txt")
    assert run(f"zip://texts/*.txt::file://{archive}", "-o", str(store)).exit_code == 0
    assert held(store) == ["one"]


@pytest.mark.parametrize("address", ["memory://nothing/here", "nosuch://host/plans", "file:///no/such/folder"])
def test_an_address_that_cannot_be_reached_is_one_line_and_the_others_are_read(far: Path, address: str) -> None:
    store = far.parent / "policy.db"
    found = run(address, f"file://{far}", "-o", str(store))
    assert found.exit_code == 2
    assert found.stderr.count("\n") == 1
    assert found.stderr.startswith(address)
    assert held(store) == ["one", "second"]


def test_an_address_that_is_out_of_reach_for_once_loses_nothing(far: Path) -> None:
    store = far.parent / "policy.db"
    run(f"file://{far}", "-o", str(store))
    far.rename(far.with_name("away"))
    assert run(f"file://{far}", "-o", str(store), "--prune").exit_code == 2
    assert held(store) == ["one", "second"]
