"""The SHACL shapes as queries, so that they are checked where the triples are: one query a shape, made from shapes.ttl itself.

Known are the constraints of SHACL core that our shapes use (SHACL, 4.1 to 4.8); a shape that uses another one is an error, never
passed over. `tests/checks` holds the queries to what pySHACL finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, SH, XSD
from rdflib.term import Node

SHAPES = Path(__file__).with_name("shapes.ttl")

_TARGETS = {
    SH.targetClass: "?node a {0}",
    SH.targetSubjectsOf: "?node {0} []",
    SH.targetObjectsOf: "[] {0} ?node",
}
_ABOUT = frozenset({RDF.type, SH.path, SH.message, SH.severity, SH.minCount, SH.maxCount, *_TARGETS})
"""What a shape says beside the constraints of its values."""


@dataclass(frozen=True, slots=True)
class ShapeQuery:
    """A shape, and the query that finds the nodes that fail it, as `?node`."""

    name: str
    is_violation: bool
    """False for a warning."""
    message: str
    chinese: str
    """The same in Chinese."""
    query: str
    shape: Node
    """Its node in the graph of shapes."""


@lru_cache(maxsize=1)
def shapes() -> Graph:
    """Return the shapes as an rdflib graph, read once.

    >>> len(shapes()) > 100
    True
    """
    return Graph().parse(SHAPES, format="turtle")


@lru_cache(maxsize=1)
def shape_queries() -> tuple[ShapeQuery, ...]:
    """Return the queries of all shapes that have a target.

    >>> {one.name for one in shape_queries()} >= {"target", "evidence-has-grade"}
    True
    """
    return tuple(queries_of(shapes()))


def queries_of(graph: Graph) -> Iterator[ShapeQuery]:
    """Yield a query for each shape of a graph that has a target, by name.

    Raises ValueError for a constraint that is not known here.
    """
    targeted = {shape for target in _TARGETS for shape in graph.subjects(target, None)}
    for shape in sorted(targeted, key=str):
        patterns = [
            "{ " + pattern.format(one.n3()) + " }"
            for target, pattern in _TARGETS.items()
            for one in sorted(graph.objects(shape, target), key=str)
        ]
        failing = _Failing(graph).of(shape, "?node")
        said = {getattr(one, "language", ""): str(one) for one in graph.objects(shape, SH.message)}
        yield ShapeQuery(
            name=str(shape).rsplit("/", 1)[-1],
            is_violation=graph.value(shape, SH.severity, default=SH.Violation) == SH.Violation,
            message=said.get("en", "fails this shape"),
            chinese=said.get("zh", "不合此形状"),
            query=f"SELECT DISTINCT ?node {{ {' UNION '.join(patterns)} FILTER({failing}) }}",
            shape=shape,
        )


class _Failing:
    """Expressions that are true of what fails a shape; each names its values anew."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._number = count(1)
        self._of_value: dict[Node, Callable[[str, Node], str]] = {
            SH["class"]: lambda value, named: f"NOT EXISTS {{ {value} a {_n3(named)} }}",
            SH.nodeKind: lambda value, kind: (
                f"!{ {SH.IRI: 'isIRI', SH.Literal: 'isLiteral'}[URIRef(str(kind))] }({value})"
            ),
            SH.datatype: _not_of_datatype,
            SH.minInclusive: lambda value, least: f"!COALESCE({value} >= {_n3(least)}, false)",
            SH.minLength: lambda value, least: f"(isBlank({value}) || STRLEN(STR({value})) < {least})",
            SH["in"]: lambda value, named: f"!COALESCE({value} IN ({', '.join(map(_n3, self._list(named)))}), false)",
            SH["or"]: lambda value, named: " && ".join(f"({self.of(one, value)})" for one in self._list(named)),
            SH.property: lambda value, named: self.of(named, value),
        }

    def of(self, shape: Node, node: str) -> str:
        """Return the expression for a node, given by its variable."""
        path = self._graph.value(shape, SH.path)
        if path is None:
            return " || ".join(f"({one})" for one in self._constraints(shape, node)) or "false"
        value, other = (f"?v{next(self._number)}" for _ in range(2))
        said = {
            name: int(str(number))
            for name in ("minCount", "maxCount")
            if (number := self._graph.value(shape, SH[name]))
        }
        if not set(said.values()) <= {1}:
            raise ValueError(f"{shape}: counts other than 1 are not known here")
        parts = [f"NOT EXISTS {{ {node} {_n3(path)} {value} }}"] if "minCount" in said else []
        if "maxCount" in said:
            parts.append(f"EXISTS {{ {node} {_n3(path)} {value} , {other} FILTER(!sameTerm({value}, {other})) }}")
        failing = " || ".join(f"({one})" for one in self._constraints(shape, value))
        if failing:
            parts.append(f"EXISTS {{ {node} {_n3(path)} {value} FILTER({failing}) }}")
        return " || ".join(parts) or "false"

    def _constraints(self, shape: Node, value: str) -> Iterator[str]:
        for predicate, said in sorted(self._graph.predicate_objects(shape), key=str):
            if predicate in self._of_value:
                yield self._of_value[predicate](value, said)
            else:
                known(shape, predicate)

    def _list(self, head: Node) -> list[Node]:
        return list(Collection(self._graph, head))


def known(shape: Node, predicate: Node) -> None:
    """Raise ValueError for a constraint of a shape that nothing here looks at."""
    if predicate not in _ABOUT:
        raise ValueError(f"{shape}: {predicate} is not known here")


def _not_of_datatype(value: str, datatype: Node) -> str:
    """Also a number that is written as none fails: the engine keeps it as a literal of that type."""
    wrong = f"!isLiteral({value}) || !COALESCE(DATATYPE({value}) = {_n3(datatype)}, false)"
    if datatype == XSD.string:
        return wrong
    cast = f"{_n3(datatype)}(STR({value}))"
    return f"{wrong} || !COALESCE({cast} = {cast}, false)"


def _n3(term: Node) -> str:
    return term.n3()
