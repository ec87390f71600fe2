"""References of the documents on which rests what is taken away, and what it leaves out."""

from __future__ import annotations

import json
import re

from graph.citations import Source, bibtex, csl_json, sources_of
from graph.export.taken import Taken
from graph.things import documents

_MARKS = re.compile(r"[@{}\s]+")
"""What would begin or end something in BibTeX."""


def bibtex_of(taken: Taken) -> bytes:
    """Return the references as BibTeX; of a part of a graph a comment above them says what it is."""
    told = "" if taken.is_whole else f"@comment{{{_MARKS.sub(' ', taken.about.sentence)}}}\n\n"
    return (told + bibtex(_cited(taken))).encode()


def csl_json_of(taken: Taken) -> bytes:
    """Return the references as CSL-JSON; of a part of a graph `custom` of each says what it is, which no style prints."""
    written = csl_json(_cited(taken))
    if not taken.is_whole:
        items = [one | {"custom": {"policygraph": taken.about.sentence}} for one in json.loads(written)]
        written = json.dumps(items, ensure_ascii=False, indent=1) + "\n"
    return written.encode()


def _cited(taken: Taken) -> dict[str, Source]:
    """The documents, by their ids."""
    known = sources_of(taken.graph)
    backing = {quote.document for quote in taken.selection.quotes}
    return {
        card.id: known[str(card.iri)]
        for card in sorted(documents(taken.graph), key=lambda card: card.id)
        if taken.is_whole or (card.id in taken.documents if taken.documents else str(card.iri) in backing)
    }
