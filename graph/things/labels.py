"""Labels of many things at once."""

from __future__ import annotations

from collections.abc import Iterable

from rdflib import Literal, URIRef
from rdflib.term import Node

from graph.engines import Rows
from graph.rdf import POL, Language, shorten, terms
from graph.rdf import label as term_label

_LABELS = "SELECT DISTINCT ?thing ?label { VALUES ?thing { $things } ?thing skos:prefLabel ?label }"


def labels_of(rows: Rows, things: Iterable[Node], language: Language = "zh") -> dict[URIRef, str]:
    """Return the labels of things, and of terms of the ontology; what has none has no entry.

    Arguments: rows, the graph; things, other than URIRefs are passed over; language, preferred.
    """
    wanted = sorted({thing for thing in things if isinstance(thing, URIRef)})
    found = {thing: name for thing in wanted if (name := _of_term(thing, language))}
    rest = [thing for thing in wanted if thing not in found]
    labels: dict[URIRef, tuple[bool, str]] = {}
    for row in rows.rows(_LABELS, things=rest) if rest else []:
        thing, label = URIRef(row["thing"]), row["label"]
        said = (isinstance(label, Literal) and label.language not in (language, None), str(label))
        labels[thing] = min(labels.get(thing, said), said)
    return found | {thing: text for thing, (_, text) in labels.items()}


def _of_term(thing: URIRef, language: Language) -> str:
    name = shorten(str(thing))
    return term_label(name, language) if thing.startswith(POL) or name in terms() else ""
