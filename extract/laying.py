"""Lay down what the rules found: one fact for equal claims, with all its evidence, and every thing described once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from extract.findings import Claim, Coined, Finding
from extract.gate import passed, refusal
from extract.gazetteer import LEVELS, gazetteer
from extract.groups import Group
from extract.industries.lexicon import describe_industry
from extract.names.organizations import short_names
from extract.own_title import title_text
from extract.reading import Reading
from extract.spans import merged, stripped
from extract.values import Description, Entity, Evidence, Fact, Facts, Grade, Mention, Sentence
from extract.wordlists import split, table

_WHOLE = "全文"
"""What section 0 is called where it has no heading: a title there would be a second thing of the document's name."""
_ENTITY = attrgetter("kind", "key", "scope")
_GRADES = ("Stated", "Listed", "Inherited", "Expanded")


def _with_furniture(reading: Reading, found: Iterable[Claim]) -> tuple[Sentence, ...]:
    """The sentences, and the page furniture that backs a claim (来源:…), each as a sentence of its own."""
    offsets = sorted({claim.start for claim in found})
    spans = [
        stripped(reading.text, start, end, " \n")
        for start, end in reading.furniture
        if bisect_left(offsets, start) < bisect_left(offsets, end)
    ]
    sections = reading.sections
    added = [
        Sentence(0, start, end, max(s.ordinal for s in sections if s.start <= start < s.end)) for start, end in spans
    ]
    ordered = sorted([*reading.sentences, *added], key=lambda sentence: sentence.start)
    return tuple(
        one if one.ordinal == ordinal else replace(one, ordinal=ordinal) for ordinal, one in enumerate(ordered)
    )


