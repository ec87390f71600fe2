"""What every engine of a graph offers, whichever it is: in memory, a store in a folder, a SPARQL server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeAlias

from pyoxigraph import Literal as EngineLiteral
from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples
from rdflib import BNode, Dataset, Graph, Literal, URIRef
from rdflib.namespace import XSD
from rdflib.plugins import sparql
from rdflib.query import Result as RdflibResult
from rdflib.term import Identifier, Variable

from graph.engines.parameters import Parameter
from graph.rdf import PREFIXES

# Where a query cannot run in the engine, rdflib's own would read any local file that FROM names.
sparql.SPARQL_LOAD_GRAPHS = False

_PLAIN = str(XSD.string)
_REPEATED = 64
"""Characters of a literal that may well come again: a number, a date, a label, but no sentence."""

MEMORY = "memory"
"""The word for an engine that keeps nothing."""

Row: TypeAlias = dict[str, Identifier]
"""One answer of a SELECT: variable to rdflib term (URIRef, Literal, BNode); an unbound variable has no key."""


def is_address(where: str) -> bool:
    """Return whether a word is the address of a server.

    >>> is_address("http://127.0.0.1:7878"), is_address("policy.db")
    (True, False)
    """
    return where.startswith(("http://", "https://"))


class Rows(Protocol):
    """Anything that answers a SELECT: what `graph.connections.search`, `graph.questions.free_words` and the questions need of a graph."""

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        """Return the answers of a SELECT, its parameters (``$name``) filled in by `graph.engines.parameters.fill`."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """The answers of a SELECT: its variables in order, and its rows."""

    variables: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        """Return the number of rows.

        >>> len(Table(("place",), ()))
        0
        """
        return len(self.rows)

    def __repr__(self) -> str:
        return f"<Table: {', '.join(self.variables)} (rows: {len(self)})>"


Result: TypeAlias = Table | Graph | bool
"""What a query gives: SELECT a table, CONSTRUCT and DESCRIBE a graph, ASK a truth value."""


class Engine(Protocol):
    """Where a graph lives and its queries run. The default graph of a query is the union of all named graphs."""

    name: str
    """The one word (or address, or folder) that chose it; errors name it."""

    @property
    def graph(self) -> Dataset:
        """The rdflib view of the graph, each triple asked of the engine."""
        ...

    @property
    def snapshot(self) -> tuple[Path, str] | None:
        """The folder of what never changes while it is read, with its state (`snapshots.state_of`); None where there is none."""
        ...

    def run(self, query: str) -> Result:
        """Run a query in the engine, the project's prefixes bound; raises GraphError where it is wrong or fails."""
        ...

    def update(self, text: str) -> None:
        """Run a SPARQL update in the engine; raises GraphError where it is wrong, refused or fails."""
        ...

    def close(self) -> None:
        """Let go of the folder or the server."""
        ...


def from_engine(term: object) -> Identifier:
    """Return an engine's term as rdflib's; a plain string stays plain, so that ``==`` with ``Literal("x")`` holds.

    >>> from_engine(EngineLiteral("区域性金融中心", language="zh"))
    rdflib.term.Literal('区域性金融中心', lang='zh')
    >>> from_engine(EngineLiteral("a")) == Literal("a")
    True
    """
    if isinstance(term, NamedNode):
        return _reference(term.value)
    if isinstance(term, EngineLiteral):
        value, language = term.value, term.language
        kept = _literal if len(value) <= _REPEATED else _literal.__wrapped__
        return kept(value, language, "" if language else term.datatype.value)
    return BNode(str(term).removeprefix("_:"))


# rdflib looks at each character of an IRI, and reads the value of each literal; one answer repeats them in row after row.
@lru_cache(maxsize=65536)
def _reference(iri: str) -> URIRef:
    return URIRef(iri)


@lru_cache(maxsize=65536)
def _literal(value: str, language: str | None, datatype: str) -> Literal:
    if language:
        return Literal(value, lang=language)
    return Literal(value) if datatype == _PLAIN else Literal(value, datatype=_reference(datatype))


def table_of(solutions: QuerySolutions) -> Table:
    """Return the answers of an engine as a table."""
    names = tuple(variable.value for variable in solutions.variables)
    return Table(names, tuple(_rows(names, solutions)))


def _rows(names: Sequence[str], solutions: QuerySolutions) -> Iterator[Row]:
    for solution in solutions:
        bound = zip(names, solution, strict=True)
        yield {name: from_engine(term) for name, term in bound if term is not None}


def result_of(answer: QuerySolutions | QueryBoolean | QueryTriples) -> Result:
    """Return what an engine answered in rdflib's terms."""
    if isinstance(answer, QuerySolutions):
        return table_of(answer)
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    graph = named(Graph())
    for one in answer:
        graph.add((from_engine(one.subject), from_engine(one.predicate), from_engine(one.object)))
    return graph


def named(graph: Graph) -> Graph:
    """Return a graph with the project's prefixes bound in it.

    >>> named(Graph()).namespace_manager.expand_curie("city:沈阳市").rpartition("/")[2]
    '沈阳市'
    """
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph


def as_rdflib(result: Result) -> RdflibResult:
    """Return what a query gave in the form that rdflib's own writers take.

    >>> as_rdflib(True).askAnswer
    True
    """
    if isinstance(result, Table):
        said = RdflibResult("SELECT")
        said.vars = [Variable(name) for name in result.variables]
        said.bindings = [{Variable(name): term for name, term in row.items()} for row in result.rows]
    elif isinstance(result, Graph):
        said = RdflibResult("CONSTRUCT")
        said.graph = result
    else:
        said = RdflibResult("ASK")
        said.askAnswer = result
    return said
