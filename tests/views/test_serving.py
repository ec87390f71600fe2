"""How the app is served: no page asks for what is not there, none writes a mistake into the console."""

from __future__ import annotations

import urllib.request

import pytest
from playwright.sync_api import Page

from tests.views.conftest import settled, visit
from views.parts.frame.pages import existing


@pytest.mark.parametrize("name", existing())
def test_a_link_to_a_page_is_answered_at_once_and_the_console_stays_empty(page: Page, name: str) -> None:
    mistakes: list[str] = []
    page.on(
        "response", lambda answer: mistakes.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
    )
    page.on("requestfailed", lambda asked: mistakes.append(f"failed: {asked.url}"))
    page.on("console", lambda said: mistakes.append(said.text) if said.type in ("error", "warning") else None)
    visit(page, f"/{'' if name == 'overview' else name}")
    page.locator("h1").first.wait_for()
    settled(page)
    assert mistakes == []


def test_a_page_is_whole_however_it_is_asked_for(address: str) -> None:
    asked = urllib.request.Request(f"{address}/explore", headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked) as answer:
        said = answer.read()
    assert len(said) == int(answer.headers["content-length"])
    assert said.rstrip().endswith(b"</html>")
    head = urllib.request.Request(f"{address}/explore", headers={"Accept": "text/html"}, method="HEAD")
    with urllib.request.urlopen(head) as answer:
        assert answer.read() == b""
