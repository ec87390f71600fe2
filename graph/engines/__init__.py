"""Where a graph lives: in memory, in a folder, on a server, behind one interface.

One word, folder or address comes in; rows of queries go out.
Begin with `interface`: what every engine offers. `snapshots` and `store_folder` have the folder, `transport` and `server_copy` a server.
"""

from graph.engines.embedded import EmbeddedEngine
from graph.engines.held_folders import HeldSnapshot, hold_folder
from graph.engines.identity import graph_hash
from graph.engines.interface import MEMORY, Engine, Result, Row, Rows, Table, as_rdflib, is_address, named, result_of
from graph.engines.login import Login
from graph.engines.parameters import Parameter, declared_prefixes, fill, parameters_of
from graph.engines.remote import RemoteEngine
from graph.engines.scans import scanned
from graph.engines.server_copy import Copied, ServerCopy
from graph.engines.snapshots import SIGNATURES, SOURCES, alone, hold, is_store, state_of
from graph.engines.store import (
    change_graphs,
    holds_union,
    memory_store,
    reading_hashes,
    remove_documents,
    renew_background,
    replace_documents,
    select,
    unite_anew,
)
from graph.engines.store_folder import open_store, open_to_read, read_graph, revised
from graph.engines.store_record import record_of
from graph.engines.transport import Transport

__all__ = [
    "MEMORY",
    "SIGNATURES",
    "SOURCES",
    "Copied",
    "EmbeddedEngine",
    "Engine",
    "HeldSnapshot",
    "Login",
    "Parameter",
    "RemoteEngine",
    "Result",
    "Row",
    "Rows",
    "ServerCopy",
    "Table",
    "Transport",
    "alone",
    "as_rdflib",
    "change_graphs",
    "declared_prefixes",
    "fill",
    "graph_hash",
    "hold",
    "hold_folder",
    "holds_union",
    "is_address",
    "is_store",
    "memory_store",
    "named",
    "open_store",
    "open_to_read",
    "parameters_of",
    "read_graph",
    "reading_hashes",
    "record_of",
    "remove_documents",
    "renew_background",
    "replace_documents",
    "result_of",
    "revised",
    "scanned",
    "select",
    "state_of",
    "unite_anew",
]
