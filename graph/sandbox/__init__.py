"""Queries of strangers, limited and shut in.

A query and limits come in; its result goes out, or a refusal that says why.
Begin with `guard`: what may run. `pool` keeps the children, `process` is what runs in one.
"""

from graph.sandbox.child import Limits
from graph.sandbox.guard import Cause, QueryError
from graph.sandbox.open_graph import run_limited
from graph.sandbox.pool import QueryPool, QueryResult, run_guarded
from graph.sandbox.scratch_folder import ScratchFolder
from graph.sandbox.sparql_results import GRAPH_FORMATS, ROW_FORMATS, GraphsAsked

__all__ = [
    "GRAPH_FORMATS",
    "ROW_FORMATS",
    "Cause",
    "GraphsAsked",
    "Limits",
    "QueryError",
    "QueryPool",
    "QueryResult",
    "ScratchFolder",
    "run_guarded",
    "run_limited",
]
