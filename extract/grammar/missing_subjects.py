"""Missing subjects: a clause takes its subject from the clause before it, from its paragraph, or from its section.

Pattern: «支持沈阳、大连率先发展,…,打造东北重要增长极»: both clauses speak of Shenyang and Dalian, the second by inheritance. A subject
is handed on only along these paths, and the grade says so: what stands in the clause is Stated, all else Inherited.

Accepted: «支持沈阳率先发展,打造增长极»; «为打造增长极,沈阳…», where the first clause looks forward.
Refused: «沈阳加快发展,某公司将打造基地», where the second clause has a subject of its own that is no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from extract.clauses.opening import Opening, opening
from extract.clauses.other_subjects import tells_what_a_thing_is
from extract.clauses.values import Clause, Manner, Subject, entities_of
from extract.grammar.subjects_behind import OWN, has_things_of_several, is_wide, subject_behind
from extract.item_marks import COUNTED_OFF
from extract.names.name import Names
from extract.spans import cut, stripped
from extract.tokens import Tokens, has_class
from extract.values import Sentence
from extract.wordlists import any_of, names_of

_OF_THEM = "其中"
"""«…，其中甲、乙达到30%、20%，…»: what follows speaks of the whole again."""
_FORWARD = frozenset(names_of("looking_forward.txt"))
"""A clause that opens with one of these looks forward to the subject of the next."""
_BEING = "作为"
_BEING_SO = ("是", "作为", "为")
_PREDICATE = re.compile("P[NJIHYFAVt、]{1,14}H|[NJIHYFAt、]{1,14}[HN]")
"""A clause without a verb, which may open with a place: 国家历史文化名城, 长江中游地区重要的中心城市."""
_SEAT = re.compile(rf"[\u4e00-\u9fff]{{2,9}}{any_of('seats_of_government.txt')}")
"""«甲市，【乙省省会】，…»: what a place is the seat of."""
_PARTS = frozenset(names_of("parts_in_a_whole.txt"))
_THRIVING = re.compile("[^t，]{0,4}t[DIK]")
"""«甲、乙的【发展】迅速，成为A»: what of a place goes on as the place does; not «甲的车站投运，…»."""
_COUNTED_OFF = re.compile(COUNTED_OFF)
"""«九是推动甲圈建设；【十是】筑牢屏障»: an item that is counted off speaks of what the whole list does."""
_ANOTHER = re.compile("[AU]{0,3}[LVDBY]P")
ROLE_TO_ANOTHER = re.compile("P[JNIYAKFV]*Ht[JNIYAKFV]*H(?![NHt])")
"""«北京国际科技创新中心的重要支点»: what a role is to another place's."""
Topic = Callable[[Sentence], Subject | None]


def clauses_of_text(
    tokens: Tokens, names: Names, sentences: Sequence[Sentence], topic: Topic
) -> Iterator[tuple[Clause, ...]]:
    """Yield the clauses of each sentence, in order.

    Arguments: tokens; names; sentences; topic, the places that a sentence speaks of where it names none.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def subjects(text):
    ...     found = prepare(Document("a", text)).clauses[0]
    ...     return [clause.subject and clause.subject.entities[0].key for clause in found]
    >>> subjects("支持沈阳率先发展，打造增长极"), subjects("为打造增长极，沈阳加快发展")
    (['沈阳市', '沈阳市'], ['沈阳市', '沈阳市'])
    >>> subjects("沈阳加快发展，某公司将打造基地")
    ['沈阳市', None]
    """
    before: Subject | None = None
    last = 0
    for sentence in sentences:
        if tokens.text.count("\n", last, sentence.start):
            before = None
        opens = not last or "\n" in tokens.text[last : sentence.start]
        found = _clauses(tokens, names, sentence, before, topic(sentence))
        last = sentence.end
        before = subject_behind(tokens, sentence, found, before, opens)
        yield found


