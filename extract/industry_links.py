"""Industries that follow from what was read: of a positioning's name, of a target's indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.findings import Claim
from extract.industries.lexicon import lexicon_names as find_industries
from extract.values import Entity

RULE = "industry_links"


@lru_cache(maxsize=4096)
def _industries(label: str) -> tuple[Entity, ...]:
    return tuple(dict.fromkeys(name.entities[0] for name in find_industries(label, [])))


def _named_by(claim: Claim) -> str:
    """The words in the object of a claim that may name an industry."""
    if not isinstance(claim.object, Entity):
        return ""
    if claim.predicate == "hasPositioning":
        return claim.object.key
    if claim.predicate == "hasTarget":
        return claim.object.key.partition("·")[2].partition("占")[0]
    return ""


def read(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the industries that a place's positionings and targets name.

    A place that is to be an 区域性金融中心 concerns 金融业, and so does the positioning itself; the quote and the grade are
    those of the claim they follow from.

    >>> shenyang, center = Entity("City", "沈阳市"), Entity("Center", "区域性金融中心")
    >>> given = Claim(shenyang, "hasPositioning", center, 0, 11, "Stated", "parallel_subjects")
    >>> [(claim.subject.key, claim.object.key) for claim in read([given])]
    [('沈阳市', '金融业'), ('区域性金融中心', '金融业')]
    """
    for claim in claims:
        for industry in _industries(_named_by(claim)):
            yield Claim(claim.subject, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
            if claim.predicate == "hasPositioning" and isinstance(claim.object, Entity):
                yield Claim(claim.object, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
