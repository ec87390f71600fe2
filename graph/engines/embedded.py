"""The embedded engine: Oxigraph, over memory or the store of a folder, seen through rdflib by oxrdflib."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib import Dataset

from graph.engines.held_folders import HeldSnapshot
from graph.engines.interface import Result, named, result_of
from graph.engines.store import UNITE, holds_union
from graph.errors import GraphError
from graph.rdf import PREFIXES

_PLACE = re.compile(r"error at (\d+):(\d+): *(.*)", re.DOTALL)
_CAUSE = re.compile(r"\b(?:[A-Z][a-z]+|The SELECT)(?: [a-z]+){2,}|IRI parsing failed")
"""A sentence among the tokens that the engine would have accepted: the real cause."""
_SHOWN = 40
"""Characters of the query, or half of those of what may stand there, that an error repeats."""


class EmbeddedEngine:
    """An Oxigraph store in this process.

    Arguments: store; name, of what it holds, for errors; held, what keeps its folder as long as it is open; state, of the
    snapshot that it reads, empty where it may write.

    >>> EmbeddedEngine(Store(), "memory").run("ASK { ?s ?p ?o }")
    False
    """

    def __init__(self, store: Store, name: str, held: HeldSnapshot | None = None, state: str = "") -> None:
        self.name = name
        self._held = held
        self._state = state
        self._store: Store | None = store
        self._union = not holds_union(store)

    @property
    def store(self) -> Store:
        """The engine's own store; raises GraphError once it is closed."""
        if self._store is None:
            raise GraphError(self.name, "this graph was closed", "open it again")
        return self._store

    @property
    def snapshot(self) -> tuple[Path, str] | None:
        """The folder of the snapshot that it reads, with its state; None where it may write, or is in memory."""
        return (self._held.folder, self._state) if self._held is not None and self._state else None

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
            raise syntax_error(error, query) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise GraphError(self.name, f"the query failed ({_line(error)})", "look at the query") from error

    def update(self, text: str) -> None:
        """Run a SPARQL update in the engine; raises GraphError for one that is wrong, or for a read-only store.

        What it adds to a named graph joins the default graph; what it deletes it must delete from both.
        """
        try:
            self._update(text)
        except SyntaxError as error:
            raise syntax_error(error, text) from error
        except (OSError, ValueError, RuntimeError) as error:
            raise GraphError(self.name, f"the update failed ({_line(error)})", "open it for writing") from error

    def _update(self, text: str) -> None:
        """Run an update and what renews the union as one, which happens whole or not at all."""
        with suppress(SyntaxError):
            self.store.update(f"{text}\n;\n{UNITE}", prefixes=PREFIXES)
            return
        self.store.update(text, prefixes=PREFIXES)  # it is wrong, or ends with a semicolon
        self.store.update(UNITE)

    def close(self) -> None:
        """Let go of the folder."""
        self._store = None
        if self._held is not None:
            self._held.close()


def syntax_error(error: SyntaxError, query: str) -> GraphError:
    """Return what a person can use of the engine's complaint: line and column, each from 1, and what stands there.

    >>> print(syntax_error(SyntaxError("error at 1:9: expected one of {}"), "SELECT ?? { }"))
    query, line 1, column 9: no SPARQL from “? { }” on; expected: {}; mend the query there
    """
    found = _PLACE.search(str(error))
    if not found:
        return GraphError("query", _line(error), "mend the query")
    line, column, expected = int(found[1]), int(found[2]), " ".join(found[3].split())
    lines = query.splitlines()
    rest = " ".join(" ".join([lines[line - 1][column - 1 :], *lines[line:]]).split()) if line <= len(lines) else ""
    ends = "no SPARQL before here" if query.count("{") == query.count("}") > 0 else "it ends too early"
    reason = f"no SPARQL from “{rest[:_SHOWN]}” on" if rest else ends
    wanted = expected.removeprefix("expected ").removeprefix("one of ")
    cause = _CAUSE.search(wanted)
    if cause:
        before = lines[line - 1][: column - 1].split() if line <= len(lines) else []
        reason = f"{cause[0][0].lower()}{cause[0][1:]}" + (f" (“{before[-1][-_SHOWN:]}”)" if before else "")
    elif wanted and len(wanted) <= _SHOWN * 2:
        reason += f"; expected: {wanted}"
    return GraphError(f"query, line {line}, column {column}", reason, "mend the query there")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
