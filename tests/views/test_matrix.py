"""Matrix: places against what is said of them, with the blanks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from graph import PolicyGraph
from graph.pages.matrix import AXES, cell_quotes, cell_things, matrix
from tests.views.conftest import ROOT, Open, fits_a_telephone, opened, shown, visit

CITY = "https://w3id.org/policygraph/id/city/"
DRIVING = "https://w3id.org/policygraph/ontology#Driving"
FINANCE = "https://w3id.org/policygraph/id/industry/金融业"


@pytest.fixture(scope="module")
def graph() -> PolicyGraph:
    return PolicyGraph.build(ROOT / "corpus")


@pytest.mark.parametrize("axis", AXES)
def test_every_cell_has_a_sentence(graph: PolicyGraph, axis: str) -> None:
    found = matrix(graph, ("City", "Region"), axis)  # type: ignore[arg-type]
    assert found.cells
    assert all(cell_quotes(graph, axis, *cell) for cell in found.cells)  # type: ignore[arg-type]


@pytest.mark.parametrize("axis", AXES)
def test_the_number_of_a_cell_counts_the_things_that_it_shows(graph: PolicyGraph, axis: str) -> None:
    found = matrix(graph, ("City", "Region"), axis)  # type: ignore[arg-type]
    assert {cell: len(cell_things(graph, axis, *cell)) for cell in found.cells} == found.cells  # type: ignore[arg-type]


def test_a_cell_of_three_lists_three_things_and_marks_all_that_says_so(open_page: Open) -> None:
    said = shown(open_page("matrix", axis="Commitment", row=f"{CITY}沈阳市", column=DRIVING))
    n = int(re.search("把两者连起来的有(\\d+)项", said).group(1))  # type: ignore[union-attr]
    card = said.partition("panel-card")[2]
    assert card.count('<a class="chip"') == n + 1 > 3
    assert card.count("<mark>") > card.count("<blockquote")


def test_a_place_of_which_no_industry_is_said_is_a_blank_row(graph: PolicyGraph) -> None:
    found = matrix(graph, ("City",), "Industry")
    assert f"{CITY}抚顺市" in [str(row.iri) for row in found.rows]
    assert not [cell for cell in found.cells if cell[0] == f"{CITY}抚顺市"]


def test_two_rows_show_what_they_share_and_what_only_one_has(open_page: Open) -> None:
    said = shown(open_page("matrix", pair=[f"{CITY}沈阳市", f"{CITY}大连市"]))
    both, first, second = (said.index(head) for head in ("共有</strong>", "只有沈阳市有", "只有大连市有"))
    assert both < said.rindex("金融业") < first < said.rindex("文化创意产业") < second < said.rindex("国际物流")


def test_a_cell_opens_its_sentences(open_page: Open) -> None:
    said = shown(open_page("matrix", row=f"{CITY}沈阳市", column=FINANCE))
    assert "<mark>" in said
    assert "区域性金融中心" in said


def test_an_unknown_cell_opens_nothing(open_page: Open) -> None:
    assert "<mark>" not in shown(open_page("matrix", row="<script>alert(1)</script>", column=FINANCE))


def test_a_click_on_a_number_and_on_two_names(page: Page) -> None:
    visit(page, "/matrix?lang=English")
    page.locator(".matrix[data-ready=true]").wait_for()
    page.get_by_role("button", name="沈阳市 × 金融业").click()
    opened(page).locator("blockquote").first.wait_for()
    page.get_by_role("button", name="沈阳市", exact=True).click()
    page.get_by_text("Click the name of another row").wait_for()
    page.get_by_role("button", name="大连市", exact=True).click()
    page.get_by_text("Only 大连市").wait_for()


def test_the_matrix_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/matrix")
    narrow_page.locator(".matrix[data-ready=true]").wait_for()
    assert fits_a_telephone(narrow_page)
