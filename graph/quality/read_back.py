"""What a graph says, in the form in which it is held against a gold annotation."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Store

from graph.engines import select
from graph.quality.gold import Labels, fold
from graph.rdf import POL, SUPERCLASSES

Pair = tuple[str, str]
"""The IRIs of a relation's two ends."""


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A target of the graph and the place it is set for."""

    node: str
    place: str
    indicators: Labels
    comparison: str
    value: float | None
    unit: str
    reference: str
    year: str


@dataclass(frozen=True, slots=True)
class Found:
    """The nodes that a text names or speaks of, what it says of them, and by which rules."""

    labels: dict[str, Labels]
    """Every node with its names, folded."""
    classes: dict[str, frozenset[str]]
    """The nodes that are mentioned or asserted, each with its classes and their wider ones."""
    relations: dict[str, dict[Pair, frozenset[str]]]
    """Predicate to pairs, each with the rules that read it."""
    targets: tuple[FoundTarget, ...]


def find(store: Store) -> Found:
    """Return what a graph says.

    >>> find(Store()).targets
    ()
    """
    labels = _labels(store)
    relations = _relations(store)
    spoken_of = """SELECT DISTINCT ?node { { ?mention pol:refersTo ?node } UNION
      { ?assertion a pol:Assertion ; rdf:subject|rdf:object ?node } }"""
    nodes = {row["node"].value for row in select(store, spoken_of)}
    classes = {node: _classes(store, kinds) for node, kinds in _kinds(store).items() if node in nodes & labels.keys()}
    return Found(labels, classes, relations, _targets(store, labels))


def _labels(store: Store) -> dict[str, Labels]:
    names: dict[str, set[str]] = defaultdict(set)
    for row in select(store, "SELECT ?node ?label { ?node skos:prefLabel|skos:altLabel ?label }"):
        names[row["node"].value].add(fold(row["label"].value))
    return {node: frozenset(these) for node, these in names.items()}


def _kinds(store: Store) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in select(store, "SELECT ?node ?kind { ?node a ?kind }"):
        kinds[row["node"].value].add(row["kind"].value.removeprefix(POL))
    return kinds


def _classes(store: Store, kinds: set[str]) -> frozenset[str]:
    return frozenset(kinds.union(*(SUPERCLASSES.get(kind, ()) for kind in kinds)))


def _relations(store: Store) -> dict[str, dict[Pair, frozenset[str]]]:
    rules: dict[str, dict[Pair, set[str]]] = defaultdict(lambda: defaultdict(set))
    query = """SELECT ?s ?p ?o ?rule {
      ?assertion a pol:Assertion ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
      OPTIONAL { ?assertion pol:evidence/pol:rule ?rule } FILTER isIRI(?o) }"""
    for row in select(store, query):
        pairs = rules[row["p"].value.removeprefix(POL)]
        by = pairs[row["s"].value, row["o"].value]
        if row["rule"] is not None:
            by.add(row["rule"].value)
    return {predicate: {pair: frozenset(by) for pair, by in pairs.items()} for predicate, pairs in rules.items()}


def _targets(store: Store, labels: dict[str, Labels]) -> tuple[FoundTarget, ...]:
    indicators: dict[str, set[str]] = defaultdict(set)
    for row in select(store, "SELECT ?target ?indicator { ?target pol:indicator ?indicator }"):
        indicators[row["target"].value].add(row["indicator"].value)
    query = """SELECT ?place ?target ?comparison ?value ?unit ?reference ?year { ?place pol:hasTarget ?target .
      OPTIONAL { ?target pol:comparison ?comparison } OPTIONAL { ?target pol:targetValue ?value }
      OPTIONAL { ?target pol:unit ?unit } OPTIONAL { ?target pol:reference ?reference }
      OPTIONAL { ?target pol:targetYear ?year } }"""
    targets = []
    for row in select(store, query):
        target = row["target"].value
        said = {name: row[name].value if row[name] is not None else "" for name in ("unit", "comparison", "year")}
        targets.append(
            FoundTarget(
                node=target,
                place=row["place"].value,
                indicators=frozenset[str]().union(*(labels.get(one, frozenset()) for one in indicators[target])),
                value=float(row["value"].value) if row["value"] is not None else None,
                reference=fold(row["reference"].value) if row["reference"] is not None else "",
                **said,
            )
        )
    return tuple(sorted(targets, key=lambda target: (target.node, target.place)))
