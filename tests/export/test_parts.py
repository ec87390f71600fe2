"""A part of a graph: what is in focus, or what a page shows; every form says what it leaves out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pandas
import pytest
from openpyxl import load_workbook
from rdflib import Graph
from rdflib.namespace import DCAT, DCTERMS, RDF, VOID

from graph import PolicyGraph
from graph.errors import GraphError
from graph.export import FORMS, Shown, export, exported, selection_of
from graph.pages import AXES, Axis, matrix, target_ledger

SUFFIXES = [suffix for form in FORMS.values() for suffix in form.suffixes]


def test_what_is_selected_is_around_the_focus_and_says_what_it_leaves_out(shipped: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(shipped, tmp_path / "a.json", focus=["沈阳"], most=10)
    read = json.loads(path.read_text(encoding="utf-8"))
    assert len(read["nodes"]) == 10
    assert str(shipped.resolve("沈阳").iri) in {node["id"] for node in read["nodes"]}
    (book,) = export(shipped, tmp_path / "a.xlsx", focus=["沈阳"], most=10, language="en")
    about = {row[0]: row[1] for row in load_workbook(book)["About"].iter_rows(values_only=True)}
    assert int(str(about["Left out"])) > 0


def test_a_description_gives_a_licence_to_what_this_project_adds_and_none_to_the_texts(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    read = Graph().parse(export(shipped, tmp_path / "a.dataset.ttl")[0])
    (dataset,) = read.subjects(RDF.type, DCAT.Dataset)
    (part,) = read.objects(dataset, VOID.subset)
    assert str(read.value(part, DCTERMS.license)) == "https://www.apache.org/licenses/LICENSE-2.0"
    assert len(list(read.objects(dataset, DCTERMS.rights))) == 2
    assert read.value(dataset, DCTERMS.license) is None


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_form_of_a_part_says_what_it_leaves_out(shipped: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    written = exported(shipped, tmp_path / f"a{suffix}", Shown(focus=("大连",), most=5, language="en"))
    if suffix in (".annotations.jsonld", ".label-studio.json"):
        assert written.told == "This form holds all mentions of the documents, whatever things are selected."
        return
    assert re.fullmatch(r"\d+ things with the fewest relations are left out\.", written.told)
    told = b"".join(
        parquet_said(path) if suffix == ".parquet" else sheets_said(path) if suffix == ".xlsx" else path.read_bytes()
        for path in written.files
    )
    number = written.told.split()[0]
    assert written.told.encode() in told or f"Left out,{number}".encode() in told


def parquet_said(path: Path) -> bytes:
    return pandas.read_parquet(path).to_csv(index=False).encode()


def sheets_said(path: Path) -> bytes:
    rows = load_workbook(path)["About"].iter_rows(values_only=True)
    return "\n".join(",".join(map(str, row)) for row in rows).encode()


def test_a_part_as_rdf_says_that_it_is_one_and_the_whole_says_nothing(shipped: PolicyGraph, tmp_path: Path) -> None:
    (part,) = export(shipped, tmp_path / "a.ttl", focus=("大连",))
    (whole,) = export(shipped, tmp_path / "b.ttl")
    (dataset,) = Graph().parse(part).subjects(RDF.type, VOID.Dataset)
    assert str(Graph().parse(part).value(dataset, DCTERMS.title)) == "政策图谱：大连市"
    assert not list(Graph().parse(whole).subjects(RDF.type, VOID.Dataset))


def test_references_of_a_part_from_which_nothing_is_left_out_say_that_it_is_one(
    shipped: PolicyGraph, tmp_path: Path
) -> None:
    part, whole = (
        json.loads(export(shipped, tmp_path / f"{name}.csl.json", focus=focus)[0].read_text(encoding="utf-8"))
        for name, focus in (("part", ("大连",)), ("whole", ()))
    )
    assert {one["custom"]["policygraph"] for one in part} == {"政策图谱：大连市"}
    assert not any("custom" in one for one in whole)


def test_what_a_page_of_targets_shows_is_taken_away_and_nothing_else(shipped: PolicyGraph, tmp_path: Path) -> None:
    first, *rest = target_ledger(shipped)
    assert rest
    shown = Shown("targets", targets=(str(first.target),), language="en")
    book = load_workbook(exported(shipped, tmp_path / "a.xlsx", shown).files[0])
    assert "Matrix" not in book.sheetnames
    assert book["Targets"].max_row == 2
    assert book["About"]["B1"].value == "Policy graph: targets: 1, those that were chosen"
    network = json.loads(exported(shipped, tmp_path / "a.json", shown).files[0].read_text(encoding="utf-8"))
    assert {node["id"] for node in network["nodes"]} == {str(first.place.iri), str(first.target)}
    assert network["graph"]["title"] == "Policy graph: targets: 1, those that were chosen"


@pytest.mark.parametrize("axis", AXES)
def test_what_a_matrix_shows_is_taken_away_with_the_relations_behind_its_cells(
    shipped: PolicyGraph, tmp_path: Path, axis: Axis
) -> None:
    shown = Shown("matrix", axis=axis, rows=("City", "Region"), language="en")
    found = matrix(shipped, ("City", "Region"), axis)
    book = load_workbook(exported(shipped, tmp_path / "a.xlsx", shown).files[0])
    cells = [
        cell
        for row in book["Matrix"].iter_rows(min_row=2, min_col=2, values_only=True)
        for cell in row
        if isinstance(cell, int)
    ]
    assert sum(cells) == sum(found.cells.values()) > 0
    relations = exported(shipped, tmp_path / "a.json", shown).files[0].read_text(encoding="utf-8")
    tied = {end for link in json.loads(relations)["links"] for end in (link["source"], link["target"])}
    assert {row for row, _ in found.cells} <= tied
    cities = {str(row.iri) for row in found.rows}
    assert all(
        {link["source"], link["target"]} & cities or axis == "Industry" for link in json.loads(relations)["links"]
    )


def test_a_map_is_a_picture_and_no_file(shipped: PolicyGraph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="is a picture alone"):
        exported(shipped, tmp_path / "a.json", Shown("map"))


def test_a_selection_as_rdf_holds_no_relation_to_what_was_left_out(shipped: PolicyGraph, tmp_path: Path) -> None:
    (path,) = export(shipped, tmp_path / "a.ttl", focus=["沈阳"], most=10)
    with PolicyGraph.read(path) as read:
        assert len(selection_of(read).things) == 10
        assert all(one.quotes for one in selection_of(read).relations if one.grade != "Background")
