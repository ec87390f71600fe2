"""A person's word on what was read: refused, put right, told where it cannot be made, and kept over rebuilds."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract import extract
from extract.values import Document, Facts
from graph import PolicyGraph
from graph.checks import check
from graph.corpus import BuildReport, build_corpus
from graph.corrections import Correction, add_to_file, corrected
from graph.engines import memory_store
from tests.rdf.facts_made_up import build

SENTENCE = "到2025年，沈阳市制造业增加值占地区生产总值比重达到30%。"
ROLE = "支持大连市建设区域性物流中心。"
TEXT = f"沈阳市行动方案\n\n一、目标\n{SENTENCE}\n二、任务\n{ROLE}\n"
DAY = date(2026, 1, 31)
TARGET = "pid:plan/target/沈阳市·制造业增加值占地区生产总值比重%3E=30%25·2025"


def document() -> Document:
    return Document("plan", TEXT)


def role(**changed: Any) -> Correction:
    """Return a correction of the role of Dalian."""
    said = Correction(
        *("plan", ROLE, "city:大连市", "hasPositioning", "positioning:区域性物流中心", "fact", "", "张三"), when=DAY
    )
    return dataclasses.replace(said, **changed)


def target(wrong: str, right: str) -> Correction:
    """Return a correction of the target of Shenyang."""
    return Correction("plan", SENTENCE, "city:沈阳市", "hasTarget", TARGET, wrong, right, "张三", DAY)


def made(*corrections: Correction) -> Facts:
    """Return the facts as corrected, when nothing was left undone."""
    facts, lines = corrected(extract(document()), corrections)
    assert lines == []
    return facts


def said(facts: Facts, predicate: str) -> set[tuple[str, str]]:
    return {(f.subject.name, getattr(f.object, "key", str(f.object))) for f in facts.facts if f.predicate == predicate}


def test_the_text_is_read_as_the_corrections_say() -> None:
    assert said(extract(document()), "hasPositioning") == {("大连市", "区域性物流中心")}


def test_a_refused_fact_is_gone_and_everything_else_stays() -> None:
    before, after = extract(document()), made(role())
    assert said(after, "hasPositioning") == set()
    assert said(after, "involves") == said(before, "involves")


@pytest.mark.parametrize(
    ("wrong", "right", "now"),
    [
        ("object", "国际物流枢纽", ("大连市", "国际物流枢纽")),
        ("subject", "沈阳", ("沈阳市", "区域性物流中心")),
        ("subject", "营口", ("营口市", "区域性物流中心")),
        ("subject", "county:朝阳区_110105", ("朝阳区", "区域性物流中心")),
    ],
)
def test_a_wrong_end_is_put_right(wrong: str, right: str, now: tuple[str, str]) -> None:
    facts = made(role(wrong=wrong, right=right))
    assert said(facts, "hasPositioning") == {now}
    (fact,) = [one for one in facts.facts if one.predicate == "hasPositioning"]
    assert {one.grade for one in fact.evidence} == {"Corrected"}


@pytest.mark.parametrize(
    ("wrong", "right", "key"),
    [
        ("targetValue", "31.5", "沈阳市·制造业增加值占地区生产总值比重>=31.5%·2025"),
        ("targetYear", "2027", "沈阳市·制造业增加值占地区生产总值比重>=30%·2027"),
        ("comparison", "=", "沈阳市·制造业增加值占地区生产总值比重=30%·2025"),
        ("unit", "个百分点", "沈阳市·制造业增加值占地区生产总值比重>=30个百分点·2025"),
        ("indicator", "工业增加值", "沈阳市·工业增加值>=30%·2025"),
        ("reference", "全国平均水平", "沈阳市·制造业增加值占地区生产总值比重>=全国平均水平·2025"),
    ],
)
def test_a_target_is_put_right_in_one_attribute_and_the_wrong_one_is_gone(wrong: str, right: str, key: str) -> None:
    facts = made(target(wrong, right))
    assert said(facts, "hasTarget") == {("沈阳市", key)}
    assert {one.entity.key for one in facts.entities if one.entity.kind == "Target"} == {key}
    assert [f for f in facts.facts if f.subject.kind == "Target" and f.predicate == "inSection"]


def test_a_commitment_is_put_right_by_its_label() -> None:
    facts = made(
        Correction(
            *("plan", ROLE, "pid:plan/task/支持大连市建设区域性物流中心", "commitment", "Supporting"),
            *("object", "必须/要", "张三"),
            when=DAY,
        )
    )
    assert said(facts, "commitment") == {("支持大连市建设区域性物流中心", "Binding")}


def test_two_corrections_of_one_sentence_are_both_made() -> None:
    facts = made(target("targetValue", "31"), role())
    assert said(facts, "hasPositioning") == set()
    assert {key for _, key in said(facts, "hasTarget")} == {"沈阳市·制造业增加值占地区生产总值比重>=31%·2025"}


def test_a_corrected_graph_passes_the_checks_and_says_who_and_when() -> None:
    facts = made(role(wrong="object", right="国际物流枢纽"), target("targetValue", "31"))
    assert [str(one) for one in check(memory_store(build(facts)))] == []
    quads = {(quad.predicate.value.rpartition("#")[2], getattr(quad.object, "value", "")) for quad in build(facts)}
    assert {("correctedBy", "张三"), ("correctedOn", "2026-01-31")} <= quads


@pytest.mark.parametrize(
    ("correction", "told"),
    [
        (role(text="支持大连市建设区域性医疗中心。"), "the sentence is no longer in the text"),
        (role(object="positioning:金融中心"), "the sentence is no longer read so"),
        (role(wrong="object", right="city:沈阳市"), "does not fit"),
        (role(wrong="relation", right="hasGoal"), "does not fit"),
        (role(wrong="relation", right="没有的关系"), "没有的关系 does not tie City to Center"),
        (role(wrong="subject", right="无此地"), "nothing of this document is called «无此地»"),
        (role(wrong="subject", right="朝阳区"), "county:朝阳区_110105"),
        (role(wrong="targetValue", right="3"), "only a target has a targetValue"),
        (target("targetValue", "三成"), "«三成» is no number"),
        (target("targetValue", "NaN"), "«NaN» is no number"),
        (target("targetYear", "27"), "no year of four digits"),
        (target("comparison", "about"), "none of the comparisons"),
    ],
)
def test_what_cannot_be_made_changes_nothing_and_is_one_line(correction: Correction, told: str) -> None:
    before = extract(document())
    facts, (line,) = corrected(before, [correction])
    assert facts == before
    assert told in line
    assert line.startswith("correction of plan, «")
    assert len(line.splitlines()) == 1


def test_a_text_of_a_correction_never_breaks_a_line() -> None:
    _, (line,) = corrected(extract(document()), [role(text="支持\n\n大连\u2028=cmd()", who="x\ny")])
    assert len(line.splitlines()) == 1


# In builds


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "plan.txt").write_text(f"---\nid: plan\n---\n{TEXT}", encoding="utf-8")
    return folder


def positionings(store: Path) -> set[str]:
    with PolicyGraph.open(store) as graph:
        return {str(row["x"]).rpartition("/")[2] for row in graph.rows("SELECT ?x { ?p pol:hasPositioning ?x }")}


def rebuilt(corpus: Path, output: Path) -> BuildReport:
    return build_corpus([corpus], output)


def test_a_correction_is_read_by_the_next_build_and_survives_rebuilds(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    rebuilt(corpus, store)
    assert positionings(store) == {"区域性物流中心"}
    add_to_file(corpus / "corrections.toml", role(wrong="object", right="国际物流枢纽"))
    assert rebuilt(corpus, store).built == ["plan"]
    assert positionings(store) == {"国际物流枢纽"}
    assert rebuilt(corpus, store).unchanged == ["plan"]
    (corpus / "plan.txt").write_text(
        f"---\nid: plan\n---\n{TEXT}三、其他\n支持鞍山市建设区域性医疗中心。\n", encoding="utf-8"
    )
    assert rebuilt(corpus, store).not_made == []
    assert positionings(store) == {"国际物流枢纽", "区域性医疗中心"}


def test_a_correction_taken_back_is_gone_at_the_next_build(corpus: Path, tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    add_to_file(corpus / "corrections.toml", role())
    rebuilt(corpus, store)
    assert positionings(store) == set()
    (corpus / "corrections.toml").unlink()
    assert rebuilt(corpus, store).built == ["plan"]
    assert positionings(store) == {"区域性物流中心"}


@pytest.mark.parametrize("name", ["policy.db", "policy.ttl"])
def test_a_correction_whose_sentence_changed_is_told_at_every_build(corpus: Path, tmp_path: Path, name: str) -> None:
    add_to_file(corpus / "corrections.toml", role(text="支持大连市建设区域性金融中心。"))
    first, second = rebuilt(corpus, tmp_path / name), rebuilt(corpus, tmp_path / name)
    assert first.built == second.unchanged == ["plan"]
    assert first.not_made == second.not_made
    assert ["no longer in the text" in line for line in first.not_made] == [True]


def test_corrections_of_a_text_that_is_not_there_are_told_for_a_folder_but_not_for_single_files(
    corpus: Path, tmp_path: Path
) -> None:
    add_to_file(corpus / "corrections.toml", role(document="other"))
    told = rebuilt(corpus, tmp_path / "policy.db").not_made
    assert told == ["corrections of other: not made: no text of this id was read; mend the id or remove them"]
    assert build_corpus([corpus / "plan.txt"], tmp_path / "policy.db").not_made == []


def test_a_file_beside_a_single_text_counts_too_and_in_memory_as_well(corpus: Path) -> None:
    add_to_file(corpus / "corrections.toml", role())
    with PolicyGraph.build(corpus / "plan.txt") as graph:
        assert graph.rows("SELECT ?x { ?p pol:hasPositioning ?x }") == []
    add_to_file(corpus / "corrections.toml", role(text="无此句。"))
    with pytest.warns(UserWarning, match="no longer in the text"):
        PolicyGraph.build(corpus).close()


def test_a_further_file_is_named(corpus: Path, tmp_path: Path) -> None:
    add_to_file(tmp_path / "mine.toml", role())
    build_corpus([corpus], tmp_path / "policy.db", corrections=tmp_path / "mine.toml")
    assert positionings(tmp_path / "policy.db") == set()


def test_the_same_corrections_give_the_same_bytes(corpus: Path, tmp_path: Path) -> None:
    add_to_file(corpus / "corrections.toml", role(wrong="object", right="国际物流枢纽"))
    for name in ("one.nq", "two.nq"):
        rebuilt(corpus, tmp_path / name)
    assert (tmp_path / "one.nq").read_bytes() == (tmp_path / "two.nq").read_bytes()
