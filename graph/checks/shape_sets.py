"""Which SHACL shapes a graph may fail, seen of sets of its triples: a shape that is not named is kept, one that is named is asked anew.

Only what surely holds counts as kept: whatever is unusual, such as a number with a sign, leaves a shape in doubt, and its query
(`graph.checks.shape_queries`) decides. `tests/checks` holds this to what pySHACL finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set

from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.namespace import SH, XSD
from rdflib.term import Node

from graph.checks.shape_queries import ShapeQuery, known, shape_queries, shapes
from graph.rdf import Relations, WrittenTerm

Terms = Set[WrittenTerm]
_LEXICAL = {
    str(XSD.string): re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL),
    str(XSD.integer): re.compile(rf'"(?:0|[1-9][0-9]{{0,17}})"\^\^<{XSD.integer}>'),
    str(XSD.decimal): re.compile(rf'"-?[0-9]{{1,15}}(?:\.[0-9]{{1,15}})?"\^\^<{XSD.decimal}>'),
}
"""How literals of a type are written that are surely of it."""
_LONGEST_ESCAPE = len(r"\U00020000")
"""How many characters may stand for one."""


def shapes_in_doubt(relations: Relations) -> list[ShapeQuery]:
    """Return the shapes that some node may fail.

    >>> shapes_in_doubt(Relations([]))
    []
    """
    doubting = _Doubting(shapes(), relations)
    return [one for one in shape_queries() if doubting.nodes(one.shape)]


class _Doubting:
    """What is in doubt of a graph, by the constraints of its shapes."""

    def __init__(self, graph: Graph, relations: Relations) -> None:
        self._graph = graph
        self._relations = relations
        self._of_value: dict[Node, Callable[[Terms, Node], Terms]] = {
            SH["class"]: lambda values, named: values - relations.of_kind(named.n3()),
            SH.nodeKind: lambda values, kind: {
                one for one in values if one[0] != {SH.IRI: "<", SH.Literal: '"'}[URIRef(str(kind))]
            },
            SH.datatype: _not_of_datatype,
            SH.minInclusive: _not_so_large,
            SH.minLength: lambda values, least: {one for one in values if not _is_so_long(one, int(str(least)))},
            SH["in"]: lambda values, named: values - {one.n3() for one in Collection(graph, named)},
            SH["or"]: lambda values, named: frozenset[WrittenTerm](values).intersection(
                *(self._failing(one, values) for one in Collection(graph, named))
            ),
            SH.property: lambda values, named: self._failing(named, values),
        }

    def nodes(self, shape: Node) -> Terms:
        """Return the targets of a shape that may fail it."""
        return self._failing(shape, {*self._targets(shape)})

    def _targets(self, shape: Node) -> Iterator[WrittenTerm]:
        for kind in self._graph.objects(shape, SH.targetClass):
            yield from self._relations.of_kind(kind.n3())
        for end, target in enumerate((SH.targetSubjectsOf, SH.targetObjectsOf)):
            for path in self._graph.objects(shape, target):
                yield from (pair[end] for pair in self._relations.pairs(path.n3()))

    def _failing(self, shape: Node, nodes: Terms) -> Terms:
        path = self._graph.value(shape, SH.path)
        if path is None:
            return self._by_constraints(shape, nodes)
        pairs = [pair for pair in self._relations.pairs(path.n3()) if pair[0] in nodes]
        having = {node for node, _ in pairs}
        doubted = {*(nodes - having)} if self._graph.value(shape, SH.minCount) else set()
        if self._graph.value(shape, SH.maxCount) and len(having) < len(pairs) and len(having) < len({*pairs}):
            return nodes
        if wrong := self._by_constraints(shape, {value for _, value in pairs}):
            doubted.update(node for node, value in pairs if value in wrong)
        return doubted

    def _by_constraints(self, shape: Node, values: Terms) -> Terms:
        found: set[WrittenTerm] = set()
        for predicate, said in self._graph.predicate_objects(shape):
            if predicate not in self._of_value:
                known(shape, predicate)
            elif values:
                found |= self._of_value[predicate](values, said)
        return found


def _not_of_datatype(values: Terms, datatype: Node) -> Terms:
    written = _LEXICAL.get(str(datatype))
    return {one for one in values if written is None or not written.fullmatch(one)}


def _not_so_large(values: Terms, least: Node) -> Terms:
    """Of whole numbers alone it is known here."""
    written = _LEXICAL[str(XSD.integer)]
    return {one for one in values if not written.fullmatch(one) or int(one[1 : one.index('"', 1)]) < int(str(least))}


def _is_so_long(value: WrittenTerm, least: int) -> bool:
    """Whether a literal surely has so many characters."""
    if value[0] != '"':
        return False
    written = value.rindex('"') - 1
    return (written if "\\" not in value else -(-written // _LONGEST_ESCAPE)) >= least
