"""A web page taken apart: its head, its paragraphs, and which of them are its main text.

The page is read as a stream, which keeps every paragraph apart whatever its elements are nested in. Where the main text
stands is told by trafilatura, whose own output runs the lines of tables, headings and lists together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import trafilatura
from lxml import etree

from extract.numerals import COUNTING
from extract.readers.page_rows import Paragraph, Rows
from extract.wordlists import any_of

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "u", "var"),
    )
)
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "nav", "footer", "select", "textarea", "button", "svg", "iframe")
)
_FURNITURE = re.compile(
    rf"{any_of('page_furniture.txt')}|^(?:主办|承办|维护)(?:单位)?[：:]|^{any_of('page_furniture_openers.txt')}"
    rf"|^{any_of('kinds_of_links.txt')}{any_of('linked_texts.txt')}"
)
_ITEM = re.compile(rf"[（(]?[{COUNTING}\d]{{1,3}}[）)、.．]")
_MAX_ELEMENTS = 100_000
_MAX_DEPTH = 250
"""Beyond these a page is read whole: finding its main text takes a tree, and longer than such a page is worth."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds, in the order of its source."""

    title: str
    headings: tuple[str, ...]
    """Texts of its h1 elements."""
    meta: Mapping[str, str]
    """Contents of its meta elements by name or property, in lower case."""
    paragraphs: tuple[Paragraph, ...]
    """All paragraphs, furniture included."""
    elements: int
    depth: int


def read_page(markup: str) -> Page:
    """Return what a page holds; no depth and no disorder of its elements matters."""
    collector: Any = _Collector()
    parser = etree.HTMLParser(target=collector, huge_tree=True, encoding="utf-8")
    page: Any = etree.fromstring(markup.encode() or b" ", parser)
    return cast(Page, page)


@dataclass(slots=True)
class _Collector:
    """A target of lxml's parser."""

    words: list[str] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    headings: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    elements: int = 0
    level: int = 0
    depth: int = 0
    silent: int = 0
    links: int = 0
    linked: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.level += 1
        self.depth = max(self.depth, self.level)
        self.silent += tag in _SILENT
        self.links += tag == "a"
        if tag == "meta":
            name = (attributes.get("name") or attributes.get("property") or "").lower()
            self.meta.setdefault(name, _line(attributes.get("content", "")))
        if tag not in _INLINE:
            self._flush()
            self.rows.start(tag, attributes)

    def end(self, tag: str) -> None:
        self.level -= 1
        self.silent -= tag in _SILENT
        self.links -= tag == "a"
        if tag == "title":
            self.title = self.title or self._take().text
        elif tag == "h1" and (heading := self._flush()):
            self.headings.append(heading)
        elif tag not in _INLINE:
            self._flush()
            self.rows.end(tag)

    def data(self, data: str) -> None:
        if self.silent <= 0:
            self.words.append(data)
            self.linked += len("".join(data.split())) if self.links > 0 else 0

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> Page:
        self._flush()
        return Page(self.title, tuple(self.headings), self.meta, self.rows.close(), self.elements, self.depth)

    def _take(self) -> Paragraph:
        text = _line("".join(self.words))
        taken = Paragraph(text, self.linked / max(1, len(_squeezed(text))))
        self.words.clear()
        self.linked = 0
        return taken

    def _flush(self) -> str:
        taken = self._take()
        if taken.text:
            self.rows.add(taken)
        return taken.text


def _line(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())


def _squeezed(text: str) -> str:
    return "".join(text.split())


def main_paragraphs(page: Page, markup: str) -> list[tuple[str, bool]]:
    """Return the paragraphs of a page's main text, each with whether trafilatura holds it for main text too.

    Arguments: page, and the markup it was read from. What trafilatura drops between two paragraphs of the main text is
    kept unless it is made of links or a known piece of furniture. A page in which no main text is found comes back
    whole, without menu and footer.
    """
    found = _found_by_trafilatura(page, markup)
    sure = [bool(found) and _squeezed(one.text) in found for one in page.paragraphs]
    start, end = _extent(page.paragraphs, sure) if any(sure) else (0, len(page.paragraphs))
    inside = list(zip(page.paragraphs[start:end], sure[start:end], strict=True))
    while inside and _is_furniture(inside[0][0]):
        inside.pop(0)
    while inside and _is_furniture(inside[-1][0]):
        inside.pop()
    return [(one.text, is_sure) for one, is_sure in inside if is_sure or not _is_furniture(one)]


def _found_by_trafilatura(page: Page, markup: str) -> str:
    if page.elements > _MAX_ELEMENTS or page.depth > _MAX_DEPTH:
        return ""
    found = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, favor_recall=True)
    body = getattr(found, "body", None)
    return "" if body is None else _squeezed("".join(map(str, body.itertext())))


def _extent(paragraphs: Sequence[Paragraph], sure: Sequence[bool]) -> tuple[int, int]:
    """Start and end of the main text: the sure paragraphs of some length, and what stands around them up to furniture.

    A short one may be in the main text by chance: 首页 is a word of many. Around them, since trafilatura often drops
    the addressee and the signature of a letter.
    """
    long = [i for i, one in enumerate(paragraphs) if sure[i] and len(one.text) >= 12]
    if not long:
        long = [i for i, is_sure in enumerate(sure) if is_sure]
    start, end = long[0], long[-1] + 1
    while start > 0 and not _is_furniture(paragraphs[start - 1]):
        start -= 1
    while end < len(paragraphs) and not _is_furniture(paragraphs[end]):
        end += 1
    return start, end


def _is_furniture(paragraph: Paragraph) -> bool:
    short = len(paragraph.text) <= 120
    return short and (
        bool(_FURNITURE.search(paragraph.text)) or (paragraph.linked > 0.6 and not _ITEM.match(paragraph.text))
    )
