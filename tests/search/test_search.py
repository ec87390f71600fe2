"""What a search gives: sentences with their place in the text and their facts, from every kind of graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import GraphError, PolicyGraph
from graph.corpus import build_corpus
from graph.search import Hits
from graph.things import Said
from tests.server.serving import served

TEXTS = {
    "plan": """---
issuer: 辽宁省人民政府
published: 2023-01-04
kind: Plan
---
辽宁省现代物流业发展规划

一、总体要求
到2027年，沈阳市建设国家物流枢纽。
支持大连市打造国际航运中心。
二、保障措施
加强物流枢纽用地保障。
""",
    "reply": """---
issuer: 国务院
published: 2025-06-01
---
国务院关于物流枢纽布局的批复

同意营口市建设物流枢纽。
""",
    "hostile": """</script><script>alert(1)</script>
=HYPERLINK("x") 的“物流枢纽”<b>不是</b>标记。
""",
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three texts."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text.replace("---\n", f"---\nid: {name}\n", 1), encoding="utf-8")
        if not text.startswith("---"):
            (folder / f"{name}.meta.toml").write_text(f'id = "{name}"\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=["policy.db", "graph.trig", "graph.ttl", "memory"])
def graph(
    request: pytest.FixtureRequest, texts: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PolicyGraph]:
    """The graph of the texts: a store, files, memory."""
    if request.param == "memory":
        yield PolicyGraph.build(texts)
        return
    where = tmp_path_factory.mktemp("graphs") / request.param
    build_corpus([texts], where)
    with PolicyGraph.open(where) as opened:
        yield opened


def said(found: Hits) -> set[str]:
    """The sentences of hits."""
    return {hit.sentence for hit in found}


SHENYANG, YINGKOU = "到2027年，沈阳市建设国家物流枢纽。", "同意营口市建设物流枢纽。"
LAND, TITLE = "加强物流枢纽用地保障。", "国务院关于物流枢纽布局的批复"
HOSTILE = '=HYPERLINK("x") 的“物流枢纽”<b>不是</b>标记。'


def test_a_hit_says_where_it_stands_and_what_was_read_in_it(graph: PolicyGraph) -> None:
    (hit,) = graph.search("国家物流枢纽")
    text = str(
        graph.rows("SELECT ?text { ?d pol:canonicalText ?text FILTER(CONTAINS(?text, '国家物流枢纽')) }")[0]["text"]
    )
    assert (hit.document, hit.title, hit.section) == ("plan", "辽宁省现代物流业发展规划", ("一 总体要求",))
    assert text[hit.start : hit.end] == hit.sentence == SHENYANG
    assert [hit.sentence[start:end] for start, end in hit.ranges] == ["国家物流枢纽"]
    assert {(one.subject.label, one.predicate, one.object.label) for one in hit.facts} >= {
        ("沈阳市", "hasPositioning", "国家物流枢纽")
    }
    assert all(isinstance(one, Said) and hit.start <= one.start < one.end <= hit.end for one in hit.facts)


def test_every_sentence_that_holds_the_words_is_found_and_counted(graph: PolicyGraph) -> None:
    found = graph.search("物流枢纽")
    assert said(found) == {SHENYANG, YINGKOU, LAND, TITLE, HOSTILE}
    assert found.total == len(found) == 5
    assert graph.search("物流枢纽", limit=2).total == 5
    assert graph.search("物流枢纽", limit=2, offset=2).hits == found.hits[2:4]


@pytest.mark.parametrize(
    ("conditions", "sentences"),
    [
        ({"place": "沈阳市"}, {SHENYANG}),
        ({"place": "沈阳"}, {SHENYANG}),
        ({"place": "辽宁省"}, {SHENYANG, LAND, YINGKOU}),
        ({"year": 2027}, {SHENYANG}),
        ({"year": 2023}, {SHENYANG, LAND}),
        ({"issuer": "国务院"}, {YINGKOU, TITLE}),
        ({"issuer": "辽宁"}, {SHENYANG, LAND}),
        ({"level": "国家"}, {YINGKOU, TITLE}),
        ({"level": "province"}, {SHENYANG, LAND}),
        ({"kind": "规划方案"}, {SHENYANG, LAND}),
        ({"kind": "Interpretation"}, set()),
        ({"place": "辽宁省", "level": "国家"}, {YINGKOU}),
        ({"place": "沈阳市", "year": 2027, "issuer": "省", "level": "省", "kind": "Plan"}, {SHENYANG}),
    ],
)
def test_conditions_narrow_what_is_found(
    graph: PolicyGraph, conditions: dict[str, object], sentences: set[str]
) -> None:
    found = graph.search("物流枢纽", **conditions)  # type: ignore[arg-type]
    assert said(found) == sentences
    assert found.total == len(sentences)


@pytest.mark.parametrize(
    ("text", "conditions", "reason"),
    [
        ("", {}, "no word to look for"),
        ("“*” -", {}, "no word to look for"),
        ("物" * 201, {}, "more than 200 characters"),
        ("物流", {"place": "火星"}, "no such name in this graph"),
        ("物流", {"issuer": "火星"}, "no document of this graph has such an issuer"),
        ("物流", {"level": "乡"}, "no such level; use one of 国家, national, 省"),
        ("物流", {"kind": "诗"}, "no such kind of document"),
        ("物流", {"limit": 0}, "use a limit of 1 to 1000"),
        ("物流", {"offset": -1}, "an offset of 0 or more"),
    ],
)
def test_what_cannot_be_searched_for_is_one_line(
    graph: PolicyGraph, text: str, conditions: dict[str, object], reason: str
) -> None:
    with pytest.raises(GraphError, match=reason) as told:
        graph.search(text, **conditions)  # type: ignore[arg-type]
    assert len(str(told.value).splitlines()) == 1


def test_a_text_of_a_document_stays_text_wherever_hits_are_shown(graph: PolicyGraph) -> None:
    found = graph.search("物流枢纽 标记")
    assert said(found) == {HOSTILE}
    assert "<b>" not in found._repr_html_()
    assert "\\<b\\>" in found._repr_markdown_()
    assert "=HYPERLINK" in found.report("zh")
    assert said(graph.search("alert")) == {"</script><script>alert(1)</script>"}
    assert "<script>" not in graph.search("alert")._repr_html_()


def test_hits_are_plain_values_in_json(graph: PolicyGraph) -> None:
    told = json.loads(json.dumps(graph.search("国家物流枢纽").as_json(), ensure_ascii=False))
    assert told["total"] == 1
    (hit,) = told["hits"]
    assert hit["sentence"] == SHENYANG
    assert [hit["sentence"][start:end] for start, end in hit["ranges"]] == ["国家物流枢纽"]
    assert {fact["predicate"] for fact in hit["facts"]} >= {"hasPositioning"}


def test_a_graph_in_memory_is_searched_as_it_is_after_an_update(texts: Path) -> None:
    graph = PolicyGraph.build(texts)
    assert graph.search("航运中心").total == 1
    graph.update(
        """DELETE { GRAPH ?g { ?s a pol:Sentence } ?s a pol:Sentence }
        WHERE { GRAPH ?g { ?s a pol:Sentence ; pol:exact ?text FILTER(CONTAINS(?text, "航运中心")) } }"""
    )
    assert graph.search("航运中心").total == 0


def test_a_server_is_searched_as_the_store_behind_it(texts: Path, tmp_path: Path) -> None:
    build_corpus([texts], tmp_path / "policy.db")
    with served(tmp_path / "policy.db") as running, PolicyGraph.open(tmp_path / "policy.db") as graph:
        remote = PolicyGraph.connect(running.endpoint)
        for place, level in (("", ""), ("沈阳", ""), ("", "国家")):
            found = remote.search("物流枢纽", place=place, level=level)
            assert found == graph.search("物流枢纽", place=place, level=level)
            assert found.total


def test_an_empty_graph_has_no_hit() -> None:
    assert PolicyGraph.open("memory").search("沈阳").hits == ()
