"""Changes beside the sentences of both sides, also where only one of them says something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rdflib import URIRef

from graph.comparison.changes import Change, Together
from graph.comparison.sides import Side
from graph.things import Quote, quote_of, trails_of

_SENTENCES = """?sentence a pol:Sentence ; pol:exact ?said ; pol:start ?start ; pol:end ?end ; pol:inDocument ?document ;
  dcterms:isPartOf ?section ."""
_ALIKE = 62
"""Percent of likeness from which two sentences are shown side by side; below it they merely share words."""


def side_by_side(changes: Sequence[Change], before: Side, after: Side) -> tuple[Together, ...]:
    """Return changes by their sentences, in the order given.

    Arguments: changes; before and after, the sides. A claim that only one side makes stands beside the most alike
    sentence of the other side, where one is alike.
    """
    partners = _Partners(changes, before, after)
    groups: dict[tuple[str, str], list[Change]] = {}
    for one in changes:
        groups.setdefault(partners.key(one), []).append(one)
    return tuple(
        Together(
            before=_each([one.before for one in found]) or partners.shown(key[0]),
            after=_each([one.after for one in found]) or partners.shown(key[1]),
            changes=tuple(found),
        )
        for key, found in groups.items()
    )


class _Partners:
    """Which sentence of one side belongs beside which of the other."""

    def __init__(self, changes: Sequence[Change], before: Side, after: Side) -> None:
        self._quotes: dict[str, Quote] = {}
        forward = {one.before[0].sentence: one.after[0].sentence for one in changes if one.before and one.after}
        backward = {new: old for old, new in forward.items()}
        lone_before = _each([one.before for one in changes if one.before and one.before[0].sentence not in forward])
        lone_after = _each([one.after for one in changes if one.after and one.after[0].sentence not in backward])
        olds, news = _candidates(before, changes, "before"), _candidates(after, changes, "after")
        # A sentence that the other side has too has its partner there.
        alike = {one.said for one in olds} & {one.said for one in news}
        olds, news = ([one for one in ones if one.said not in alike] for ones in (olds, news))
        for old, new in _most_alike(lone_before, news, set(forward.values())):
            forward[old.sentence], backward[new.sentence] = new.sentence, old.sentence
            self._quotes[new.sentence] = new
        still = [one for one in lone_after if one.sentence not in backward]
        for new, old in _most_alike(still, olds, set(forward)):
            forward[old.sentence], backward[new.sentence] = new.sentence, old.sentence
            self._quotes[old.sentence] = old
        self._forward, self._backward = forward, backward

    def key(self, change: Change) -> tuple[str, str]:
        """Return the sentences between which a change stands; an empty one where a side has none."""
        old = change.before[0].sentence if change.before else ""
        new = change.after[0].sentence if change.after else ""
        return old or self._backward.get(new, ""), new or self._forward.get(old, "")

    def shown(self, sentence: str) -> tuple[Quote, ...]:
        """Return a sentence that backs no change, to be shown beside one that does."""
        return (self._quotes[sentence],) if sentence in self._quotes else ()


def _most_alike(ones: Iterable[Quote], others: list[Quote], taken: set[str]) -> list[tuple[Quote, Quote]]:
    """Return pairs of sentences that are alike, each sentence once, the most alike first."""
    free = [other for other in others if other.sentence not in taken]
    texts = [other.said for other in free]
    scored = [
        (score, -one.start, one, free[index])
        for one in ones
        for _, score, index in process.extract(one.said, texts, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    ]
    pairs: list[tuple[Quote, Quote]] = []
    used: set[str] = set()
    for _, _, one, other in sorted(scored, reverse=True):
        if not {one.sentence, other.sentence} & used:
            used |= {one.sentence, other.sentence}
            pairs.append((one, other))
    return pairs


def _candidates(side: Side, changes: Sequence[Change], name: str) -> list[Quote]:
    """Return the sentences of a document; of a whole graph, which may have very many, those that back a change."""
    if not side.of_document:
        return list(_each([one.before if name == "before" else one.after for one in changes]))
    rows = side.ask(_SENTENCES, "?sentence ?said ?start ?end ?document ?section")
    trails = trails_of(side.rows, {URIRef(row["section"]) for row in rows})
    return [quote_of({**row, "exact": row["said"]}, trails, "", side.cards[0].title) for row in rows]


def _each(quotes: Iterable[Sequence[Quote]]) -> tuple[Quote, ...]:
    """Return one passage for each sentence, the first of it, in their order."""
    found: dict[str, Quote] = {}
    for some in quotes:
        for one in some:
            found.setdefault(one.sentence, one)
    return tuple(found.values())
