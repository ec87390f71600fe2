"""Industries that follow from what was read: of a positioning's name, of a target's indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extract.findings import Claim, Coined, Finding
from extract.industries.lexicon import describe_industry, known_name
from extract.reading import Reading
from extract.values import Entity
from extract.wordlists import table, word_classes

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


def _of_center(reading: Reading, claim: Claim) -> Iterator[Finding]:
    """Yield the field of a center, where the lexicon knows it and a word of reach stands before it: 区域性金融中心."""
    center = claim.object
    if claim.predicate != "hasPositioning" or not isinstance(center, Entity) or center.kind != "Center":
        return
    heads = [one for one, (kind,) in table("positioning_heads.tsv", "head", "class").items() if kind == "Center"]
    head = max((one for one in heads if center.key.endswith(one)), key=len, default=center.key)
    body = center.key.removesuffix(head)
    reaches = tuple(word_classes()["scoping"])
    ends = (body[at:] for at in range(1, len(body) - 1) if body[:at].endswith(reaches))
    field = next((one for one in ends if known_name(one)), "")
    start = reading.text.find(field + head, claim.start, claim.end) if field else -1
    if start < 0:
        return
    industry = Entity("Industry", known_name(field) or field)
    yield Coined(describe_industry(industry, [field]), start, start + len(field))
    yield Claim(claim.subject, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
    yield Claim(center, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)


def read(reading: Reading, claims: Iterable[Claim]) -> Iterator[Finding]:
    """Yield the industries that a place's positionings and targets name.

    A place that is to be an 航空产业基地 concerns 航空产业, and so does the positioning itself; the quote and the grade are
    those of the claim they follow from. Arguments: reading; claims, what the rules read before.

    >>> from extract.pipeline import claims
    >>> claims("沈阳建设航空产业基地。", "concernsIndustry")
    ['沈阳市 → 航空产业', '航空产业基地 → 航空产业']
    >>> claims("沈阳建设区域性金融中心、科技创新中心。", "concernsIndustry")
    ['沈阳市 → 金融业', '区域性金融中心 → 金融业']
    """
    for claim in claims:
        label = _named_by(claim)
        if not label:
            continue
        named = reading.names.within(claim.start, claim.end, "industry")
        named = [name for name in named if reading.text[name.start : name.end] in label]
        if not named:
            yield from _of_center(reading, claim)
        for name in named:
            industry = name.entities[0]
            yield Claim(claim.subject, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
            if claim.predicate == "hasPositioning" and isinstance(claim.object, Entity):
                yield Claim(claim.object, "concernsIndustry", industry, claim.start, claim.end, claim.grade, RULE)
