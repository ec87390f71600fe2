"""SPARQL: write a query, run it within limits, see its table or picture, take the answer along."""

from __future__ import annotations

import time
from collections.abc import Sequence
from html import escape

import streamlit
from rdflib import Graph, URIRef

from graph.engines import Result, Table
from graph.mistakes import reason_and_remedy
from graph.pictures import NetworkAmong, network_among, network_of_triples
from graph.questions import Example, query_examples
from graph.rdf import PREFIXES, short
from graph.results import Format, written
from graph.sandbox import Limits, QueryError, run_limited
from graph.things import completions, labels_of
from views.parts.cards import html_pieces as pieces
from views.parts.cards.phone_list import phone_table
from views.parts.editor.view import editor_view
from views.parts.frame.address import one_of, put, value
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.network.things_network import things_network

LIMITS = Limits(seconds=10, rows=20_000)
"""Of each query that is run here."""
_SHOWN = 1000
"""Rows of a table on the page; the download has all."""
_TALLEST = 720
"""Pixels that the table of an answer may take."""
_DRAWN = 120
_FORM: dict[Format, str] = {"csv": "CSV", "json": "JSON", "turtle": "Turtle"}
_SUFFIX: dict[Format, str] = {"csv": "csv", "json": "json", "turtle": "ttl"}
_TAKEN = "examples taken"
"""How many examples were taken in this session."""


def page() -> None:
    """Show the page. Of the address: `query`, and `show`, its table or picture."""
    words = words_of("sparql")
    streamlit.title(words("title"))
    pieces.quiet(words("lead", seconds=LIMITS.seconds, rows=f"{LIMITS.rows:,}"))
    examples = asked(query_examples, words.language)
    _examples(examples, words)
    query = value("query") or examples[0].query
    offered = asked(completions, words.language)
    editor_view(query, offered, words, key="editor", on_run=_run, taken=streamlit.session_state.get(_TAKEN, 0))
    with streamlit.expander(words("prefixes")):
        streamlit.code("\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()), language="sparql")
    _answered(query, words)


def _run(query: str) -> None:
    put(query=query, node="")


def _examples(examples: tuple[Example, ...], words: Words) -> None:
    """Show the queries to begin with; the one that is chosen is run."""
    by_title = {one.title: one for one in examples}
    streamlit.selectbox(
        words("example"),
        list(by_title),
        index=None,
        placeholder=words("choose example", n=len(by_title)),
        key="example",
        on_change=lambda: _take(by_title),
    )


def _take(by_title: dict[str, Example]) -> None:
    chosen = streamlit.session_state["example"]
    if chosen:
        streamlit.session_state[_TAKEN] = streamlit.session_state.get(_TAKEN, 0) + 1
        _run(by_title[chosen].query)


def _answered(query: str, words: Words) -> None:
    began = time.monotonic()
    try:
        result = run_limited(source().graph.engine, query, LIMITS)
    except QueryError as error:
        with streamlit.container(border=True, key="mistake"):
            said = words("rows over" if error.cause == "rows" else error.cause)
            streamlit.text(f"{said} {reason_and_remedy(error, words.language)}")
        return
    took = words("took", seconds=time.monotonic() - began)
    if isinstance(result, bool):
        streamlit.html(f'<p class="lead">{words("true" if result else "false")}</p>')
    elif isinstance(result, Graph):
        _triples(result, took, words)
    else:
        _rows(result, took, words)
    _python(query, words)


def _rows(table: Table, took: str, words: Words) -> None:
    graph = source().graph
    streamlit.html(f'<p class="lead">{escape(words("rows", n=len(table)))} <span class="quiet">{took}</span></p>')
    if not table.rows:
        return
    things = {term for row in table.rows for term in row.values() if isinstance(term, URIRef)}
    picture = network_among(graph, sorted(things)[:2000], _DRAWN)
    ways = {"table": words("table")} | ({"picture": words("picture")} if picture.relations else {})
    if len(ways) > 1 and one_of(words("show"), ways, "show") == "picture":
        _picture(picture, words)
    else:
        labels = labels_of(graph, things, words.language)
        lines = [[_said(row.get(name), labels) for name in table.variables] for row in table.rows[:_SHOWN]]
        _table(table.variables, lines)
        if len(table) > _SHOWN:
            pieces.quiet(words("cut", n=_SHOWN))
    _downloads({"csv": "text/csv", "json": "application/sparql-results+json"}, table, words)


def _table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> None:
    with streamlit.container(key="desk-rows"):
        columns = {head: [line[i] for line in lines] for i, head in enumerate(heads)}
        streamlit.dataframe(
            columns, hide_index=True, row_height=36, height=min(38 + 36 * len(lines), _TALLEST), key="rows"
        )
    phone_table(heads, lines)


def _said(term: object, labels: dict[URIRef, str]) -> str:
    if term is None:
        return ""
    return labels.get(term, short(term)) if isinstance(term, URIRef) else str(term)


def _triples(found: Graph, took: str, words: Words) -> None:
    streamlit.html(f'<p class="lead">{escape(words("triples", n=len(found)))} <span class="quiet">{took}</span></p>')
    if not len(found):
        return
    picture = network_of_triples(source().graph, found, _DRAWN)
    ways = {"table": words("table")}
    if picture.relations:
        ways = {"picture": words("picture"), **ways}
    if len(ways) > 1 and one_of(words("show"), ways, "show") == "picture":
        _picture(picture, words)
    else:
        labels = labels_of(source().graph, found.all_nodes() | set(found.predicates()), words.language)
        lines = sorted([_said(term, labels) for term in triple] for triple in found)[:_SHOWN]
        _table((words("subject"), words("relation"), words("object")), lines)
    _downloads({"turtle": "text/turtle"}, found, words)


def _picture(picture: NetworkAmong, words: Words) -> None:
    if picture.left_out:
        pieces.quiet(words("left out", n=picture.left_out))
    things_network(picture, "sparql-picture", words("title"))


def _downloads(forms: dict[Format, str], result: Result, words: Words) -> None:
    with streamlit.container(horizontal=True, gap="small"):
        for form, media_type in forms.items():
            data = written(result, form).encode("utf-8-sig" if form == "csv" else "utf-8")
            name = f"policygraph-answer.{_SUFFIX[form]}"
            streamlit.download_button(
                words("download", form=_FORM[form]), data, name, media_type, icon=":material/download:", key=form
            )


def _python(query: str, words: Words) -> None:
    with streamlit.expander(words("python")):
        quotes = "'''" if '"""' in query else '"""'
        opened = f"from graph import PolicyGraph\n\ng = PolicyGraph.open({source().graph.engine.name!r})"
        streamlit.code(f"{opened}\ng.query(r{quotes}\n{query.strip()}\n{quotes})", language="python")


if __name__ == "__main__":
    page()
