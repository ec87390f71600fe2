"""A sentence and what was read in it, so that a person can say what was misread and what is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from rdflib import URIRef
from rdflib.term import Identifier

from graph.corrections import ATTRIBUTES, FACT, Correction
from graph.engines import Rows
from graph.errors import GraphError
from graph.pages.document_view import SentenceView, document_view
from graph.rdf import POL, fitting_relations, shorten
from graph.things import Said, nodes_of

_ATTRIBUTES = "SELECT ?target ?name ?value { VALUES ?target { $targets } ?target ?name ?value }"

_DOCUMENT = "SELECT ?document { ?graph dcterms:identifier $id ; prov:wasDerivedFrom ?document }"
_SENTENCES = """SELECT DISTINCT ?sentence { ?graph dcterms:identifier $id ; prov:wasDerivedFrom ?document .
  ?sentence a pol:Sentence ; pol:inDocument ?document ; pol:exact $text }"""
_CORRECTED = """SELECT ?evidence { VALUES ?sentence { $sentences }
  ?evidence pol:inSentence ?sentence ; pol:correctedBy $who }"""
_STATED = """SELECT DISTINCT ?subject ?predicate ?object { VALUES ?sentence { $sentences }
  ?evidence pol:inSentence ?sentence . ?statement pol:evidence ?evidence ; rdf:subject ?subject ;
    rdf:predicate ?predicate ; rdf:object ?object }"""


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact that was read in a sentence, with what can be wrong with it."""

    said: Said
    subject: str
    object: str
    """Its ends as a correction writes them."""
    parts: Mapping[str, str]
    """What can be wrong, each with how it was read; the first is the fact as a whole."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence with the facts that were read in it."""

    document: str
    title: str
    sentence: SentenceView
    facts: tuple[ReadFact, ...]


def read_sentence(rows: Rows, document_id: str, start: int) -> ReadSentence:
    """Return the sentence that holds an offset of a document.

    Arguments: rows, the graph; document_id; start, in code points of the canonical text.
    Raises GraphError where there is no such document, or no sentence there.
    """
    view = document_view(rows, document_id)
    held = next((one for one in view.sentences if one.start <= start < one.end), None)
    if held is None:
        raise GraphError(document_id, f"no sentence stands at {start}", "open it from its quote")
    attributes = _attributes(rows, {said.object.iri for said in held.said if said.object.kind == "Target"})
    once = {(one.subject.iri, one.predicate, one.object): one for one in held.said if one.predicate != "inSection"}
    facts = (_fact(one, attributes.get(one.object.iri, {})) for one in once.values())
    return ReadSentence(document_id, view.card.title, held, tuple(facts))


def _attributes(rows: Rows, targets: set[URIRef]) -> dict[URIRef, dict[str, str]]:
    found: dict[URIRef, dict[str, str]] = defaultdict(dict)
    answers = rows.rows(_ATTRIBUTES, targets=sorted(targets)) if targets else []
    nodes = nodes_of(rows, {URIRef(row["value"]) for row in answers if str(row["name"]) == f"{POL}indicator"})
    for row in answers:
        name = shorten(str(row["name"]))
        if name in ATTRIBUTES:
            value = row["value"]
            found[URIRef(row["target"])][name] = nodes[value].label if isinstance(value, URIRef) else str(value)
    return found


def _fact(said: Said, attributes: Mapping[str, str]) -> ReadFact:
    parts = {FACT: ""}
    if attributes:
        parts |= {"subject": said.subject.label}
        parts |= {name: attributes[name] for name in ATTRIBUTES if name in attributes}
        # A year that the text names and the program missed can be put in.
        parts.setdefault("targetYear", "")
    else:
        if said.subject.kind not in _OF_DOCUMENT:
            parts["subject"] = said.subject.label
        if said.object.kind and len(fitting_relations(said.subject.kind, said.object.kind)) > 1:
            parts["relation"] = said.predicate
        if said.object.kind not in _OF_DOCUMENT:
            parts["object"] = said.object.label
    ends = (shorten(str(said.subject.iri)), shorten(str(said.object.iri)) if said.object.kind else said.object.label)
    return ReadFact(said, *ends, parts)


_OF_DOCUMENT = frozenset(
    {"TaskArea", "KeyTask", "Action", "SafeguardMeasure", "Section", "Plan", "Interpretation", "PolicyDocument"}
)
"""Classes of things that belong to one document: another one cannot be named in their place."""


Standing = Literal["made", "waiting", "changed"]


def standing(rows: Rows, one: Correction) -> Standing:
    """Return what became of a correction in a graph.

    Arguments: rows, the graph; one. It is `made`, or `waiting` for the next build, or its sentence has `changed`.
    """
    held = rows.rows(_DOCUMENT, id=one.document)
    sentences = [URIRef(row["sentence"]) for row in rows.rows(_SENTENCES, id=one.document, text=one.text)]
    if not sentences:
        return "changed" if held else "waiting"
    if one.wrong != FACT:
        return "made" if rows.rows(_CORRECTED, sentences=sentences, who=one.who) else "waiting"
    still = {
        (shorten(str(row["subject"])), shorten(str(row["predicate"])), _as_written(row["object"]))
        for row in rows.rows(_STATED, sentences=sentences)
    }
    return "waiting" if (one.subject, one.relation, one.object) in still else "made"


def _as_written(term: Identifier) -> str:
    return shorten(str(term)) if isinstance(term, URIRef) else str(term)
