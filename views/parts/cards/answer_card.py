"""An answer: its sentence, then its table, its passages, its picture and its query, one of them at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

import streamlit
from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph import PolicyGraph
from graph.engines import Table
from graph.pictures import NetworkAmong, network_among
from graph.questions import Answer, Line, proof_quotes
from graph.results import written
from graph.things import Node, Quote, nodes_of
from views.parts.cards import html_pieces as pieces
from views.parts.cards.names import document_name
from views.parts.cards.quote_card import quote_card
from views.parts.frame.address import link, one_of
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.frame.pages import existing
from views.parts.keep.view import answer_button
from views.parts.network.things_network import things_network

_FEW = 8
"""Signs at most in every cell of a column that needs no more room than they take."""
_ROWS = 40
_QUOTES = 8
"""Shown before the rest is asked for."""


def answer_view(found: Answer, asked_for: str, python: str, key: str) -> None:
    """Show an answer.

    Arguments: found; asked_for, the question as it was asked; python, the call that gives the same; key, another one for another answer.
    """
    words = words_of("answer")
    kept = answer_button(asked_for, found.sentence)
    streamlit.html(f'<p class="lead">{escape(found.sentence)}{kept}</p>')
    graph = source().graph
    if not found.lines:
        with streamlit.expander(words("query")):
            _query(found, python, words)
        return
    picture = asked(network_among, tuple(sorted(found.things)))
    ways = {"table": words("table"), "evidence": words("evidence", n=len(found.evidence))}
    if not found.evidence:
        del ways["evidence"]
    if picture.relations:
        ways["picture"] = words("picture")
    ways["query"] = words("query")
    way = one_of(words("view"), ways, "view")
    if way == "evidence":
        _evidence(graph, found, words)
    elif way == "picture":
        _picture(picture, key, found, words)
    elif way == "query":
        _query(found, python, words)
    else:
        _table(graph, found, words)


def _iris(cells: Iterable[Identifier | None]) -> set[URIRef]:
    return {cell for cell in cells if isinstance(cell, URIRef)}


def _table(graph: PolicyGraph, found: Answer, words: Words) -> None:
    every = len(found.lines) <= _ROWS or streamlit.toggle(words("all rows", n=len(found.lines)), key="rows")
    lines = found.lines if every else found.lines[:_ROWS]
    nodes = nodes_of(graph, found.things)
    proven = any(line.proofs for line in lines)
    said = [[found.shown(cell) for cell in line.cells] for line in lines]
    kept = {i: max(len(row[i]) for row in said) <= _FEW for i in pieces.filled(said)}
    # A question may be asked in another language than that of the page.
    heads = [found.heads(words.language)[i] for i in kept] + ([words("quote")] if proven else [])
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join(_row(line, found, nodes, kept, proven, words) for line in lines)
    streamlit.html(
        f'<div class="scrolls"><table class="plain answers"><thead><tr>{head}</tr></thead><tbody>{body}</tbody>'
        "</table></div>"
    )
    streamlit.download_button(
        words("download"), _csv(found), "policygraph-answer.csv", "text/csv", icon=":material/download:", key="csv"
    )


def _row(
    line: Line, found: Answer, nodes: dict[URIRef, Node], kept: Mapping[int, bool], proven: bool, words: Words
) -> str:
    """Return a line as HTML. Arguments, among others: kept, its columns that are shown, each with whether a few signs fill it."""
    heads = found.heads(words.language)
    cells = [
        f'<td{" class=few" if few else ""} data-head="{escape(heads[i], quote=True)}">{_cell(line.cells[i], found, nodes, words)}</td>'
        for i, few in kept.items()
    ]
    if proven:
        cells.append(f'<td class="said">{_said(line, words)}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _said(line: Line, words: Words) -> str:
    """Return a line's first passage with its grade and place, and how many there are beside it."""
    if not line.proofs:
        return ""
    first = line.proofs[0]
    graded = f" {pieces.grade(first.grade, words)}" if first.grade else ""
    more = f" {words('and more', n=len(line.proofs) - 1)}" if line.proofs[1:] else ""
    at = document_name(first.document, first.iri.rpartition("/")[2], (first.start, first.end)) if first.iri else None
    quote = replace(at, label=first.quote).html("quoted") if at else escape(first.quote)
    title = at.html() if at and at.label else escape(first.document)
    where = " › ".join(part for part in (title, escape(first.section)) if part)
    return f'{quote}{graded}<br><span class="trail">{where}{escape(more)}</span>'


def _cell(cell: Identifier | None, found: Answer, nodes: dict[URIRef, Node], words: Words) -> str:
    node = nodes.get(cell) if isinstance(cell, URIRef) else None
    shown = found.shown(cell)
    return pieces.chip(shown, node.kind, words, str(node.iri)) if node and node.kind else escape(shown)


def _csv(found: Answer) -> bytes:
    heads, rows = found.with_proof()
    table = Table(heads, tuple({head: Literal(cell) for head, cell in zip(heads, row, strict=True)} for row in rows))
    return written(table, "csv").encode("utf-8-sig")


def _evidence(graph: PolicyGraph, found: Answer, words: Words) -> None:
    quotes = proof_quotes(graph, found.evidence)
    once: dict[tuple[str, int, int], Quote] = {(one.document, one.start, one.end): one for one in quotes.values()}
    shown = list(once.values())
    every = len(shown) <= _QUOTES or streamlit.toggle(words("all quotes", n=len(shown)), key="quotes")
    for quote in shown if every else shown[:_QUOTES]:
        quote_card(quote)


def _picture(picture: NetworkAmong, key: str, found: Answer, words: Words) -> None:
    if picture.left_out:
        pieces.quiet(words("left out", n=picture.left_out))
    things_network(picture, key, found.sentence, frozenset(_iris(found.values.values())))


def _query(found: Answer, python: str, words: Words) -> None:
    streamlit.code(found.sparql.strip(), language="sparql", wrap_lines=True)
    if "sparql" in existing():
        link("sparql", words("edit"), icon=":material/code:", query=found.sparql.strip())
    pieces.quiet(words("python"))
    streamlit.code(python, language="python", wrap_lines=True)
