"""Parallel subjects: «甲区建设A、B、C,打造D;乙带建设E、F», each place with each of its positionings.

The verb holds over 、, the last clause may change it (建成), and a clause that opens with a place of its own ends the old
subject. A place that opens the object is the subject where no other is named (建设沈阳国家中心城市) and a modifier otherwise.

Accepted: «甲带建设国际航运中心,打造开放高地;乙区建成生态功能区», three positionings of two places.
Refused: «某公司建设物流基地», whose subject is no place; «为建设金融中心提供支撑», a purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extract.clauses import LEAD, Clause, Subject
from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import ADVERBS, BECOMING, IDEOLOGY, bare, describe, fits, items
from extract.grammar.region_names import GENERIC
from extract.grammar.shared_verbs import VerbPhrase, verb_phrases
from extract.groups import Group
from extract.names.name import Name
from extract.reading import Reading
from extract.values import Description, Entity
from extract.wordlists import names_of, table

RULE = "parallel_subjects"
_OPENING = 8
_ROLES = ("示范区", "先行区", "引领区", "样板区")
_STRETCHES = "廊带圈轴"
"""What lies between the places of a pair's name is a region that the pair names: 深中…走廊."""
_APPOSED = re.compile(
    r"(?:国家|区域性?|国际|全球|省域|全国性?|世界级?)[^，。；、的（）“”]{0,8}?(?:中心城市|枢纽城市|消费中心城市)"
)
_PHRASE = re.compile(r"“([^“”]+)”")


def _leading_place(reading: Reading, start: int, end: int) -> Name | None:
    names = [name for name in reading.names.within(start, end, "place") if name.start == start]
    return names[0] if names else None


def _item_subject(
    reading: Reading, phrase: VerbPhrase, clause: Clause, start: int, end: int
) -> tuple[Subject | None, int]:
    """Subject of one item and the offset at which its label begins."""
    place = _leading_place(reading, start, end)
    if reading.names.at(start, end, "pair") and reading.text[end - 1] in _STRETCHES:
        return None, start
    given = phrase.subject or clause.subject
    explicit = (
        phrase.subject is not None
        or (given is not None and given.grade == "Stated")
        or (given is not None and given.start >= _sentence_start(reading, clause))
    )
    if place is None or not describe(reading.text[place.end : end]) or reading.text[place.end : place.end + 1] == "的":
        return given, start
    entity = place.entities[0]
    if _is_own_name(reading.text[place.end : end]):
        return None, start
    if given is not None and entity in given.entities:
        alone = Subject((entity,), place.start, place.end, "Stated")
        return (alone if not explicit else given), place.end
    if explicit or entity.kind == "Region" or (entity.kind == "Province" and given is not None):
        return given, start
    return Subject((entity,), place.start, place.end, "Stated"), place.end


def _is_own_name(rest: str) -> bool:
    """Whether what follows a place makes it the name of a region rather than a role: …开发开放先导区."""
    head = next((head for head in names_of("region_heads.txt") if rest.endswith(head)), "")
    return bool(head) and GENERIC.fullmatch(rest.removesuffix(head)) is not None


def _sentence_start(reading: Reading, clause: Clause) -> int:
    return reading.sentences[clause.sentence].start


def _claims(
    reading: Reading, clause: Clause, subject: Subject, start: int, end: int, groups: Mapping[str, Group]
) -> Iterator[Finding]:
    label = reading.text[start:end]
    group = groups.get(bare(label))
    low = (
        subject.start
        if _sentence_start(reading, clause) <= subject.start <= start and subject.grade == "Stated"
        else clause.start
    )
    for entity in subject.entities:
        if group is not None:
            for member in group.members:
                if member.description.entity.kind in {"Center", "Positioning"}:
                    yield Claim(
                        entity,
                        "hasPositioning",
                        member.description.entity,
                        min(low, member.start),
                        max(end, member.end),
                        "Listed",
                        RULE,
                    )
            continue
        described = describe(label)
        if described is not None and described.entity.key != entity.key and fits(entity, label):
            yield Coined(described, start, end)
            yield Claim(entity, "hasPositioning", described.entity, low, end, subject.grade, RULE)


def _is_role(reading: Reading, region: Name) -> bool:
    """Whether what looks like a region is named but once, as what its place shall be: 打造川渝合作示范区."""
    label = reading.text[region.start : region.end]
    known = region.entities[0].key in table("regions.tsv", "name", "other_names")
    return label.endswith(_ROLES) and reading.text.count(label) == 1 and not known


def _phrase_items(reading: Reading, phrase: VerbPhrase, groups: Mapping[str, Group]) -> list[tuple[int, int]]:
    """The items of an object; a phrase that the text expands stands for its members."""
    end = phrase.object_end
    expanded = _PHRASE.match(reading.text, phrase.object_start, end)
    if expanded and expanded.group(1) in groups:
        return [expanded.span()]
    regions = {
        (n.start, n.end)
        for n in reading.names.within(phrase.object_start, end, "place")
        if n.entities[0].kind == "Region" and not _is_role(reading, n)
    }
    return items(reading.text, phrase.object_start, end, regions)


_IS_SAID_OF = re.compile(r"，(?:是|也是|既是)")
_TOGETHER = re.compile(r"共同|携手|联合|合力|联动|协同")


