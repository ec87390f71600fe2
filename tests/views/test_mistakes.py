"""Whatever a reader says of a text that it cannot read, the app can say in Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import GraphError
from tests.views.conftest import Open, shown
from views.parts.frame.language import Words, table_of
from views.parts.frame.mistakes import in_words, told

READERS = sorted((Path(__file__).parents[2] / "extract" / "readers").glob("*.py"))
SANDBOX = sorted((Path(__file__).parents[2] / "graph" / "sandbox").glob("*.py"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def said(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the texts that an argument may be, its places filled with a letter; what a call returns is not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in node.values)
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
OF_QUERIES = reasons(SANDBOX, "QueryError")


def test_the_reasons_of_the_readers_were_collected() -> None:
    assert len(OF_READERS) >= 55
    assert len(OF_QUERIES) >= 15


@pytest.mark.parametrize("reason", [*OF_READERS, *OF_QUERIES])
def test_every_reason_of_a_reader_or_a_query_is_said_in_both_languages(reason: str) -> None:
    assert CHINESE.search(in_words(reason, Words("zh", {})))
    assert in_words(reason, Words("en", {})) == reason


def test_what_a_file_holds_stays_within_its_line() -> None:
    error = GraphError("x", "unknown key «a\x1b[2J» in x.txt", "the keys are id")
    assert told("规划.txt", error, Words("zh", table_of("add"))) == (
        "未能读取：规划.txt：x.txt中有未知的键“a [2J”；可用的键：id"
    )


NOWHERE = "https://w3id.org/policygraph/id/city/火星"
LACKING = "火星：图中没有这个名称；请另选一个"


@pytest.mark.parametrize(
    ("name", "parameter", "said"),
    [
        ("connect", "ends", NOWHERE),
        ("explore", "focus", NOWHERE),
        ("explore", "node", NOWHERE),
        ("timeline", "place", NOWHERE),
        ("explore", "documents", "火星"),
        ("reader", "document", "火星"),
        ("documents", "document", "火星"),
        ("targets", "place", "火星"),
    ],
)
def test_what_an_address_names_and_the_graph_lacks_is_said_in_one_sentence(
    open_page: Open, name: str, parameter: str, said: str
) -> None:
    assert shown(open_page(name, **{parameter: [said]})).count(LACKING) == 1


@pytest.mark.parametrize(
    ("name", "parameter", "said", "near"),
    [
        ("connect", "ends", "https://w3id.org/policygraph/id/city/沈阳", "沈阳市"),
        ("explore", "focus", "https://w3id.org/policygraph/id/city/沈阳", "沈阳市"),
        ("targets", "place", "沈阳都市圈", "沈阳现代化都市圈"),
        ("reader", "document", "liaoning-interpretations", "liaoning-interpretation"),
        ("documents", "document", "liaoning_interpretation", "liaoning-interpretation"),
    ],
)
def test_what_an_address_spells_wrong_is_told_with_what_it_may_mean(
    open_page: Open, name: str, parameter: str, said: str, near: str
) -> None:
    assert re.search(f"图中没有这个名称；最接近的有：[^\n]*{near}", shown(open_page(name, **{parameter: [said]})))


def test_a_query_that_cannot_be_read_says_so_in_the_language_of_the_page(open_page: Open) -> None:
    test = open_page("sparql", query="SELECT ?x { ?x a pol:City ")
    assert re.search(r"查询有误：\s*第1行第\d+列：.*；请改正查询", shown(test))
    assert re.search(
        r"line 1, column \d+: .*; mend", shown(open_page("sparql", lang="English", query="SELECT ?x { ?x a pol:City "))
    )


def test_no_page_shows_a_mistake_by_its_english_words() -> None:
    """What `str` makes of a mistake is English: a page says it by `mistake`, whose words are in both languages."""
    views = Path(__file__).parents[2] / "views"
    assert [str(path) for path in sorted(views.rglob("*.py")) if "str(error)" in path.read_text(encoding="utf-8")] == []
