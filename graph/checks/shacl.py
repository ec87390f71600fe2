"""Run the SHACL shapes over a graph, as queries in the engine that holds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, Store

from graph.checks.findings import Message, Severity
from graph.checks.shape_queries import ShapeQuery, shape_queries
from graph.engines import select


def failed_shapes(
    store: Store, some: Sequence[ShapeQuery] | None = None
) -> Iterator[tuple[Severity, str, str, Message]]:
    """Yield severity, shape, node and the message, in English and Chinese, of each node that fails a shape.

    Arguments: store; some, the shapes to be asked, all unless given.

    >>> list(failed_shapes(Store()))
    []
    """
    for shape in shape_queries() if some is None else some:
        for row in select(store, shape.query):
            severity: Severity = "Violation" if shape.is_violation else "Warning"
            node = row["node"]
            named = str(node) if isinstance(node, BlankNode) else node.value
            yield severity, shape.name, named, (shape.message, shape.chinese)
