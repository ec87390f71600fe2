"""Areas and key tasks: «围绕A、B…等N个方面,提出(了)X、Y、Z等M项重点任务», «从…等9个方面», «实施A、B、C等5项行动».

An item of «…方面» is a TaskArea, an item of «…任务/措施/行动/工程» a KeyTask. Areas list all of their number more often than
not, tasks are mostly examples; both declared counts are kept beside what is listed.

Accepted: «围绕优化布局、推动互联等2方面,提出了推进同城化、构建网络等17项重点任务»: two areas, two tasks.
Refused: «从一批项目等方面», which has no count; «在3个方面», which lists nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.grammar.shared_heads import completed
from extract.grammar.unexpanded_phrases import number_of
from extract.reading import Reading
from extract.spans import at_depth_zero, cut, stripped
from extract.tokens.verb_openings import opening_verb
from extract.values import Sentence

RULE = "areas_and_tasks"
NUMBER = r"(?:多(?=项)|\d{1,3}|[一二两三四五六七八九十]{1,3})"
_AREA = r"(?:个|大|项)?(?:重点)?(?:方面|层面|领域|维度)"
_TASK = (
    r"(?:项|个|大|条|方面|类)(?:具体|重点|主要|重大|专项|核心|关键|改革|创新|工作|政策|政策性|标志性|建设|发展)*"
    r"(?:任务|举措|措施|行动|工程|计划|工作|机制)"
)
_COUNT = re.compile(rf"(?P<etc>等)?(?:共)?(?P<number>{NUMBER})(?:(?P<area>{_AREA})|(?P<task>{_TASK}))")
_UNCOUNTED = re.compile(r"等(?:一批|一系列)?(?:重点|主要|具体)?(?:工作)?任务(?=[，。；]|$)")
_OPENING = re.compile(
    r"围绕|从(?!事|而|严|业)|聚焦|提出了?|明确了?|部署了?|包括|统筹抓好|重点抓好|抓好|安排了?|确定了?|推出了?|涵盖|涉及|(?<![走处位站排存])在(?!于)|突出|通过|分别是|：|要求|分为"
)
_NAMING = re.compile(
    r"(?:的?(?:具体|重点)?(?:工作|任务|措施|举措|内容))?[，,]?(?:主要|具体|分别)?(?:包括|是|为|即|有|涵盖)(?:了)?[：:]?"
)
"""«部署了十二项重点任务，包括甲、乙»: what opens a list behind its count."""
_NOUN = re.compile(r"行动|工程|计划$")
"""Nouns that each item of a counted list may end with: 六大行动分别为甲行动、乙行动."""
_ACTIONS_OF_TASKS = re.compile(
    rf"{NUMBER}(?:大|项)(?:行动|工程)[^，。；]{{0,4}}?{NUMBER}(?:项|条)(?:具体|重点|主要)*(?:任务|举措|措施)"
)
"""«六大行动32项任务»: the actions are areas, since each holds tasks."""
_ITEM = re.compile(r"(?<=[：；，。])\s*(?P<number>[一二三四五六七八九十]{1,3})(?:是|要)")
_COLON = re.compile(
    r"(?:的?(?:重点|主要|具体|核心)*(?:任务|工作|举措|措施|内容))?[，,]?(?:分别是|即|包括|为|具体是|具体包括)?：|[，,]?(?:分别是|包括)"
)
_ENUMERATED = re.compile(r"^(?:[一二三四五六七八九十]+[是要、]|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])")
_LONGEST_ITEM = 40
_LONGEST_LIST = 3000
_FRAGMENT = 3
"""An item of an open list with so few characters is a part of the one before it."""
_NOUN_LIST = re.compile(r"(?:大力|深入|全面|组织|重点|着力)?(?:实施|开展|推进|启动)(?=.*(?:行动|工程|计划)$)")
_TAIL = re.compile(
    r"(?!提出|部署|明确|制定|推出|着手|入手|发力|安排|开展|实施|出台|推进|推动|加快|持续|全面|共|进行|具体|作出|做出|采取)[\u4e00-\u9fff]{2,10}(?=$|[，。；])"
)


@dataclass(frozen=True, slots=True)
class TaskList:
    """The items of one list of areas or tasks, with the count that the text declares for them."""

    kind: str
    """`TaskArea` or `KeyTask`."""
    labels: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    declared: int
    """0 where the text declares none."""
    start: int
    end: int
    sentence: int


def _list_start(reading: Reading, low: int, count: int) -> int | None:
    """The offset behind the word that opens the list which ends at a count: the nearest that opens no item itself."""
    text = reading.text
    for match in reversed(list(_OPENING.finditer(text, low, count))):
        if text[match.start() - 1 : match.start()] != "、" and at_depth_zero(text, low, count, match.start()):
            return match.end()
    last = max(text.rfind(mark, low, count) for mark in "，：。；")
    opens = last >= low and at_depth_zero(text, low, count, last) and opening_verb().match(text, last + 1, count)
    return last + 1 if opens else None


def _items(reading: Reading, start: int, end: int, declared: int, closed: bool) -> list[tuple[int, int]]:
    text = reading.text
    wide = "、" in text[start:end] and len(cut(text, start, end, "、")) > 1
    clauses = [stripped(text, *span, " ，") for span in cut(text, start, end, "，")]
    led = len(clauses) > 1 and all(opening_verb().match(text, *span) for span in clauses)
    apart = led and (not declared or len(clauses) <= declared)
    spans = (
        clauses if apart else [stripped(text, *span, " ，") for span in cut(text, start, end, "、" if wide else "，")]
    )
    spans = _merged(reading, [span for span in spans if span[0] < span[1]], declared, closed)
    if closed and len(spans) == declared - 1:
        last_start, last_end = spans[-1]
        for mark in ("以及", "和", "及", "与"):
            position = text.find(mark, last_start + 2, last_end)
            if position > 0 and at_depth_zero(text, last_start, last_end, position):
                return [*spans[:-1], (last_start, position), (position + len(mark), last_end)]
    return spans


def _merged(reading: Reading, spans: Sequence[tuple[int, int]], declared: int, closed: bool) -> list[tuple[int, int]]:
    """Items joined again that 、 parted within: too many for the count, and only the first of each opens with a verb."""
    verbs = [opening_verb().match(reading.text, *span) is not None for span in spans]
    names = reading.names
    own = [
        verb or any(n.start == start for n in names.within(start, end, "place"))
        for verb, (start, end) in zip(verbs, spans, strict=True)
    ]
    if not spans or not own[0] or all(own) or (closed and len(spans) == declared):
        return list(spans)
    if not closed and not any(end - start <= _FRAGMENT for start, end in spans):
        return list(spans)
    joined: list[tuple[int, int]] = []
    for span, opens in zip(spans, own, strict=True):
        joined = [*joined, span] if opens else [*joined[:-1], (joined[-1][0], span[1])]
    if closed:
        return joined if len(joined) == declared else list(spans)
    return joined


def _task_list(reading: Reading, sentence: Sentence, match: re.Match[str], low: int) -> TaskList | None:
    closed = match.re is _COUNT and bool(match["area"])
    declared = number_of(match["number"]) if match.re is _COUNT else 0
    start = _list_start(reading, low, match.start())
    if start is None or match.start() - start < 4:
        return None
    exact = match.re is _COUNT and not match["etc"]
    nouns = None if closed else _NOUN_LIST.match(reading.text[start : match.end()])
    spans = _items(reading, start + (nouns.end() if nouns else 0), match.start(), declared, closed or exact)
    single = closed and match["etc"] and len(spans) == 1 and opening_verb().match(reading.text, *spans[0])
    if (len(spans) < 2 and not single) or (exact and len(spans) != declared) or (declared and len(spans) > declared):
        return None
    tail = _TAIL.match(reading.text, match.end(), sentence.end) if closed else None
    shared = tail.group() if tail else ""
    first = reading.names.within(*spans[0], "place")
    partner = reading.text[first[0].start : first[0].end] if first else ""
    labels = completed([reading.text[a:b] for a, b in spans], shared, partner)
    kind = "TaskArea" if closed else "KeyTask"
    return TaskList(kind, labels, tuple(spans), declared, start, match.end(), sentence.ordinal)


def _behind_colon(reading: Reading, sentence: Sentence, match: re.Match[str]) -> TaskList | None:
    """«提出4项重点任务:甲,…;乙,…;丙,…;丁»: as many items behind a colon as declared, each with its first clause."""
    colon = _COLON.match(reading.text, match.end(), sentence.end)
    if colon is None or match.re is not _COUNT:
        return None
    segments = [stripped(reading.text, *span, " 。") for span in cut(reading.text, colon.end(), sentence.end, "；")]
    if len(segments) != number_of(match["number"]) or len(segments) < 2:
        return None
    spans = tuple(cut(reading.text, start, end, "，：")[0] for start, end in segments)
    labels = tuple(_ENUMERATED.sub("", reading.text[start:end]) for start, end in spans)
    if not all(2 <= len(label) <= 40 for label in labels):
        return None
    spans = tuple((end - len(label), end) for (_, end), label in zip(spans, labels, strict=True))
    kind = "TaskArea" if match["area"] else "KeyTask"
    return TaskList(kind, labels, spans, len(labels), spans[0][0], sentence.end, sentence.ordinal)


def _behind_naming(reading: Reading, sentence: Sentence, match: re.Match[str]) -> TaskList | None:
    """«部署了12项重点任务,包括甲、乙、丙»: items behind a count, each opening with a verb; examples may be fewer."""
    named = _NAMING.match(reading.text, match.end(), sentence.end) if match.re is _COUNT else None
    if named is None:
        return None
    stop = next(
        (
            i
            for i in range(named.end(), sentence.end)
            if reading.text[i] in "。；" and at_depth_zero(reading.text, named.end(), sentence.end, i)
        ),
        sentence.end,
    )
    declared = number_of(match["number"])
    etc = reading.text.rfind("等", named.end(), stop)
    stop = etc if etc > 0 and stop - etc <= _FRAGMENT else stop
    spans = _items(reading, named.end(), stop, declared, closed=True)
    noun = _NOUN.search(match.group())
    led = [
        opening_verb().match(reading.text, *span) or (noun and reading.text.endswith(noun.group(), *span))
        for span in spans
    ]
    if not 2 <= len(spans) <= declared or not all(led) or any(end - start > _LONGEST_ITEM for start, end in spans):
        return None
    holds_tasks = noun is not None and _ACTIONS_OF_TASKS.search(reading.text) is not None
    kind = "TaskArea" if match["area"] or holds_tasks else "KeyTask"
    labels = tuple(reading.text[a:b] for a, b in spans)
    return TaskList(kind, labels, tuple(spans), declared, spans[0][0], stop, sentence.ordinal)


def _counted_off(reading: Reading, sentence: Sentence, match: re.Match[str]) -> TaskList | None:
    """«六个方面的工作：一是甲，二是乙»: as many items as declared, counted from 一, in this sentence or those behind it."""
    declared = number_of(match["number"]) if match.re is _COUNT else 0
    paragraph = reading.text.find("\n", match.end())
    end = min(paragraph if paragraph > 0 else len(reading.text), match.end() + _LONGEST_LIST)
    marks = [m for m in _ITEM.finditer(reading.text, match.end(), end) if reading.sentence_at(m.end()) is not None]
    marks = [m for position, m in enumerate(marks, 1) if number_of(m["number"]) == position]
    if declared < 2 or len(marks) != declared or marks[0].start() > sentence.end + 1:
        return None
    spans = tuple((m.end(), _item_end(reading.text, m.end(), end)) for m in marks)
    labels = tuple(reading.text[a:b] for a, b in spans)
    if not all(2 <= len(label) <= _LONGEST_ITEM for label in labels):
        return None
    kind = "TaskArea" if match["area"] else "KeyTask"
    return TaskList(kind, labels, spans, declared, spans[0][0], spans[0][1], sentence.ordinal)


def _item_end(text: str, start: int, end: int) -> int:
    return next((i for i in range(start, end) if text[i] in "，。；：\n"), end)


def task_lists(reading: Reading) -> Iterator[TaskList]:
    """Yield the counted lists of areas and tasks.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def lists(text):
    ...     return [(found.kind, found.labels, found.declared) for found in task_lists(prepare(Document("a", text)))]
    >>> for found in lists("围绕优化布局、推动互联等2方面，提出了推进同城化、构建网络等17项重点任务。"):
    ...     print(found)
    ('TaskArea', ('优化布局', '推动互联'), 2)
    ('KeyTask', ('推进同城化', '构建网络'), 17)
    >>> lists("部署了5项重点任务，包括优化布局、推动互联。"), lists("抓好2个方面的工作：一是优化布局，二是推动互联。")
    ([('KeyTask', ('优化布局', '推动互联'), 5)], [('TaskArea', ('优化布局', '推动互联'), 2)])
    >>> lists("从优化布局、推动互联等方面入手，在3个方面发力。")
    []
    """
    for sentence in reading.sentences:
        low = sentence.start
        passage = reading.text[sentence.start : sentence.end]
        if not any(sign in passage for sign in ("等", "个", "：", "方面", "任务", "项", "大行动", "大工程")):
            continue
        counts = [*_COUNT.finditer(reading.text, sentence.start, sentence.end)]
        counts += list(_UNCOUNTED.finditer(reading.text, sentence.start, sentence.end))
        for match in sorted(counts, key=lambda match: match.start()):
            if not at_depth_zero(reading.text, sentence.start, sentence.end, match.start()):
                continue
            found = _task_list(reading, sentence, match, low)
            for read_list in (_behind_colon, _behind_naming, _counted_off):
                found = found or read_list(reading, sentence, match)
            if found is not None:
                yield found
            low = match.end()
