"""Checks that SHACL's core cannot say: queries that run in the engine, and quotes held against their text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from graph.checks.findings import Message, Severity
from graph.counted import counted
from graph.engines import select
from graph.rdf import WrittenTerm, written_term


@dataclass(frozen=True, slots=True)
class Rule:
    """A check that is a query: each row names the node at fault, and what the message says of it."""

    name: str
    severity: Severity
    message: str
    """With the names of the query's variables in braces."""
    chinese: str
    """The same in Chinese."""
    query: str
    of: tuple[str, ...] | None = None
    """The properties that the query asks of; None where it asks of any."""


RULES = (
    Rule(
        "plain-triple-beside-assertion",
        "Violation",
        "an assertion stands without its plain triple",
        "论断缺少与之相应的三元组",
        """SELECT ?node {
          ?node a pol:Assertion ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
          FILTER NOT EXISTS { ?s ?p ?o } }""",
    ),
    Rule(
        "correction-says-who-and-when",
        "Violation",
        "a correction does not say who made it and when",
        "更正未注明何人何时所作",
        """SELECT ?node {
          ?node pol:grade pol:Corrected .
          FILTER NOT EXISTS { ?node pol:correctedBy ?who ; pol:correctedOn ?when } }""",
        ("grade", "correctedBy", "correctedOn"),
    ),
    Rule(
        "members-as-declared",
        "Warning",
        "{label} declares {declared:member|members}, {listed:is|are} listed",
        "{label}自述{declared}个成员，列出{listed}个",
        """SELECT ?node ?declared ?listed (MIN(?name) AS ?label) {
          { SELECT ?node ?declared (COUNT(DISTINCT ?member) AS ?listed) {
              ?node pol:declaredSize ?declared . OPTIONAL { ?node pol:hasMember ?member } } GROUP BY ?node ?declared }
          ?node skos:prefLabel ?name . FILTER (?listed != ?declared && ?listed > 0) }
        GROUP BY ?node ?declared ?listed""",
        ("declaredSize", "hasMember", "skos:prefLabel"),
    ),
)

_QUOTES = """SELECT ?node ?exact ?start ?end ?document {
  ?node pol:exact ?exact ; pol:start ?start ; pol:end ?end ; (pol:inSentence?/pol:inDocument) ?document }"""

_TEXTS = "SELECT ?document ?text ?hash { ?document pol:canonicalText ?text ; pol:sha256 ?hash }"


def properties_of(rules: Iterable[Rule]) -> list[WrittenTerm] | None:
    """Return the properties that rules ask of; None where one asks of any.

    >>> properties_of(rule for rule in RULES if rule.severity == "Warning")[0]
    '<https://w3id.org/policygraph/ontology#declaredSize>'
    """
    found: dict[WrittenTerm, None] = {}
    for rule in rules:
        if rule.of is None:
            return None
        found.update(dict.fromkeys(map(written_term, rule.of)))
    return [*found]


def run_rules(store: Store, some: Sequence[Rule] = RULES) -> Iterator[tuple[Rule, str, Message]]:
    """Yield the rule, the node and the message, in English and in Chinese, of each row that a rule finds.

    Arguments: store; some, the rules to be asked, all unless given.

    >>> list(run_rules(Store()))
    []
    """
    for rule in some:
        rows = select(store, rule.query)
        names = [variable.value for variable in rows.variables]
        for row in rows:
            values = {name: row[name].value for name in names}
            yield rule, values["node"], (counted(rule.message, **values), counted(rule.chinese, **values))


def wrong_quotes(store: Store) -> Iterator[str]:
    """Yield every passage whose quote is not the text of its document at its offsets, or whose document has none.

    >>> list(wrong_quotes(Store()))
    []
    """
    texts: dict[str, list[str]] = {}
    for row in select(store, _TEXTS):
        texts.setdefault(row["document"].value, []).append(row["text"].value)
    right: set[str] = set()
    for row in select(store, _QUOTES):
        node, exact, start, end, document = (term.value for term in row)
        span = slice(int(start), int(end))
        # A document that two files hold has two texts; its quotes must stand in one of them.
        if any(text[span] == exact for text in texts.get(document, ())):
            right.add(node)
    quoted = {row[0].value for row in select(store, "SELECT ?node { ?node pol:exact ?exact }")}
    yield from sorted(quoted - right)


def wrong_hashes(store: Store) -> Iterator[str]:
    """Yield every document whose canonical text has another SHA-256 than the document says.

    >>> list(wrong_hashes(Store()))
    []
    """
    stated: dict[str, set[str]] = {}
    computed: dict[str, set[str]] = {}
    for row in select(store, _TEXTS):
        stated.setdefault(row["document"].value, set()).add(row["hash"].value)
        digest = hashlib.sha256(row["text"].value.encode()).hexdigest()
        computed.setdefault(row["document"].value, set()).add(digest)
    yield from sorted(document for document in stated if stated[document] != computed[document])
