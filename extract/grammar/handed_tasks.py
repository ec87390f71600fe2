"""Tasks that a clause hands to bodies, and where the words of the task and of the bodies stand.

Pattern: «T由甲牵头», «由甲牵头、乙落实，T», «甲部门应当牵头T», «甲政府是T的责任主体», «T的责任单位为甲».

Accepted: «交通互联由省交通运输厅牵头», whose task stands before 由; «由市住建局牵头，建成A», whose task is the next clause.
Refused: «T，由甲牵头», whose task is that of the clauses before; «由甲牵头起草», which gives nobody a task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extract.numerals import COUNTING
from extract.spans import cut, stripped
from extract.values import Sentence
from extract.wordlists import alternation, any_of, names_of, word_classes

_MARKS = "，；。：\n"
_LEADING = "牵头"
_BY = re.compile(r"(?<!自)由")
_LONGEST = 60
_SHORTEST = 2
_LEAST = 4
"""Code points of a task that a clause of its own says."""
_ARTICLE = re.compile(rf"\s*第[{COUNTING}百零\d]+条\s*")
_DUTY = re.compile(rf"是(?P<task>[^，。；：\n]{{4,40}})的{any_of('roles_in_a_duty.txt')}$")
_TOLD = re.compile(
    rf"(?P<task>[^，。；：\n]{{4,40}})的{any_of('roles_in_a_duty.txt')}[为是](?P<bodies>[^，。；：\n]{{3,60}})"
)


class Handed(NamedTuple):
    """Spans of a task and of the passage that names its bodies, each with the verb of its role, in code points."""

    task: tuple[int, int]
    bodies: tuple[int, int]


@lru_cache(maxsize=1)
def _roles() -> str:
    return alternation((*names_of("verbs_of_offices.txt"), *names_of("helping_verbs.txt")))


@lru_cache(maxsize=1)
def _given() -> re.Pattern[str]:
    """Matches bodies with the verbs of their roles, to the end of a clause: 甲局牵头、乙局和丙委落实."""
    ways = f"(?:{any_of('how_offices_act.txt')})?"
    named = r"[^，。；：（）\n]{2,60}?"
    return re.compile(rf"{named}{ways}{_LEADING}(?:{_roles()})?(?:[、和]{named}(?:{_roles()}))*")


@lru_cache(maxsize=1)
def _to_lead() -> re.Pattern[str]:
    """Matches a body that has to lead, and what it leads: 市商务部门|应当牵头|推进A."""
    heads = any_of("body_heads.txt", "bodies_in_charge.txt")
    named = rf"(?:(?!{alternation(word_classes()['letting'])}|(?<!自)由)[^，。；：（）\n]){{2,40}}"
    has_to = rf"(?:应当?|要|负责){{1,2}}{_LEADING}(?:负责)?"
    leads = rf"{_LEADING}(?=推进|组织|统筹|协调|实施|开展)"
    return re.compile(
        rf"(?P<bodies>{named}{heads})(?:{has_to}|{leads})(?!{any_of('not_leading_before.txt')})(?P<task>[^，。；：\n]{{4,60}})"
    )


_ONLY_BODIES = re.compile(rf"[^，。；：\n]{{2,60}}(?:牵头|负责|落实|{any_of('helping_verbs.txt')})")


def names_only_bodies(text: str, start: int, end: int) -> bool:
    """Whether a clause says what bodies do for a task, and nothing else: 各县区【配合】.

    >>> names_only_bodies("各县区配合", 0, 5), names_only_bodies("建成片区", 0, 4)
    (True, False)
    """
    return _ONLY_BODIES.fullmatch(text, start, end) is not None


def handed_tasks(text: str, sentence: Sentence) -> Iterator[Handed]:
    """Yield what each clause of a sentence hands to bodies, in order.

    Arguments: text, folded; sentence.

    >>> def handed(text):
    ...     found = handed_tasks(text, Sentence(0, 0, len(text), 0))
    ...     return [(text[slice(*one.task)], text[slice(*one.bodies)]) for one in found]
    >>> handed("交通互联由省交通厅牵头，产业协作由省工信厅牵头。")
    [('交通互联', '省交通厅牵头'), ('产业协作', '省工信厅牵头')]
    >>> handed("由市发改委牵头、市住建局落实，建成示范片区6个。"), handed("建成片区，由市住建局牵头。")
    ([('建成示范片区6个', '市发改委牵头、市住建局落实')], [])
    >>> handed("新城建设由市政府牵头，省住建厅配合，年底完成。"), handed("本方案由省发展改革委牵头实施。")
    ([('新城建设', '市政府牵头，省住建厅配合')], [])
    >>> handed("市商务部门应当牵头推进维修业务。"), handed("市商务部门要牵头起草方案。")
    ([('推进维修业务', '市商务部门')], [])
    >>> handed("成都市人民政府是片区建设的责任主体。")
    [('片区建设', '成都市人民政府')]
    >>> handed("产业协作的责任单位为省工信厅。"), handed("市科技部门牵头推进中心建设。"), handed("支持龙头企业牵头实施重大任务。")
    ([('产业协作', '省工信厅')], [('推进中心建设', '市科技部门')], [])
    """
    if not any(word in text[sentence.start : sentence.end] for word in (_LEADING, *names_of("roles_in_a_duty.txt"))):
        return
    opening = _ARTICLE.match(text, sentence.start, sentence.end)
    start = opening.end() if opening is not None else sentence.start
    clauses = [stripped(text, *span) for span in cut(text, start, sentence.end, _MARKS)]
    for position, (start, end) in enumerate(clauses):
        led = _to_lead().fullmatch(text, start, end)
        duty, told = _DUTY.search(text, start, end), _TOLD.fullmatch(text, start, end)
        by = _BY.search(text, start, end)
        if led is not None:
            yield Handed(led.span("task"), led.span("bodies"))
        elif told is not None:
            yield Handed(told.span("task"), told.span("bodies"))
        elif duty is not None:
            yield Handed(duty.span("task"), (start, duty.start()))
        elif by is not None and _given().fullmatch(text, by.end(), end):
            task = (start, by.start()) if by.start() > start else _behind(text, clauses, position)
            if task is not None and _SHORTEST <= task[1] - task[0] <= _LONGEST and not _ITSELF.fullmatch(text, *task):
                yield Handed(task, (by.end(), _end_of_bodies(text, clauses, position)))


_ITSELF = re.compile(r"[本该此][\u4e00-\u9fff]{1,4}")
"""«本方案由…牵头实施»: the text itself is no task in it."""


def _end_of_bodies(text: str, clauses: list[tuple[int, int]], position: int) -> int:
    """Where the last clause ends that only names further bodies: 由甲厅牵头，【乙厅配合】."""
    end = clauses[position][1]
    for start, last in clauses[position + 1 :]:
        if text[end] != "，" or not names_only_bodies(text, start, last) or _BY.search(text, start, last):
            break
        end = last
    return end


def _behind(text: str, clauses: list[tuple[int, int]], position: int) -> tuple[int, int] | None:
    """The clause that says the task behind the clauses that only name bodies; None where these do not open the sentence."""
    opens = not position or text[clauses[position - 1][1]] == "；"
    if not opens:
        return None
    following = (one for one in clauses[position + 1 :] if not names_only_bodies(text, *one))
    start, end = next(following, (0, 0))
    return (start, end) if end - start >= _LEAST else None


def roles_in(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield each stretch of a passage that names bodies, with the verb of their role, empty where there is none.

    >>> list(roles_in("市发改委牵头、市住建局落实", 0, 13))
    [(0, 4, '牵头'), (7, 11, '落实')]
    """
    last = start
    for match in re.finditer(_roles(), text[start:end]):
        low, high = stripped(text, last, start + match.start())
        low += text[low : low + 1] in ("、", "和", "，")
        if high > low:
            yield low, high, match.group()
        last = start + match.end()
    if last == start:
        yield start, end, ""