class _Locator:
    """Finds the sentence that holds an offset."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def sentence(self, start: int) -> int:
        return max(0, bisect_right(self._starts, start) - 1)

    def passages(self, spans: Iterable[tuple[int, int]]) -> set[tuple[int, int, int]]:
        """Start, end and sentence of each part of spans that lies in one sentence; all of a span where none holds it.

        What spans share is walked once: those of a text that repeats itself may all reach from one end of it to the other.
        """
        parts: set[tuple[int, int, int]] = set()
        between = []
        for start, end in spans:
            first, last = self.sentence(start), self.sentence(max(start, end - 1))
            ends = [one for at in {first, last} for one in self._sentences[at : at + 1]]
            cut = {(max(start, s.start), min(end, s.end), s.ordinal) for s in ends if s.start < end and start < s.end}
            if last > first + 1:
                between.append((first + 1, last))
            elif not cut:
                cut = {(start, end, first)}
            parts |= cut
        for first, last in merged(between):
            parts.update((one.start, one.end, one.ordinal) for one in self._sentences[first:last])
        return parts


def _facts(claims: Iterable[Claim], locator: _Locator) -> tuple[Fact, ...]:
    grouped: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        kind = type(claim.object).__name__
        grouped.setdefault((claim.subject, claim.predicate, kind, claim.object), []).append(claim)
    found = []
    for same in grouped.values():
        told: dict[tuple[Grade, str], list[tuple[int, int]]] = {}
        for claim in same:
            told.setdefault((claim.grade, claim.rule), []).append((claim.start, claim.end))
        evidence = {
            Evidence(start, end, sentence, grade, rule)
            for (grade, rule), spans in told.items()
            for start, end, sentence in locator.passages(spans)
        }
        ordered = sorted(evidence, key=lambda e: (e.start, e.end, _GRADES.index(e.grade), e.rule))
        found.append(Fact(same[0].subject, same[0].predicate, same[0].object, _strongest(ordered)))
    return tuple(
        sorted(found, key=lambda f: (f.evidence[0].start, f.evidence[0].end, f.predicate, f.subject, str(f.object)))
    )


def _strongest(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """One grade for a passage: the strongest that a rule read in it."""
    kept: dict[tuple[int, int, str], Evidence] = {}
    for one in evidence:
        kept.setdefault((one.start, one.end, one.rule), one)
    return tuple(kept.values())


def _mentions(
    reading: Reading, groups: Mapping[str, Group], coined: Iterable[Coined], locator: _Locator
) -> tuple[Mention, ...]:
    spans: dict[tuple[int, int], list[Entity]] = {}

    def add(start: int, end: int, entities: Iterable[Entity]) -> None:
        spans.setdefault((start, end), []).extend(entities)

    for name in reading.names.within(0, len(reading.text) + 1):
        add(name.start, name.end, [entity for entity in name.entities if not refusal(entity.kind, entity.name)])
    for start, end, entity in reading.cited:
        if not (reading.title[0] <= start and end <= reading.title[1]):
            add(start, end, [entity])
    if reading.title[1]:
        add(*reading.title, [reading.entity])
    for one in coined:
        add(one.start, one.end, [one.description.entity])
    for phrase in reading.phrases:
        group = groups.get(phrase.label)
        if group is not None:
            add(phrase.start, phrase.end, [group.entity])
    return tuple(
        Mention(start, end, locator.sentence(start), tuple(dict.fromkeys(entities)))
        for (start, end), entities in sorted(spans.items())
        if entities
    )


def _entities_of(
    facts: Iterable[Fact], mentions: Iterable[Mention], described: Iterable[Description]
) -> Iterator[Entity]:
    for fact in facts:
        yield fact.subject
        if isinstance(fact.object, Entity):
            yield fact.object
    for mention in mentions:
        yield from mention.refers_to
    for description in described:
        yield from (value for _, value in description.attributes if isinstance(value, Entity))


def _surfaces(reading: Reading) -> dict[Entity, set[str]]:
    """Names by which the text calls its regions, without those of divisions: 广州 of 广州、深圳都市圈 is no name of the region."""
    found: dict[Entity, set[str]] = {}
    for name in reading.names.within(0, len(reading.text) + 1, "place"):
        written = reading.text[name.start : name.end]
        if name.entities[0].kind == "Region" and written not in gazetteer().by_name:
            found.setdefault(name.entities[0], set()).add(written)
    return found


def _describe(entity: Entity, reading: Reading, surfaces: Mapping[Entity, set[str]]) -> Description:
    """What the lexicon knows of a thing that no rule described."""
    if entity == reading.entity:
        title = title_text(reading.text, reading.title) or reading.document.metadata.title or reading.document.id
        return Description(entity, title)
    if entity.kind == "Place":
        return Description(entity, entity.key)
    if entity.kind in LEVELS:
        place = next(p for p in gazetteer().official(entity.name) if p.entity == entity)
        return Description(entity, place.official_name, place.short_names)
    if entity.kind == "Region":
        others = table("regions.tsv", "name", "other_names").get(entity.key, ("",))[0]
        names = {*split(others), *surfaces.get(entity, set())} - {entity.key}
        return Description(entity, entity.key, tuple(sorted(names)))
    if entity.kind == "Industry":
        return describe_industry(entity)
    if entity.kind == "Organization":
        others = table("organizations.tsv", "name", "other_names").get(entity.key, ("",))[0]
        return Description(entity, entity.key, split(others) or short_names(entity.key))
    if entity.kind == "Section":
        section = reading.sections[int(entity.key)]
        return Description(entity, section.heading or section.number or _WHOLE)
    return Description(entity, entity.key)


def described_as(entity: Entity, reading: Reading) -> Description:
    """Label and aliases of a thing of a text that no rule described, as they will be laid down."""
    return _describe(entity, reading, _surfaces(reading))


def _descriptions(entities: Iterable[Entity], coined: Iterable[Coined], reading: Reading) -> tuple[Description, ...]:
    known: dict[Entity, Description] = {}
    for one in coined:
        description = one.description
        before = known.get(description.entity)
        if before is None or (description.attributes and not before.attributes):
            known[description.entity] = description
    surfaces = _surfaces(reading)
    wanted = dict.fromkeys([reading.entity, *entities])
    described: dict[Entity, Description] = {}
    for entity in wanted:
        bare = known.get(entity)
        keep = bare is not None and entity.kind not in (*LEVELS, "Region")
        described[entity] = bare if bare is not None and keep else _describe(entity, reading, surfaces)
    broader = [v for d in described.values() for _, v in d.attributes if isinstance(v, Entity) and v not in described]
    while broader:
        entity = broader.pop()
        described[entity] = _describe(entity, reading, surfaces)
        broader += [v for _, v in described[entity].attributes if isinstance(v, Entity) and v not in described]
    return tuple(described[entity] for entity in sorted(described, key=_ENTITY))


def lay_down(reading: Reading, groups: Mapping[str, Group], found: Sequence[Finding]) -> Facts:
    """Return the facts of a document.

    Arguments: reading; groups, the text's phrases with members; found, what the rules yielded, in any order. Equal claims
    become one fact; offsets are code points into the canonical text.
    """
    kept, refused = passed(found)
    claims = [one for one in kept if isinstance(one, Claim)]
    sentences = _with_furniture(reading, claims)
    locator = _Locator(sentences)
    coined = [one for one in kept if isinstance(one, Coined)]
    facts = _facts(claims, locator)
    mentions = _mentions(reading, groups, coined, locator)
    sections = [Entity("Section", str(section.ordinal), reading.document.id) for section in reading.sections]
    described = [one.description for one in coined]
    entities = [*_entities_of(facts, mentions, described), *sections, reading.entity]
    return Facts(
        reading.document,
        reading.entity,
        reading.sections,
        sentences,
        mentions,
        _descriptions(entities, coined, reading),
        facts,
        reading.unresolved,
        refused,
    )
