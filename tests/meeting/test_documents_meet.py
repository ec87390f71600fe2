"""A document that is cited and the text that is that document are one node, whatever came when."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.checks import check
from graph.corpus import build_corpus, declare, remove, reread
from graph.engines import read_graph
from graph.rdf.file_formats import FORMATS, serialise
from tests.engines.loopback import sparql_server

REPLY = (
    "国务院关于汉江生态经济带的批复\n\n湖北省人民政府：\n\n"
    "原则同意《汉江生态经济带发展规划》，请认真组织实施。支持襄阳市建设区域性中心城市。\n"
)
PLAN = (
    "---\nid: plan\nnumber: 国发[2018]9号\n---\n国务院关于印发汉江生态经济带发展规划的通知\n\n"
    "现将《汉江生态经济带发展规划》印发给你们。\n\n支持襄阳市建设区域性中心城市。\n"
)
NEWS = (
    "襄阳消息\n\n襄阳市落实《关于推动汉江流域高质量发展的若干措施》（国发〔2018〕9号）。支持襄阳市建设国际物流枢纽。\n"
)
TEXTS = {"reply": REPLY, "plan": PLAN, "news": NEWS}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder of a plan, a reply that cites it by its title, and news that cite it by its number."""
    return written(tmp_path / "texts", **TEXTS)


def written(folder: Path, **texts: str) -> Path:
    """A folder of texts."""
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def cited(graph: PolicyGraph) -> set[str]:
    """The short names of all documents that are cited."""
    return {str(row["x"]).rpartition("/")[2] for row in graph.rows("SELECT ?x { ?document pol:cites ?x }")}


def held(store: Path) -> bytes:
    """All that a store holds, once nothing is found wrong with it."""
    graph = read_graph(store)
    assert check(graph) == []
    return serialise(graph, FORMATS[".nq"])


def built(folder: Path, output: Path) -> PolicyGraph:
    """The graph of a folder, built into an output."""
    build_corpus([folder], output)
    return PolicyGraph.open(output)


def test_a_document_is_one_node_by_its_title_and_by_its_number(texts: Path, tmp_path: Path) -> None:
    with built(texts, tmp_path / "policy.db") as graph:
        assert cited(graph) == {"plan"}
        assert (
            graph.resolve("汉江生态经济带发展规划").iri
            == graph.resolve("国务院关于印发汉江生态经济带发展规划的通知").iri
        )


@pytest.mark.parametrize("suffix", [".db", ".nq", ".ttl"])
def test_every_output_is_sound_and_knows_the_one_node(suffix: str, texts: Path, tmp_path: Path) -> None:
    with built(texts, tmp_path / f"policy{suffix}") as graph:
        assert cited(graph) == {"plan"}
    assert check(read_graph(tmp_path / f"policy{suffix}")) == []


def test_a_graph_in_memory_and_one_on_a_server_know_the_one_node(texts: Path) -> None:
    assert cited(PolicyGraph.build(texts)) == {"plan"}
    assert cited(PolicyGraph.build(*texts.iterdir())) == {"plan"}
    with sparql_server() as address, PolicyGraph.build(texts, to=address) as graph:
        assert cited(graph) == {"plan"}


def test_every_edge_of_the_one_node_quotes_its_sentence(texts: Path, tmp_path: Path) -> None:
    with built(texts, tmp_path / "policy.db") as graph:
        said = [one for one in graph.entity("汉江生态经济带发展规划").statements if one.predicate == "cites"]
        assert {quote.said for one in said for quote in one.quotes} == {
            "原则同意《汉江生态经济带发展规划》，请认真组织实施。",
            "襄阳市落实《关于推动汉江流域高质量发展的若干措施》（国发〔2018〕9号）。",
        }
        assert {one.subject_label for one in said} == {"国务院关于汉江生态经济带的批复", "襄阳消息"}


@pytest.mark.parametrize("order", list(permutations(TEXTS)), ids=" ".join)
def test_the_graph_is_the_same_in_whatever_order_texts_come(
    order: tuple[str, ...], texts: Path, tmp_path: Path
) -> None:
    build_corpus([texts], tmp_path / "once.nq")
    for name in order:
        build_corpus([texts / f"{name}.txt"], tmp_path / "policy.db")
    assert held(tmp_path / "policy.db") == (tmp_path / "once.nq").read_bytes()


@pytest.mark.parametrize("gone", list(TEXTS))
def test_what_met_is_two_again_when_a_text_goes_and_one_when_it_comes_back(
    gone: str, texts: Path, tmp_path: Path
) -> None:
    store = tmp_path / "policy.db"
    build_corpus([texts], store)
    whole = held(store)
    remove(store, [next(one for one in ids(store) if one.startswith(gone))])
    build_corpus([texts / f"{name}.txt" for name in TEXTS if name != gone], tmp_path / "others.nq")
    assert held(store) == (tmp_path / "others.nq").read_bytes()
    build_corpus([texts], store)
    assert held(store) == whole


