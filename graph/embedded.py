"""The embedded engine: Oxigraph, over memory or the store of a folder, seen through rdflib by oxrdflib."""

from __future__ import annotations

import re

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset

from graph.engine import Result, named, result_of
from graph.errors import GraphError
from graph.vocabulary import PREFIXES

_PLACE = re.compile(r"error at (\d+):(\d+): *(.*)", re.DOTALL)


class EmbeddedEngine:
    """An Oxigraph store in this process.

    Arguments: store; name, of what it holds, for errors.

    >>> EmbeddedEngine(Store(), "memory").run("ASK { ?s ?p ?o }")
    False
    """

    def __init__(self, store: Store, name: str) -> None:
        self.name = name
        self._store: Store | None = store
        # A store without a union in its default graph is read through the engine's own union of all graphs.
        self._union = not bool(store.query("ASK { ?s ?p ?o }"))

    @property
    def store(self) -> Store:
        """The engine's own store; raises GraphError once it is closed."""
        if self._store is None:
            raise GraphError(self.name, "this graph was closed", "open it again")
        return self._store

    @property
    def graph(self) -> Dataset:
        """The rdflib view of the store."""
        dataset = Dataset(store=OxigraphStore(store=self.store), default_union=self._union)
        named(dataset)
        return dataset

    def run(self, query: str) -> Result:
        """Run a query in the engine; raises GraphError for one that is wrong or fails."""
        try:
            return result_of(self.store.query(query, prefixes=PREFIXES, use_default_graph_as_union=self._union))
        except SyntaxError as error:
            raise syntax_error(error) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise GraphError(self.name, f"the query failed ({_line(error)})", "look at the query") from error

    def update(self, text: str) -> None:
        """Run a SPARQL update in the engine; raises GraphError for one that is wrong, or for a read-only store."""
        try:
            self.store.update(text, prefixes=PREFIXES)
        except SyntaxError as error:
            raise syntax_error(error) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise GraphError(self.name, f"the update failed ({_line(error)})", "open it for writing") from error

    def close(self) -> None:
        """Let go of the folder."""
        self._store = None


def syntax_error(error: SyntaxError) -> GraphError:
    """Return what a person can use of the engine's complaint: the line and the column, each from 1.

    >>> str(syntax_error(SyntaxError("error at 2:9: expected one of LATERAL, {}")))
    'query, line 2, column 9: expected one of LATERAL, {}; mend the query there'
    """
    found = _PLACE.search(str(error))
    if not found:
        return GraphError("query", _line(error), "mend the query")
    line, column, expected = found.groups()
    reason = " ".join(expected.split()) or "not SPARQL from here"
    return GraphError(f"query, line {line}, column {column}", reason, "mend the query there")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
