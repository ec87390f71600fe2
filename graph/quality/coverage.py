"""How much of a text its facts quote, and which sentences look as if they said more."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from extract.values import Entity, Facts, Sentence


@dataclass(frozen=True, slots=True)
class Coverage:
    """What share of a document some fact quotes."""

    document_id: str
    sentences: int
    quoted_sentences: int
    """Sentences in which the evidence of some fact stands."""
    characters: int
    """Code points of the sentences, white space between them left out."""
    quoted_characters: int
    silent: tuple[str, ...]
    """The sentences that name two entities or more and yet gave no fact, in the order of the text."""
    refused: tuple[tuple[str, int], ...]
    """Things that a rule read and the gate refused (`extract.gate`), by the class of what is wrong with them."""


def coverage(facts: Facts) -> Coverage:
    """Return the coverage of a document.

    >>> from extract.values import Description, Document, Evidence, Fact
    >>> city, province = Entity("City", "沈阳市"), Entity("Province", "辽宁省")
    >>> fact = Fact(city, "locatedIn", province, (Evidence(0, 2, 0, "Stated", "example"),))
    >>> said, unsaid = Sentence(0, 0, 3, 0), Sentence(1, 3, 6, 0)
    >>> facts = Facts(Document("a", "沈阳。大连。"), city, (), (said, unsaid), (), (), (fact,), ())
    >>> found = coverage(facts)
    >>> found.quoted_sentences, found.sentences, found.quoted_characters, found.characters
    (1, 2, 2, 6)
    """
    passages = [one for fact in facts.facts for one in fact.evidence]
    quoted = {one.sentence for one in passages}
    inside = {index for sentence in facts.sentences for index in range(sentence.start, sentence.end)}
    covered = {index for one in passages for index in range(one.start, one.end)}
    named: dict[int, set[Entity]] = defaultdict(set)
    for mention in facts.mentions:
        named[mention.sentence].update(mention.refers_to)
    silent = (one for one in facts.sentences if len(named[one.ordinal]) > 1 and one.ordinal not in quoted)
    return Coverage(
        document_id=facts.document.id,
        sentences=len(facts.sentences),
        quoted_sentences=len(quoted),
        characters=len(inside),
        quoted_characters=len(covered & inside),
        silent=tuple(_text(facts, sentence) for sentence in silent),
        refused=facts.refused,
    )


def _text(facts: Facts, sentence: Sentence) -> str:
    return facts.document.text[sentence.start : sentence.end]
