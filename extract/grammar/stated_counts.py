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
from extract.reading import Reading
from extract.values import Entity

RULE = "stated_counts"
_NUMBER = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_AREAS = re.compile(rf"{_NUMBER}(?:个|大)?方面(?!军)")
_TASKS = re.compile(rf"{_NUMBER}(?:项|条|个|大)(?:具体|重点|主要|重大|工作|政策)*(?:任务|措施|举措)")
_LATER = re.compile(r"提出|明确|部署|包含|包括|围绕|从|聚焦|安排|确定|推出|共|等|分|出台|实施")


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
        section = Entity("Section", str(sentence.section), reading.document.id)
        for predicate, pattern in (("statedAreaCount", _AREAS), ("statedTaskCount", _TASKS)):
            match = pattern.search(reading.text, sentence.start, sentence.end)
            if match and _LATER.search(reading.text, sentence.start, match.start()):
                yield Claim(section, predicate, number_of(match.group(1)), *match.span(), "Stated", RULE)
