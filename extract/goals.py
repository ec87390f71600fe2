"""Goals: what a place is to have reached, said without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.findings import Claim, Coined, Finding
from extract.grammar.achievements import is_achieved
from extract.outlook.outlook import outlook_of
from extract.reading import Reading
from extract.values import Description, Entity
from extract.wordlists import any_of

RULE = "goals"
_REACHED = rf"{any_of('degrees_reached.txt')}(?:度|地)?{any_of('results_reached.txt')}"
_GOAL = re.compile(
    rf"[\u4e00-\u9fff“”、]{{4,40}}(?:{_REACHED}|取得[\u4e00-\u9fff]{{0,6}}(?:进展|成效|突破|成果)|走在[\u4e00-\u9fff]{{0,4}}前列)$"
)


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the qualitative goals of places, in clauses that a year or a heading marks as aims.

    >>> from extract.pipeline import claims
    >>> claims("到2025年，沈阳国家中心城市竞争力明显提升。", "hasGoal")
    ['沈阳市 → 沈阳国家中心城市竞争力明显提升']
    >>> claims("去年，沈阳综合竞争力明显提升。", "hasGoal")
    []
    """
    times, modes = outlook_of(reading)
    for sentence, mode in zip(reading.sentences, modes, strict=True):
        named = times.within(sentence.start, sentence.end)
        dated = any(moment.kind in {"aim", "span"} for moment in named)
        if not dated and mode != "goal":
            continue
        for clause in reading.clauses[sentence.ordinal]:
            label = reading.text[clause.start : clause.end]
            if clause.subject is None or not _GOAL.fullmatch(label):
                continue
            if is_achieved(reading.tokens, sentence.start, clause.end) and not dated:
                continue
            goal = Entity("Goal", label, reading.document.id)
            yield Coined(Description(goal, label), clause.start, clause.end)
            for place in clause.subject.entities:
                yield Claim(place, "hasGoal", goal, clause.start, clause.end, clause.subject.grade, RULE)
            section = Entity("Section", str(sentence.section), reading.document.id)
            yield Claim(goal, "inSection", section, clause.start, clause.end, "Stated", RULE)
