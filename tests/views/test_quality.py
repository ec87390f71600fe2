"""The page that says how far the graph can be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph import PolicyGraph
from tests.views.conftest import APP, Open, shown
from views.parts.frame.graph_source import VARIABLE


def test_the_page_holds_the_graph_to_its_checks(open_page: Open) -> None:
    page = open_page("quality")
    while "正在核对" in shown(page):  # behind the page, which shows the result once it is there
        page.run()
    assert [one.value for one in page.success] == ["通过：没有发现问题。"]


def test_the_page_sets_declared_numbers_beside_named_ones(open_page: Open) -> None:
    said = shown(open_page("quality"))
    assert "<td class=number>17</td><td class=number>3</td><td>原文只点名3项</td>" in said


def test_the_page_shows_scores_with_their_number_and_interval(open_page: Open) -> None:
    assert "n=" in shown(open_page("quality"))


def test_a_name_that_several_places_bear_is_shown_with_its_candidates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "notice.txt"
    text.write_text("关于朝阳的通知\n\n支持朝阳建设<img src=x onerror=alert(1)>物流中心。\n", encoding="utf-8")
    PolicyGraph.build(text, to=tmp_path / "policy.db").close()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "policy.db"))
    page = AppTest.from_file(str(APP), default_timeout=30).run().switch_page("views/quality.py").run()
    assert not page.exception
    assert "多地同名" in shown(page)
    assert "<img" not in shown(page)
