"""The ledger of targets: who is to reach what by when, with the passages that say so, and where texts contradict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from rdflib import Literal, URIRef

from graph.engines import Row, Rows
from graph.things import Node, Quote, goal_text, nodes_of, quotes_of

_TARGETS = """SELECT DISTINCT ?place ?target ?statement ?label ?indicator ?comparison ?value ?unit ?reference
    ?baseline ?hedge ?year ?verb {
  ?place pol:hasTarget ?target .
  ?target skos:prefLabel ?label .
  OPTIONAL { ?statement rdf:subject ?place ; rdf:object ?target ; rdf:predicate pol:hasTarget }
  OPTIONAL { ?target pol:indicator ?indicator }
  OPTIONAL { ?target pol:comparison ?comparison }
  OPTIONAL { ?target pol:targetValue ?value }
  OPTIONAL { ?target pol:unit ?unit }
  OPTIONAL { ?target pol:reference ?reference }
  OPTIONAL { ?target pol:baseline ?baseline }
  OPTIONAL { ?target pol:hedge ?hedge }
  OPTIONAL { ?target pol:targetYear ?year }
  OPTIONAL { ?target pol:countedVerb ?verb }
}"""
_UPWARD, _DOWNWARD = (">=", ">"), ("<=", "<")


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """One target of one place; an empty field, or None, is not written in the text."""

    place: Node
    target: URIRef
    label: str
    indicator: str
    comparison: str
    value: Decimal | None
    unit: str
    """Of the value and of the baseline; money is in 亿元."""
    reference: str
    """What the target is held against where it has no value: «全国平均水平»."""
    baseline: str
    hedge: str
    year: str
    quotes: tuple[Quote, ...]
    verb: str = ""
    """What is done with what is counted: 新增, 改造; empty where the value is a total to be reached."""

    @property
    def measured(self) -> str:
        """What is measured, with the verb that says what is done with it: 新增公园."""
        return self.verb + self.indicator

    @property
    def goal(self) -> str:
        """The value with its unit, or the reference, behind the sign of the comparison.

        >>> shenyang = Node(URIRef("urn:x"), "沈阳市", "City")
        >>> TargetEntry(shenyang, URIRef("urn:t"), "", "", ">=", Decimal("7.50"), "%", "", "", "", "", ()).goal
        '≥7.5%'
        """
        return goal_text(self.comparison, self.value, self.unit, self.reference)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Targets of one place for one indicator and year that cannot both be meant."""

    place: Node
    indicator: str
    year: str
    entries: tuple[TargetEntry, ...]


def target_ledger(rows: Rows) -> tuple[TargetEntry, ...]:
    """Return the targets of a graph, by place, indicator and year; one entry for each place and target.

    >>> from graph import PolicyGraph
    >>> target_ledger(PolicyGraph.open("memory"))
    ()
    """
    answers: dict[tuple[URIRef, URIRef], list[Row]] = defaultdict(list)
    for row in rows.rows(_TARGETS):
        answers[URIRef(row["place"]), URIRef(row["target"])].append(row)
    indicators = {URIRef(row["indicator"]) for found in answers.values() for row in found if "indicator" in row}
    nodes = nodes_of(rows, {place for place, _ in answers} | indicators)
    statements = {URIRef(row["statement"]) for found in answers.values() for row in found if "statement" in row}
    quotes = quotes_of(rows, statements)
    entries = [_entry(*ends, found, nodes, quotes) for ends, found in answers.items()]
    return tuple(sorted(entries, key=lambda one: (one.place.label, one.indicator, one.year, one.label, one.target)))


def _entry(
    place: URIRef,
    target: URIRef,
    found: list[Row],
    nodes: dict[URIRef, Node],
    quotes: dict[URIRef, tuple[Quote, ...]],
) -> TargetEntry:
    def said(name: str) -> str:
        return "、".join(sorted({str(row[name]) for row in found if name in row}))

    indicators = {nodes[URIRef(row["indicator"])].label for row in found if "indicator" in row}
    numbers = {Decimal(str(row["value"])) for row in found if isinstance(row.get("value"), Literal)}
    statements = sorted({URIRef(row["statement"]) for row in found if "statement" in row})
    return TargetEntry(
        place=nodes[place],
        target=target,
        label=said("label"),
        indicator="、".join(sorted(indicators)) or said("label"),
        comparison=min((str(row["comparison"]) for row in found if "comparison" in row), default=""),
        value=min(numbers, default=None),
        unit=said("unit"),
        reference=said("reference"),
        baseline=said("baseline"),
        hedge=said("hedge"),
        year=said("year"),
        quotes=tuple(dict.fromkeys(quote for one in statements for quote in quotes.get(one, ()))),
        verb=said("verb"),
    )


def contradictions(entries: Iterable[TargetEntry]) -> tuple[Contradiction, ...]:
    """Return where one place, indicator, unit and year has two values that cannot both be meant, in the order given.

    Two values under the same comparison are two values for one thing; a lower and an upper bound may stand together. Values of one
    sentence are of its several parts (甲类和乙类分别达到1万吨、2万吨), and never held against one another.

    >>> contradictions(())
    ()
    """
    groups: dict[tuple[URIRef, str, str, str, str], list[TargetEntry]] = defaultdict(list)
    for one in entries:
        if one.value is not None:
            key = (one.place.iri, one.measured, one.unit, one.year, _direction(one.comparison))
            groups[key].append(one)
    return tuple(
        Contradiction(found[0].place, found[0].measured, found[0].year, tuple(found))
        for found in groups.values()
        if any(_disagree(one, other) for one, other in combinations(found, 2))
    )


def _disagree(one: TargetEntry, other: TargetEntry) -> bool:
    sentences = [{quote.sentence for quote in entry.quotes} for entry in (one, other)]
    return one.value != other.value and not sentences[0] & sentences[1]


def _direction(comparison: str) -> str:
    return "up" if comparison in _UPWARD else "down" if comparison in _DOWNWARD else "at"
