"""A mistake is told on a page in one line, in its language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from graph.errors import GraphError
from tests.views.conftest import Open, shown, visit
from views.parts.frame.language import Words, table_of
from views.parts.frame.mistakes import told


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


@pytest.mark.parametrize(("language", "line"), [("中文", "查询有误"), ("English", "line 1")])
def test_a_mistake_in_a_query_is_one_line_in_the_browser(page: Page, language: str, line: str) -> None:
    visit(page, f"/sparql?lang={language}&query=SELECT ?x {{ ?x a pol:City ")
    told = page.get_by_text(line)
    expect(told).to_have_count(1)
    assert "\n" not in told.inner_text().strip()


def test_no_page_shows_a_mistake_by_its_english_words() -> None:
    """What `str` makes of a mistake is English: a page says it by `mistake`, whose words are in both languages."""
    views = Path(__file__).parents[2] / "views"
    assert [str(path) for path in sorted(views.rglob("*.py")) if "str(error)" in path.read_text(encoding="utf-8")] == []
