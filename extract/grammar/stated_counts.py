"""Stated counts: what a text says of its own number of areas and tasks.

Pattern: «从…等9个方面提出了一批改革举措», «5个方面24项重点任务», «共包含7项主要任务26条措施».

Accepted: «提出25项重点任务», 25 tasks of the section or, outside any section, of the document.
Refused: «一批», which is no number; «140个重点项目», which are no tasks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.findings import Claim, Finding
from extract.grammar.unexpanded_phrases import number_of
from extract.numerals import UP_TO_TEN
from extract.reading import Reading
from extract.values import Entity
from extract.wordlists import any_of

RULE = "stated_counts"
_NUMBER = rf"(\d{{1,3}}|[{UP_TO_TEN}]{{1,3}})"
_AREAS = re.compile(rf"{_NUMBER}(?:个|大)?方面(?!军)")
_TASKS = re.compile(rf"{_NUMBER}[项条个大]{any_of('modifiers_of_counted_tasks.txt')}*(?:任务|措施|举措)")
_COUNTS = (
    ("statedAreaCount", _AREAS, ("方面",)),
    ("statedTaskCount", _TASKS, ("任务", "措施", "举措")),
)
"""Predicate, pattern, and what the pattern ends in: a sentence without that is not looked at more closely."""
_SET_DOWN = re.compile(any_of("before_a_stated_count.txt"))


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the declared counts of areas and tasks, of the section in which they stand.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def counts(text):
    ...     return [(claim.predicate, claim.object) for claim in read(prepare(Document("a", text)))]
    >>> counts("方案从5个方面提出24项重点任务。")
    [('statedAreaCount', 5), ('statedTaskCount', 24)]
    >>> counts("方案提出一批改革举措，发布140个重点项目。")
    []
    """
    for sentence in reading.sentences:
        passage = reading.text[sentence.start : sentence.end]
        for predicate, pattern, nouns in _COUNTS:
            if not any(noun in passage for noun in nouns):
                continue
            match = pattern.search(reading.text, sentence.start, sentence.end)
            if match and _SET_DOWN.search(reading.text, sentence.start, match.start()):
                section = Entity("Section", str(sentence.section), reading.document.id)
                yield Claim(section, predicate, number_of(match.group(1)), *match.span(), "Stated", RULE)
