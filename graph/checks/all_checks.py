"""Hold a graph to its shapes, its rules and the texts it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode, RdfFormat, Store

from graph.checks.findings import Finding, Message, Severity
from graph.checks.rule_sets import rules_in_doubt, texts_are_in_doubt
from graph.checks.rules import RULES, Rule, properties_of, run_rules, wrong_hashes, wrong_quotes
from graph.checks.shacl import failed_shapes
from graph.checks.shape_queries import ShapeQuery, shape_queries
from graph.checks.shape_sets import shapes_in_doubt
from graph.checks.whole_store import wrong_union
from graph.engines import select
from graph.rdf import Relations, WrittenGraph, triples_of, written_term


def check(store: Store) -> list[Finding]:
    """Return all that is wrong with a graph, violations first; nothing where it is sound.

    Arguments: store, one graph or many. SHACL's shapes come from shapes.ttl, the rest from `graph.checks.rules`.

    >>> check(Store())
    []
    """
    union: list[tuple[Severity, str, str, Message]] = [
        ("Violation", "union-is-the-graphs", node, said) for node, said in wrong_union(store)
    ]
    return _findings(store, [*_of_shapes_and_rules(store, shape_queries(), RULES), *_of_texts(store), *union])


def check_documents(graphs: Sequence[WrittenGraph]) -> list[Finding]:
    """Return all that is wrong with documents that were just made, and with the background of their places.

    Arguments: graphs, theirs. Nothing that is checked asks which graph says it: so they are looked at as one, as sets, and what
    is in doubt then is asked of the engine. The documents of what is found are looked for afterwards.

    >>> check_documents([])
    []
    """
    relations = Relations(one.triples for one in graphs)
    shapes, rules = shapes_in_doubt(relations), rules_in_doubt(relations)
    texts = texts_are_in_doubt(relations)
    if not shapes and not rules and not texts:
        return []
    # a rule names the properties that it asks of; where nothing else is in doubt, these are enough
    asked = None if shapes or texts else properties_of(rules)
    store = Store()
    store.load(relations.lines(asked), format=RdfFormat.N_TRIPLES, lenient=True)
    found = sorted({*_of_shapes_and_rules(store, shapes, rules), *(_of_texts(store) if texts else ())})
    ids = _ids(relations)

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


def _of_shapes_and_rules(
    store: Store, shapes: Sequence[ShapeQuery], rules: Sequence[Rule]
) -> Iterator[tuple[Severity, str, str, Message]]:
    yield from failed_shapes(store, shapes)
    for rule, node, message in run_rules(store, rules):
        yield rule.severity, rule.name, node, message


def _of_texts(store: Store) -> Iterator[tuple[Severity, str, str, Message]]:
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


def _ids(relations: Relations) -> dict[str, str]:
    """Return the named graph of each document, by its IRI, with the document's id."""
    said, graphs = (
        triples_of(relations.lines([written_term("dcterms:identifier")])),
        relations.of_kind(written_term("DocumentGraph")),
    )
    return {
        str(one.subject)[1:-1]: one.object.value
        for one in said
        if str(one.subject) in graphs and isinstance(one.object, Literal)
    }


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
