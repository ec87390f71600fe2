"""`policygraph documents`, `declare`, `reread` and `remove`: the texts of a store, one by one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph import GraphError
from graph.cli import app
from graph.corpus import build_corpus

NAME = "a-name-that-is-longer-than-a-cell-of-a-table-is-wide"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store of two texts."""
    (tmp_path / "texts").mkdir()
    for name, text in (
        (NAME, "issuer: 大连市人民政府\npublished: 2024-05-01\n---\n大连市发展规划\n\n大连市打造国际航运中心。\n"),
        ("news", "title: 消息\n---\n沈阳市建设金融中心。\n"),
    ):
        (tmp_path / "texts" / f"{name}.txt").write_text(f"---\nid: {name}\n{text}", encoding="utf-8")
    build_corpus([tmp_path / "texts"], tmp_path / "policy.db")
    return tmp_path / "policy.db"


def run(*arguments: str | Path) -> str:
    """Return what a command writes; raises GraphError as the program would tell it."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None:
        raise result.exception
    return result.stdout


def titles(store: Path) -> dict[str, str]:
    """Id to title of the documents of a store."""
    return {one["id"]: one["title"] for one in json.loads(run("documents", store, "--json"))}


def test_documents_are_listed_with_what_is_known_of_them(store: Path) -> None:
    first = next(line for line in run("documents", store).splitlines() if line.startswith(f"{NAME} "))
    assert first.split()[1:6] == ["大连市发展规划", "规划方案", "市", "大连市人民政府", "2024-05-01"]
    assert "  city   大连市人民政府" in run("documents", store, "-l", "en")


def test_documents_are_listed_as_json_with_the_place_whose_they_are(store: Path) -> None:
    said = {one["id"]: one for one in json.loads(run("documents", store, "--json"))}
    assert said[NAME]["place"].endswith("city/大连市")
    assert (said[NAME]["issuers"], said[NAME]["year"], said["news"]["level"]) == (["大连市人民政府"], 2024, "")


def test_a_file_is_listed_as_a_store_is(store: Path, tmp_path: Path) -> None:
    build_corpus([tmp_path / "texts"], tmp_path / "graph.ttl")
    assert run("documents", tmp_path / "graph.ttl", "--json") == run("documents", store, "--json")


def test_a_title_is_declared_and_taken_back(store: Path) -> None:
    assert run("declare", store, "news", "--title", "沈阳消息") == f"{store}: news read again\n"
    assert titles(store)["news"] == "沈阳消息"
    assert run("declare", store, "news", "--title", "沈阳消息") == f"{store}: news unchanged\n"
    run("declare", store, "news", "--title", "")
    assert titles(store)["news"] == "消息"


def test_a_declaration_of_nothing_is_one_line(store: Path) -> None:
    with pytest.raises(GraphError, match="nothing is declared; give --title, --issuer or --published"):
        run("declare", store, "news")


def test_documents_are_read_again(store: Path) -> None:
    assert run("reread", store) == f"{store}: 0 read again, 2 unchanged, 0 problems\n"
    with pytest.raises(GraphError, match="nix: the store holds no text of this id; see: policygraph documents"):
        run("reread", store, "nix")


def test_a_document_is_removed_only_when_it_is_said_twice(store: Path) -> None:
    with pytest.raises(GraphError, match="nothing was removed; say so when asked, or give --yes"):
        run("remove", store, "news")
    assert set(titles(store)) == {NAME, "news"}
    assert run("remove", store, "news", "--yes") == f"{store}: 1 removed\n"
    assert set(titles(store)) == {NAME}


@pytest.mark.parametrize("command", [("declare", "x", "--title", "甲"), ("reread",), ("remove", "x", "--yes")])
def test_what_is_no_store_is_one_line_and_stays(command: tuple[str, ...], tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    with pytest.raises(GraphError, match=r"none\.db: (not the folder of a store|no such graph); "):
        run(command[0], missing, *command[1:])
    assert not missing.exists()
