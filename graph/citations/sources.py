"""What is known of the documents of a graph that a reference names: an empty field is not known, and never guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Rows
from graph.things import documents

_KNOWN = """SELECT DISTINCT ?document ?issuer ?publisher ?number {
  ?graph a pol:DocumentGraph ; prov:wasDerivedFrom ?document .
  OPTIONAL { ?document pol:issuedBy/skos:prefLabel ?issuer }
  OPTIONAL { ?document pol:publishedBy/skos:prefLabel ?publisher }
  OPTIONAL { ?document pol:documentNumber ?number }
}"""


@dataclass(frozen=True, slots=True)
class Source:
    """A document as a reference names it."""

    title: str
    """That of the document; its id where it has none."""
    issuers: tuple[str, ...] = ()
    """The bodies that issued it."""
    publishers: tuple[str, ...] = ()
    """The bodies that published it where it was found."""
    issued: str = ""
    """YYYY-MM-DD."""
    number: str = ""


def sources_of(rows: Rows) -> Mapping[str, Source]:
    """Return the documents whose text a graph holds, by their IRIs.

    >>> from graph import PolicyGraph
    >>> sources_of(PolicyGraph.open("memory"))
    {}
    """
    known: dict[URIRef, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows.rows(_KNOWN):
        for name, value in row.items():
            known[URIRef(row["document"])][name].add(str(value))
    return {
        str(card.iri): Source(
            title=card.title,
            issuers=tuple(sorted(known[card.iri]["issuer"])),
            publishers=tuple(sorted(known[card.iri]["publisher"])),
            issued=card.issued,
            number=min(known[card.iri]["number"], default=""),
        )
        for card in documents(rows)
    }
