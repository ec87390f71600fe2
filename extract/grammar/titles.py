"""Titles: documents named in a text.

Pattern: «《…“…”…》», «《关于…〈…〉…的批复》», the untitled «“十四五”规划», «国函〔2018〕159号». A phrase or place inside a title
is not the sentence's.

Accepted: «印发《辽宁省推进“一圈一带两区”区域协调发展三年行动方案》», a Plan.
Refused: «《人民日报》», a newspaper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.gazetteer import gazetteer
from extract.numerals import COUNTING
from extract.values import Entity
from extract.wordlists import alternation, any_of, canonical_names, names_of

_OPEN, _CLOSE = "《〈", "》〉"
_FIVE_YEAR_PLAN = re.compile(
    r"“?十[二三四五六七]五”?(?:时期)?(?:[^，。；、：“”《》（）\s]{0,8}?)规划(?:纲要|和20\d\d年远景目标纲要)?"
)
_NAMED = r"(?P<label>(?P<verb>(?<=[发过布])(?:深入|加快|全面)?推进)?[\u4e00-\u9fff“”、]{4,30}?"
_YEARS = r"(?:（20\d\d[—－-]20\d\d年）)?"
_ENDS = any_of("ends_of_programs.txt", "ends_of_unmarked_plans.txt")
_UNMARKED = re.compile(
    rf"{any_of('verbs_before_plans.txt')}好?{_NAMED}(?:20\d\d年(?=行动计划))?{_ENDS}{_YEARS})"
    r"(?=[，。；、]|（(?!20)|等|以及|和|及其)"
)
"""A plan named without title marks, behind a verb of issuing or carrying out, its place first: 推进京津冀协同发展三年行动计划."""
_ISSUED_UNMARKED = re.compile(
    rf"{any_of('verbs_before_issued_plans.txt')}(?:实施)?+了?+(?P<label>(?!{any_of('openings_of_no_plan.txt')})[\u4e00-\u9fff“”、]{{6,30}}?"
    rf"{_ENDS}{_YEARS})(?=[，。；、]|（(?!20)|及|和)"
)
"""A plan named without title marks behind a verb of issuing, whatever its first words: 发布促进无人机创新发展行动方案."""
_CARRIED_OUT = re.compile(
    rf"{any_of('verbs_of_carrying_plans_out.txt')}+好?(?P<label>(?!{any_of('openings_of_no_plan.txt')})[\u4e00-\u9fff“”+]{{4,26}}?"
    rf"{any_of('ends_of_programs.txt')}{_YEARS})(?=[，。；、]|（(?!20)|等|和|及)"
)
"""A plan named without title marks that is carried out or made: 实施特色优势产业高质量发展三年行动计划."""
_ISSUED_QUOTED = re.compile(
    rf"{any_of('verbs_before_issued_plans.txt')}了?“(?P<label>[^“”《》\n]{{2,40}}{_ENDS}{_YEARS})”"
)
"""A plan named in quotation marks behind a verb of issuing: 出台“建设先行区三年行动计划”."""
_ISSUED_POINTS = re.compile(rf"{any_of('verbs_before_issued_plans.txt')}了?(?P<run>(?:“[^“”《》\n]{{2,14}}条”)+)")
_POINTS = re.compile(rf"“(?P<label>[^“”]*[^“”{COUNTING}\d](?:[{COUNTING}]+|\d+)条)”")
"""A set of measures by the number of its points: 发布“科创九条”“复工复产十条”."""
_NO_TITLE = re.compile(any_of("within_no_title.txt"))
_LONGEST_PLACE = 6
_DOCUMENT_HEAD = re.compile(rf"{any_of('document_heads.txt')}$")
_TAIL = re.compile(r"(?: ?（[^（）]*）|\d{4}年版|（试行）)+$")
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,6}[〔\[【（(]\d{4}[〕\]】）)]\d{1,4}号")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text; its span includes the title marks, its label does not."""

    start: int
    end: int
    label: str
    kind: str
    """`Plan`, `Interpretation`, `PolicyDocument`; empty for a book, a newspaper and what is none of these."""

    @property
    def entity(self) -> Entity:
        """The document that the title names."""
        return Entity(self.kind, self.label)


@lru_cache(maxsize=1)
def _plan_head() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(names_of('plan_heads.txt'))})(?:》|〉)?$")


def without_tail(label: str) -> str:
    """A title without the brackets and the edition behind its genre.

    >>> without_tail("某省三年行动计划（2023—2025年）"), without_tail("名录2020年版")
    ('某省三年行动计划', '名录')
    """
    return _TAIL.sub("", label)