def ids(store: Path) -> list[str]:
    """The ids of the documents in a store."""
    with PolicyGraph.open(store) as graph:
        return [str(row["id"]) for row in graph.rows("SELECT ?id { ?g a pol:DocumentGraph ; dcterms:identifier ?id }")]


def test_a_text_that_is_read_again_or_declared_otherwise_meets_anew(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "policy.db"
    build_corpus([texts], store)
    whole = held(store)
    with monkeypatch.context() as changed:
        changed.setattr("graph.corpus.reading_hash.program_hash", lambda: "another grammar")
        assert len(reread(store).built) == 3
    assert len(reread(store).built) == 3
    assert held(store) == whole
    untitled = next(one for one in ids(store) if one.startswith("news"))
    declare(store, "plan", {"title": "丹江口库区发展规划"})
    declare(store, untitled, {"title": "丹江口库区发展规划"})
    declare(store, untitled, {"title": ""})
    declare(store, "plan", {"title": ""})
    assert held(store) == whole


def test_a_text_meets_by_the_title_that_a_person_declares(tmp_path: Path) -> None:
    store = tmp_path / "policy.db"
    texts = written(
        tmp_path / "texts", plan="---\nid: plan\n---\n关于规划的发言\n\n支持襄阳市建设港口。\n", reply=REPLY
    )
    with built(texts, store) as graph:
        assert cited(graph) == {"汉江生态经济带发展规划"}
    declare(store, "plan", {"title": "汉江生态经济带发展规划"})
    with PolicyGraph.open(store) as graph:
        assert cited(graph) == {"plan"}


def test_the_graph_of_one_text_alone_is_what_the_text_says(tmp_path: Path) -> None:
    texts = written(tmp_path / "texts", plan=PLAN)
    with built(texts, tmp_path / "policy.nq") as graph:
        assert cited(graph) == {"汉江生态经济带发展规划"}
        assert "graph/meeting" not in (tmp_path / "policy.nq").read_text(encoding="utf-8")


OF_ONE_TITLE = "甲市人民政府工作会议\n\n落实《甲市海洋发展规划》，支持大连市建设国际航运中心。\n"


@pytest.mark.parametrize(
    ("first", "second", "citing"),
    [
        ("甲市海洋发展规划\n\n支持大连市建设港口。\n", "甲市海洋发展规划\n\n支持营口市建设港口。\n", OF_ONE_TITLE),
        ("《甲市海洋发展规划》政策解读\n\n支持大连市建设港口。\n", "他文\n\n支持营口市建设港口。\n", OF_ONE_TITLE),
        (
            "政府工作报告\n\n支持大连市建设港口。\n",
            "他文\n\n支持营口市。\n",
            "消息\n\n落实《政府工作报告》，支持大连市。\n",
        ),
        (
            "---\nnumber: 甲政发〔2020〕1号\n---\n甲市海洋发展规划\n\n支持大连市建设港口。\n",
            "他文\n\n支持营口市建设港口。\n",
            OF_ONE_TITLE.replace("》", "》（甲政发〔2024〕7号）"),
        ),
    ],
    ids=["two texts of the title", "its interpretation", "a title that is no name", "another number"],
)
def test_a_document_that_may_be_another_stays_alone(first: str, second: str, citing: str, tmp_path: Path) -> None:
    texts = written(tmp_path / "texts", first=first, second=second, citing=citing)
    with built(texts, tmp_path / "policy.db") as graph:
        assert not graph.rows("SELECT ?meeting { ?meeting a pol:Meeting }")


def test_two_names_of_a_document_that_no_text_is_are_one_by_its_number(tmp_path: Path) -> None:
    first = "甲文\n\n落实《大连海洋发展规划》（大政发〔2020〕1号），支持大连市建设港口。\n"
    second = "乙文\n\n落实《大连市海洋发展“十四五”规划》（大政发[2020]1号），支持大连市建设港口。\n"
    with built(written(tmp_path / "texts", a=first, b=second), tmp_path / "policy.db") as graph:
        assert cited(graph) == {"大连海洋发展规划"}
        assert graph.answer("number-of-document", document="大连海洋发展规划").sentence


HOSTILE = "---\nid: hostile\ntitle: '%s'\n---\n%s\n\n支持大连市建设港口。\n"


@pytest.mark.parametrize("sign", ["\u2028", "\x85", '"', "\\", "} ; DROP ALL #", "<b>"], ids=ascii)
def test_a_title_is_data_whatever_it_holds(sign: str, tmp_path: Path) -> None:
    title = f"大连市{sign}海洋发展规划"
    texts = written(
        tmp_path / "texts", a=HOSTILE % (title, title), b=f"乙文\n\n落实《{title}》，支持大连市建设港口。\n", c=NEWS
    )
    build_corpus([texts], tmp_path / "policy.db")
    whole = held(tmp_path / "policy.db")
    remove(tmp_path / "policy.db", ["hostile"])
    held(tmp_path / "policy.db")
    build_corpus([texts], tmp_path / "policy.db")
    assert held(tmp_path / "policy.db") == whole
