"""The checks of `graph.checks.all_checks` and the declared counts of `graph.quality.summary`, for a graph that is open."""

from __future__ import annotations

from graph.checks import Finding, check
from graph.engines import EmbeddedEngine
from graph.errors import GraphError
from graph.policygraph import PolicyGraph
from graph.quality.summary import Declared, declared_against_listed


def findings(graph: PolicyGraph) -> tuple[Finding, ...]:
    """Return all that is wrong with a graph, violations first.

    Raises GraphError for a graph on a server, which cannot be gone through triple by triple.

    >>> findings(PolicyGraph.open("memory"))
    ()
    """
    return tuple(check(_engine(graph).store))


def declared_counts(graph: PolicyGraph) -> tuple[Declared, ...]:
    """Return what the texts say that they list, and how much of it they name. Errors as for `findings`.

    >>> declared_counts(PolicyGraph.open("memory"))
    ()
    """
    return declared_against_listed(_engine(graph).store)


def _engine(graph: PolicyGraph) -> EmbeddedEngine:
    engine = graph.engine
    if not isinstance(engine, EmbeddedEngine):
        raise GraphError(
            engine.name, "a server is not checked from here", "check the files or the folder it was built from"
        )
    return engine
