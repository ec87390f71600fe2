"""SPARQL: a query, its table, its picture, its downloads, and what it may not do."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from tests.app.conftest import Open, shown

POSITIONINGS = "SELECT ?place ?positioning { ?place pol:hasPositioning ?positioning }"


def test_a_query_of_the_address_is_run_and_shown_by_labels(open_page: Open) -> None:
    table = open_page("sparql", query=POSITIONINGS).dataframe[0].value
    assert list(table.columns) == ["place", "positioning"]
    assert ("沈阳市", "区域性金融中心") in set(table.itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("query", "cause"),
    [
        ("SELECT ?x { ?x a pol:City ", "查询有误"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "不允许"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "不允许"),
        ("SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }", "不允许"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "过多"),
    ],
)
def test_a_query_that_may_not_run_is_refused_in_one_line(open_page: Open, query: str, cause: str) -> None:
    test = open_page("sparql", query=query)
    told = [one.value for one in test.text if cause in one.value]
    assert len(told) == 1
    assert "\n" not in told[0]


def test_an_ask_is_answered_by_yes_or_no(open_page: Open) -> None:
    assert '<p class="lead">是</p>' in shown(open_page("sparql", query="ASK { ?x a pol:City }"))


def test_every_example_gives_something(open_page: Open) -> None:
    titles = open_page("sparql").selectbox[0].options
    assert len(titles) >= 8
    for title in titles:
        test = open_page("sparql")
        test.selectbox[0].select(title).run()
        assert not test.exception
        assert "行 " in shown(test) or "条三元组" in shown(test), title
        assert "0行" not in shown(test).split("lead")[1][:8], title


def test_a_term_is_put_into_the_pattern(open_page: Open) -> None:
    test = open_page("sparql", query="SELECT ?x { ?x }")
    test.selectbox[1].select(next(one for one in test.selectbox[1].options if one.endswith("hasTarget"))).run()
    assert test.text_area[0].value == "SELECT ?x { ?x pol:hasTarget\n}"


def test_the_same_query_is_given_for_python(open_page: Open) -> None:
    code = [one.value for one in open_page("sparql", query=POSITIONINGS).code]
    assert any("PolicyGraph.open(" in one and POSITIONINGS in one for one in code)


def test_a_query_is_run_in_the_browser_and_its_answer_taken_along_without_formulas(page: Page) -> None:
    page.goto("/sparql")
    page.get_by_label("查询", exact=True).fill('SELECT ("=HYPERLINK(1)" AS ?formula) ?city { ?city a pol:City }')
    page.get_by_role("button", name="运行").click()
    page.get_by_text("下载CSV").wait_for()
    with page.expect_download() as waiting:
        page.get_by_text("下载CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "formula,city"
    assert all(line.startswith("'=HYPERLINK(1)") for line in lines[1:])
    with page.expect_download() as waiting:
        page.get_by_text("下载JSON").click()
    found = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert found["head"]["vars"] == ["formula", "city"]
    assert "query=" in page.url


def test_a_construct_is_drawn_and_fits_a_telephone(narrow_page: Page) -> None:
    query = "CONSTRUCT { ?place pol:hasPositioning ?what } WHERE { ?place pol:hasPositioning ?what }"
    narrow_page.goto(f"/sparql?query={quote(query)}")
    narrow_page.locator(".network[data-ready=true]").wait_for()
    assert narrow_page.evaluate("document.documentElement.scrollWidth") == 390
