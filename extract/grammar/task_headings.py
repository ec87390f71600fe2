"""Task headings: numbered headings that say what shall be done.

Pattern: «(二)壮大实体经济,构建产业体系。坚持…», «三、主要任务⏎(一)产业升级工程», «1.支持再制造业。允许…». The outline decides: a
heading led by a verb is a task, and so is a noun among such headings or below 主要任务, or one of several that name deeds
(酒店建设, 市场培育); a chapter that holds tasks is an area, one that only names them (主要任务) is none.

Accepted: «一、深化改革⏎(一)完善体制。…⏎(二)简化程序。…», an area with two tasks; «(二)壮大实体经济。…», which stands alone.
Refused: «二、基本原则⏎(一)坚持创新。…», a principle; «(一)发展动力不断增强», which tells what has come about; articles of a law.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from extract.grammar.state_headings import tells_a_state
from extract.numerals import COUNTING, FIVE_YEAR_PLAN
from extract.own_title import title_text
from extract.reading import Reading
from extract.tokens.alphabet import has_class
from extract.tokens.verb_openings import is_verb_led, only_verbs
from extract.values import Section
from extract.wordlists import alternation, any_of, table

RULE = "numbering"
_REPLY = re.compile(rf"{any_of('replies_and_orders.txt')}|(?:函|通知)$")
"""The numbered items of these say what is agreed to or ordered, not what a plan sets as its tasks."""
_PASSES_ON = re.compile(rf"{any_of('issuing_verbs.txt')}.*通知$")
"""A notice that passes a plan on, whose items are that plan's."""
_ARTICLE = re.compile(r"第.+条")
_BY_MEANS = re.compile(r"gA[AJNK]{1,3}[LGDB]")
"""«以更大力度推动高质量发展», in letters of tokens."""
_PUT_ASIDE = re.compile(rf"{FIVE_YEAR_PLAN}(?:时期)?|[今明]年|20\d\d(?:—20\d\d)?年|[的和]|全[省市]")
_SHORTEST = 4
_LONGEST = 60


@lru_cache(maxsize=1)
def _frames() -> Mapping[str, str]:
    return {words: cells[0] for words, cells in table("heading_frames.tsv", "words", "frame").items()}


@lru_cache(maxsize=1)
def _framing() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(_frames())})$")


class Outline:
    """What each numbered heading of a text is within its outline."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._sections = reading.sections
        self._frame = {section.ordinal: self._frame_of(section) for section in self._sections}
        self._led = {section.ordinal: self._is_led(section) for section in self._sections}
        title = title_text(reading.text, reading.title)
        self._ordered = bool(_REPLY.search(title) and not _PASSES_ON.search(title)) or any(
            _ARTICLE.fullmatch(section.number) for section in self._sections
        )
        numbered = [section for section in self._sections[1:] if section.number and section.heading]
        self._siblings = Counter(_rank(section) for section in numbered)
        self._led_siblings = Counter(_rank(section) for section in numbered if self._led[section.ordinal])
        self._named_siblings = Counter(_rank(section) for section in numbered if self._is_named_by_deed(section))
        self._tasks = frozenset(section.ordinal for section in numbered if not self._ordered and self._is_task(section))
        self._parents = frozenset(self._sections[ordinal].parent for ordinal in self._tasks)

    def frames_above(self, section: int | None) -> str:
        """The frame of the nearest heading from a section upwards that frames anything; empty where none does."""
        while section:
            frame = self._frame[section]
            if frame and frame != "open":
                return frame
            section = self._sections[section].parent
        return ""

    def kind(self, section: Section) -> str:
        """The class of task that a heading is; empty where it is none."""
        above = self.frames_above(section.parent)
        led = self._led[section.ordinal]
        own = self._frame[section.ordinal] == "safeguard" and section.heading not in _frames()
        if above == "safeguard" or own:
            return "SafeguardMeasure" if led and not self._ordered else ""
        if above == "setting" or section.ordinal not in self._tasks:
            return ""
        if self._reading.entity.kind == "Interpretation" and above != "task":
            return "Action" if led else ""
        wide = section.parent == 0 and section.ordinal in self._parents
        return "TaskArea" if wide else "KeyTask"

    def _is_task(self, section: Section) -> bool:
        if self._frame[section.ordinal] or not _SHORTEST <= len(section.heading) <= _LONGEST:
            return False
        two = self._led[section.ordinal] and "，" in section.heading  # 发挥优势，融入格局取得新进展
        under_tasks = two and self.frames_above(section.parent) == "task"
        if not under_tasks and self._tells_a_state(section):
            return False
        rank = _rank(section)
        if self._led[section.ordinal]:
            return True
        if self._reading.text.startswith("：", section.heading_end):
            return False
        acting = max(self._led_siblings[rank], self._named_siblings[rank])
        return acting * 2 > self._siblings[rank] > 2 or self.frames_above(section.parent) == "task"

    def _tells_a_state(self, section: Section) -> bool:
        return tells_a_state(self._reading.tokens, section.heading_start, section.heading_end)

    def _is_led(self, section: Section) -> bool:
        tokens, start, end = self._reading.tokens, section.heading_start, section.heading_end
        if not section.number:
            return False
        comma = self._reading.text.find("，", start, end)
        grounded = comma > 0 and tokens.letters[tokens.first(start)] in "pg"  # 立足区域协调，推进城镇化
        means = _BY_MEANS.match(tokens.letters, *tokens.within(start, end))
        return means is not None or is_verb_led(tokens, comma + 1 if grounded else start, end)

    def _is_named_by_deed(self, section: Section) -> bool:
        """Whether a heading is a noun phrase that names a deed by its last word: 旅游品牌创建, 酒店建设."""
        tokens = self._reading.tokens
        first, last = tokens.within(section.heading_start, section.heading_end)
        return last - first > 1 and not self._led[section.ordinal] and has_class(tokens.word(last - 1), "deeds")

    def _frame_of(self, section: Section) -> str:
        """The frame that the last words of a heading give; behind a verb only where nothing but a time is between them."""
        found = _framing().search(section.heading)
        if found is None:
            return ""
        before = _PUT_ASIDE.sub("", section.heading[: found.start()])
        framing = not self._is_led(section) or only_verbs().fullmatch(before)
        return _frames()[found.group()] if framing else ""


def _rank(section: Section) -> tuple[int | None, str]:
    """What siblings share: the section that holds them and the way in which they are numbered."""
    return section.parent, re.sub(rf"[\d{COUNTING}百]+", "", section.number)


def task_headings(reading: Reading) -> Iterator[tuple[str, Section]]:
    """Yield the headings that are tasks, each with its class.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def kinds(text):
    ...     return [(kind, section.heading) for kind, section in task_headings(prepare(Document("a", text)))]
    >>> kinds("一、深化体制改革\\n（一）完善体制机制。放权。\\n（二）简化审批程序。放权。\\n")
    [('TaskArea', '深化体制改革'), ('KeyTask', '完善体制机制'), ('KeyTask', '简化审批程序')]
    >>> kinds("会上介绍。\\n（二）壮大实体经济。推进。\\n")
    [('KeyTask', '壮大实体经济')]
    >>> kinds("二、基本原则\\n（一）坚持创新驱动。先行。\\n（二）坚持开放共享。先行。\\n")
    []
    >>> kinds("（一）发展动力不断增强。改革。\\n"), kinds("第一条 推进体制改革。\\n第二条 完善体制机制。\\n")
    ([], [])
    """
    outline = Outline(reading)
    for section in reading.sections[1:]:
        kind = outline.kind(section) if section.number and section.heading else ""
        if kind:
            yield kind, section
