"""From the proofs of an answer to quotes: the whole sentence, the way to it through the outline, the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rdflib import Literal, URIRef

from graph.engines import Rows
from graph.questions.answer import Proof
from graph.things import Quote, quote_of, trails_of

_AT_ONCE = 500
"""Passages in one query: servers refuse queries of some hundred kilobytes."""
_PASSAGES = """SELECT DISTINCT ?exact ?start ?end ?sentence ?said ?section ?document ?label ?title {
  VALUES ?exact { $texts }
  ?passage pol:exact ?exact ; pol:start ?start ; pol:end ?end .
  { ?passage pol:inSentence ?sentence } UNION { ?passage a pol:Sentence . BIND(?passage AS ?sentence) }
  ?sentence pol:exact ?said ; dcterms:isPartOf ?section ; pol:inDocument ?document .
  ?document skos:prefLabel ?label .
  OPTIONAL { ?document dcterms:title ?title }
}"""


def proof_quotes(rows: Rows, proofs: Iterable[Proof]) -> dict[Proof, Quote]:
    """Return each proof as the quote that it is; one whose passage the graph does not hold has no entry.

    Arguments: rows, the graph; proofs, of an answer. One that does not name the document it stands in is found in the
    first one that has its words at its place.

    >>> from graph import PolicyGraph
    >>> proof_quotes(PolicyGraph.open("memory"), [Proof("方案", 3, 5, "沈阳", "Stated", "")])
    {}
    """
    wanted = list(dict.fromkeys(proofs))
    found: dict[tuple[str, int, int, str], Quote] = {}
    texts = sorted({proof.quote for proof in wanted})
    for first in range(0, len(texts), _AT_ONCE):
        some = [Literal(text) for text in texts[first : first + _AT_ONCE]]
        answers = rows.rows(_PASSAGES, texts=some)
        trails = trails_of(rows, {URIRef(row["section"]) for row in answers})
        for row in sorted(answers, key=lambda row: (str(row["document"]), str(row["sentence"])), reverse=True):
            quote = quote_of(row, trails, grade="", title=str(row.get("title", row["label"])))
            for document in (quote.document, str(row["label"]), ""):
                found[quote.exact, quote.start, quote.end, document] = quote
    located = {
        proof: next(
            (found[known] for name in (proof.iri, proof.document, "") if (known := (*_place(proof), name)) in found),
            None,
        )
        for proof in wanted
    }
    return {proof: replace(quote, grade=proof.grade) for proof, quote in located.items() if quote}


def _place(proof: Proof) -> tuple[str, int, int]:
    return proof.quote, proof.start, proof.end
