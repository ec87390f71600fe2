"""Missing subjects: a clause takes its subject from the clause before it or from its section's heading.

Pattern: «支持沈阳、大连率先发展,…,打造东北重要增长极»: both clauses speak of Shenyang and Dalian, the second by inheritance.

Accepted: «支持沈阳率先发展,打造增长极».
Refused: «沈阳加快发展,某公司将打造基地», where the second clause has a subject of its own that is no place.
"""

from __future__ import annotations

import re

from extract.clauses import LEAD, OFFICE_BEHIND, PROJECT_BEHIND, Clause, Subject, head_subject, place_list, verb_led
from extract.names.name import Names
from extract.spans import cut, stripped

_SAYS = re.compile(r"印发|发布|出台|提出|明确|制定|介绍|获悉|消息|公布|下发|政府|要求")
"""An office that issues or says something leaves the subject of what it says open."""
_OF_PARTS = re.compile(r"其中(?![，,])[^，]*\d")
"""«…，其中甲、乙分别达到30%、20%，…»: what follows speaks of the whole again."""
_CENTRE = re.compile(
    r"(?:为|作为)[^，、]{0,4}(?:核心|中心|龙头|引领|主体|支撑|引擎|重点|牵引|支点|节点|依托|主轴|纽带)[^，]{0,4}$"
)
"""«以太原为核心»: a means of what the sentence speaks of already."""
_PROJECT = re.compile(
    r"(?:该|本|这[一座个条]?|上述)(?:项目|工程|基地|中心|公司|企业|平台|园区|高铁|铁路|机场|实验室|基金)"
    r"|[\u4e00-\u9fffA-Za-z]{2,6}(?:汽车|集团|公司|车企|药业|科技|电力|银行|资本|基金会)(?=将|在|拟|计划|已|宣布|表示|预计|投资)"
)
"""A project or a firm that opens a clause is what the clause speaks of."""
_OTHER = re.compile(r"[\u4e00-\u9fff“”A-Za-z0-9]{2,16}?(?:将|拟|计划|要|应|正在|已经?)(?:[\u4e00-\u9fff])")


def _names_another(text: str, names: Names, start: int, end: int) -> bool:
    """Whether a clause opens with a subject of its own that is no place: «该基地将打造…», «甲县自来水公司…»."""
    lead = LEAD.match(text, start, end)
    position = lead.end() if lead else start
    if verb_led().match(text, position, end):
        return False
    offices = [
        name for name in names.within(position, min(end, position + 30), "organization") if name.start == position
    ]
    if offices:
        return _SAYS.search(text, offices[0].end, end) is None
    found, after = place_list(text, names, position, end)
    if found:
        return any(pattern.match(text, after, end) for pattern in (OFFICE_BEHIND, PROJECT_BEHIND))
    return _OTHER.match(text, position, end) is not None or _PROJECT.match(text, position, end) is not None


def clauses_of(
    text: str, names: Names, start: int, end: int, sentence: int, topic: Subject | None
) -> tuple[Clause, ...]:
    """Return the clauses of one sentence, in order.

    Arguments: text, folded; names; start and end of the sentence; its ordinal; topic, of which the sentence speaks as
    long as it names no place of its own. A clause that leaves out its subject takes that of the clause before it, grade
    Inherited; one that names another subject, which is no place, has none.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def subjects(text):
    ...     found = prepare(Document("a", text)).clauses[0]
    ...     return [clause.subject and clause.subject.entities[0].key for clause in found]
    >>> subjects("支持沈阳率先发展，打造增长极"), subjects("沈阳加快发展，某公司将打造基地")
    (['沈阳市', '沈阳市'], ['沈阳市', None])
    """
    found: list[Clause] = []
    current, other = topic, False
    for part_start, part_end in cut(text, start, end, "；"):
        for wide_start, wide_end in cut(text, part_start, part_end, "，：。"):
            clause_start, clause_end = stripped(text, wide_start, wide_end)
            if clause_start == clause_end:
                continue
            own = head_subject(text, names, clause_start, clause_end)
            if own is not None and current is not None and _CENTRE.match(text, own.end, clause_end):
                own = None
            if own is not None:
                of_parts = _OF_PARTS.match(text, clause_start, clause_end)
                before = current if of_parts else own
                current, other = own, False
            elif _names_another(text, names, clause_start, clause_end):
                current, other = None, True
            subject = current
            if own is None and current is not None and current.grade == "Stated":
                subject = Subject(current.entities, current.start, current.end, "Inherited")
            found.append(Clause(clause_start, clause_end, sentence, subject, own is not None, other))
            if own is not None and before is not None:
                current = before
        if current is None:
            current, other = topic, False
    return tuple(found)
