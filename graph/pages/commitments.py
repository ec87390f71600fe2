"""How firmly tasks are promised."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import URIRef

from graph.engines import Rows
from graph.pictures import strength
from graph.rdf import POL

_COMMITMENTS = "SELECT ?task ?step { VALUES ?task { $tasks } ?task pol:commitment ?step }"


def commitments_of(rows: Rows, tasks: Iterable[URIRef]) -> dict[URIRef, str]:
    """Return tasks with their step of the commitment scale (`Binding` …), the firmest where a text has several.

    Arguments: rows, the graph; tasks; one without a step has no entry.

    >>> from graph import PolicyGraph
    >>> commitments_of(PolicyGraph.open("memory"), [URIRef("urn:task")])
    {}
    """
    wanted = sorted(set(tasks))
    found: dict[URIRef, str] = {}
    for row in rows.rows(_COMMITMENTS, tasks=wanted) if wanted else ():
        task, step = URIRef(row["task"]), str(row["step"]).removeprefix(POL)
        found[task] = max(found.get(task, ""), step, key=lambda one: (strength(one), one))
    return found
