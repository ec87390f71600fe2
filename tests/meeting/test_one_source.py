"""What a text and its reprint both say is said once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.things import documents
from tests.commands.test_commands import run

BODY = "".join(
    f"支持沈阳市、大连市共同建设第{i}个区域性中心，{word}，形成特色产业集群。\n"
    for i, word in enumerate(
        ["壮大先进制造", "发展现代物流", "推进科技创新", "完善基础设施", "保护生态环境", "扩大对外开放"]
    )
)
ORIGINAL = f"---\nid: original\npublished: 2023-01-04\n---\n辽宁省区域协调发展方案\n\n{BODY}"
COPY = f"---\nid: copy\npublished: 2023-02-01\n---\n辽宁发布：区域协调发展\n\n来源：某网\n\n{BODY.replace('，', '， ')}"
OTHER = "---\nid: other\n---\n大连消息\n\n支持沈阳市、大连市共同建设国际航运中心。\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a text, its reprint and another text."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in {"a": COPY, "b": ORIGINAL, "c": OTHER}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(folder: Path) -> PolicyGraph:
    """Their graph."""
    return PolicyGraph.build(folder)


def test_the_list_of_documents_says_what_is_a_reprint(graph: PolicyGraph) -> None:
    assert {one.id: one.reprint_of for one in documents(graph)} == {
        "original": "",
        "other": "",
        "copy": "辽宁省区域协调发展方案",
    }


def test_the_command_lists_what_is_a_reprint(folder: Path, tmp_path: Path) -> None:
    run("build", folder, "-o", tmp_path / "policy.nq")
    assert "reprint of" in run("documents", tmp_path / "policy.nq", "--language", "en")
    listed = json.loads(run("documents", tmp_path / "policy.nq", "--json"))
    assert [one["reprint_of"] for one in listed if one["id"] == "copy"] == ["辽宁省区域协调发展方案"]


def test_sentences_of_a_reprint_are_no_second_proof(graph: PolicyGraph, folder: Path) -> None:
    alone = PolicyGraph.build(folder / "b.txt", folder / "c.txt").connect("沈阳", "大连")
    tied = graph.connect("沈阳", "大连")
    assert [way.label for way in tied.shared if way.kind == "document"] == [
        way.label for way in alone.shared if way.kind == "document"
    ]
    assert {way.label: len(way.sentences) for way in tied.shared} == {
        way.label: len(way.sentences) for way in alone.shared
    }


def test_a_reprint_is_no_second_document_that_names_a_place(graph: PolicyGraph) -> None:
    answer = graph.answer("documents-naming-place", place="沈阳")
    assert answer.sentence.startswith("有2份文件提到沈阳市")
