"""The network as a file: it needs nothing from elsewhere, and whatever a text says stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from views.parts.frame.language import Words, table_of
from views.parts.network.page import network_page
from views.parts.network.values import NetworkEdge, NetworkNode

HOSTILE = "</script><script>alert(1)</script>"
LINK = "<a href=x onmouseover=alert(1)><img src=x onerror=alert(1)>"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the page of a network in which every label is hostile."""
    nodes = [NetworkNode("a", HOSTILE, "City", 0, 0), NetworkNode("b", LINK, "KeyTask", 240, 0)]
    edges = [NetworkEdge("e", "b", "a", LINK, "Inherited")]
    path = tmp_path / "network.html"
    path.write_text(network_page(nodes, edges, Words("zh", table_of("parts"))), encoding="utf-8")
    return path


def test_the_page_asks_for_nothing_and_runs_no_script_of_a_text(browser: Browser, file: Path) -> None:
    asked: list[str] = []
    ran: list[str] = []

    def refuse(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page = browser.new_page(viewport={"width": 900, "height": 700})
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", refuse)
    page.goto(file.as_uri())
    page.locator("#mynetwork canvas").wait_for()
    for x in range(100, 900, 40):
        page.mouse.move(x, 290)
    page.get_by_text("2个事物 · 1条关系").wait_for()
    assert asked == [file.as_uri()]
    assert ran == []
    assert page.locator("img").count() == 0
    page.close()


def test_a_line_is_drawn_by_its_grade(file: Path) -> None:
    assert '"dashes": [9, 6]' in file.read_text(encoding="utf-8")
