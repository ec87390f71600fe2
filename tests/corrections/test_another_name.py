"""A name that a person gives a thing is its name in that text, until it no longer stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.checks import check
from graph.corpus import build_corpus
from graph.corrections.corrections_file import as_toml, entries_of
from graph.engines import read_graph

TEXT = "---\nid: plan\ntitle: 方案\n---\n支持大连市建设国际航运中心。浪漫之都的海风吹来。\n"
ENTRY = '[[alias]]\ndocument = "plan"\nthing = "city:大连市"\nname = "浪漫之都"\nwho = "张三"\nwhen = 2026-01-31\n'


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with one text and a name for its city."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    (folder / "corrections.toml").write_text(ENTRY, encoding="utf-8")
    return folder


def test_a_name_that_a_person_gives_finds_its_thing_and_its_places_and_survives_a_rebuild(
    texts: Path, tmp_path: Path
) -> None:
    store = tmp_path / "policy.db"
    for text in (TEXT, TEXT + "浪漫之都在海边。\n"):
        (texts / "plan.txt").write_text(text, encoding="utf-8")
        assert build_corpus([texts], store).not_made == []
        assert check(read_graph(store)) == []
        with PolicyGraph.open(store) as graph:
            assert graph.resolve("浪漫之都").label == "大连市"
            rows = graph.rows("SELECT ?exact { ?m a pol:Mention ; pol:refersTo city:大连市 ; pol:exact ?exact }")
            assert [str(row["exact"]) for row in rows].count("浪漫之都") == text.count("浪漫之都")
            said = graph.rows("SELECT ?who ?when { city:大连市 pol:namedBy ?who ; pol:namedOn ?when }")
            assert [(str(row["who"]), str(row["when"])) for row in said] == [("张三", "2026-01-31")]


def test_a_name_that_no_longer_stands_in_the_text_is_told_and_changes_nothing(texts: Path, tmp_path: Path) -> None:
    (texts / "plan.txt").write_text(TEXT.replace("浪漫之都", "海滨之城"), encoding="utf-8")
    for _ in range(2):
        (line,) = build_corpus([texts], tmp_path / "policy.db").not_made
        assert "alias of plan, city:大连市 «浪漫之都»: not made: the name no longer stands in the text" in line
    with PolicyGraph.open(tmp_path / "policy.db") as graph:
        assert not graph.rows("SELECT ?x { ?x pol:namedBy ?y }")


def test_an_entry_that_says_too_little_is_told_by_its_number(texts: Path) -> None:
    (texts / "corrections.toml").write_text(ENTRY.replace('name = "浪漫之都"\n', ""), encoding="utf-8")
    with pytest.raises(GraphError, match="alias 1: no «name»"):
        entries_of(texts / "corrections.toml")


def test_an_entry_is_written_as_it_is_read(texts: Path) -> None:
    (entry,) = entries_of(texts / "corrections.toml")
    assert as_toml(entry) == ENTRY
