"""Hold a graph to its shapes, its rules and the texts it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, RdfFormat, Store

from graph.checks.findings import Finding, Message, Severity
from graph.checks.rules import run_rules, wrong_hashes, wrong_quotes
from graph.checks.shacl import failed_shapes
from graph.checks.whole_store import wrong_union
from graph.engines import select
from graph.rdf import WrittenGraph


def check(store: Store) -> list[Finding]:
    """Return all that is wrong with a graph, violations first; nothing where it is sound.

    Arguments: store, one graph or many. SHACL's shapes come from shapes.ttl, the rest from `graph.checks.rules`.

    >>> check(Store())
    []
    """
    union: list[tuple[Severity, str, str, Message]] = [
        ("Violation", "union-is-the-graphs", node, said) for node, said in wrong_union(store)
    ]
    return _findings(store, [*_found(store), *union])


def check_documents(graphs: Sequence[WrittenGraph]) -> list[Finding]:
    """Return all that is wrong with documents that were just made, and with the background of their places.

    Arguments: graphs, theirs. Their union alone is laid into memory: nothing that is checked asks which graph says it, so the
    documents of what is found are looked for afterwards.

    >>> check_documents([])
    []
    """
    store = Store()
    store.load(b"".join(one.triples for one in graphs), format=RdfFormat.N_TRIPLES, lenient=True)
    found = sorted(set(_found(store)))
    if not found:
        return []
    ids = _graph_ids(store)

    def speaking(node: str) -> tuple[str, ...]:
        return tuple(sorted(ids[one.name] for one in graphs if one.name in ids and one.speaks_of(node)))

    return [
        Finding(severity, rule, node, message, speaking(node), chinese)
        for severity, rule, node, (message, chinese) in found
    ]


def _findings(store: Store, every: Iterable[tuple[Severity, str, str, Message]]) -> list[Finding]:
    found = sorted(set(every))
    ids = _graph_ids(store)
    return [
        Finding(severity, rule, node, message, _documents(store, node, ids), chinese)
        for severity, rule, node, (message, chinese) in found
    ]


def _found(store: Store) -> Iterator[tuple[Severity, str, str, Message]]:
    yield from failed_shapes(store)
    for rule, node, message in run_rules(store):
        yield rule.severity, rule.name, node, message
    for node in wrong_quotes(store):
        yield (
            "Violation",
            "quote-is-the-text",
            node,
            ("the quote is not the text at its offsets", "引文与所在位置的原文不符"),
        )
    for node in wrong_hashes(store):
        yield (
            "Violation",
            "text-has-its-hash",
            node,
            ("the canonical text is not the one its SHA-256 names", "规范文本与其SHA-256不符"),
        )


def _graph_ids(store: Store) -> dict[str, str]:
    """Return the named graph of each document, by its IRI, with the document's id."""
    rows = select(store, "SELECT ?graph ?id { ?graph a pol:DocumentGraph ; dcterms:identifier ?id }")
    return {row["graph"].value: row["id"].value for row in rows}


def _documents(store: Store, node: str, ids: dict[str, str]) -> tuple[str, ...]:
    """Return the ids of the documents whose graphs speak of a node; none of a literal or a blank node."""
    try:
        quads = store.quads_for_pattern(NamedNode(node), None, None, None)
    except ValueError:  # it is no IRI
        return ()
    graphs = {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)}
    return tuple(sorted(ids[graph] for graph in graphs if graph in ids))
