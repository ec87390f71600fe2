"""How much a graph holds: the things of each class that its texts name or speak of, its documents, its assertions."""

from __future__ import annotations

from rdflib import URIRef

from graph.engines import Rows, scanned
from graph.rdf import POL

_ASSERTION = "?assertion a pol:Assertion"
_CLASSES = f"""SELECT ?kind (COUNT(DISTINCT ?thing) AS ?n) {{
  {{ SELECT DISTINCT ?thing {{ {{ ?mention pol:refersTo ?thing }} UNION {{ {scanned("?assertion rdf:subject ?thing", _ASSERTION)} }}
      UNION {{ {scanned("?assertion rdf:object ?thing", _ASSERTION)} }} }} }}
  ?thing a ?kind }} GROUP BY ?kind"""
_OF_KIND = "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a $kind }"


def class_counts(rows: Rows) -> dict[str, int]:
    """Return each class with the number of its things that the texts name or speak of; a wider class counts its own.

    >>> from graph import PolicyGraph
    >>> class_counts(PolicyGraph.open("memory"))
    {}
    """
    return {str(row["kind"]).removeprefix(POL): int(row["n"]) for row in rows.rows(_CLASSES) if "kind" in row}


def count_of(rows: Rows, kind: str) -> int:
    """Return how many nodes are of a class, such as `Assertion` or `Sentence`.

    >>> from graph import PolicyGraph
    >>> count_of(PolicyGraph.open("memory"), "Assertion")
    0
    """
    return int(rows.rows(_OF_KIND, kind=URIRef(POL + kind))[0]["n"])
