"""A network as a web page: it opens without any network, and shows the quotes of what is clicked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from rdflib import URIRef

from graph import PolicyGraph
from graph.errors import GraphError
from graph.export import Shown, picture
from graph.export.network_web_page import network_html
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.things import Node
from tests.export.hostile import NAMES


@contextmanager
def opened(browser: Browser, path: Path) -> Iterator[Page]:
    """Open a saved page; it asks for nothing but itself, and nothing in it fails."""
    asked: list[str] = []
    faults: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(path.as_uri())
    page.locator(".network[data-ready=true]").wait_for()
    yield page
    assert asked == [path.as_uri()]
    assert faults == []
    page.close()


def test_a_web_page_says_what_it_shows_and_where_it_comes_from(
    browser: Browser, shipped: PolicyGraph, tmp_path: Path
) -> None:
    with opened(browser, picture(shipped, tmp_path / "a.html", Shown(focus=("沈阳市", "大连市")))) as page:
        assert page.locator("h1").inner_text() == "沈阳市—大连市"
        assert "共有产业" in page.locator("header").inner_text()
        assert "policygraph读取，图" in page.locator("footer").inner_text()
        assert "地名组合" in page.locator(".legend").inner_text()


def test_a_relation_of_a_web_page_shows_the_sentence_that_states_it(
    browser: Browser, shipped: PolicyGraph, tmp_path: Path
) -> None:
    with opened(browser, picture(shipped, tmp_path / "a.html", Shown(focus=("沈阳市", "大连市")))) as page:
        page.locator("summary").click()
        page.get_by_role("button", name="沈阳市 — 功能定位为 → 区域性金融中心").click()
        card = page.locator("aside")
        assert "沈阳加快建设“一枢纽四中心”" in card.locator("blockquote").first.inner_text()
        assert "政策解读 ›" in card.locator(".where").first.inner_text()


def test_a_web_page_that_leaves_things_out_says_how_many(
    browser: Browser, shipped: PolicyGraph, tmp_path: Path
) -> None:
    with opened(browser, picture(shipped, tmp_path / "a.html", Shown(most=20, language="en"))) as page:
        assert "154 things with the fewest relations are left out" in page.locator("footer").inner_text()


def test_a_thing_that_nothing_ties_to_what_is_shown_is_counted_as_left_out() -> None:
    first, second, third = (Node(URIRef(f"urn:{at}"), f"甲{at}市", "City") for at in range(3))
    selection = Selection((first, second, third), (QuotedRelation(first, "involves", second, "urn:s", ()),), left_out=4)
    page = network_html(selection, (), Words("a", "b", (), "en")).decode()
    assert "甲2市" not in page
    assert "5 things with the fewest relations are left out" in page


def test_hostile_names_are_words_of_a_web_page(browser: Browser, hostile: PolicyGraph, tmp_path: Path) -> None:
    with opened(browser, picture(hostile, tmp_path / "a.html", Shown(focus=(str(NAMES[1]),)))) as page:
        assert page.locator("h1").inner_text() == str(NAMES[1])
        page.locator("summary").click()
        page.locator("li button", has_text="<b>粗</b>").first.click()
        assert page.locator("aside b").count() == 0


def test_a_web_page_shows_networks_alone(shipped: PolicyGraph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"end its name in \.svg, \.png or \.pdf"):
        picture(shipped, tmp_path / "a.html", Shown("map"))
    assert not list(tmp_path.iterdir())
