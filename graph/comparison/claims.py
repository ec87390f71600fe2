"""What one side claims, in a form in which two sides can be held against each other.

A claim is known by what it says, never by where it stands: a relation by its subject, predicate and object; a target by
place, indicator and year; a task by its wording; the members of a phrase by the phrase. What else such a claim says (the
value, the commitment, the members) are its facets, in which it can change and yet be the same claim.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from rdflib import Literal, URIRef
from rdflib.term import Identifier

from graph.comparison.sides import Side
from graph.engines import Row
from graph.rdf import PID, POL, SUPERCLASSES, segment, shorten
from graph.things import Node, fold, goal_text, nodes_of

_STATED = "?statement a pol:Assertion ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ."
_ATTRIBUTES = """?target a pol:Target ; ?name ?value . FILTER(?name IN (pol:indicator, pol:comparison, pol:targetValue,
  pol:unit, pol:reference, pol:baseline, pol:targetYear, pol:hedge, pol:countedVerb))"""
_VERBS = "?statement rdf:predicate pol:commitment ; rdf:subject ?task ; pol:evidence/pol:exact ?verb ."

_SINGLE = frozenset({"dcterms:issued", "dcterms:created", "dcterms:title", "dcterms:source", "documentNumber"}) | {
    *("statedAreaCount", "statedTaskCount")
}
"""Predicates of which a thing has one value: another value is a change."""
TARGET = ("targetValue", "targetYear", "hedge", "baseline")
"""The facets of a target, named by the terms of the ontology."""

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")

Identity: TypeAlias = tuple[str, ...]
"""By what a claim is known."""


@dataclass(slots=True)
class Facet:
    """One thing in which a claim can change: its values, what tells them apart to what is shown, and what states them."""

    values: dict[str, str] = field(default_factory=dict)
    statements: set[URIRef] = field(default_factory=set)


@dataclass(slots=True)
class Claim:
    """What one side claims once or several times, in however many places."""

    identity: Identity
    subject: Node
    term: str
    """The relation, or the class of the task that is set."""
    object: str = ""
    object_kind: str = ""
    facets: dict[str, Facet] = field(default_factory=lambda: defaultdict(Facet))
    statements: set[URIRef] = field(default_factory=set)
    """What states that there is such a claim at all."""
    named: set[Node] = field(default_factory=set)
    """The things that it names besides its subject."""
    verb: str = ""
    """Of a task: the verb of its commitment, as it stands in the wording; both are folded."""

    @property
    def all_statements(self) -> set[URIRef]:
        """What states it, or one of its facets."""
        return self.statements.union(*(facet.statements for facet in self.facets.values()))

    def keys(self, facet: str) -> frozenset[str]:
        """Return the folded values of a facet; none where the side says nothing of it."""
        return frozenset(self.facets[facet].values) if facet in self.facets else frozenset()


def claims_of(side: Side, own: str) -> dict[Identity, Claim]:
    """Return what a side claims.

    Arguments: side; own, the name under which its one document is known on both sides; empty where documents keep theirs.
    """
    rows = side.ask(_STATED, "?statement ?subject ?predicate ?object")
    nodes = nodes_of(side.rows, _iris(term for row in rows for term in (row["subject"], row["object"])))
    gathering = _Gathering(side, nodes, own)
    for row in rows:
        gathering.take(row)
    return gathering.claims


def _iris(terms: Iterable[Identifier]) -> set[URIRef]:
    return {term for term in terms if isinstance(term, URIRef)}


class _Gathering:
    """The claims of a side as they are gathered from its statements."""

    def __init__(self, side: Side, nodes: dict[URIRef, Node], own: str) -> None:
        self.claims: dict[Identity, Claim] = {}
        self._nodes = nodes
        self._own = {one.iri: own for one in side.cards} if own else {}
        self._scopes = {segment(one.id) for one in side.cards}
        self._attributes: dict[URIRef, dict[str, set[Identifier]]] = defaultdict(lambda: defaultdict(set))
        for row in side.ask(_ATTRIBUTES, "?target ?name ?value"):
            self._attributes[URIRef(row["target"])][shorten(str(row["name"]))].add(row["value"])
        self._indicators = nodes_of(
            side.rows, _iris(one for said in self._attributes.values() for one in said["indicator"])
        )
        self._verbs = {URIRef(row["task"]): str(row["verb"]) for row in side.ask(_VERBS, "?task ?verb")}

    def take(self, row: Row) -> None:
        """Add what one statement says to its claim."""
        statement, predicate = URIRef(row["statement"]), shorten(str(row["predicate"]))
        subject, value = self._nodes[URIRef(row["subject"])], row["object"]
        if subject.of("Task"):
            self._task(subject, predicate, value, statement)
        elif subject.of("Target"):
            return  # in which section a target stands is no claim
        elif predicate == "hasTarget" and isinstance(value, URIRef):
            self._target(subject, value, statement)
        elif predicate == "hasMember" or predicate in _SINGLE:
            claim = self._claim((predicate, self._name(subject)), subject, predicate)
            self._put(claim, predicate, value, statement)
        else:
            claim = self._claim((predicate, self._name(subject), self._key(value)), subject, predicate)
            claim.object, claim.object_kind = self._shown(value), self._kind(value)
            claim.named |= self._thing(value)
            claim.statements.add(statement)

    def _task(self, task: Node, predicate: str, value: Identifier, statement: URIRef) -> None:
        claim = self._claim(("task", _wording(task.label)), task, task.kind)
        claim.verb = fold(self._verbs.get(task.iri, ""))
        if predicate == "inSection":
            claim.statements.add(statement)
        else:
            self._put(claim, predicate, value, statement)

    def _target(self, place: Node, target: URIRef, statement: URIRef) -> None:
        said = self._attributes[target]
        indicators = sorted(str(one) for one in said["indicator"]) or [fold(self._nodes[target].label)]
        years = sorted(str(one) for one in said["targetYear"])
        verb = _first(said["countedVerb"])
        claim = self._claim(("hasTarget", self._name(place), verb, *indicators, ",".join(years)), place, "hasTarget")
        claim.object, claim.object_kind = self._measured(target), "Indicator"
        measures = _iris(said["indicator"])
        claim.named.add(Node(min(measures) if len(measures) == 1 else target, claim.object, "Indicator"))
        claim.statements.add(statement)
        values = [Decimal(str(one)) for one in said["targetValue"] if isinstance(one, Literal)]
        goal = goal_text(
            _first(said["comparison"]), min(values, default=None), _first(said["unit"]), _first(said["reference"])
        )
        unit = _first(said["unit"])
        baseline = [f"{one}{unit}" for one in said["baseline"]]
        hedges = [str(one) for one in said["hedge"]]
        for name, texts in zip(TARGET, ([goal], years, hedges, baseline), strict=True):
            for text in texts:
                claim.facets[name].values[text] = text
                claim.facets[name].statements.add(statement)

    def _measured(self, target: URIRef) -> str:
        """Return what a target measures."""
        labels = sorted(self._indicators[one].label for one in _iris(self._attributes[target]["indicator"]))
        return _first(self._attributes[target]["countedVerb"]) + "、".join(labels) or self._nodes[target].label

    def _claim(self, identity: Identity, subject: Node, term: str) -> Claim:
        return self.claims.setdefault(identity, Claim(identity, subject, term))

    def _put(self, claim: Claim, facet: str, value: Identifier, statement: URIRef) -> None:
        claim.facets[facet].values[self._key(value)] = self._shown(value)
        claim.named |= self._thing(value)
        claim.facets[facet].statements.add(statement)

    def _name(self, node: Node) -> str:
        """Return by what a thing is known on both sides: what belongs to one document by its words, the rest by its IRI."""
        if node.iri in self._own:
            return self._own[node.iri]
        scope, _, _ = node.iri.removeprefix(PID).partition("/")
        return f"{_widest(node)}·{fold(node.label)}" if scope in self._scopes else str(node.iri)

    def _key(self, value: Identifier) -> str:
        return self._name(self._nodes[value]) if isinstance(value, URIRef) else str(value)

    def _shown(self, value: Identifier) -> str:
        """Return what a value is called; a term of the ontology, such as a step of the commitment scale, by its name."""
        if isinstance(value, URIRef):
            return value.removeprefix(POL) if value.startswith(POL) else self._nodes[value].label
        return str(value)

    def _thing(self, value: Identifier) -> set[Node]:
        """Return the thing that a value is; none for a text and for a term of the ontology."""
        is_thing = isinstance(value, URIRef) and not value.startswith(POL)
        return {self._nodes[URIRef(value)]} if is_thing else set()

    def _kind(self, value: Identifier) -> str:
        return self._nodes[value].kind if isinstance(value, URIRef) else ""


def _wording(label: str) -> str:
    """Return the wording by which a task is known: what stands in brackets only spells out a phrase of it.

    >>> _wording("加快建设“一枢纽”（国家物流枢纽）")
    '加快建设一枢纽'
    """
    return fold(_IN_BRACKETS.sub("", label)) or fold(label)


def _widest(node: Node) -> str:
    """Return the widest class of a thing: two tasks of one wording are one, of whatever kind."""
    return SUPERCLASSES.get(node.kind, (node.kind,))[-1]


def _first(terms: set[Identifier]) -> str:
    return min((str(one) for one in terms), default="")
