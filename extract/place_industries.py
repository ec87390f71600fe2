"""Industries that a text says a place shall develop: «甲县重点发展A、B,乙区做强C», «发展火腿、马铃薯等特色产业»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.clauses import Clause, Subject, subject_before
from extract.findings import Claim, Coined, Finding
from extract.grammar.achievements import is_achieved
from extract.grammar.positionings import ADVERBS, IDEOLOGY
from extract.industries.lexicon import describe_industry
from extract.reading import Reading
from extract.spans import at_depth_zero, cut
from extract.values import Entity
from extract.wordlists import Finder, table

RULE = "place_industries"
_DEVELOPS = re.compile(
    r"(?:重点|大力|加快|优先|联动|稳步|积极|合力)*(?:做大做强|做优做强|做强做优|发展壮大|培育壮大|改造提升|发展(?!水平|基础|成为|成|为)|壮大|培育|做强|做优|做大|主攻|聚焦|(?<=重点)布局)"
    r"|以(?=[^，。；]{2,30}为(?:主导|重点|支撑)(?=$|[，。；]|产业))"
)
_CLOSING = re.compile(
    r"(?:产业|产业链|产业集群|集群|制造业?|加工业?|种植业?|养殖业?|经济|零部件|装备|及[^、，]{2,8}|为(?:主导|重点|支撑)(?:产业)?|等.*|”|(?:[两三四五六七八九]大)?(?:优势|特色|主导|支柱)?产业)*"
)
"""What may stand between an industry and the end of its item: 提升食品监管水平 develops none."""


@lru_cache(maxsize=1)
def _short_names() -> Finder:
    return Finder({})


def _industries(reading: Reading, start: int, end: int) -> dict[Entity, tuple[int, int]]:
    """The industries that an object names, each with its span: those of the lexicon, and short names alone in their item."""
    text = reading.text
    items = cut(text, start, end, "、和与及")
    found = {
        name.entities[0]: (name.start, name.end)
        for name in reading.names.within(start, end, "industry")
        if any(
            low <= name.start and name.end <= high and _CLOSING.fullmatch(text, name.end, high) for low, high in items
        )
    }
    names = {}
    for low, high, word in _short_names().find(text[start:end]):
        low, high = low + start, high + start
        opens = low == start or text[low - 1] in "、和与及"
        closes = high == end or text.startswith(
            ("、", "和", "与", "及", "等", "产业", "种植", "加工", "制造", "养殖"), high
        )
        if opens and closes and not any(a < high and low < b for a, b in found.values()):
            found[Entity("Industry", names[word][0])] = (low, high)
    return found


def _subject(reading: Reading, clause: Clause, verb: int) -> Subject | None:
    return subject_before(reading.text, reading.names, clause.start, verb, ADVERBS) or clause.subject


def _objects(reading: Reading, clause: Clause) -> Iterator[tuple[Subject, int, int]]:
    """Subject, start and end of each object of a verb of developing; a place with a verb of its own ends the object."""
    verbs = [
        m
        for m in _DEVELOPS.finditer(reading.text, clause.start, clause.end)
        if at_depth_zero(reading.text, clause.start, clause.end, m.start())
    ]
    subjects = [_subject(reading, clause, match.start()) for match in verbs]
    for position, match in enumerate(verbs):
        following = zip(verbs[position + 1 :], subjects[position + 1 :], strict=True)
        stops = [s.start if s is not None and s.start > match.end() else m.start() for m, s in following]
        subject = subjects[position]
        if subject is not None and subject.start <= match.start():
            yield subject, match.end(), min([clause.end, *stops])


def _of_clause(reading: Reading, clause: Clause) -> Iterator[Finding]:
    for subject, start, end in _objects(reading, clause):
        low = subject.start if clause.start <= subject.start <= start else clause.start
        for industry, span in _industries(reading, start, end).items():
            yield Coined(describe_industry(industry), *span)
            for place in subject.entities:
                yield Claim(place, "concernsIndustry", industry, low, end, subject.grade, RULE)


def _wanted(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Clause]:
    for clause in clauses:
        if clause.subject is None or clause.other or IDEOLOGY.search(reading.text, clause.start, clause.end):
            continue
        if not is_achieved(reading.text, clause.start, clause.end):
            yield clause


def read(reading: Reading) -> Iterator[Finding]:
    """Yield the industries that places shall develop.

    >>> from extract.pipeline import claims
    >>> claims("枣庄主攻汽车、软件，德州壮大茶产业。", "concernsIndustry")
    ['枣庄市 → 汽车产业', '枣庄市 → 软件业', '德州市 → 茶产业']
    >>> claims("临沂去年发展汽车、软件，加强食品监管。", "concernsIndustry")
    []
    """
    for clauses in reading.clauses:
        for clause in _wanted(reading, clauses):
            yield from _of_clause(reading, clause)