def _joint(reading: Reading, clauses: Sequence[Clause], position: int) -> Clause:
    """«支持甲市建设A、乙市建设B，共同打造C»: the places of the clause before are the subject together."""
    clause = clauses[position]
    if not position or clause.own or not _TOGETHER.match(reading.text, clause.start, clause.end):
        return clause
    named = [phrase.subject for phrase in verb_phrases(reading, clauses[position - 1]) if phrase.subject is not None]
    entities = tuple(dict.fromkeys(entity for subject in named for entity in subject.entities))
    if len(named) < 2 or len(entities) < 2:
        return clause
    return replace(clause, subject=Subject(entities, named[0].start, named[-1].end, "Inherited"))


def _of_clause(reading: Reading, clause: Clause, groups: Mapping[str, Group]) -> Iterator[Finding]:
    opens = clause.start == _sentence_start(reading, clause) and not clause.own
    if opens and _IS_SAID_OF.match(reading.text, clause.end):
        return  # «建设全国物流基地，是国家赋予甲省的…»: the clause is what is spoken of, not what the topic is to do
    for phrase in verb_phrases(reading, clause):
        if _already(reading, clause, phrase) or (clause.other and phrase.subject is None):
            continue
        led = phrase.subject is not None or phrase.led or _opens(reading, clause, phrase.start)
        listed = _phrase_items(reading, phrase, groups)
        apart = _apart(reading, phrase.subject or clause.subject, phrase, len(listed))
        for position, (start, end) in enumerate(listed):
            subject, label_start = _item_subject(reading, phrase, clause, start, end)
            subject = replace(subject, entities=(subject.entities[position],)) if apart and subject else subject
            if subject is not None and (led or (label_start > start and _purposed(reading, clause, phrase.start))):
                yield from _claims(reading, clause, subject, label_start, end, groups)


def _apart(reading: Reading, subject: Subject | None, phrase: VerbPhrase, number: int) -> bool:
    """Whether a text deals its roles out, as many as places: «甲、乙分别建设A和B»."""
    if subject is None or len(subject.entities) != number or number < 2:
        return False
    return "分别" in reading.text[subject.end : phrase.start]


_PURPOSED = re.compile(r"(?:围绕|聚焦|从|提出了?|明确了?|、|突出|抓好|瞄准|锚定)$")
_BECAME = re.compile(
    r"(?<![到至])(?:20|19)\d\d年|去年|前年|昨[日天]|成功|正式|一跃|首次|入选|获批|已经?(?:成为|建成|形成)"
)


def _purposed(reading: Reading, clause: Clause, verb: int) -> bool:
    """Whether a verb opens an item of a list of purposes: 围绕建设沈阳国家中心城市、建设大连…."""
    return _PURPOSED.search(reading.text, clause.start, verb) is not None


def _already(reading: Reading, clause: Clause, phrase: VerbPhrase) -> bool:
    """Whether a place has become what the clause says: «2017年成都成为…», «打造了…»."""
    if reading.text.startswith("了", phrase.object_start):
        return True
    if not reading.text.startswith(("成为", "建成", "形成", "建立"), phrase.start):
        return False
    return _BECAME.search(reading.text, _sentence_start(reading, clause), phrase.start) is not None


def _opens(reading: Reading, clause: Clause, verb: int) -> bool:
    """Whether only connectives and adverbs stand before a verb: its subject is the clause's."""
    lead = LEAD.match(reading.text, clause.start, verb)
    return ADVERBS.fullmatch(reading.text, lead.end() if lead else clause.start, verb) is not None


def _apposed(reading: Reading, start: int, end: int) -> Iterator[Finding]:
    """«西安国家中心城市竞争力明显提升»: a city with its rank right behind its name."""
    for match in _APPOSED.finditer(reading.text, start, end):
        before = [name for name in reading.names.within(start, match.start(), "place") if name.end == match.start()]
        for name in before:
            if name.entities[0].kind in {"City", "County", "Province"}:
                described = Description(Entity("Positioning", match.group()), match.group())
                yield Coined(described, *match.span())
                yield Claim(
                    name.entities[0], "hasPositioning", described.entity, name.start, match.end(), "Stated", RULE
                )


def read(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield the positionings of places.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def pairs(text):
    ...     found = read(prepare(Document("a", text)), {})
    ...     return [(claim.subject.key, claim.object.key) for claim in found if isinstance(claim, Claim)]
    >>> pairs("沈阳建设金融中心，打造开放高地；大连建成生态功能区。")
    [('沈阳市', '金融中心'), ('沈阳市', '开放高地'), ('大连市', '生态功能区')]
    >>> pairs("某公司建设物流基地。"), pairs("沈阳为建设金融中心提供支撑。")
    ([], [])
    """
    for sentence in reading.sentences:
        if IDEOLOGY.search(reading.text, sentence.start, min(sentence.end, sentence.start + _OPENING)):
            continue
        clauses = reading.clauses[sentence.ordinal]
        for position, clause in enumerate(clauses):
            if BECOMING.search(reading.text, clause.start, clause.end) is None:
                continue
            clause = _joint(reading, clauses, position)
            if not IDEOLOGY.search(reading.text, clause.start, clause.end):
                yield from _of_clause(reading, clause, groups)
        yield from _apposed(reading, sentence.start, sentence.end)
