"""Markdown: the text without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from extract.document import canonical_text
from extract.errors import UnreadableText
from extract.readers.content import Content
from extract.readers.encoding import decode
from extract.readers.metadata import split_front_matter
from extract.readers.raised import unraised_markup

if TYPE_CHECKING:
    from markdown_it.token import Token

MAX_MARKDOWN_CHARACTERS = 1_000_000
"""Longest Markdown that is read: its parser is far slower than the other readers."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_NOTE = re.compile(r"\[\^[^\]\s^]{1,20}\](?!:)|\^\[?\d{1,3}\]?\^")
"""The mark of a note, in the dress of two dialects: [^1] and ^1^."""
_LEFT_EMPHASIS = re.compile(r"\*\*|__")


def read_markdown(path: Path, data: bytes) -> Content:
    """Return a Markdown file's content: headings, paragraphs and list items a line each, cells parted by tabs.

    Emphasis, link goals, pictures, HTML tags and list bullets go; the numbers of list items stay. A line that the
    author broke stays broken.

    >>> read_markdown(Path("a.md"), "## 一、目标\\n\\n1. 建设**[沈阳](x)**".encode()).text
    '一、目标\\n\\n1. 建设沈阳\\n'
    """
    content = split_front_matter(path, canonical_text(decode(path, data)))
    if len(content.text) > MAX_MARKDOWN_CHARACTERS:
        raise UnreadableText(path, "the Markdown is longer than a million characters", "split it or save it as .txt")
    return replace(content, text=_without_marks(_without_notes(_without_comments(content.text))))


def _without_comments(markdown: str) -> str:
    kept: list[str] = []
    position = 0
    while (start := markdown.find("<!--", position)) >= 0 and (end := markdown.find("-->", start + 4)) >= 0:
        kept.append(markdown[position:start])
        position = end + 3
    # A comment that never ends would send the parser over the rest of the text once for each such mark.
    return "".join(kept) + markdown[position:].replace("<!--", "")


def _without_notes(markdown: str) -> str:
    return _NOTE.sub("", unraised_markup(markdown))


def _without_marks(markdown: str) -> str:
    from markdown_it import MarkdownIt  # only Markdown needs it

    # Full-width and tab indents are layout in Chinese, never code.
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")
    blocks = list(_blocks(parser.parse(markdown)))
    return "".join(f"{block}\n" if tight else f"{block}\n\n" for block, tight in blocks).rstrip("\n") + "\n"


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """Yield each block's text, and whether the next follows without an empty line."""
    number = ""
    cells: list[str] | None = None
    for token in tokens:
        if token.type == "list_item_open":
            # Bullets carry no number; ordered items carry theirs in `info`, the mark after it in `markup`.
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield "\t".join(cells), True
            cells = None
        elif token.type == "inline" and cells is not None:
            cells.append(" ".join(_inline(token.children or ()).split()))
        elif token.type == "inline":
            yield number + _inline(token.children or ()), token.level > 1
            number = ""
        elif token.type in ("fence", "code_block"):
            yield token.content.rstrip("\n"), False
        elif token.type == "html_block" and (text := _TAG.sub("", token.content).strip()):
            yield text, False


def _inline(tokens: Sequence[Token]) -> str:
    text = ""
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            text += "\n"
        elif token.type in ("text", "code_inline", "text_special"):
            text += token.content
    # CommonMark leaves ** standing where Chinese punctuation is inside it and a character outside.
    return _LEFT_EMPHASIS.sub("", text)
