"""Industries that follow from what was read: of a positioning's name, of a target's indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.findings import Claim
from extract.reading import Reading
from extract.values import Entity

RULE = "industry_links"


def _named_by(claim: Claim) -> str:
    """The words in the object of a claim that may name an industry."""
    if not isinstance(claim.object, Entity):
        return ""
    if claim.predicate == "hasPositioning":
        return claim.object.key
    if claim.predicate == "hasTarget":
        return claim.object.key.partition("·")[2].partition("占")[0]
    return ""


def read(reading: Reading, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the industries that a place's positionings and targets name.

    A place that is to be an 航空产业基地 concerns 航空产业, and so does the positioning itself; the quote and the grade are
    those of the claim they follow from. Arguments: reading; claims, what the rules read before.

    >>> from extract.pipeline import claims
    >>> claims("沈阳建设航空产业基地。", "concernsIndustry")
    ['沈阳市 → 航空产业', '航空产业基地 → 航空产业']
    """
    for claim in claims:
        label = _named_by(claim)
        if not label:
            continue
        for name in reading.names.within(claim.start, claim.end, "industry"):
            if reading.text[name.start : name.end] in label:
                industry = name.entities[0]
                yield Claim(claim.subject, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
                if claim.predicate == "hasPositioning" and isinstance(claim.object, Entity):
                    yield Claim(claim.object, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