def _pieces(tokens: Tokens, sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each clause, and whether it opens a part behind ；."""
    for part_start, part_end in cut(tokens.text, sentence.start, sentence.end, "；"):
        first = True
        for wide_start, wide_end in cut(tokens.text, part_start, part_end, "，：。"):
            start, end = stripped(tokens.text, wide_start, wide_end)
            if start < end:
                yield start, end, first
                first = False


def _predicates(tokens: Tokens, spans: Sequence[tuple[int, int]]) -> list[bool]:
    """Which clauses only say more of what is said before: «甲市是历史文化名城，【乙岸重要港口城市】»."""
    found: list[bool] = []
    for position, span in enumerate(spans):
        said = position > 0 and (found[-1] or _says_what_it_is(tokens, spans[position - 1]))
        seat = position > 0 and _SEAT.fullmatch(tokens.written(*span)) is not None
        found.append(seat or (said and _PREDICATE.fullmatch(tokens.letters, *span) is not None))
    return found


def _says_what_it_is(tokens: Tokens, span: tuple[int, int]) -> bool:
    """Whether a clause says what something is or has become: 是, 作为, 升格为."""
    words = [tokens.word(at) for at in range(*span)]
    return any(word in _BEING_SO or has_class(word, "firmly_becoming") for word in words)


def _is_core(tokens: Tokens, found: Opening, first: int) -> bool:
    """«以沈阳为龙头»: a means of what the sentence speaks of already."""
    if found.places is None or found.places.first == first or tokens.word(found.places.first - 1) != "以":
        return False
    behind = found.places.behind
    return any(tokens.word(index) in _PARTS for index in range(behind, min(behind + 4, len(tokens.letters))))


def _clauses(
    tokens: Tokens, names: Names, sentence: Sentence, before: Subject | None, topic: Subject | None
) -> tuple[Clause, ...]:
    pieces = list(_pieces(tokens, sentence))
    spans = [tokens.within(start, end) for start, end, _ in pieces]
    openings = [opening(tokens, names, first, last) for first, last in spans]
    predicates = _predicates(tokens, spans)
    found: list[Clause] = []
    current: Subject | None = None
    other = moved = lent = thing = False
    for position, ((start, end, fresh), (first, _), how) in enumerate(zip(pieces, spans, openings, strict=True)):
        if fresh and (other or (moved and _COUNTED_OFF.match(tokens.text, start))):
            other, current, moved = False, None, False
        # «支持企业创建A，打造B»: what is let act is spoken of in this clause, and where the next goes on with it.
        lent = how.lets or (lent and not fresh and _goes_on_so(tokens, how))
        thing = (how.manner == "open" and tells_what_a_thing_is(tokens, *spans[position])) or (
            thing and _says_more(tokens, how)
        )
        manner: Manner = "other" if lent or (thing and how.manner == "led") else how.manner
        subject: Subject | None = None
        relies_on_parts = _relies(tokens, how) and not is_wide(current or before or topic)
        inner = _is_moved(tokens, how) and manner in OWN and _is_part(how, current)
        if predicates[position] or relies_on_parts or inner or _is_core(tokens, how, first):
            manner = "led"
        if manner in OWN and how.places is not None:
            subject = how.places.subject()
            of_whole = current is not None or (position > 0 and topic is not None)
            several = manner == "located" and has_things_of_several(tokens, subject.end, end)
            of_a_work = how.places.first > first and _ends_in_a_work(tokens, how, spans[position][1])
            manner = "located" if of_a_work else manner
            if not several and not of_a_work and not (of_whole and tokens.text.startswith(_OF_THEM, start)):
                current, moved = subject, _is_moved(tokens, how)
            other = False
        elif manner == "owner" and how.places is not None:
            subject = how.places.subject()
            thriving = _THRIVING.match(tokens.letters, *tokens.within(subject.end, end))
            current = replace(subject, grade="Inherited") if thriving else current
        elif manner == "other":
            current, other = (current, other) if lent else (None, True)
        elif coming := _being(tokens, first, openings[position + 1 :]):
            subject = coming
        elif current is not None and moved and not inner and _names_another(tokens, first):
            current, subject = None, topic
        elif current is not None:
            subject = replace(current, grade="Inherited")
        elif not other:
            subject = _ahead(tokens, first, openings[position + 1 :]) if not position else None
            subject = subject or (before if how.manner == "led" else None) or topic
        found.append(Clause(start, end, sentence.ordinal, subject, "other" if other else manner))
    return tuple(found)


def _says_more(tokens: Tokens, how: Opening) -> bool:
    """«产业体系是A，【也是B】»: another thing that is said to be what the clause before it speaks of."""
    goes_on = how.manner == "led" and how.behind < len(tokens.letters)
    return goes_on and has_class(tokens.word(how.behind), "being")


def _goes_on_so(tokens: Tokens, how: Opening) -> bool:
    """«支持企业创建A，打造B»: what may go on with what is let act."""
    makes = how.manner == "led" and tokens.letters[how.behind : how.behind + 1] == "B"
    return makes and tokens.word(how.behind) != _BEING


def _relies(tokens: Tokens, how: Opening) -> bool:
    """«依托甲区，发展…»: places that a clause relies on."""
    at = how.places.first - 1 if how.places is not None else -1
    return how.manner == "located" and at >= 0 and tokens.word(at) in names_of("relied_on.txt")


def _is_moved(tokens: Tokens, how: Opening) -> bool:
    """«加快甲新区发展»: places that are moved on, not let act."""
    verb = how.places.first - 1 if how.places is not None else -1
    return how.manner in {"handed", "located"} and verb >= 0 and has_class(tokens.word(verb), "advancing")


def _ends_in_a_work(tokens: Tokens, how: Opening, last: int) -> bool:
    """«推进甲市搬迁工程，…»: a clause about what is done in a place, of which the next says nothing.

    Not «支持甲市建设A项目», where the place acts, nor «实施甲都市圈一体化发展工程», which is all for the place.
    """
    acts, for_it = how.manner == "handed", how.behind == last
    return not acts and not for_it and tokens.word(last - 1).endswith(names_of("ends_of_works.txt"))


def _is_part(how: Opening, current: Subject | None) -> bool:
    """«提升哈尔滨功能，加快哈尔滨新区建设，…»: a zone named after the city that the sentence speaks of."""
    if current is None or how.places is None or len(current.entities) != 1 or current.entities[0].kind != "City":
        return False
    city = current.entities[0].key.removesuffix("市")
    return all(name.entities[0].kind == "Region" and name.entities[0].key.startswith(city) for name in how.places.names)


def _names_another(tokens: Tokens, first: int) -> bool:
    """«…，增强乙试验区能力»: a clause whose verb has another place right behind it; not «打造乙中心的重要支点»."""
    another = _ANOTHER.match(tokens.letters, first)
    return another is not None and ROLE_TO_ANOTHER.match(tokens.letters, another.end() - 1) is None


def _being(tokens: Tokens, first: int, following: Sequence[Opening]) -> Subject | None:
    """«…，作为A，甲市…»: what the subject of the next clause is said to be."""
    if first >= len(tokens.letters) or tokens.word(first) != _BEING or not following:
        return None
    coming = following[0]
    return coming.places.subject("Inherited") if coming.manner == "subject" and coming.places is not None else None


def _ahead(tokens: Tokens, first: int, following: Sequence[Opening]) -> Subject | None:
    """«为打造A，甲市…»: the subject of the next clause, where the first one says what for."""
    if not following or first >= len(tokens.letters) or tokens.word(first) not in _FORWARD:
        return None
    coming = following[0]
    if coming.places is None or coming.manner not in {"subject", "handed"}:
        return None
    acting = {entities_of(one.places.names) for one in following if one.manner == "subject" and one.places is not None}
    if len(acting) > 1:
        return None  # 围绕A、B，甲区主攻C，乙区做强D
    return coming.places.subject("Inherited")
