"""What is taken away of some texts cites these and holds nothing of the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from graph import GraphError, PolicyGraph
from graph.export import Shown, Wanted, briefing, exported, picture
from graph.pages import target_ledger
from graph.pictured import View

PLAN = Path(__file__).parents[1] / "comparison" / "plan-first.txt"
PLAN_ID, SECOND_ID = "yichang-plan-first", "yichang-plan-second"
REVISED = "（修订版）"
"""Of the title of the second version."""
OTHER = "一圈一带两区"
"""Of the title of the other document."""


@pytest.fixture(scope="module")
def two() -> Iterator[PolicyGraph]:
    with PolicyGraph.build("corpus", PLAN) as graph:
        yield graph


@pytest.fixture(scope="module")
def versions() -> Iterator[PolicyGraph]:
    with PolicyGraph.build(PLAN, PLAN.with_name("plan-second.txt")) as graph:
        yield graph


@pytest.mark.parametrize("suffix", [".ttl", ".json", ".csv", ".graphml", ".framed.jsonld"])
@pytest.mark.parametrize(
    "shown",
    [
        Shown(),
        Shown("targets"),
        Shown("matrix", axis="Indicator", rows=("City",)),
        Shown("matrix", axis="Positioning", rows=("City",)),
    ],
    ids=["network", "targets", "matrix of indicators", "matrix of positionings"],
)
def test_what_is_taken_away_of_a_document_quotes_it_alone(
    versions: PolicyGraph, tmp_path: Path, shown: Shown, suffix: str
) -> None:
    def told(wanted: Shown) -> str:
        return "".join(
            path.read_text(encoding="utf-8") for path in exported(versions, tmp_path / f"a{suffix}", wanted).files
        )

    part = told(replace(shown, documents=(PLAN_ID,)))
    assert REVISED in told(shown)
    assert "协同发展行动方案" in part
    assert REVISED not in part
    assert SECOND_ID not in part


def test_a_matrix_of_a_document_counts_what_it_backs_alone(versions: PolicyGraph, tmp_path: Path) -> None:
    def cells(*documents: str) -> int:
        shown = Shown("matrix", axis="Indicator", rows=("City",), documents=documents, language="en")
        book = load_workbook(exported(versions, tmp_path / "a.xlsx", shown).files[0])
        return sum(
            cell
            for row in book["Matrix"].iter_rows(min_row=2, min_col=2, values_only=True)
            for cell in row
            if isinstance(cell, int)
        )

    assert 0 < cells(PLAN_ID) < cells()
    assert cells(PLAN_ID) + cells(SECOND_ID) >= cells()


@pytest.mark.parametrize(
    "shown",
    [
        Shown(documents=(PLAN_ID,)),
        Shown("targets", focus=("宜昌",)),
        Shown("targets", documents=(PLAN_ID,)),
        Shown("matrix", focus=("宜昌",), axis="Positioning"),
        Shown("map", focus=("湖北",)),
    ],
    ids=[
        "network of a document",
        "targets of a place",
        "targets of a document",
        "matrix of a place",
        "map of a province",
    ],
)
def test_a_picture_cites_the_documents_that_back_what_it_shows(two: PolicyGraph, tmp_path: Path, shown: Shown) -> None:
    drawn = picture(two, tmp_path / "a.svg", shown).read_text(encoding="utf-8")
    assert "来源：" in drawn
    assert OTHER not in drawn


def test_a_briefing_of_a_document_holds_its_targets_roles_and_counts_alone(two: PolicyGraph, tmp_path: Path) -> None:
    told = briefing(two, tmp_path / "a.md", Wanted(documents=(PLAN_ID,))).read_text(encoding="utf-8")
    assert all(name in told for name in ("28%", "9%", "42%", "600亿元"))
    assert not any(name in told for name in ("沈阳", "大连", "双核", OTHER))


def test_a_briefing_of_two_places_counts_only_what_concerns_them(two: PolicyGraph, tmp_path: Path) -> None:
    told = briefing(two, tmp_path / "a.md", Wanted(focus=("沈阳", "大连"))).read_text(encoding="utf-8")
    counted = told[told.index("## 自述") : told.index("## 来源")]
    assert "双核" in counted
    assert "辽东绿色经济区" not in counted
    assert PLAN_ID not in told


@pytest.mark.parametrize("view", ["matrix", "timeline", "map", "country"])
def test_a_view_of_all_documents_refuses_to_be_drawn_of_one(two: PolicyGraph, tmp_path: Path, view: str) -> None:
    with pytest.raises(GraphError, match="is drawn of all documents alone; leave --document out"):
        picture(two, tmp_path / "a.svg", Shown(view, documents=(PLAN_ID,)))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("view", ["timeline", "country"])
def test_a_view_of_all_places_refuses_to_be_drawn_of_one(two: PolicyGraph, tmp_path: Path, view: View) -> None:
    with pytest.raises(GraphError, match="leave --focus out"):
        picture(two, tmp_path / "a.svg", Shown(view, focus=("大连",)))
    assert list(tmp_path.iterdir()) == []


def test_a_matrix_of_a_place_has_its_row_alone(two: PolicyGraph, tmp_path: Path) -> None:
    drawn = picture(two, tmp_path / "a.svg", Shown("matrix", focus=("大连",))).read_text(encoding="utf-8")
    assert "大连市" in drawn
    assert "沈阳市" not in drawn


@pytest.mark.parametrize(
    ("axis", "column"), [("Positioning", "功能定位"), ("Commitment", "力度"), ("Indicator", "指标")]
)
def test_a_matrix_has_the_columns_that_are_asked_for(two: PolicyGraph, tmp_path: Path, axis: str, column: str) -> None:
    drawn = picture(two, tmp_path / "a.svg", Shown("matrix", axis=axis, rows=("City",)))  # type: ignore[arg-type]
    told = "".join(map(str, etree.fromstring(drawn.read_bytes()).itertext()))
    assert column in told
    assert "沈阳现代化都市圈" not in told


def test_a_ledger_of_some_targets_draws_these_alone(two: PolicyGraph, tmp_path: Path) -> None:
    one = next(entry for entry in target_ledger(two) if entry.place.label == "荆州市")
    drawn = picture(two, tmp_path / "a.svg", Shown("targets", targets=(str(one.target),))).read_text(encoding="utf-8")
    assert one.goal in drawn
    assert "宜昌" not in drawn.split("来源")[0]
