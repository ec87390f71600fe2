"""The app's first page: what the graph holds. Start it with ``streamlit run app.py``."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit

from graph.corpus import graph_of
from graph.errors import GraphError
from graph.ontology import label
from graph.summary import Summary, summarise
from graph.summary_text import declared_sentence, summary_sentences

STORE = Path("policy.db")
CORPUS = Path(__file__).parent / "corpus"

WORDS = {
    "zh": {
        "title": "政策图谱",
        "classes": "事物",
        "predicates": "关系",
        "grades": "依据等级",
        "declared": "自述与列出",
        "name": "名称",
        "count": "数目",
        "next": "接下来：关联（两地之间的任务，附原文）、图谱、提问、指标、矩阵、原文、SPARQL。"
        "现在可用命令行：`policygraph --help`。",
    },
    "en": {
        "title": "Policygraph",
        "classes": "Things",
        "predicates": "Relations",
        "grades": "Grades of evidence",
        "declared": "Declared against listed",
        "name": "name",
        "count": "count",
        "next": "To come: connections (the tasks that tie two places, with their quotes), the network, questions, targets, "
        "a matrix, the texts, SPARQL. The command line has what works now: `policygraph --help`.",
    },
}


@streamlit.cache_data
def summary_of(path: Path, changed: float) -> Summary:
    """Return the summary of a graph or of texts; `changed` makes the cache forget a former state."""
    store, _ = graph_of(path)
    return summarise(store)


def show(summary: Summary, language: Literal["zh", "en"]) -> None:
    """Show a summary: sentences, then counts. Names from texts are shown as text, never as markup."""
    words = WORDS[language]
    for sentence in summary_sentences(summary, language):
        streamlit.text(sentence)
    columns = streamlit.columns(3)
    for column, name in zip(columns, ("classes", "predicates", "grades"), strict=True):
        column.subheader(words[name])
        counts = getattr(summary, name)
        rows = {words["name"]: [label(term, language) for term, _ in counts], words["count"]: [n for _, n in counts]}
        column.dataframe(rows, hide_index=True)
    if summary.declared:
        streamlit.subheader(words["declared"])
        for declared in summary.declared:
            streamlit.text(declared_sentence(declared, language))
    streamlit.info(words["next"])


def main() -> None:
    """Show the page."""
    streamlit.set_page_config(page_title="政策图谱 Policygraph", layout="wide")
    chosen = streamlit.sidebar.radio("语言 Language", ("中文", "English"))
    language: Literal["zh", "en"] = "zh" if chosen == "中文" else "en"
    streamlit.title(WORDS[language]["title"])
    path = STORE if STORE.exists() else CORPUS
    try:
        show(summary_of(path, path.stat().st_mtime), language)
    except GraphError as error:
        streamlit.error(str(error))


main()
