"""From files to a graph that is kept up to date."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from extract.steps import Step
from extract.values import Document, Facts
from graph.checks.all_checks import check
from graph.corpus import assembly, reading_hash
from graph.corpus.build import build_corpus
from graph.engines import open_store, read_graph, reading_hashes, select
from graph.errors import GraphError
from graph.rdf.file_formats import FORMATS, serialise
from tests.rdf.facts_made_up import TEXT, made_up_facts


class Extractor:
    """An extractor that gives the facts made by hand, and remembers what it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, document: Document, step: Step) -> Facts:
        self.read.append(document.id)
        facts = made_up_facts(document.id, document.text)
        if "targets without unit" not in document.text:
            return facts
        bare = tuple(
            dataclasses.replace(one, attributes=()) if one.entity.kind == "Target" else one for one in facts.entities
        )
        return dataclasses.replace(facts, entities=bare)


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    """Put the extractor that remembers in the place of the real one."""
    extractor = Extractor()
    monkeypatch.setattr(assembly, "extract", extractor)
    return extractor


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder with two texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("first", "second", "bad"):
        (folder / f"{name}.meta.toml").write_text(f'id = "{name}"\n', encoding="utf-8")
    for name in ("first", "second"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("output", ["graph.ttl", "graph.trig", "graph.nq", "graph.jsonld", "policy.db"])
def test_an_unchanged_text_is_not_read_again(output: str, texts: Path, tmp_path: Path, extractor: Extractor) -> None:
    build_corpus([texts], tmp_path / output)
    extractor.read.clear()
    report = build_corpus([texts], tmp_path / output)
    assert (extractor.read, report.built, report.unchanged) == ([], [], ["first", "second"])


def test_a_store_renews_only_the_text_that_changed(texts: Path, tmp_path: Path, extractor: Extractor) -> None:
    build_corpus([texts], tmp_path / "policy.db")
    extractor.read.clear()
    (texts / "first.txt").write_text(TEXT + "新增一句。", encoding="utf-8")
    build_corpus([texts], tmp_path / "policy.db")
    assert extractor.read == ["first"]


def test_a_changed_grammar_reads_every_text_again(
    texts: Path, tmp_path: Path, extractor: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_corpus([texts], tmp_path / "policy.db")
    extractor.read.clear()
    monkeypatch.setattr(reading_hash, "program_hash", lambda: "another grammar")
    build_corpus([texts], tmp_path / "policy.db")
    assert sorted(extractor.read) == ["first", "second"]


@pytest.mark.usefixtures("extractor")
def test_a_store_keeps_its_other_texts_and_a_file_does_not(texts: Path, tmp_path: Path) -> None:
    for output in ("policy.db", "graph.trig"):
        build_corpus([texts / "first.txt"], tmp_path / output)
        build_corpus([texts / "second.txt"], tmp_path / output)
    assert sorted(reading_hashes(read_graph(tmp_path / "policy.db"))) == ["first", "second"]
    assert list(reading_hashes(read_graph(tmp_path / "graph.trig"))) == ["second"]


@pytest.mark.usefixtures("extractor")
def test_a_store_filled_step_by_step_holds_what_one_build_gives(texts: Path, tmp_path: Path) -> None:
    for name in ("second", "first"):
        build_corpus([texts / f"{name}.txt"], tmp_path / "steps.db")
    build_corpus([texts], tmp_path / "once.nq")
    written = serialise(read_graph(tmp_path / "steps.db"), FORMATS[".nq"])
    assert written == (tmp_path / "once.nq").read_bytes()


@pytest.mark.usefixtures("extractor")
def test_the_order_of_the_paths_does_not_matter(texts: Path, tmp_path: Path) -> None:
    first, second = texts / "first.txt", texts / "second.txt"
    build_corpus([first, second], tmp_path / "a.ttl")
    build_corpus([second, first], tmp_path / "b.ttl")
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()


@pytest.mark.usefixtures("extractor")
def test_a_thing_that_fails_a_check_is_left_out_and_the_rest_of_its_text_goes_on(texts: Path, tmp_path: Path) -> None:
    (texts / "bad.txt").write_text(TEXT + "targets without unit", encoding="utf-8")
    report = build_corpus([texts], tmp_path / "graph.trig")
    assert report.built == ["bad", "first", "second"]
    assert {problem.rsplit(" ", 1)[-1] for problem in report.problems} == {"[bad]"}
    graph = read_graph(tmp_path / "graph.trig")
    assert check(graph) == []
    targets = select(graph, "SELECT ?graph { GRAPH ?graph { ?target a pol:Target } }")
    assert {row["graph"].value.rsplit("/", 1)[-1] for row in targets} == {"first", "second"}


@pytest.mark.usefixtures("extractor")
def test_a_text_whose_proof_is_broken_is_left_out_whole(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(document: Document, step: Step) -> Facts:
        facts = made_up_facts(document.id, document.text)
        if document.id == "second":
            facts = dataclasses.replace(facts, facts=(dataclasses.replace(facts.facts[2], evidence=()),))
        return facts

    monkeypatch.setattr(assembly, "extract", broken)
    report = build_corpus([texts], tmp_path / "graph.trig")
    assert report.built == ["first"]
    assert any("an assertion has no evidence" in problem for problem in report.problems)


@pytest.mark.usefixtures("extractor")
@pytest.mark.parametrize("output", ["graph.ttl", "policy.db"])
def test_a_former_output_stays_where_nothing_can_be_read(output: str, texts: Path, tmp_path: Path) -> None:
    build_corpus([texts], tmp_path / output)
    before = len(read_graph(tmp_path / output))
    (tmp_path / "empty.txt").touch()
    assert build_corpus([tmp_path / "empty.txt"], tmp_path / output).problems
    assert len(read_graph(tmp_path / output)) == before


@pytest.mark.usefixtures("extractor")
def test_a_store_that_another_holds_is_one_clear_line(texts: Path, tmp_path: Path) -> None:
    build_corpus([texts], tmp_path / "policy.db")
    held = open_store(tmp_path / "policy.db")
    with pytest.raises(GraphError, match="another process holds this store"):
        open_store(tmp_path / "policy.db")
    del held


def test_a_folder_of_other_things_never_becomes_a_store(texts: Path) -> None:
    with pytest.raises(GraphError, match="other things than a store"):
        open_store(texts)


def test_texts_of_one_file_name_from_two_folders_never_replace_each_other(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "plan.txt").write_text(f"{name}市规划\n{TEXT}", encoding="utf-8")
    store = tmp_path / "policy.db"
    (first,) = build_corpus([tmp_path / "a"], store).built
    report = build_corpus([tmp_path / "b"], store)
    (second,) = report.built
    assert report.remarks == [f"{second}: the store keeps {first}, another text of a file of this name"]
    (third,) = build_corpus([tmp_path / "c" / "plan.txt", tmp_path / "a" / ".." / "b" / "plan.txt"], store).built
    assert sorted(reading_hashes(read_graph(store))) == sorted([first, second, third])
    whole = [tmp_path / name for name in ("c", "a", "b")]
    build_corpus(whole, tmp_path / "one.nq")
    build_corpus(whole[::-1], tmp_path / "other.nq")
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "other.nq").read_bytes()


def test_a_text_that_is_edited_below_its_title_takes_its_own_place(tmp_path: Path) -> None:
    text, store = tmp_path / "plan.txt", tmp_path / "policy.db"
    for words in (TEXT, TEXT + "新增一句。"):
        text.write_text(f"甲市规划\n{words}", encoding="utf-8")
        report = build_corpus([text], store)
        assert report.remarks == []
    assert list(reading_hashes(read_graph(store))) == report.built
