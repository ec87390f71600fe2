"""All relations between the things of a graph, with what backs them: read once, then looked at from many sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.connections import BACKGROUND, GRADES
from graph.engines import Row, Rows, scanned
from graph.rdf import POL, RELATIONS
from graph.things import Neighbourhood, Node

_PREDICATES = " ".join(f"pol:{name}" for name in RELATIONS if name != "refersTo")
_RELATION = f"VALUES ?predicate {{ {_PREDICATES} }} ?statement rdf:predicate ?predicate ."
_STATEMENTS = f"""SELECT ?statement ?subject ?predicate ?object {{ {_RELATION}
  {scanned("?statement rdf:subject ?subject", "?statement rdf:object ?object")} }}"""
_THINGS = f"""{{ SELECT DISTINCT ?node {{ {{ {_RELATION} {scanned("?statement rdf:subject ?node")} }} UNION
  {{ {_RELATION} {scanned("?statement rdf:object ?node")} }} }} }}"""
_PASSAGES = scanned(
    "?statement pol:evidence ?evidence",
    "?evidence pol:grade ?grade",
    "?evidence pol:inSentence ?sentence",
    "?sentence pol:inDocument ?document",
    "?sentence dcterms:isPartOf ?section",
)
_BACKING = f"""SELECT DISTINCT ?statement ?grade ?document ?section {{ {_RELATION} {_PASSAGES} }}"""
_SECTIONS = """SELECT ?section ?ordinal ?number ?heading { ?section a pol:Section ; pol:ordinal ?ordinal .
  OPTIONAL { ?section pol:sectionNumber ?number } OPTIONAL { ?section skos:prefLabel ?heading } }"""


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A relation between two things."""

    subject: str
    predicate: str
    object: str
    statement: str
    """IRIs, but for the relation's name."""
    grade: str
    """The strongest grade of its passages; `Background` where no text makes it."""
    documents: tuple[str, ...]
    """Ids of the documents that say it."""


@dataclass(frozen=True, slots=True, order=True)
class SectionPlace:
    """A section of a document's outline; sorted as the documents and their texts are."""

    document: str
    """Its id."""
    ordinal: int
    heading: str
    iri: str


@dataclass(frozen=True, slots=True)
class Whole:
    """All things that have a relation, and all relations."""

    nodes: Mapping[str, Node]
    ties: tuple[Tie, ...]
    sections: Mapping[str, SectionPlace]
    """Thing to the first section that says something of it, by the thing's IRI."""

    @property
    def degrees(self) -> dict[str, int]:
        """How many relations each thing has.

        >>> Whole({}, (Tie("urn:a", "involves", "urn:b", "urn:s", "Stated", ()),), {}).degrees
        {'urn:a': 1, 'urn:b': 1}
        """
        counts: dict[str, int] = defaultdict(int)
        for tie in self.ties:
            counts[tie.subject] += 1
            counts[tie.object] += 1
        return dict(counts)


def whole(rows: Rows) -> Whole:
    """Return all relations of a graph, sorted.

    >>> from graph import PolicyGraph
    >>> whole(PolicyGraph.open("memory")).ties
    ()
    """
    backing: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows.rows(_BACKING):
        said = (str(row["grade"]).removeprefix(POL), str(row["document"]), str(row["section"]))
        backing[str(row["statement"])].append(said)
    places = _sections(rows, backing)
    ties, first = [], dict[str, SectionPlace]()
    for row in rows.rows(_STATEMENTS):
        held = backing.get(str(row["statement"]), [])
        tie = _tie(row, held)
        ties.append(tie)
        said_in = [places[section] for _, _, section in held if section in places]
        for iri in (tie.subject, tie.object):
            if said_in:
                first[iri] = min([*said_in, *([first[iri]] if iri in first else [])])
    nodes = Neighbourhood(rows).names_where(_THINGS, (iri for tie in ties for iri in (tie.subject, tie.object)))
    return Whole(dict(sorted(nodes.items())), _stated(ties), dict(sorted(first.items())))


def _tie(row: Row, backing: list[tuple[str, str, str]]) -> Tie:
    return Tie(
        subject=str(row["subject"]),
        predicate=str(row["predicate"]).removeprefix(POL),
        object=str(row["object"]),
        statement=str(row["statement"]),
        grade=min((grade for grade, _, _ in backing), key=GRADES.index, default=BACKGROUND),
        documents=tuple(sorted({document.rpartition("/")[2] for _, document, _ in backing})),
    )


def _stated(ties: list[Tie]) -> tuple[Tie, ...]:
    """Return each relation once: an assertion of a text before the background statement of the same."""
    best: dict[tuple[str, str, str], tuple[int, str, Tie]] = {}
    for tie in ties:
        said, rank = (tie.subject, tie.predicate, tie.object), (GRADES.index(tie.grade), tie.statement, tie)
        best[said] = min(rank, best.get(said, rank))
    return tuple(tie for _, (_, _, tie) in sorted(best.items()))


def _sections(rows: Rows, backing: Mapping[str, list[tuple[str, str, str]]]) -> dict[str, SectionPlace]:
    documents = {section: document for held in backing.values() for _, document, section in held}
    found: dict[str, SectionPlace] = {}
    for row in rows.rows(_SECTIONS):
        section = str(row["section"])
        if section in documents:
            document = documents[section].rpartition("/")[2]
            heading = f"{row.get('number', '')}{row.get('heading', '')}"
            found[section] = SectionPlace(document, int(row["ordinal"]), heading, section)
    return found
