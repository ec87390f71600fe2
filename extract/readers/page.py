"""A web page taken apart: its head, its paragraphs, its main text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

import trafilatura
from lxml import etree

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "font", "i", "ins", "label", "mark", "q", "s"),
        *("small", "span", "strong", "sub", "sup", "u", "var"),
    )
)
_SILENT = frozenset(
    ["script", "style", "noscript", "template", "nav", "footer", "select", "textarea", "button", "svg", "iframe"]
)


@dataclass(frozen=True, slots=True)
class Page:
    """What a page holds, in the order of its source; texts with single spaces."""

    title: str
    headings: tuple[str, ...]
    """Texts of its h1 elements."""
    meta: Mapping[str, str]
    """Contents of its meta elements by name or property, in lower case."""
    paragraphs: tuple[str, ...]
    """Every run of text between two block elements, furniture included."""
    elements: int
    depth: int


def read_page(markup: str) -> Page:
    """Return what a page holds, read as a stream: no depth and no disorder of its elements matters."""
    collector: Any = _Collector()
    parser = etree.HTMLParser(target=collector, huge_tree=True, encoding="utf-8")
    page: Any = etree.fromstring(markup.encode() or b" ", parser)
    return cast(Page, page)


@dataclass(slots=True)
class _Collector:
    """A target of lxml's parser."""

    words: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    title: str = ""
    elements: int = 0
    level: int = 0
    depth: int = 0
    silent: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.elements += 1
        self.level += 1
        self.depth = max(self.depth, self.level)
        if tag in _SILENT:
            self.silent += 1
        elif tag == "meta":
            name = (attributes.get("name") or attributes.get("property") or "").lower()
            self.meta.setdefault(name, _line(attributes.get("content", "")))
        if tag not in _INLINE:
            self._flush()

    def end(self, tag: str) -> None:
        self.level -= 1
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        if tag == "title":
            self.title = self.title or self._take()
        elif tag == "h1" and (heading := self._flush()):
            self.headings.append(heading)
        elif tag not in _INLINE:
            self._flush()

    def data(self, data: str) -> None:
        if not self.silent:
            self.words.append(data)

    def comment(self, text: str) -> None:
        """Comments are no text."""

    def close(self) -> Page:
        self._flush()
        paragraphs = tuple(self.paragraphs)
        return Page(self.title, tuple(self.headings), self.meta, paragraphs, self.elements, self.depth)

    def _take(self) -> str:
        text = _line("".join(self.words))
        self.words.clear()
        return text

    def _flush(self) -> str:
        text = self._take()
        if text:
            self.paragraphs.append(text)
        return text


def _line(text: str) -> str:
    return " ".join(text.split())


def main_paragraphs(markup: str) -> list[str]:
    """Return the paragraphs of a page's main text, cells of a table's row parted by tabs; empty where none is found."""
    document = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True, favor_recall=True)
    body = getattr(document, "body", None)
    return [] if body is None else [line for line in _body_lines(body) if line]


def _body_lines(body: etree._Element) -> Iterator[str]:
    for block in body:
        if block.tag == "table":
            for row in block.iter("row"):
                yield "\t".join(_line("".join(map(str, cell.itertext()))) for cell in row.iter("cell")).strip("\t")
        elif block.tag == "list":
            for item in block.iter("item"):
                yield from _element_lines(item)
        else:
            yield from _element_lines(block)
        yield _line(block.tail or "")


def _element_lines(element: etree._Element) -> list[str]:
    """Lines of an element's text, which `lb` elements break."""
    for line_break in element.iter("lb"):
        # No other separator of lines is left in canonical text.
        line_break.tail = "\u2028" + (line_break.tail or "")
    return [_line(part) for part in "".join(map(str, element.itertext())).split("\u2028")]
