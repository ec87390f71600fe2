"""A graph of many documents, made up: the same at every run, with the hubs that real ones have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from random import Random

from extract.gazetteer import gazetteer
from extract.values import Description, Document, Entity, Evidence, Fact, Facts, Grade, Mention, Section, Sentence
from extract.wordlists import table

TASKS = 110
"""Tasks of one document: about 8,000 triples."""

_VERBS = ("支持", "推动", "加快建设", "探索")
_COMMITMENTS = ("Supporting", "Driving", "Driving", "Exploring")
_HEADS = ("中心", "基地", "枢纽", "示范区", "增长极", "集聚区")
_SCOPES = ("区域性", "国家", "东北", "东北亚", "全国", "沿海", "国际", "综合性")
_SECTIONS = 6
_HOME = 6


@dataclass(slots=True)
class _Draft:
    """A document while it is written: each sentence with what stands in it."""

    id: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    named: dict[Entity, Description] = field(default_factory=dict)

    def name(self, entity: Entity, *aliases: str) -> Entity:
        """Return an entity, from now on described in the document."""
        self.named.setdefault(entity, Description(entity, entity.key, aliases))
        return entity

    def sentence(self, text: str, section: int, names: Sequence[tuple[str, Entity]]) -> int:
        """Write a sentence with the names that stand in it, and return its ordinal."""
        ordinal = len(self.sentences)
        self.sentences.append(Sentence(ordinal, self.length, self.length + len(text), section))
        for name, entity in names:
            start = self.length + text.index(name)
            self.mentions.append(Mention(start, start + len(name), ordinal, (entity,)))
        self.parts.append(text + "\n")
        self.length += len(text) + 1
        return ordinal

    def fact(self, subject: Entity, predicate: str, value: Entity, sentence: int, grade: Grade) -> None:
        """Say something that a whole sentence backs."""
        place = self.sentences[sentence]
        evidence = (Evidence(place.start, place.end - 1, sentence, grade, "made_up"),)
        self.facts.append(Fact(subject, predicate, value, evidence))

    def finished(self) -> Facts:
        """Return the facts of the document."""
        document, itself = Document(self.id, "".join(self.parts)), self.name(Entity("Plan", self.id))
        wholes = [Section(0, None, "", self.id, 0, self.length, 0, 0)]
        parts = [Section(i, 0, f"第{i}部分", f"部分{i}", 0, self.length, 0, 0) for i in range(1, _SECTIONS + 1)]
        for section in (*wholes, *parts):
            entity = Entity("Section", str(section.ordinal), self.id)
            self.named[entity] = Description(entity, section.heading)
        sections, entities = (*wholes, *parts), tuple(self.named.values())
        marked, facts = tuple(self.mentions), tuple(self.facts)
        return Facts(document, itself, sections, tuple(self.sentences), marked, entities, facts, ())


def documents(seed: int = 1, tasks: int = TASKS) -> Iterator[Facts]:
    """Yield the facts of documents without end, each with so many tasks.

    Every sixth one is of Liaoning, the others of the provinces in turn; of a province's cities the first ones are
    named far more often than the last; every fifth task is the province's, as a section's topic makes it.

    >>> first, again = next(documents()), next(documents())
    >>> first == again, len([fact for fact in first.facts if fact.predicate == "inSection"])
    (True, 110)
    """
    random = Random(seed)
    places = gazetteer().places
    provinces = [place for place in places if place.entity.kind == "Province"]
    cities = {
        place.code: [city for city in places if city.parent_code == place.code and city.entity.kind == "City"]
        for place in provinces
    }
    home = next(place for place in provinces if place.official_name == "辽宁省")
    others = [place for place in provinces if len(cities[place.code]) > 2 and place != home]
    for number in count():
        province = home if number % _HOME == 0 else others[number % len(others)]
        held = [(city.entity, city.short_names[0]) for city in cities[province.code]]
        yield _document(f"made-up-{number:05}", province.entity, held, tasks, random)


def _document(
    document_id: str, province: Entity, cities: list[tuple[Entity, str]], tasks: int, random: Random
) -> Facts:
    draft = _Draft(document_id)
    draft.name(province)
    weights = [1 / place for place in range(1, len(cities) + 1)]
    group = draft.name(Entity("PlaceGroup", "双核", document_id), "“双核”")
    cores = cities[:2]
    said = draft.sentence(
        f"发挥{cores[0][1]}、{cores[1][1]}“双核”作用。", 1, [(name, city) for city, name in cores] + [("双核", group)]
    )
    for city, name in cores:
        draft.fact(group, "hasMember", draft.name(city, name), said, "Listed")
    for number in range(tasks):
        section = 1 + number * _SECTIONS // tasks
        chosen = list(dict.fromkeys(random.choices(cities, weights, k=2)))
        _task(draft, number, section, province, group, chosen, random)
    for city, name in dict.fromkeys(random.choices(cities, weights, k=12)):
        _positioning(draft, city, name, random)
    return draft.finished()


def _task(
    draft: _Draft,
    number: int,
    section: int,
    province: Entity,
    group: Entity,
    chosen: list[tuple[Entity, str]],
    random: Random,
) -> None:
    kind, verb = random.randrange(10), random.randrange(len(_VERBS))
    industry = _industry(draft, random)
    shown = "“双核”" if kind == 0 else "、".join(name for _, name in chosen)
    clause = f"{_VERBS[verb]}{shown}{industry.key}项目{number}"
    task = draft.name(Entity("KeyTask" if number % 3 else "Action", clause, draft.id))
    names = [("双核", group)] if kind == 0 else [(name, city) for city, name in chosen]
    said = draft.sentence(clause + "。", section, [*names, (industry.key, industry), (clause, task)])
    draft.fact(task, "inSection", Entity("Section", str(section), draft.id), said, "Stated")
    draft.fact(task, "commitment", Entity("Commitment", _COMMITMENTS[verb]), said, "Stated")
    draft.fact(task, "concernsIndustry", industry, said, "Stated")
    if kind == 0:
        draft.fact(task, "involves", group, said, "Stated")
        for fact in [one for one in draft.facts if one.subject == group and isinstance(one.object, Entity)]:
            assert isinstance(fact.object, Entity)
            draft.fact(task, "involves", fact.object, said, "Expanded")
    else:
        for city, name in chosen:
            draft.fact(task, "involves", draft.name(city, name), said, "Stated")
    if kind < 2:
        draft.fact(task, "involves", province, said, "Inherited")


def _positioning(draft: _Draft, city: Entity, name: str, random: Random) -> None:
    industry = _industry(draft, random)
    # Of 3,000 positionings, the small numbers are common and the large ones rare, as words are.
    number = int(3000 ** random.random())
    scope, head = _SCOPES[number % len(_SCOPES)], _HEADS[number % len(_HEADS)]
    center = draft.name(Entity("Center", f"{scope}{industry.key}{head}{number}"))
    said = draft.sentence(
        f"{name}打造{center.key}。", _SECTIONS, [(name, draft.name(city, name)), (center.key, center)]
    )
    draft.fact(city, "hasPositioning", center, said, "Stated")
    draft.fact(center, "concernsIndustry", industry, said, "Stated")
    draft.fact(city, "concernsIndustry", industry, said, "Listed")


def _industry(draft: _Draft, random: Random) -> Entity:
    """Return an industry of the lexicon: the first ones stand in every text, the last in few."""
    names = list(table("industries.tsv", "name", "other_names", "broader"))
    return draft.name(Entity("Industry", names[int(len(names) ** random.random()) - 1]))
