"""The hash of what a graph holds, by which answers about it can be kept."""

from __future__ import annotations

import hashlib

from graph.engines.interface import Rows

_READINGS = "SELECT DISTINCT ?hash { ?graph pol:readingHash ?hash } ORDER BY STR(?hash)"
_SIZE = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def graph_hash(rows: Rows) -> str:
    """Return a hash of what decided the reading of each document of a graph, and of the graph's size.

    >>> from graph import PolicyGraph
    >>> graph_hash(PolicyGraph.open("memory")) == graph_hash(PolicyGraph.open("memory"))
    True
    """
    readings = [str(row["hash"]) for row in rows.rows(_READINGS)]
    size = str(rows.rows(_SIZE)[0]["n"])
    return hashlib.sha256("\n".join((size, *readings)).encode()).hexdigest()
