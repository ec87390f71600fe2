"""Whatever is said of a mistake in the program, it is said in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.mistakes import in_words, line_of

ROOT = Path(__file__).parents[2]
READERS = sorted((ROOT / "extract" / "readers").glob("*.py"))
GRAPH = sorted((ROOT / "graph").rglob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the texts that an argument may be, its places filled with a letter; what a call returns is not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from (text for branch in (node.body, node.orelse) for text in said(branch, named))
    elif isinstance(node, ast.Name):
        yield from (text for value in named.get(node.id, []) for text in said(value, named))


def reasons(paths: list[Path], raised: str) -> list[str]:
    """Return every reason and remedy that some modules write down. Arguments: paths, of the modules; raised, the mistake's class."""
    found: list[str] = []
    for path in paths:
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        named: dict[str, list[ast.expr]] = {}
        for node in nodes:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                named.setdefault(node.targets[0].id, []).append(node.value)
        for node in nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == raised:
                found += [text for argument in node.args[1:] for text in said(argument, named)]
    return sorted(set(found))


OF_READERS = reasons(READERS, "UnreadableText")
OF_GRAPH = reasons(GRAPH, "GraphError")
OF_QUERIES = reasons(GRAPH, "QueryError")
FILLED = {"x: x": "task 3: no date", "no such x": "no such level"}
"""What is all places, or nearly, with what stands in them."""


def test_the_reasons_were_collected() -> None:
    assert len(OF_READERS) >= 55
    assert len(OF_GRAPH) >= 240
    assert len(OF_QUERIES) >= 15


@pytest.mark.parametrize("reason", sorted({*OF_READERS, *OF_GRAPH, *OF_QUERIES}))
def test_every_reason_and_remedy_is_said_in_both_languages(reason: str) -> None:
    assert CHINESE.search(in_words(FILLED.get(reason, reason), "zh"))
    assert in_words(reason, "en") == reason


@pytest.mark.parametrize("what", ["relation", "grade", "class", "level", "kind of document"])
def test_what_is_chosen_among_a_few_is_named_in_chinese(what: str) -> None:
    assert not re.search("[a-z]", in_words(f"no such {what}", "zh"))


def test_of_two_sentences_that_fit_the_nearer_one_is_meant() -> None:
    assert in_words("cannot be written (no space)", "zh") == "无法写入（no space）"
    assert (
        in_words("mend it with: policygraph build PATH... --repair", "zh")
        == "可以这样修复：policygraph build PATH... --repair"
    )


def test_a_mistake_is_one_line_whatever_a_text_says() -> None:
    error = GraphError("火\n星\x1b[2J", "unknown key «a\nb»", "use the keys id")
    assert line_of(error, "zh") == "火 星 [2J：有未知的键“a b”；可用的键：id"
    assert line_of(error, "en") == str(error)
