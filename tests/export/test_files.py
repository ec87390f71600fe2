"""Every form of export is read back by the program that it is for."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import unicodedata
from io import StringIO
from pathlib import Path

import networkx as nx
import pandas
import pytest
from openpyxl import load_workbook
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import Dataset, Graph
from rdflib.namespace import DCAT, RDF, VOID

from graph import PolicyGraph
from graph.engines import graph_hash
from graph.errors import GraphError
from graph.export import FORMS, export, selection_of
from graph.export.made_by import program
from graph.rdf import put_in_place
from tests.export.hostile import NAMES

SUFFIXES = [suffix for form in FORMS.values() for suffix in form.suffixes]


def triples_of(graph: PolicyGraph) -> set[tuple[str, str, str]]:
    """The union of a graph, each term as the engine writes it."""
    rows = graph.rows("SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }")
    return {(row["s"].n3(), row["p"].n3(), row["o"].n3()) for row in rows}


def n3(graph: Graph | Dataset) -> set[tuple[str, str, str]]:
    return {(s.n3(), p.n3(), o.n3()) for s, p, o in graph.triples((None, None, None))}


def test_there_are_as_many_forms_as_the_pages_say() -> None:
    assert len(FORMS) == 17
    assert len(SUFFIXES) == len(set(SUFFIXES))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".rdf", ".jsonld", ".trig", ".nq"])
def test_rdf_is_read_back_by_rdflib_as_the_same_triples(hostile: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    (path,) = export(hostile, tmp_path / f"a{suffix}")
    read = Dataset(default_union=True) if suffix in (".trig", ".nq") else Graph()
    read.parse(path)
    assert n3(read) == triples_of(hostile)


@pytest.mark.parametrize(
    ("suffix", "form"), [(".ttl", RdfFormat.TURTLE), (".rdf", RdfFormat.RDF_XML), (".nq", RdfFormat.N_QUADS)]
)
def test_rdf_is_read_back_by_oxigraph_as_the_same_triples(
    hostile: PolicyGraph, tmp_path: Path, suffix: str, form: RdfFormat
) -> None:
    (path,) = export(hostile, tmp_path / f"a{suffix}")
    read = {str(quad.triple) for quad in parse(path.read_bytes(), format=form)}
    assert len(read) == len(triples_of(hostile))


def test_quads_keep_the_graph_of_each_document(shipped: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(shipped, tmp_path / "a.nq")
    graphs = {quad.graph_name for quad in parse(path.read_bytes(), format=RdfFormat.N_QUADS)}
    named = shipped.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert {graph.value for graph in graphs if isinstance(graph, NamedNode)} == {str(row["g"]) for row in named}


def test_json_ld_holds_each_thing_with_its_facts_and_each_fact_with_its_quote(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    (path,) = export(shipped, tmp_path / "a.jsonld")
    things = {one["@id"]: one for one in json.loads(path.read_text(encoding="utf-8"))["@graph"]}
    facts = things[str(shipped.resolve("大连").iri)]["facts"]
    assert any(
        "区域性金融中心" in passage["exact"][0] for fact in facts for passage in fact["evidence"] if "exact" in passage
    )


@pytest.mark.parametrize("suffix", [".graphml", ".gexf"])
def test_networks_are_read_back_by_networkx_with_labels_classes_weights_and_quotes(
    hostile: PolicyGraph, tmp_path: Path, suffix: str
) -> None:
    (path,) = export(hostile, tmp_path / f"a{suffix}")
    read = nx.read_graphml(path) if suffix == ".graphml" else nx.read_gexf(path)
    selection = selection_of(hostile)
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(selection.things), len(selection.relations))
    assert set(map(str, NAMES)) <= {unicodedata.normalize("NFC", told["label"]) for _, told in read.nodes(data=True)}
    told = next(told for *_, told in read.edges(data=True) if told["grade"] == "Listed")
    assert told["weight"] >= 1
    assert told["quote"]
    assert told["predicate"]


def test_node_link_json_is_the_same_network(hostile: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(hostile, tmp_path / "a.json")
    read = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="links")
    assert read.number_of_edges() == len(selection_of(hostile).relations)


def test_csv_gives_nodes_and_edges_in_which_no_cell_begins_a_formula(hostile: PolicyGraph, tmp_path: Path) -> None:
    files = export(hostile, tmp_path / "a.csv")
    assert [path.name for path in files] == ["a-nodes.csv", "a-edges.csv"]
    nodes, edges = (list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"), newline=""))) for path in files)
    selection = selection_of(hostile)
    assert (len(nodes), len(edges)) == (len(selection.things), len(selection.relations))
    assert {edge["Source"] for edge in edges} | {edge["Target"] for edge in edges} <= {node["Id"] for node in nodes}
    assert not [
        cell for row in (*nodes, *edges) for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))
    ]


def test_a_workbook_holds_texts_as_texts_with_heads_filters_and_links_to_the_sentence(
    hostile: PolicyGraph, tmp_path: Path
) -> None:
    (path,) = export(hostile, tmp_path / "a.xlsx")
    book = load_workbook(path)
    assert book.sheetnames == ["事物", "关系与原文", "指标", "矩阵", "文件", "原文", "说明"]
    assert not [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    labels = {row[1].value for row in book["事物"].iter_rows(min_row=2)}
    assert str(NAMES[0]) in labels
    relations = book["关系与原文"]
    assert relations.freeze_panes == "A2"
    assert relations.auto_filter.ref
    link, where = next((row[8], row[8].hyperlink) for row in relations.iter_rows(min_row=2) if row[8].hyperlink)
    assert where is not None
    assert str(link.value) in book["原文"][str(where.location).rpartition("!")[2]].value


def test_parquet_keeps_numbers_as_numbers(shipped: PolicyGraph, tmp_path: Path) -> None:
    files = export(shipped, tmp_path / "a.parquet")
    targets = pandas.read_parquet(next(path for path in files if path.name == "a-targets.parquet"))
    assert targets["Year"].dtype.kind in "if"
    assert targets["Quote"].str.len().min() > 0


def test_web_annotations_point_at_their_words(shipped: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(shipped, tmp_path / "a.annotations.jsonld")
    text = str(shipped.rows("SELECT ?text { ?d pol:canonicalText ?text }")[0]["text"])
    items = json.loads(path.read_text(encoding="utf-8"))["items"]
    assert len(items) > 100
    for one in items:
        quote, position = one["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text[: position["start"]].endswith(quote["prefix"])


def test_label_studio_gets_regions_and_the_relations_between_them(shipped: PolicyGraph, tmp_path: Path) -> None:
    files = export(shipped, tmp_path / "a.label-studio.json")
    (task,) = json.loads(files[0].read_text(encoding="utf-8"))
    results = task["predictions"][0]["result"]
    names = {one["id"]: one["value"] for one in results if one["type"] == "labels"}
    for value in names.values():
        assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
    relations = [one for one in results if one["type"] == "relation"]
    assert relations
    assert all({one["from_id"], one["to_id"]} <= set(names) for one in relations)
    config = files[1].read_text(encoding="utf-8")
    assert {label for value in names.values() for label in value["labels"]} <= {
        part.split('"')[0] for part in config.split('<Label value="')[1:]
    }


def test_a_description_counts_what_is_there(shipped: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(shipped, tmp_path / "a.dataset.ttl")
    read = Graph().parse(path)
    (dataset,) = read.subjects(RDF.type, DCAT.Dataset)
    assert str(read.value(dataset, VOID.triples)) == str(len(triples_of(shipped)))


def test_the_same_graph_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    script = (
        "import sys; from graph import PolicyGraph; from graph.export import export\n"
        "with PolicyGraph.build('corpus') as g:\n"
        f"    [export(g, f'{{sys.argv[1]}}/a{{s}}') for s in {SUFFIXES!r}]"
    )
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], check=True, timeout=120)
    one, other = tmp_path / "one", tmp_path / "other"
    files = sorted(path.name for path in one.iterdir())
    assert len(files) > len(SUFFIXES)
    assert not [name for name in files if (one / name).read_bytes() != (other / name).read_bytes()]


@pytest.mark.parametrize(
    ("name", "focus", "document", "said"),
    [
        ("a.doc", (), (), "its name ends in no form of export"),
        ("a.json", ("不存在的地方",), (), "不存在的地方"),
        ("a.json", (), ("nothing",), "no document of this graph"),
    ],
)
def test_a_mistake_is_told_in_one_line_and_leaves_no_file(
    shipped: PolicyGraph, tmp_path: Path, name: str, focus: tuple[str, ...], document: tuple[str, ...], said: str
) -> None:
    with pytest.raises(GraphError) as told:
        export(shipped, tmp_path / name, focus=focus, document=document)
    assert said in str(told.value)
    assert len(str(told.value).splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_place_that_cannot_be_written_leaves_no_file(shipped: PolicyGraph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be written"):
        export(shipped, tmp_path / "file" / "a.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(("suffix", "blocked"), [(".csv", "a-edges.csv"), (".label-studio.json", "a.label-studio.xml")])
def test_of_several_files_of_which_one_cannot_be_written_all_stay_as_they_were(
    shipped: PolicyGraph, tmp_path: Path, suffix: str, blocked: str
) -> None:
    (tmp_path / blocked).mkdir()
    with pytest.raises(GraphError, match=f"{blocked}: cannot be written"):
        export(shipped, tmp_path / f"a{suffix}")
    assert [path.name for path in tmp_path.iterdir()] == [blocked]


def test_files_that_were_put_in_place_before_another_failed_are_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, last = (tmp_path / name for name in ("first", "second", "last"))
    first.write_text("before", encoding="utf-8")
    replace = Path.replace

    def failing(self: Path, target: Path) -> Path:
        if Path(target) == last:
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(GraphError, match="last: cannot be written"):
        put_in_place({first: b"after", second: b"after", last: b"after"})
    assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("first", "before")]


@pytest.mark.parametrize("suffix", [".graphml", ".gexf", ".json"])
def test_a_network_of_a_whole_graph_names_its_sources_its_hash_its_program_and_its_date(
    shipped: PolicyGraph, tmp_path: Path, suffix: str
) -> None:
    (path,) = export(shipped, tmp_path / f"a{suffix}")
    told = path.read_text(encoding="utf-8")
    for word in ("政策解读", graph_hash(shipped), program(), "2023-01-04"):
        assert word in told
    if suffix == ".gexf":
        assert 'lastmodifieddate="2023-01-04"' in told


def test_the_sheets_of_a_workbook_have_heads_in_its_language_and_no_empty_row(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    (path,) = export(shipped, tmp_path / "a.xlsx")
    book = load_workbook(path)
    assert [cell.value for cell in book["事物"][1]] == ["标识", "名称", "类别", "关系数"]
    assert not [
        cell.value
        for name in book.sheetnames
        if name != "矩阵"
        for cell in book[name][1]
        if str(cell.value).isascii() and name != "说明"
    ]
    assert all(any(cell.value for cell in row[1:]) for row in book["矩阵"].iter_rows(min_row=2))
    (path,) = export(shipped, tmp_path / "b.xlsx", language="en")
    assert [cell.value for cell in load_workbook(path)["Things"][1]] == ["Id", "Label", "Class", "Degree"]
