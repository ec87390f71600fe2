"""The forms in which a graph is taken away: one entry a form, with its suffixes and what writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pyoxigraph import RdfFormat

from graph.errors import GraphError
from graph.export.annotations import web_annotations
from graph.export.dataset import dataset_description
from graph.export.framed import framed
from graph.export.label_studio import label_config, label_studio
from graph.export.network_files import gexf, graphml, node_link
from graph.export.references import bibtex_of, csl_json_of
from graph.export.table_files import csv_of, parquet_of
from graph.export.tables import about_table, edges_table, things_table
from graph.export.taken import Taken
from graph.export.workbook import workbook_of
from graph.rdf import serialise

Files: TypeAlias = Mapping[str, bytes]
"""What is written: the end of a file's name, behind its stem, to its bytes."""
Writer: TypeAlias = Callable[[Taken, str], Files]
"""Takes what is taken away and the suffix that was asked for."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of export."""

    suffixes: tuple[str, ...]
    """File names whose end asks for it."""
    told: tuple[str, str]
    """What it is and who opens it, in Chinese and in English."""
    write: Writer
    is_of_texts: bool = False
    """Whether it holds all of the documents, whatever things are selected."""


def _rdf(form: RdfFormat) -> Writer:
    return lambda taken, suffix: {suffix: serialise(taken.quads_told(), form)}


def _csv(taken: Taken, suffix: str) -> Files:
    nodes, edges = csv_of(things_table(taken.selection)), csv_of(edges_table(taken.selection))
    told = {} if taken.is_whole else {f"-about{suffix}": csv_of(about_table(taken.about))}
    return {f"-nodes{suffix}": nodes, f"-edges{suffix}": edges, **told}


def _parquet(taken: Taken, suffix: str) -> Files:
    tables = [table for table in taken.tables() if table.name != "matrix"]
    tables += [] if taken.is_whole else [about_table(taken.about)]
    return {f"-{table.name}{suffix}": parquet_of(table) for table in tables}


def _xlsx(taken: Taken, suffix: str) -> Files:
    return {suffix: workbook_of(tuple(taken.tables()), taken.about)}


def _label_studio(taken: Taken, suffix: str) -> Files:
    tasks = label_studio(taken.graph, taken.documents)
    return {suffix: tasks, ".label-studio.xml": label_config(tasks)}


FORMS: dict[str, Form] = {
    "turtle": Form((".ttl",), ("RDF，单一图，供人阅读", "RDF, one graph, for people to read"), _rdf(RdfFormat.TURTLE)),
    "trig": Form((".trig",), ("RDF，每份文件一个图", "RDF, a graph a document"), _rdf(RdfFormat.TRIG)),
    "n-quads": Form(
        (".nq",), ("RDF，逐行，供各种库批量装载", "RDF, a line each, that any store loads"), _rdf(RdfFormat.N_QUADS)
    ),
    "n-triples": Form((".nt",), ("RDF，逐行，单一图", "RDF, a line each, one graph"), _rdf(RdfFormat.N_TRIPLES)),
    "rdf-xml": Form((".rdf",), ("RDF/XML，供较旧的工具", "RDF/XML, for older tools"), _rdf(RdfFormat.RDF_XML)),
    "json-ld": Form(
        (".jsonld",),
        ("JSON-LD：每个事物及其论断，论断及其原文", "JSON-LD: things with their facts, facts with their quotes"),
        lambda taken, suffix: {suffix: framed(taken.quads_told())},
    ),
    "graphml": Form(
        (".graphml",),
        ("网络，用Gephi、Cytoscape、networkx打开", "network, opened by Gephi, Cytoscape, networkx"),
        lambda taken, suffix: {suffix: graphml(taken.selection, taken.about)},
    ),
    "gexf": Form(
        (".gexf",),
        ("网络，含颜色、形状与大小，用Gephi打开", "network with colours, shapes and sizes, opened by Gephi"),
        lambda taken, suffix: {suffix: gexf(taken.selection, taken.about)},
    ),
    "csv": Form(
        (".csv",),
        ("两个表：节点与边，供Gephi和Neo4j导入", "two tables, nodes and edges, imported by Gephi and Neo4j"),
        _csv,
    ),
    "xlsx": Form(
        (".xlsx",),
        (
            "工作簿：事物、关系与原文、指标、矩阵、文件",
            "workbook: things, relations with quotes, targets, matrix, documents",
        ),
        _xlsx,
    ),
    "parquet": Form(
        (".parquet",), ("各表，供pandas、R、DuckDB读取", "the tables, read by pandas, R, DuckDB"), _parquet
    ),
    "node-link": Form(
        (".json",),
        ("网络的JSON，供networkx和D3", "the network as JSON, for networkx and D3"),
        lambda taken, suffix: {suffix: node_link(taken.selection, taken.about)},
    ),
    "web-annotations": Form(
        (".annotations.jsonld",),
        ("全部提及与依据，W3C Web Annotation", "all mentions and passages, as W3C Web Annotations"),
        lambda taken, suffix: {suffix: web_annotations(taken.graph, taken.documents)},
        is_of_texts=True,
    ),
    "label-studio": Form(
        (".label-studio.json",),
        (
            "每份文件一个任务，供标注者在Label Studio中改正",
            "a task a document, which annotators correct in Label Studio",
        ),
        _label_studio,
        is_of_texts=True,
    ),
    "bibtex": Form(
        (".bib",),
        ("各文件的著录，供LaTeX、Zotero、EndNote", "references of the documents, for LaTeX, Zotero, EndNote"),
        lambda taken, suffix: {suffix: bibtex_of(taken)},
    ),
    "csl-json": Form(
        (".csl.json",),
        (
            "各文件的著录，供Zotero、pandoc、Word插件",
            "references of the documents, for Zotero, pandoc, plug-ins of Word",
        ),
        lambda taken, suffix: {suffix: csl_json_of(taken)},
    ),
    "dataset": Form(
        (".dataset.ttl",),
        (
            "数据集说明（DCAT、VoID）：数目、来源、权利、校验值",
            "description as a data set (DCAT, VoID): counts, sources, rights, hash",
        ),
        lambda taken, suffix: {suffix: dataset_description(taken.quads(), taken.about)},
    ),
}
"""Name of a form to what it is. A longer suffix wins over a shorter one."""


def form_of(path: Path) -> tuple[Form, str]:
    """Return the form that a file's name asks for, and its suffix.

    Raises GraphError where no form has it.

    >>> form_of(Path("a.dataset.ttl"))[1], form_of(Path("a.ttl"))[1]
    ('.dataset.ttl', '.ttl')
    """
    name = path.name.lower()
    found = [(suffix, form) for form in FORMS.values() for suffix in form.suffixes if name.endswith(suffix)]
    if not found:
        known = ", ".join(suffix for form in FORMS.values() for suffix in form.suffixes)
        raise GraphError(path, "its name ends in no form of export", f"use one of {known}")
    suffix, form = max(found, key=lambda one: len(one[0]))
    return form, suffix
