"""Run the SHACL shapes over a graph, as queries in the engine that holds it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Store

from graph.checks.findings import Message, Severity
from graph.checks.shape_queries import shape_queries
from graph.engines import select


def failed_shapes(store: Store) -> Iterator[tuple[Severity, str, str, Message]]:
    """Yield severity, shape, node and the message, in English and Chinese, of each node that fails a shape.

    >>> list(failed_shapes(Store()))
    []
    """
    for shape in shape_queries():
        for row in select(store, shape.query):
            severity: Severity = "Violation" if shape.is_violation else "Warning"
            node = row["node"]
            named = str(node) if isinstance(node, BlankNode) else node.value
            yield severity, shape.name, named, (shape.message, shape.chinese)
