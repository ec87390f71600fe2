"""What a graph holds: counts by class, predicate and grade, declared against listed counts, coverage."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Store

from graph.engines import select
from graph.rdf import shorten


@dataclass(frozen=True, slots=True)
class Declared:
    """What a text says that it lists, and how much of it the text names."""

    name: str
    kind: str
    """`members`, `areas` or `tasks`."""
    declared: int
    listed: int
    node: str = ""
    """IRI of the group or the section that declares it."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a graph holds. Counts are of distinct things, largest first."""

    documents: tuple[str, ...]
    """Labels of the documents whose text is in the graph."""
    triples: int
    assertions: int
    classes: tuple[tuple[str, int], ...]
    predicates: tuple[tuple[str, int], ...]
    """Asserted triples by predicate."""
    grades: tuple[tuple[str, int], ...]
    """Passages that back assertions, by grade."""
    declared: tuple[Declared, ...]
    sentences: int
    quoted_sentences: int
    passages: int
    """Quotes: sentences, mentions and evidence."""
    unresolved: int
    """Names that several places bear and the text does not decide between."""


_CLASSES = """SELECT ?of (COUNT(DISTINCT ?node) AS ?n) {
  { SELECT DISTINCT ?node { { ?mention pol:refersTo ?node } UNION { ?assertion a pol:Assertion ; rdf:subject ?node }
      UNION { ?assertion a pol:Assertion ; rdf:object ?node } } }
  ?node a ?of FILTER STRSTARTS(STR(?of), STR(pol:)) } GROUP BY ?of"""
_PREDICATES = """SELECT ?of (COUNT(DISTINCT ?assertion) AS ?n) {
  ?assertion a pol:Assertion ; rdf:predicate ?of } GROUP BY ?of"""
_GRADES = "SELECT ?of (COUNT(DISTINCT ?evidence) AS ?n) { ?evidence a pol:Evidence ; pol:grade ?of } GROUP BY ?of"
_DOCUMENTS = """SELECT ?graph (MIN(?name) AS ?label) {
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom/skos:prefLabel ?name } GROUP BY ?graph"""

_DECLARED = {
    "members": """SELECT ?node (MIN(?label) AS ?name) (MIN(?said) AS ?declared) (COUNT(DISTINCT ?member) AS ?listed) {
      ?node pol:declaredSize ?said ; skos:prefLabel ?label .
      OPTIONAL { ?node pol:hasMember ?member } } GROUP BY ?node""",
    "areas": """SELECT ?node (MIN(?label) AS ?name) (MIN(?said) AS ?declared) (COUNT(DISTINCT ?area) AS ?listed) {
      ?node pol:statedAreaCount ?said . OPTIONAL { ?node skos:prefLabel ?label }
      OPTIONAL { ?area pol:inSection/(dcterms:isPartOf*) ?node ; a pol:TaskArea } } GROUP BY ?node""",
    "tasks": """SELECT ?node (MIN(?label) AS ?name) (MIN(?said) AS ?declared) (COUNT(DISTINCT ?task) AS ?listed) {
      ?node pol:statedTaskCount ?said . OPTIONAL { ?node skos:prefLabel ?label }
      OPTIONAL { ?task pol:inSection/(dcterms:isPartOf*) ?node ; a pol:KeyTask } } GROUP BY ?node""",
}


def summarise(store: Store) -> Summary:
    """Return what a graph holds.

    Arguments: store, one graph or many. Things of the background that no text names are not counted.

    >>> summarise(Store()).assertions
    0
    """
    return Summary(
        documents=tuple(sorted(row["label"].value for row in select(store, _DOCUMENTS))),
        triples=_count(store, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"),
        assertions=_count(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a pol:Assertion }"),
        classes=_counts(store, _CLASSES),
        predicates=_counts(store, _PREDICATES),
        grades=_counts(store, _GRADES),
        declared=declared_against_listed(store),
        sentences=_count(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a pol:Sentence }"),
        quoted_sentences=_count(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?e a pol:Evidence ; pol:inSentence ?s }"),
        passages=_count(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s pol:exact ?quote }"),
        unresolved=_count(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a pol:UnresolvedMention }"),
    )


def _count(store: Store, query: str) -> int:
    return int(next(iter(select(store, query)))["n"].value)


def _counts(store: Store, query: str) -> tuple[tuple[str, int], ...]:
    counts = [(shorten(row["of"].value), int(row["n"].value)) for row in select(store, query)]
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0])))


def declared_against_listed(store: Store) -> tuple[Declared, ...]:
    """Return what the texts say that they list, and how much of it they name, in the order of the texts.

    >>> declared_against_listed(Store())
    ()
    """
    found = []
    for kind, query in _DECLARED.items():
        for row in select(store, query):
            node = row["node"].value
            name = row["name"].value if row["name"] is not None else node
            declared = Declared(name, kind, int(row["declared"].value), int(row["listed"].value), node)
            found.append((kind, _in_order(node), declared))
    return tuple(declared for *_, declared in sorted(found, key=lambda one: one[:2]))


def _in_order(node: str) -> tuple[str, int, str]:
    """Section 10 of a document comes after section 9."""
    stem, _, last = node.rpartition("/")
    return stem, int(last) if last.isdecimal() else 0, last
