"""How results show themselves: tables as HTML, Markdown and plain text; whatever a text says stays text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from html import escape

from graph.results.legible import unturned

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-!|~$&])")
_SHOWN = 40
"""Widest cell of a plain table, in columns of a terminal."""
_AT_PROMPT = 8
"""Rows that a result shows at a prompt; it has all of them."""


def html_table(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str = "") -> str:
    """Return a table as HTML, every text escaped.

    >>> html_table(["a"], [["<script>"]])
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>&lt;script&gt;</td></tr></tbody></table>'
    """
    above = f"<caption>{escape(unturned(caption))}</caption>" if caption else ""
    body = "".join(_html_row("td", row) for row in rows)
    return f"<table>{above}<thead>{_html_row('th', head)}</thead><tbody>{body}</tbody></table>"


def _html_row(tag: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(unturned(cell))}</{tag}>" for cell in cells) + "</tr>"


def markdown_text(text: str) -> str:
    """Return a text for Markdown: one line in which no character is markup.

    >>> print(markdown_text("<b> | *x*"))
    \\<b\\> \\| \\*x\\*
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(unturned(text).split()))


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as Markdown, every text escaped.

    >>> print(markdown_table(["a"], [["x|y"]]))
    | a |
    | --- |
    | x\\|y |
    """
    lines = [head, ["---"] * len(head), *rows]
    shown = [[cell if cell == "---" else markdown_text(cell) for cell in line] for line in lines]
    return "\n".join("| " + " | ".join(line) + " |" for line in shown)


def markdown_code(text: str, language: str) -> str:
    """Return a block of code for Markdown, fenced by more marks than any run of them within it. Arguments: text; language, its name.

    >>> print(markdown_code("a ``` b", "sh"))
    ````sh
    a ``` b
    ````
    """
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{unturned(text)}\n{fence}"


def plain_table(head: Sequence[str], rows: Sequence[Sequence[str]], whole: Collection[int] = ()) -> str:
    """Return a table for a terminal; a Chinese character takes two columns, and a long cell is cut with an ellipsis.

    Arguments: head; rows; whole, the columns whose cells are never cut, by their places.

    >>> print(plain_table(["城市", "n"], [["沈阳市", "3"]]))
    城市    n
    ------  -
    沈阳市  3
    """
    lines = [
        [line if i in whole else _cut(line) for i, line in enumerate(map(in_one_line, row))] for row in (head, *rows)
    ]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join("  ".join(_pad(*pair) for pair in zip(line, widths, strict=True)).rstrip() for line in lines)


def at_prompt(said: Sequence[str], head: Sequence[str], rows: Sequence[Sequence[str]], rest: str = ".table") -> str:
    """Return what a result shows of itself at a plain prompt: its sentences, and the first rows of its table.

    Arguments: said, the sentences, one a line; head and rows, of the table; rest, where all rows are found.

    >>> print(at_prompt(["两座城市。"], ["城市"], [["沈阳市"], ["大连市"]]))
    两座城市。
    <BLANKLINE>
    城市
    ------
    沈阳市
    大连市
    """
    lines = [in_one_line(one) for one in said if one]
    if rows:
        lines += ["", plain_table(head, rows[:_AT_PROMPT])]
    if len(rows) > _AT_PROMPT:
        lines.append(f"… {len(rows) - _AT_PROMPT} more: {rest}")
    return "\n".join(lines)


def in_one_line(text: str) -> str:
    """Return a text in one line, without characters that steer a terminal.

    >>> in_one_line("a\\x1b[2J\\nb")
    'a [2J b'
    """
    return "".join(char if char.isprintable() else " " for char in text)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _cut(text: str) -> str:
    if _width(text) <= _SHOWN:
        return text
    kept = text
    while _width(kept) > _SHOWN - 1:
        kept = kept[:-1]
    return kept + "…"
