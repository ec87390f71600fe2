"""SPARQL: a query, its table, its picture, its downloads, and what it may not do."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect
from streamlit.testing.v1 import AppTest

from tests.views.conftest import Open, click_edge, click_node, fits_a_telephone, opened, settled, shown, visit

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


def editor(test: AppTest) -> dict[str, Any]:
    """Return what the field for the query is given."""
    (one,) = (part for part in test.get("bidi_component") if part.proto.component_name == "policygraph_editor")
    given: dict[str, Any] = json.loads(one.proto.json)
    return given


def test_an_example_that_is_chosen_again_is_written_anew(open_page: Open) -> None:
    test = open_page("sparql", query=POSITIONINGS)
    before = editor(test)
    title = test.selectbox[0].options[1]
    taken = editor(test.selectbox[0].select(title).run())
    again = editor(test.selectbox[0].select_index(None).run().selectbox[0].select(title).run())
    assert before["query"] == POSITIONINGS
    assert taken["query"] == again["query"] != POSITIONINGS
    assert before["taken"] < taken["taken"] < again["taken"]


@pytest.mark.parametrize(
    ("language", "label", "kind"), [("中文", "功能定位为", "关系"), ("English", "has positioning", "relation")]
)
def test_each_word_is_offered_with_its_kind_and_label_in_the_language_of_the_page(
    open_page: Open, language: str, label: str, kind: str
) -> None:
    offers = {one["text"]: one for one in editor(open_page("sparql", lang=language))["offers"]}
    assert (offers["pol:hasPositioning"]["label"], offers["pol:hasPositioning"]["kind"]) == (label, kind)
    assert {"city:", "city:沈阳市", "skos:prefLabel", "SELECT"} <= offers.keys()


def test_the_same_query_is_given_for_python(open_page: Open) -> None:
    code = [one.value for one in open_page("sparql", query=POSITIONINGS).code]
    assert any("PolicyGraph.open(" in one and POSITIONINGS in one for one in code)


def field(page: Page, opened: str = "/sparql", label: str = "查询") -> Locator:
    """Return the field for the query of a page whose first answer has come."""
    visit(page, opened)
    page.locator(".editor[data-ready=true]").wait_for()
    settled(page)
    return page.get_by_label(label, exact=True)


def answered(page: Page, said: str) -> None:
    """Wait for the answer that says this, and until nothing of the one before it is left."""
    page.locator(".lead", has_text=re.compile(f"^{said}")).wait_for()
    settled(page)


def test_a_query_is_run_in_the_browser_and_its_answer_taken_along_without_formulas(page: Page) -> None:
    query = 'SELECT ("=HYPERLINK(1)" AS ?formula) ?city { ?city a pol:City } LIMIT 2'
    field(page).fill(query)
    page.get_by_role("button", name="运行").click()
    page.wait_for_url(lambda url: "HYPERLINK" in url)
    answered(page, "2行")
    with page.expect_download() as waiting:
        page.get_by_text("下载CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "formula,city"
    assert [line.startswith("'=HYPERLINK(1)") for line in lines[1:]] == [True, True]
    with page.expect_download() as waiting:
        page.get_by_text("下载JSON").click()
    found = json.loads(waiting.value.path().read_text(encoding="utf-8"))
    assert found["head"]["vars"] == ["formula", "city"]


@pytest.mark.parametrize(
    ("opened", "label", "typed"),
    [("/sparql", "查询", "定位"), ("/sparql?lang=English", "Query", "posit"), ("/sparql", "查询", "pol:hasPos")],
)
def test_a_relation_is_found_by_its_label_or_name_and_taken_with_the_keyboard(
    page: Page, opened: str, label: str, typed: str
) -> None:
    text = field(page, opened, label)
    text.fill("ASK { ?place ")
    text.press_sequentially(typed)
    wanted = page.get_by_role("option", name="pol:hasPositioning")
    wanted.wait_for()
    for _ in range(page.get_by_role("option").count()):
        if wanted.get_attribute("aria-selected") == "true":
            break
        text.press("ArrowDown")
    text.press("Enter")
    expect(text).to_have_value("ASK { ?place pol:hasPositioning")
    expect(page.get_by_role("option")).to_have_count(0)
    text.press_sequentially(" ?x }")
    text.press("Control+Enter")
    page.locator(".lead", has_text=re.compile("^(?:是|Yes)$")).wait_for()


def test_prefixes_lead_to_their_things_and_variables_to_those_of_the_query(page: Page) -> None:
    text = field(page)
    text.fill("SELECT ?positioning { ")
    text.press_sequentially("shenyang")
    text.press("Tab")
    expect(text).to_have_value("SELECT ?positioning { city:沈阳市")
    text.press_sequentially(" pol:hasPositioning ?po")
    text.press("Enter")
    expect(text).to_have_value("SELECT ?positioning { city:沈阳市 pol:hasPositioning ?positioning")
    text.press_sequentially(" . ?positioning a cent")
    expect(page.get_by_role("option").first).to_contain_text("pol:Center")
    text.fill("ASK { ")
    text.press_sequentially("city:")
    expect(page.get_by_role("option").first).to_contain_text("city:")


def test_tab_and_enter_are_the_fields_own_while_nothing_is_offered(page: Page) -> None:
    text = field(page)
    text.fill("ASK { ?place ")
    text.press_sequentially("posit")
    page.get_by_role("option").first.wait_for()
    text.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    text.press("Enter")
    expect(text).to_have_value("ASK { ?place posit\n")
    text.press_sequentially("# posit")
    text.press("Enter")
    text.press_sequentially('"定位')
    text.press("Enter")
    expect(text).to_have_value('ASK { ?place posit\n# posit\n"定位\n')
    text.press("Tab")
    expect(page.get_by_role("button", name="运行")).to_be_focused()


def test_an_input_method_keeps_its_keys_and_its_word_is_completed_when_it_is_written(page: Page) -> None:
    text = field(page)
    text.fill("ASK { ?place ")
    text.focus()
    typing = page.context.new_cdp_session(page)
    for composed in ("p", "po", "pos"):
        typing.send("Input.imeSetComposition", {"text": composed, "selectionStart": 1, "selectionEnd": len(composed)})
    expect(text).to_have_value("ASK { ?place pos")
    expect(page.get_by_role("option")).to_have_count(0)
    typing.send("Input.insertText", {"text": "定位"})
    page.get_by_role("option", name="pol:hasPositioning").click()
    expect(text).to_have_value("ASK { ?place pol:hasPositioning")


def test_what_is_written_stays_until_it_is_run_and_letters_are_no_shortcuts_of_the_app(page: Page) -> None:
    text = field(page)
    text.fill("")
    text.press_sequentially("crCR ASK {}")
    page.get_by_text("English").click()
    page.get_by_role("button", name="Run", exact=True).wait_for()
    settled(page)
    text = page.get_by_label("Query", exact=True)
    expect(text).to_have_value("crCR ASK {}")
    expect(page.get_by_role("dialog")).to_have_count(0)
    text.fill("ASK { }")
    page.get_by_role("button", name="Run", exact=True).click()
    page.locator(".lead", has_text=re.compile("^Yes$")).wait_for()
    expect(text).to_have_value("ASK { }")


def test_a_hostile_query_is_text_in_the_field_and_in_what_is_offered(page: Page) -> None:
    hostile = 'ASK { ?x ?y "<img src=x onerror=alert(1)></pre><script>alert(1)</script>" }'
    text = field(page, f"/sparql?query={quote(hostile)}")
    expect(text).to_have_value(hostile)
    text.press("End")
    text.press_sequentially(" ?")
    expect(page.get_by_role("option")).to_have_count(2)
    expect(page.locator(".editor img, .editor script")).to_have_count(0)


def test_the_list_of_terms_is_browsed_and_fits_a_telephone(narrow_page: Page) -> None:
    text = field(narrow_page, f"/sparql?query={quote('ASK { ?x a }')}")
    narrow_page.get_by_role("button", name="插入术语").click()
    expect(narrow_page.get_by_role("option", selected=True)).to_contain_text("举措")
    assert fits_a_telephone(narrow_page)
    narrow_page.get_by_role("option", name="pol:City").first.click()
    expect(text).to_have_value("ASK { ?x a pol:City }")


def test_a_construct_is_drawn_and_fits_a_telephone(narrow_page: Page) -> None:
    query = "CONSTRUCT { ?place pol:hasPositioning ?what } WHERE { ?place pol:hasPositioning ?what }"
    visit(narrow_page, f"/sparql?query={quote(query)}")
    narrow_page.locator(".network[data-ready=true]").wait_for()
    assert narrow_page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_click_into_the_picture_of_an_answer_opens_the_panel_with_a_quote_in_sight(page: Page) -> None:
    query = "CONSTRUCT { ?place pol:hasPositioning ?what } WHERE { ?place pol:hasPositioning ?what }"
    visit(page, f"/sparql?query={quote(query)}")
    page.locator(".network[data-ready=true]").wait_for()
    click_node(page, "https://w3id.org/policygraph/id/city/沈阳市")
    expect(opened(page, "沈阳市").locator("blockquote").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-panel[data-open]")).to_have_count(0)
    edge = page.locator(".network").evaluate("box => box.drawn.paths()[0].line.id")
    click_edge(page, edge)
    expect(opened(page, "功能定位为").locator("blockquote").first).to_be_in_viewport()


def test_a_telephone_shows_the_columns_of_an_answer_below_each_other(narrow_page: Page) -> None:
    query = "SELECT ?place ?positioning ?sentence { ?place pol:hasPositioning ?positioning . ?sentence a pol:Sentence } LIMIT 60"
    visit(narrow_page, f"/sparql?query={quote(query)}")
    cell = narrow_page.locator(".phone td[data-head=sentence]").first
    expect(cell).to_be_visible()
    box = cell.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    expect(narrow_page.get_by_test_id("stDataFrame")).not_to_be_visible()
    narrow_page.get_by_text("另有20个").click()
    expect(narrow_page.locator(".phone tbody tr").last).to_be_visible()
    fits_a_telephone(narrow_page)
