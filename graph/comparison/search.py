"""From two sides to what they say differently."""

from __future__ import annotations

from rdflib import URIRef

from graph.comparison.changes import KINDS, Change, Comparison, Kind, Shift
from graph.comparison.claims import TARGET, Claim, claims_of
from graph.comparison.pairing import Pair, pairs_of
from graph.comparison.side_by_side import side_by_side
from graph.comparison.sides import Side, document_side, graph_side, names_of
from graph.engines import Rows, graph_hash
from graph.things import Quote, quotes_of

_FACETS = (*TARGET, "commitment", "hasMember", "involves", "concernsIndustry", "responsibleOrganization")
"""Facets in the order in which they are told; others follow by name."""


def compare_documents(rows: Rows, before: str, after: str) -> Comparison:
    """Return what two documents of a graph say differently.

    Arguments: rows, the graph; before and after, each an id, a title or an IRI of a document.
    Raises GraphError where the graph holds no such document, or several of a title.
    """
    return _compared(document_side(rows, before), document_side(rows, after))


def compare_graphs(before: Rows, after: Rows, names: tuple[str, str]) -> Comparison:
    """Return what two graphs say differently.

    Arguments: before; after; names, what the two are called.

    >>> from graph import PolicyGraph
    >>> graph = PolicyGraph.open("memory")
    >>> compare_graphs(graph, graph, ("a", "b")).changes
    ()
    """
    return _compared(graph_side(before, names[0]), graph_side(after, names[1]))


def _compared(before: Side, after: Side) -> Comparison:
    # Where each side is one document, that document is the same thing on both, whatever it is called there.
    sides = (before, after) if before.rows is not after.rows else (before,)
    own = "this document" if len(before.cards) == len(after.cards) == 1 else ""
    pairs = pairs_of(claims_of(before, own), claims_of(after, own))
    differing = [pair for pair in pairs if not pair.same]
    quoted = _Quotes(before, [pair.before for pair in differing]), _Quotes(after, [pair.after for pair in differing])
    changes = tuple(sorted((_change(pair, *quoted) for pair in differing), key=_order))
    return Comparison(
        names=names_of(before, after),
        before_documents=before.cards,
        after_documents=after.cards,
        changes=changes,
        together=side_by_side(changes, before, after),
        same=len(pairs) - len(differing),
        digests=tuple(dict.fromkeys(graph_hash(side.rows) for side in sides)),
    )


class _Quotes:
    """The passages that back the claims of one side."""

    def __init__(self, side: Side, claims: list[Claim | None]) -> None:
        statements = {one for claim in claims if claim is not None for one in claim.all_statements}
        self._found = quotes_of(side.rows, statements)
        self._documents = {str(card.iri) for card in side.cards} if side.of_document else None

    def of(self, claim: Claim | None, facets: tuple[str, ...]) -> tuple[Quote, ...]:
        """Return what backs some facets of a claim; where nothing does, or none are named, what backs the claim."""
        if claim is None:
            return ()
        own = {one for name in facets if name in claim.facets for one in claim.facets[name].statements}
        wanted = own or claim.statements or claim.all_statements
        return tuple(sorted({quote for one in wanted for quote in self._of(one)}, key=_place))

    def _of(self, statement: URIRef) -> list[Quote]:
        # Equal statements of several documents are one: of a document only its own passages count.
        found = self._found.get(statement, ())
        return [one for one in found if self._documents is None or one.document in self._documents]


def _place(quote: Quote) -> tuple[str, int, Quote]:
    return quote.document, quote.start, quote


def _change(pair: Pair, before: _Quotes, after: _Quotes) -> Change:
    claim = pair.after or pair.before
    assert claim is not None
    kind: Kind = "dropped" if pair.after is None else "added" if pair.before is None else "changed"
    facets = pair.shifted or tuple(claim.facets)
    named = pair.shifted if kind == "changed" else ()
    return Change(
        kind=kind,
        subject=claim.subject.label,
        subject_kind=claim.subject.kind,
        term=claim.term,
        object=claim.object,
        object_kind=claim.object_kind,
        shifts=tuple(
            Shift(name, _values(pair.before, name), _values(pair.after, name)) for name in sorted(facets, key=_rank)
        ),
        before=before.of(pair.before, named),
        after=after.of(pair.after, named),
        named=(claim.subject, *sorted({*claim.named, *(pair.before.named if pair.before else ())})),
    )


def _values(claim: Claim | None, facet: str) -> tuple[str, ...]:
    return tuple(sorted(claim.facets[facet].values.values())) if claim is not None and facet in claim.facets else ()


def _rank(facet: str) -> tuple[int, str]:
    return _FACETS.index(facet) if facet in _FACETS else len(_FACETS), facet


def _order(change: Change) -> tuple[int, str, int, str, str, str]:
    first = next(iter((*change.after, *change.before)), None)
    where = (first.document, first.start) if first is not None else ("", 0)
    return KINDS.index(change.kind), *where, change.term, change.subject, change.object