def document_kind(label: str) -> str:
    """The class of a document by the end of its title; empty where the title is no document of policy.

    >>> document_kind("某省三年行动计划（2023—2025年）"), document_kind("《某规划》政策解读"), document_kind("人民日报")
    ('Plan', 'Interpretation', '')
    >>> document_kind("一图读懂|某规划")
    'Interpretation'
    """
    bare = without_tail(label)
    if re.search(r"解读$|图解|^一图(?:读|看)懂", bare):
        return "Interpretation"
    if _plan_head().search(bare):
        return "Plan"
    return "PolicyDocument" if _DOCUMENT_HEAD.search(bare) else ""


def _marked_spans(text: str) -> list[tuple[int, int]]:
    """Spans from 《 to its 》; a mark that is never closed before the line's end is passed over."""
    spans, depth, start = [], 0, 0
    for match in re.finditer(r"[《〈》〉\n]", text):
        mark = match.group()
        if mark == "《" and depth == 0:
            depth, start = 1, match.start()
        elif mark in _OPEN and depth:
            depth += 1
        elif mark in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                spans.append((start, match.end()))
        elif mark == "\n":
            depth = 0
    return spans


def _opens_with_place(label: str) -> bool:
    regions = canonical_names("regions.tsv", "name", "other_names")
    heads = (label[:length] for length in range(2, _LONGEST_PLACE + 1))
    return any(head in regions or head in gazetteer().by_name for head in heads)


def _labelled(match: re.Match[str]) -> Title:
    return Title(*match.span("label"), match["label"], document_kind(match["label"]))


def titles(text: str) -> tuple[Title, ...]:
    """Return the titles in a folded text, in order.

    Arguments: text, folded. Offsets are code points.

    >>> text = "省政府印发了《甲省推进“一带”发展行动方案》，《人民日报》报道，在“十四五”规划中提出。"
    >>> [(title.kind, title.label) for title in titles(text)]
    [('Plan', '甲省推进“一带”发展行动方案'), ('', '人民日报'), ('Plan', '“十四五”规划')]
    >>> [title.label for title in titles("深入推进长三角协同发展三年行动计划、年度任务，落实相关实施方案。")]
    ['长三角协同发展三年行动计划']
    >>> [title.label for title in titles("市里印发实施本市养老服务发展规划，出台了促进无人机创新发展行动方案。")]
    ['促进无人机创新发展行动方案']
    >>> [title.label for title in titles("山东出台“建设先行区三年行动计划”，实施“十大创新行动计划”。")]
    ['建设先行区三年行动计划']
    >>> [title.label for title in titles("实施城市更新三年行动计划，推进合理的行动方案，落实一项行动计划。")]
    ['城市更新三年行动计划']
    >>> [title.label for title in titles("高新区发布“科创九条”“复工20条”等政策，推出“一句话条”。")]
    ['科创九条', '复工20条']
    >>> [title.label for title in titles("近日，武汉经开区出台汽车产业提升行动方案（2023—2025年），实施十大任务。")]
    ['汽车产业提升行动方案（2023—2025年）']
    """
    marked = _marked_spans(text)
    found = [Title(start, end, text[start + 1 : end - 1].strip(), "") for start, end in marked]
    found = [Title(t.start, t.end, t.label, document_kind(t.label)) for t in found if t.label]

    def outside(match: re.Match[str]) -> bool:
        return not any(start <= match.start() < end for start, end in marked)

    found += [Title(*one.span(), one.group(), "Plan") for one in _FIVE_YEAR_PLAN.finditer(text) if outside(one)]
    for match in filter(outside, _UNMARKED.finditer(text)):
        if _opens_with_place(match["label"].removeprefix(match["verb"] or "")):
            found.append(_labelled(match))
    taken = {title.end for title in found}
    for match in filter(outside, _ISSUED_QUOTED.finditer(text)):
        found.append(replace(_labelled(match), start=match.start("label") - 1, end=match.end()))
    for run in _ISSUED_POINTS.finditer(text):
        found += [Title(*one.span(), one["label"], "Plan") for one in _POINTS.finditer(text, *run.span("run"))]
    for match in filter(outside, (*_ISSUED_UNMARKED.finditer(text), *_CARRIED_OUT.finditer(text))):
        generic = match.re is _CARRIED_OUT and "的" in match["label"]
        if match.end() not in taken and not generic and not _NO_TITLE.search(match["label"]):
            taken.add(match.end())
            found.append(_labelled(match))
    return tuple(sorted(found, key=lambda title: title.start))
