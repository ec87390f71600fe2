"""Words to hits: the sentences that hold them, each with its document, section and facts."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import URIRef

from graph.engines import Row, Rows
from graph.errors import GraphError
from graph.search.conditions import Conditions
from graph.search.hits import Hit, Hits
from graph.search.spelling import pieces, ranges
from graph.search.text_index import TextIndex
from graph.things import Names, said_in_sentences, trails_of

LONGEST = 200
"""Characters that may be searched for at once."""
MOST = 1000
"""Hits that may be asked for at once."""

_SHOWN = """SELECT ?sentence ?exact ?start ?end ?section ?id ?title { VALUES ?sentence { $sentences }
  ?sentence pol:exact ?exact ; pol:start ?start ; pol:end ?end ; dcterms:isPartOf ?section ; pol:inDocument ?document .
  ?graph prov:wasDerivedFrom ?document ; dcterms:identifier ?id .
  OPTIONAL { ?document dcterms:title ?title } }"""


def find(
    rows: Rows, names: Names, index: TextIndex, text: str, conditions: Conditions, limit: int = 20, offset: int = 0
) -> Hits:
    """Return the sentences that hold words.

    Arguments: rows, the graph; names and index, of the same graph; text, words with white space between them, all of which a
    sentence must hold; nothing in it is an operator; conditions; limit, how many hits; offset, how many of the best are passed
    over. Raises GraphError for a text without a word or of more than `LONGEST` characters, and as `Conditions` does.
    """
    searched = pieces(text[: LONGEST + 1])
    if len(text) > LONGEST:
        raise GraphError("search", f"more than {LONGEST} characters", "search for a few words")
    if not searched:
        raise GraphError("search", "no word to look for", "give at least one character or number")
    if not 1 <= limit <= MOST or offset < 0:
        raise GraphError(
            "search", f"limit {limit}, offset {offset}", f"use a limit of 1 to {MOST}, an offset of 0 or more"
        )
    found = index.find(searched, tuple(conditions.groups(names, index)), limit, offset)
    return Hits(text, searched, found.total, shown(rows, [URIRef(iri) for iri in found.sentences], searched))


def shown(rows: Rows, sentences: Sequence[URIRef], searched: Sequence[str]) -> tuple[Hit, ...]:
    """Return sentences as hits, in their order.

    Arguments: rows, the graph; sentences, of it; searched, the pieces whose places in them are marked.
    """
    if not sentences:
        return ()
    about: dict[URIRef, Row] = {}
    for row in sorted(rows.rows(_SHOWN, sentences=list(sentences)), key=lambda row: str(row.get("title", ""))):
        about.setdefault(URIRef(row["sentence"]), row)
    trails = trails_of(rows, {URIRef(row["section"]) for row in about.values()})
    facts = said_in_sentences(rows, about)
    return tuple(
        Hit(
            sentence=str(row["exact"]),
            start=int(row["start"]),
            end=int(row["end"]),
            ranges=ranges(str(row["exact"]), searched),
            document=str(row["id"]),
            title=str(row.get("title", row["id"])),
            section=trails.get(URIRef(row["section"]), ()),
            facts=facts.get(iri, ()),
            iri=iri,
        )
        for iri, row in ((iri, about[iri]) for iri in sentences if iri in about)
    )
