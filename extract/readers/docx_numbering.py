"""The numbers that Word writes before paragraphs by itself: 一、 （二） 3. ④

Numbering definitions after ECMA-376 part 1, 17.9: a paragraph names a list (`numId`) and a level, itself or through
its style; the level says where to start, how to write the number and what stands around it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cn2an import an2cn

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VAL = _W + "val"
_PLACE = re.compile(r"%([1-9])")
_CHINESE = frozenset(
    ("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting", "taiwaneseCounting")
)
_ROMAN = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    pattern: str
    style: str
    """Id of the paragraph style that stands for this level; empty where none does."""


@dataclass(slots=True)
class Numbering:
    """Counts the numbered paragraphs of one document, in its order."""

    lists: dict[str, dict[int, _Level]]
    """Levels by list."""
    families: dict[str, str]
    """The abstract definition of each list: lists of one definition go on counting together."""
    restarts: dict[str, frozenset[int]]
    """Levels that a list starts anew."""
    styles: dict[str, tuple[str, str, int]]
    """Name, list and level of paragraph styles."""
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, document: Document) -> Numbering:
        """Return the numbering of a document that has not counted yet."""
        parts = (link.target_part for link in document.part.rels.values() if link.reltype.endswith("/numbering"))
        root = getattr(next(parts, None), "element", None)
        lists, families, restarts = ({}, {}, {}) if root is None else _read_lists(root)
        return cls(lists, families, restarts, _read_styles(document.styles.element))

    def style_of(self, paragraph: _Element) -> str:
        """Name of a paragraph's style; empty for the default one."""
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return "" if style is None else self.styles.get(style.get(_VAL, ""), ("", "", 0))[0]

    def next_number(self, paragraph: _Element) -> str:
        """Return the number of the next paragraph as Word shows it; empty for one without, or with a bullet."""
        list_id, level = self._place(paragraph)
        levels = self.lists.get(list_id, {})
        if level not in levels:
            return ""
        count = self._count(list_id, level, levels)
        form = levels[level].form
        if form in ("bullet", "none"):
            return ""

        def written(place: re.Match[str]) -> str:
            of = levels.get(int(place[1]) - 1, levels[level])
            return _written(count.get(int(place[1]) - 1, of.start), of.form)

        number = _PLACE.sub(written, levels[level].pattern)
        # 第一章 wants the room that a tab gives it on the page, 一、 does not.
        return number + " " if number[-1:].isalnum() else number

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style_id = "" if style is None else style.get(_VAL, "")
        _, list_id, level = self.styles.get(style_id, ("", "", 0))
        named = (number for number, one in self.lists.get(list_id, {}).items() if style_id and one.style == style_id)
        level = next(named, level)
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        if own is None:
            return list_id, level
        return _value(own, "numId") or list_id, int(_value(own, "ilvl") or level)

    def _count(self, list_id: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        count = self.counts.setdefault(self.families[list_id], {})
        if list_id not in self.begun:
            self.begun.add(list_id)
            for restarted in self.restarts[list_id]:
                count.pop(restarted, None)
        count[level] = count[level] + 1 if level in count else levels[level].start
        for deeper in [one for one in count if one > level]:
            del count[deeper]
        return count


def _value(parent: _Element, name: str) -> str:
    child = parent.find(_W + name)
    return "" if child is None else str(child.get(_VAL, ""))


def _read_lists(root: _Element) -> tuple[dict[str, dict[int, _Level]], dict[str, str], dict[str, frozenset[int]]]:
    abstract = {one.get(_W + "abstractNumId", ""): _read_levels(one) for one in root.iterchildren(_W + "abstractNum")}
    lists: dict[str, dict[int, _Level]] = {}
    families: dict[str, str] = {}
    restarts: dict[str, frozenset[int]] = {}
    for one in root.iterchildren(_W + "num"):
        list_id, family = one.get(_W + "numId", ""), _value(one, "abstractNumId")
        levels = dict(abstract.get(family, {}))
        restarted = set()
        for override in one.iterchildren(_W + "lvlOverride"):
            level = int(override.get(_W + "ilvl", "0"))
            levels.update(_read_levels(override))
            if (start := _value(override, "startOverride")) and level in levels:
                levels[level] = replace(levels[level], start=int(start))
                restarted.add(level)
        lists[list_id], families[list_id], restarts[list_id] = levels, family, frozenset(restarted)
    return lists, families, restarts


def _read_levels(parent: _Element) -> dict[int, _Level]:
    return {
        int(one.get(_W + "ilvl", "0")): _Level(
            int(_value(one, "start") or 1),
            _value(one, "numFmt") or "decimal",
            _value(one, "lvlText"),
            _value(one, "pStyle"),
        )
        for one in parent.iterchildren(_W + "lvl")
    }


def _read_styles(root: _Element) -> dict[str, tuple[str, str, int]]:
    """Name, list and level of each paragraph style, taken from the style it is based on where it has none."""
    own = {one.get(_W + "styleId", ""): one for one in root.iterchildren(_W + "style")}
    styles: dict[str, tuple[str, str, int]] = {}
    for style_id, style in own.items():
        list_id, level, seen = "", "", {style_id}
        ancestor: _Element | None = style
        while ancestor is not None:
            numbered = ancestor.find(f"{_W}pPr/{_W}numPr")
            if numbered is not None:
                list_id, level = list_id or _value(numbered, "numId"), level or _value(numbered, "ilvl")
            based_on = _value(ancestor, "basedOn")
            ancestor = own.get(based_on) if based_on not in seen else None
            seen.add(based_on)
        styles[style_id] = (_value(style, "name"), list_id, int(level or 0))
    return styles


def _written(number: int, form: str) -> str:
    """A number as a form of numbering writes it.

    >>> [_written(12, form) for form in ("decimal", "chineseCounting", "upperRoman", "decimalEnclosedCircle")]
    ['12', '十二', 'XII', '⑫']
    """
    if form in _CHINESE and 0 < number < 10_000:
        return str(an2cn(number))
    if form in ("upperLetter", "lowerLetter") and 0 < number <= 26:
        letter = chr(ord("A") + number - 1)
        return letter if form == "upperLetter" else letter.lower()
    if form.startswith("decimalEnclosedCircle") and 0 < number <= 20:
        return chr(ord("①") + number - 1)
    if form in ("upperRoman", "lowerRoman") and 0 < number < 90:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written
