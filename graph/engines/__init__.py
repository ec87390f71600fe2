"""Where a graph lives: in memory, in a folder, on a server, behind one interface.

One word, folder or address comes in; rows of queries go out.
Begin with `interface`: what every engine offers. `store` has the folder, `parameters` what fills a query.
"""

from graph.engines.embedded import EmbeddedEngine
from graph.engines.identity import graph_hash
from graph.engines.interface import MEMORY, Engine, Result, Row, Rows, Table, as_rdflib, is_address, named, result_of
from graph.engines.parameters import Parameter, declared_prefixes, fill, parameters_of
from graph.engines.remote import RemoteEngine
from graph.engines.store import (
    is_store,
    memory_store,
    open_store,
    read_graph,
    reading_hashes,
    renew_background,
    replace_documents,
    select,
    settle,
)

__all__ = [
    "MEMORY",
    "EmbeddedEngine",
    "Engine",
    "Parameter",
    "RemoteEngine",
    "Result",
    "Row",
    "Rows",
    "Table",
    "as_rdflib",
    "declared_prefixes",
    "fill",
    "graph_hash",
    "is_address",
    "is_store",
    "memory_store",
    "named",
    "open_store",
    "parameters_of",
    "read_graph",
    "reading_hashes",
    "renew_background",
    "replace_documents",
    "result_of",
    "select",
    "settle",
]
