"""One verb for many: each place with its own verb and object inside one clause.

Pattern: «支持甲市打造A、乙市建设B、丙市发展C», «以甲为核心打造…,以乙为核心…». A place behind 、 that is followed by a verb opens a
new pair.

Accepted: «支持沈阳打造A中心、大连建设B中心», two pairs.
Refused: «支持沈阳、大连打造A中心», one pair with two places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.clauses import Clause, Subject, subject_before
from extract.grammar.positionings import ADVERBS, VERB
from extract.reading import Reading
from extract.spans import at_depth_zero

_FRAME = re.compile(
    r"(?:支持|加快推进|加快|推进|推动|助力|促进|深化|加速)(?P<object>[^，。；：]{3,60}?)(?<!通道)(?:的)?建设(?=$|[，。；、：])"
)
_CORE = re.compile(r"以$")
_MEANS = re.compile(r"(?:以|支持|鼓励|用于|参与)(?:加快|推进|高质量|高标准|全面)?$")
"""«以创建…为契机», «支持建设…»: a means, or another's doing."""
_AS_CORE = re.compile(r"为(?:核心|中心|龙头|引领|主体|支撑|引擎|重点|牵引|支点|节点)(?:城市)?，?")
_PURPOSE = re.compile(
    r"(?:为|围绕|助力|服务|对|聚焦|关于|是|在|按照|锚定|朝着|向着|把|依托|结合|对照|通过)[^，。；、]{0,6}$"
)


@dataclass(frozen=True, slots=True)
class VerbPhrase:
    """A verb of becoming with its object; the subject where it stands right before the verb."""

    subject: Subject | None
    start: int
    object_start: int
    object_end: int
    led: bool
    """Whether nothing but adverbs and the subject stands between the clause's start and the verb."""


def _subject(reading: Reading, clause: Clause, verb: int) -> Subject | None:
    found = subject_before(reading.text, reading.names, clause.start, verb, ADVERBS)
    if found is not None:
        return found
    for name in reading.names.within(clause.start, verb, "place", "pair"):
        core = _AS_CORE.match(reading.text, name.end, verb)
        if (
            core
            and _CORE.search(reading.text, clause.start, name.start)
            and ADVERBS.fullmatch(reading.text, core.end(), verb)
        ):
            return Subject(name.entities, name.start, name.end, "Stated")
    return None


def verb_phrases(reading: Reading, clause: Clause) -> Iterator[VerbPhrase]:
    """Yield the verbs of becoming in a clause, each with its object.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def pairs(text):
    ...     reading = prepare(Document("a", text))
    ...     found = verb_phrases(reading, reading.clauses[0][0])
    ...     return [([e.key for e in p.subject.entities], reading.text[p.object_start : p.object_end]) for p in found]
    >>> pairs("支持沈阳打造金融中心、大连建设航运中心")
    [(['沈阳市'], '金融中心'), (['大连市'], '航运中心')]
    >>> pairs("支持沈阳、大连打造金融中心")
    [(['沈阳市', '大连市'], '金融中心')]
    """
    text = reading.text
    for frame in _FRAME.finditer(text, clause.start, clause.end):
        if at_depth_zero(text, clause.start, clause.end, frame.start()) and not VERB.match(frame["object"]):
            led = ADVERBS.fullmatch(text, _after_subject(clause), frame.start()) is not None
            yield VerbPhrase(None, frame.start(), *frame.span("object"), led)
    verbs = [
        m
        for m in VERB.finditer(text, clause.start, clause.end)
        if at_depth_zero(text, clause.start, clause.end, m.start())
    ]
    subjects = [_subject(reading, clause, match.start()) for match in verbs]
    for position, match in enumerate(verbs):
        named = subjects[position]
        if _MEANS.search(text, clause.start, match.start()):
            continue
        if position and named is not None and named.start == verbs[position - 1].end():
            continue  # 打造成渝共建…承载地: the place and its verb belong to the object of 打造
        end = clause.end
        for later, subject in zip(verbs[position + 1 :], subjects[position + 1 :], strict=True):
            if subject is not None and subject.start > match.end() + 1:
                end = subject.start - (text[subject.start - 1] in "、，和")
                break
            if text[later.start() - 1] in "、并":
                end = later.start() - 1
                break
            mark = text.rfind("、", match.end(), later.start())
            if mark > 0 and ADVERBS.fullmatch(text, mark + 1, later.start()):
                end = mark
                break
        led = ADVERBS.fullmatch(text, _after_subject(clause), match.start()) is not None or _joined(
            reading, clause, match.start()
        )
        if _PURPOSE.search(text, clause.start, match.start()) and subjects[position] is None:
            led = False
        yield VerbPhrase(subjects[position], match.start(), match.end(), max(end, match.end()), led)


def _joined(reading: Reading, clause: Clause, verb: int) -> bool:
    """Whether a verb opens a further part of what its subject does: «支持甲市发展产业、推动建成…中心»."""
    mark = reading.text.rfind("、", clause.start, verb)
    return (
        clause.own
        and mark > 0
        and at_depth_zero(reading.text, clause.start, clause.end, mark)
        and ADVERBS.fullmatch(reading.text, mark + 1, verb) is not None
    )


def _after_subject(clause: Clause) -> int:
    return clause.subject.end if clause.own and clause.subject is not None else clause.start
