"""Names of things and titles of documents that are markup, formulas, very long or no text are words in every form that the code has."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pandas
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pybtex.database import parse_string
from pyoxigraph import RdfFormat, parse

from graph import PolicyGraph
from graph.basket import Basket, Item
from graph.errors import GraphError
from graph.export import (
    BASKET_FORMS,
    BRIEFING_SUFFIXES,
    CHANGES_FORMS,
    FORMS,
    PICTURE_SUFFIXES,
    Shown,
    Wanted,
    basket_briefing,
    briefing,
    changes_briefing,
    export,
    picture,
)
from tests.export.hostile import NAMES, renamed

NEAR = (str(NAMES[0]), str(NAMES[1]))
"""Two things that are asked for."""
RDF = {".nq": "N_QUADS", ".nt": "N_TRIPLES", ".ttl": "TURTLE", ".trig": "TRIG", ".rdf": "RDF_XML"}
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """Yield a graph whose things have hostile names, of documents that have hostile titles."""
    folder = tmp_path_factory.mktemp("texts")
    for at, name in enumerate(NAMES):
        title = json.dumps(str(name), ensure_ascii=False)
        said = "支持沈阳市、大连市、抚顺市打造区域性金融中心、科技创新中心、国际物流中心。"
        (folder / f"{at}.txt").write_text(f"---\nid: d{at}\ntitle: {title}\n---\n{said}第{at}次。\n", encoding="utf-8")
    with PolicyGraph.build(folder) as graph:
        renamed(graph)
        yield graph


Writer = Callable[[PolicyGraph, Path], object]
BASKET = Basket(tuple(Item("quote", str(name), str(name), str(name), note=str(name)) for name in NAMES))


def compared(graph: PolicyGraph, path: Path) -> None:
    """Write what the graph says and one without texts does not."""
    with PolicyGraph.open("memory") as nothing:
        changes_briefing(nothing.diff(graph), path, command=str(NAMES[0]))


def forms() -> dict[str, tuple[str, Writer]]:
    """Every form that the code has: a name for it, to the end of its file's name and what writes it."""
    found: dict[str, tuple[str, Writer]] = {}
    for suffix in (one for form in FORMS.values() for one in form.suffixes):
        found[f"export {suffix}"] = suffix, export
    for suffix in PICTURE_SUFFIXES:
        found[f"picture {suffix}"] = suffix, lambda graph, path: picture(graph, path, Shown(focus=NEAR))
    for suffix in BRIEFING_SUFFIXES:
        found[f"briefing {suffix}"] = suffix, lambda graph, path: briefing(graph, path, Wanted(NEAR))
    for suffix in CHANGES_FORMS:
        found[f"comparison {suffix}"] = suffix, compared
    for suffix in BASKET_FORMS:
        found[f"basket {suffix}"] = suffix, lambda _, path: basket_briefing(BASKET, path)
    return found


def check(path: Path) -> None:
    """Read a file with what it is for: nothing in it is markup, a formula, a link or a command."""
    content, suffix = path.read_bytes(), path.suffix
    if suffix in RDF:
        assert list(parse(content, format=getattr(RdfFormat, RDF[suffix])))
    elif suffix in (".svg", ".graphml", ".gexf", ".xml"):
        tags = {etree.QName(one).localname.lower() for one in etree.fromstring(content).iter(etree.Element)}
        assert not tags & {"script", "b", "a", "foreignobject"}
    elif suffix in (".json", ".jsonld"):
        assert json.loads(content)
    elif suffix == ".csv":
        cells = [cell for row in csv.reader(StringIO(content.decode("utf-8-sig"), newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(FORMULA)]
    elif suffix == ".parquet":
        assert len(pandas.read_parquet(path).columns) > 1
    elif suffix == ".bib":
        assert len(parse_string(content.decode(), "bibtex").entries) == len(NAMES)
    elif suffix == ".html":
        scripts = [one.text or "" for one in html.fromstring(content).iter("script")]
        assert not [one for one in scripts if one.startswith("alert(")]
        assert not list(html.fromstring(content).iter("b"))
    elif suffix == ".md":
        shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(content.decode())
        assert "<script" not in shown
        assert "<b>" not in shown
    elif suffix in (".pptx", ".docx", ".xlsx"):
        check_packed(path)
    else:
        assert content.startswith({".png": b"\x89PNG", ".pdf": b"%PDF"}[suffix])


def check_packed(path: Path) -> None:
    """Look into a file of Office: parts that are XML, no formula, nothing outside of the file."""
    with ZipFile(path) as packed:
        for name in packed.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(packed.read(name))
                assert not [one for one in root.iter() if one.get("TargetMode") == "External"], name
    if path.suffix == ".xlsx":
        assert not [cell for sheet in load_workbook(path) for row in sheet for cell in row if cell.data_type == "f"]


@pytest.mark.parametrize("name", forms())
def test_hostile_names_and_titles_are_words(hostile: PolicyGraph, tmp_path: Path, name: str) -> None:
    suffix, write = forms()[name]
    write(hostile, tmp_path / f"a{suffix}")
    made = list(tmp_path.iterdir())
    assert made
    for path in made:
        check(path)


@pytest.mark.parametrize("name", forms())
def test_where_a_folder_has_the_name_of_a_file_one_line_says_so_and_nothing_is_left(
    hostile: PolicyGraph, tmp_path: Path, name: str
) -> None:
    suffix, write = forms()[name]
    blocked = {".csv": "a-edges.csv", ".parquet": "a-relations.parquet"}.get(suffix, f"a{suffix}")
    (tmp_path / blocked).mkdir()
    with pytest.raises(GraphError, match="a folder is called so") as told:
        write(hostile, tmp_path / f"a{suffix}")
    assert len(str(told.value).splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {blocked}
