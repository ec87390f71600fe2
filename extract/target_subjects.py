"""Whose a target is: the place right before its indicator, else that of its clause, its paragraph, the text.

Accepted: «甲市地区生产总值突破2万亿元», of 甲市; «青海把…作为…。力争装机突破…», of the province that opens the paragraph.
Refused: «该项目产值达到3亿元», of something that is no place.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.clauses import Clause, Subject, entities_of
from extract.measured_values import Measured, is_making
from extract.names.name import Name
from extract.outlook.times import Times
from extract.reading import Reading, issuing_place, opening_of_paragraph, topic_of
from extract.tokens import Tokens
from extract.values import Sentence
from extract.wordlists import names_of, word_classes

_FEW = 2
"""So many places at most of an earlier clause have each the value that a later one sets."""


def whose(reading: Reading, sentence: Sentence, clause: Clause, one: Measured, times: Times) -> Subject | None:
    """The places that shall reach a value; None where they are none that the text names.

    Arguments: reading; sentence and clause that hold the value; one, what it measures; times of the text.
    """
    if one.place >= 0:
        start = reading.tokens.starts[one.place]
        outside = clause.subject is None or not clause.subject.start <= start < clause.subject.end
        named = _listed_from(reading, start, reading.tokens.starts[one.first]) if outside else []
        if named:
            return Subject(entities_of(named), named[0].start, named[-1].end, "Stated")
    if clause.other and not _opens(reading.tokens, clause, one):
        return None
    about = reading.topics.get(0)
    of_the_whole = _is_of_the_whole(reading.tokens, reading.clauses[sentence.ordinal], clause, one)
    if about is not None and (of_the_whole or _is_behind_another(reading, sentence, clause)):
        return topic_of(reading, sentence) or about
    said = clause.subject if clause.subject is not None and clause.subject != about else None
    subject = said or _opening_province(reading, sentence) or clause.subject or topic_of(reading, sentence) or about
    if subject is None and times.within(sentence.start, clause.end):
        home = issuing_place(reading)
        return Subject((home,), sentence.start, sentence.start, "Inherited") if home is not None else None
    return subject


def _is_of_the_whole(tokens: Tokens, clauses: Sequence[Clause], clause: Clause, one: Measured) -> bool:
    """Whether a value that no place of its own clause has is not of the last one that its sentence told of.

    «支持甲市打造A，【支持企业发展，新增首店200家】»: behind something else that is let act.
    «甲区突出A，乙县发展B，【力争产值突破300亿元】»: what is aimed at behind several that act.
    """
    inherited = clause.subject
    if inherited is None or clause.own or inherited.start < clauses[0].start:
        return False
    before = [other for other in clauses if other.start < clause.start]
    acting = [at for at, other in enumerate(before) if other.own and other.subject is not None]
    if not acting:
        return False
    since = before[acting[-1] + 1 :]
    if before[acting[-1]].manner == "handed" and any(_lets_another(tokens, other) for other in since):
        return True
    if not any(tokens.letters[tokens.first(other.start)] in "UTi" for other in (*since, clause)):
        return False
    several = {other.subject.entities for other in before if other.own and other.subject is not None}
    together = len(inherited.entities) > 1 and bool(one.verb)
    return len(several) > 1 or together or any(other.other for other in since)


def _is_behind_another(reading: Reading, sentence: Sentence, clause: Clause) -> bool:
    """«甲园区做大A，乙镇做强B。【新增企业60户】»: behind a sentence that ends with what is no known place."""
    inherited = clause.subject
    if inherited is None or clause.own or inherited.start >= sentence.start:
        return False
    told = reading.sentence_at(inherited.start)
    return told is not None and bool(clauses := reading.clauses[told.ordinal]) and clauses[-1].other


def _lets_another(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause lets something act that is no place: 支持企业发展, 引导社会资本参与."""
    at = tokens.first(clause.start)
    at += tokens.letters[at] == "A"
    return tokens.letters[at] == "L" and not tokens.word(at).endswith(tuple(word_classes()["advancing"]))


def _opening_province(reading: Reading, sentence: Sentence) -> Subject | None:
    """«青海把…作为…。力争装机突破…»: the province that opens the paragraph, in a text that is about several."""
    first = opening_of_paragraph(reading, sentence)
    about = reading.topics.get(0)
    of_a_city = about is not None and all(entity.kind in {"City", "County"} for entity in about.entities)
    if first.start == sentence.start or of_a_city:  # 浙江在线讯，…，杭州出台意见
        return None
    own = next((clause.subject for clause in reading.clauses[first.ordinal] if clause.manner == "subject"), None)
    return own if own is not None and all(entity.kind == "Province" for entity in own.entities) else None


def _listed_from(reading: Reading, start: int, end: int) -> list[Name]:
    """The places that are listed from an offset on, up to another."""
    found: list[Name] = []
    for name in reading.names.within(start, end, "place", "pair", "self"):
        if not found or reading.text[found[-1].end : name.start] in {"、", "和", "与", "及"}:
            found.append(name)
    return found


def _opens(tokens: Tokens, clause: Clause, one: Measured) -> bool:
    """Whether what a clause opens with is what it measures, or the verb that makes it, and so no subject of another kind."""
    at = tokens.first(clause.start)
    if any(tokens.word(index) in names_of("nationwide.txt") for index in range(at, one.first + 1)):
        return False
    opened = next((index for index in range(at, one.first + 1) if tokens.letters[index] not in "AUTr"), one.first)
    return (opened == one.first and tokens.letters[opened] != "E") or is_making(tokens, opened)


def reach_together(reading: Reading, subject: Subject, one: Measured) -> bool:
    """Whether several places reach a value together: «沈阳、大连两市地区生产总值突破2万亿元», or a sentence before names many.

    Arguments: reading; subject, the places; one, what is measured.
    """
    if len(subject.entities) < 2 or len(one.values) != 1 or one.shared:
        return False
    if len(subject.entities) > _FEW and subject.grade == "Inherited":
        return True
    behind = reading.text[subject.end : subject.end + 2]
    return bool(behind) and behind[0] in "两二三四五六七八九" and behind[-1] in "市省县区地州城"
