"""What a person keeps apart is a thing of its document alone, and meets nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.checks import check
from graph.corpus import build_corpus, declare, kept_texts, outdated, reread
from graph.corrections.corrections_file import entries_of
from graph.engines import read_graph

FIRST = "---\nid: first\n---\n甲消息\n\n落实《大连市海洋发展规划》，支持大连市建设国际航运中心，发展海洋生物产业。\n"
PLAN = "---\nid: plan\n---\n大连市海洋发展规划\n\n支持大连市建设国际航运中心，发展海洋生物产业。\n"


def entry(thing: str, document: str = "first") -> str:
    """An entry of the file."""
    return f'[[apart]]\ndocument = "{document}"\nthing = "{thing}"\nwho = "张三"\nwhen = 2026-01-31\n'


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of two texts that meet in a plan, a positioning and an industry."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in {"first": FIRST, "plan": PLAN}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def built(texts: Path, store: Path, said: str) -> PolicyGraph:
    """The graph of the texts with a file of what is kept apart; nothing is found wrong with it."""
    (texts / "corrections.toml").write_text(said, encoding="utf-8")
    assert build_corpus([texts], store).not_made == []
    assert check(read_graph(store)) == []
    return PolicyGraph.open(store)


def objects(graph: PolicyGraph, relation: str) -> set[str]:
    """What a relation leads to, without the namespace."""
    rows = graph.rows(f"SELECT ?x {{ ?s pol:{relation} ?x }}")
    return {str(row["x"]).removeprefix("https://w3id.org/policygraph/id/") for row in rows}


@pytest.mark.parametrize(
    ("thing", "relation", "shared", "own"),
    [
        ("document:大连市海洋发展规划", "cites", {"document/plan"}, {"first/document/大连市海洋发展规划"}),
        (
            "positioning:国际航运中心",
            "hasPositioning",
            {"positioning/国际航运中心"},
            {"positioning/国际航运中心", "first/positioning/国际航运中心"},
        ),
        (
            "industry:海洋生物产业",
            "concernsIndustry",
            {"industry/海洋生物产业", "industry/国际航运"},
            {"industry/海洋生物产业", "first/industry/海洋生物产业", "industry/国际航运"},
        ),
    ],
)
def test_a_thing_that_is_kept_apart_is_the_documents_own_until_the_entry_goes(
    thing: str, relation: str, shared: set[str], own: set[str], texts: Path, tmp_path: Path
) -> None:
    store = tmp_path / "policy.db"
    with built(texts, store, "") as graph:
        assert objects(graph, relation) == shared
    with built(texts, store, entry(thing)) as graph:
        assert objects(graph, relation) == own
        rows = graph.rows("SELECT ?who ?when { ?x pol:keptApartBy ?who ; pol:keptApartOn ?when }")
        assert [(str(row["who"]), str(row["when"])) for row in rows] == [("张三", "2026-01-31")]
    with built(texts, store, "") as graph:
        assert objects(graph, relation) == shared


def test_what_is_kept_apart_stays_so_when_the_text_is_read_again_or_declared_otherwise(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "policy.db"
    built(texts, store, entry("document:大连市海洋发展规划")).close()
    assert outdated(kept_texts(read_graph(store))) == ()
    declare(store, "first", {"published": "2024-01-04"})
    with monkeypatch.context() as changed:
        changed.setattr("graph.corpus.reading_hash.program_hash", lambda: "another grammar")
        assert reread(store).built == ["first", "plan"]
    with PolicyGraph.open(store) as graph:
        assert objects(graph, "cites") == {"first/document/大连市海洋发展规划"}
    with built(texts, store, "") as graph:
        assert objects(graph, "cites") == {"document/plan"}


def test_a_text_that_is_kept_apart_is_met_by_nothing(texts: Path, tmp_path: Path) -> None:
    with built(texts, tmp_path / "policy.db", entry("document:plan", "plan")) as graph:
        assert objects(graph, "cites") == {"document/大连市海洋发展规划"}


@pytest.mark.parametrize(
    ("thing", "reason"),
    [
        ("positioning:没有的中心", "the document names no such thing"),
        ("city:大连市", "a place is known by its code"),
    ],
)
def test_what_cannot_be_kept_apart_is_told_at_every_build(thing: str, reason: str, texts: Path, tmp_path: Path) -> None:
    (texts / "corrections.toml").write_text(entry(thing), encoding="utf-8")
    for _ in range(2):
        (line,) = build_corpus([texts], tmp_path / "policy.db").not_made
        assert line.startswith(f"apart of first, {thing}: not made: {reason}")


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (
            entry("a").replace("who", "whom"),
            "apart 1: unknown key «whom»; use the keys document, thing, who, when, note",
        ),
        (entry("a").replace("2026-01-31", '"soon"'), "apart 1: «when» is no date"),
        (entry(" "), "apart 1: it has no thing"),
        ("apart = 1", "«apart» is no correction; write each one under [[correction]], [[apart]] or [[alias]]"),
        ("apart = [1]", "apart 1: no table; write it under [[apart]]"),
    ],
)
def test_an_entry_that_says_no_sense_is_one_line(said: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "corrections.toml").write_text(said, encoding="utf-8")
    with pytest.raises(GraphError) as told:
        entries_of(tmp_path / "corrections.toml")
    assert reason in str(told.value)
