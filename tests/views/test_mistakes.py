"""Whatever a reader says of a text that it cannot read, the app can say in Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import GraphError
from views.parts.frame.language import Words, table_of
from views.parts.frame.mistakes import in_words, told

READERS = sorted((Path(__file__).parents[2] / "extract" / "readers").glob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the texts that an argument may be, its places filled with a letter; what a call returns is not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    elif isinstance(node, ast.Name):
        yield from (text for value in named.get(node.id, []) for text in said(value, named))


def reasons() -> list[str]:
    """Return every reason and remedy that a reader writes down."""
    found: list[str] = []
    for path in READERS:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        named: dict[str, list[ast.expr]] = {}
        for node in nodes:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                named.setdefault(node.targets[0].id, []).append(node.value)
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "UnreadableText":
                found += [text for argument in node.args[1:] for text in said(argument, named)]
    return sorted(set(found))


def test_the_reasons_of_the_readers_were_collected() -> None:
    assert len(reasons()) >= 55


@pytest.mark.parametrize("reason", reasons())
def test_every_reason_of_a_reader_is_said_in_both_languages(reason: str) -> None:
    assert CHINESE.search(in_words(reason, Words("zh", {})))
    assert in_words(reason, Words("en", {})) == reason


def test_what_a_file_holds_stays_within_its_line() -> None:
    error = GraphError("x", "unknown key «a\x1b[2J» in x.txt", "the keys are id")
    assert told("规划.txt", error, Words("zh", table_of("add"))) == (
        "未能读取：规划.txt：x.txt中有未知的键“a [2J”；可用的键：id"
    )
