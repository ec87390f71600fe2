"""Whether a stranger's query may run: it is parsed, and its parse tree is walked.

Only SELECT, ASK, CONSTRUCT and DESCRIBE pass; an update, a SERVICE and a FROM of a graph that is not ours do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from pyparsing import ParseException, ParseResults
from rdflib import URIRef
from rdflib.plugins.sparql.algebra import translatePrologue
from rdflib.plugins.sparql.parser import expandUnicodeEscapes, parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.plugins.sparql.sparql import Prologue

from graph.errors import GraphError
from graph.rdf import PID, PREFIXES

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
Cause = Literal["malformed", "forbidden", "unacceptable", "time", "rows", "memory", "failed"]

_FORMS: dict[str, Form] = {
    "SelectQuery": "SELECT",
    "AskQuery": "ASK",
    "ConstructQuery": "CONSTRUCT",
    "DescribeQuery": "DESCRIBE",
}
_MEND = "mend the query"
BASE = PID
"""What a relative IRI of a query is resolved against: ``<city/沈阳市>`` is a thing of ours."""


class QueryError(GraphError):
    """A query that may not run, or did not end within its limits, told in one line.

    Arguments: cause, for programs: `malformed`, `forbidden`, `unacceptable` (no accepted format), `time`, `rows`,
    `memory` or `failed`; reason and remedy, for people.

    >>> print(QueryError("forbidden", "an update is refused", "ask with SELECT"))
    query: an update is refused; ask with SELECT
    """

    def __init__(self, cause: Cause, reason: str, remedy: str) -> None:
        super().__init__("query", " ".join(reason.split()), remedy)
        self.cause: Cause = cause


@dataclass(frozen=True, slots=True)
class AllowedQuery:
    """A query that may run."""

    text: str
    """What the engine is given: the very text that was looked at, code point escapes resolved."""
    form: Form
    has_dataset: bool
    """Whether it names its graphs by FROM or FROM NAMED."""
    limit: int | None
    """Its own LIMIT."""
    takes_limit: bool
    """Whether a LIMIT may be written after its end."""


def allow(
    query: str,
    graphs: Set[str] = frozenset(),
    services: Set[str] = frozenset(),
    dataset_is_given: bool = False,
) -> AllowedQuery:
    """Return a query that may run on a store.

    Arguments: query, SPARQL 1.1, in which the project's prefixes are known; graphs, IRIs that FROM may name;
    services, absolute IRIs that SERVICE may name; dataset_is_given, the request names the graphs, which counts
    instead of FROM (SPARQL 1.1 Protocol, 2.1.4).
    Raises QueryError: `malformed` where it cannot be read, `forbidden` where it asks for more than reading here.

    >>> allow("SELECT * { ?city a pol:City }").form
    'SELECT'
    >>> allow("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph.sandbox.guard.QueryError: query: SERVICE <http://example.org/> is refused; ask that server itself
    """
    text = _as_read(query)
    prologue_tree, body = _parse(text)
    prologue = _prologue(prologue_tree)
    clauses = [node for node in _nodes(body) if node.name == "DatasetClause"]
    for node in _nodes(body):
        if node.name == "ServiceGraphPattern" and str(node.term) not in services:
            said = f"<{node.term}>" if isinstance(node.term, URIRef) else "of a name"
            raise QueryError("forbidden", f"SERVICE {said} is refused", "ask that server itself")
    for node in () if dataset_is_given else clauses:
        allow_graph(_absolute(prologue, node.default or node.named), graphs)
    # Subqueries have a LIMIT of their own, which is not that of the answer.
    stated = body.limitoffset.limit if body.limitoffset else None
    limit = None if stated is None else int(stated)
    return AllowedQuery(text, _FORMS[body.name], bool(clauses), limit, limit is None and not body.valuesClause)


def allow_graph(iri: str, graphs: Set[str]) -> None:
    """Raise QueryError for an IRI that is none of these graphs.

    >>> allow_graph("file:///etc/hosts", {"urn:a"})
    Traceback (most recent call last):
    graph.sandbox.guard.QueryError: query: the graph <file:///etc/hosts> is none of this store; name one that is
    """
    if iri not in graphs:
        raise QueryError("forbidden", f"the graph <{iri}> is none of this store", "name one that is")


def _as_read(query: str) -> str:
    """Return the text as both parsers read it alike, so that nothing hides from one in what the other skips.

    SPARQL 1.1, 19.2: code point escapes are resolved before anything else. A comment ends at a carriage return too
    (19.4), which rdflib's parser does not know.
    """
    try:
        text = expandUnicodeEscapes(query)
        again = expandUnicodeEscapes(text)
    except (ValueError, OverflowError) as error:
        raise QueryError("malformed", "an escape such as \\uXXXX names no character", _MEND) from error
    if again != text:
        raise QueryError("malformed", "an escape such as \\uXXXX begins another one", _MEND)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise QueryError("malformed", "it has characters that no text can have", _MEND)
    return text


def _parse(text: str) -> tuple[ParseResults, CompValue]:
    try:
        prologue, body = parseQuery(text)
    except ParseException as error:
        if _is_update(text):
            raise QueryError(
                "forbidden", "an update is refused", "ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
            ) from error
        found = text[error.loc : error.loc + 20].split("\n")[0]
        seen = f"it cannot be read from «{found}» on" if found else "it ends too early"
        raise QueryError("malformed", f"line {error.lineno}, column {error.column}: {seen}", _MEND) from error
    except RecursionError as error:
        raise QueryError("malformed", "it is nested too deeply", _MEND) from error
    return prologue, body


def _is_update(text: str) -> bool:
    try:
        parseUpdate(text)
    except (ParseException, RecursionError):
        return False
    return bool(text.strip())


def _prologue(tree: ParseResults) -> Prologue:
    try:
        return translatePrologue(tree, BASE, initNs=PREFIXES)
    except Exception as error:  # rdflib raises bare exceptions here
        raise QueryError("malformed", f"its prologue cannot be read: {error}", _MEND) from error


def _absolute(prologue: Prologue, name: URIRef | CompValue) -> str:
    try:
        return str(prologue.absolutize(name))
    except Exception as error:  # rdflib raises bare exceptions here
        raise QueryError("malformed", f"the name of a graph cannot be read: {error}", _MEND) from error


def _nodes(tree: Any) -> Iterator[CompValue]:
    """Yield every node of a parse tree, however deep: no recursion that a query could exhaust."""
    waiting = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, CompValue):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list | tuple | ParseResults):
            waiting.extend(one)
