"""``python -m benchmarks.first_loads [TEXTS]``: how long a page of the app takes until it is there.

For each page the app is started anew and a fresh browser opens that page, as ``make run`` does, then a second one. Beside
them stands an empty page of Streamlit, which is what the machine and the browser take. Needs Chromium.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from benchmarks.app_program import run
from scripts.running_app import running, running_app
from scripts.screenshots import HEIGHT, WIDTHS
from views.parts.frame.pages import existing

_EMPTY = 'import streamlit\nstreamlit.title("empty")\n'
_THERE = (
    "document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"
    " && !document.querySelector('[data-testid=stSkeleton]')"
)
_PATIENCE = 300_000
"""Milliseconds."""


def seconds(browser: Browser, address: str) -> tuple[float, float]:
    """Return how long a page takes in a browser that was never there: until its title is seen, until all of it is."""
    context = browser.new_context(viewport={"width": WIDTHS["wide"], "height": HEIGHT}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(_PATIENCE)
    began = time.perf_counter()
    page.goto(address)
    page.locator("h1").first.wait_for()
    title = time.perf_counter() - began
    page.wait_for_function(_THERE)
    whole = time.perf_counter() - began
    context.close()
    return title, whole


def measured(
    browser: Browser, started: AbstractContextManager[str], path: str
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return what the first visitor of an app waits, and the second one. Arguments: browser; started, the app; path of the page."""
    with started as address:
        return seconds(browser, f"{address}/{path}"), seconds(browser, f"{address}/{path}")


def table(browser: Browser, store: Path, rounds: int) -> Iterator[str]:
    """Yield the lines of a table: the empty page, then each page of the app, the medians of some rounds."""
    empty = store.with_name("empty.py")
    empty.write_text(_EMPTY, encoding="utf-8")
    yield "| page | title, s | all of it, s | again: title | again: all |\n|---|---:|---:|---:|---:|"
    for name in ("", *existing()):
        found = []
        for _ in range(rounds):
            started = running_app(store) if name else running(["streamlit", "run", str(empty)], {})
            found.append(measured(browser, started, "" if name == "overview" else name))
        figures = [median(one[who][what] for one in found) for who in (0, 1) for what in (0, 1)]
        yield f"| {name or 'an empty page'} | {' | '.join(f'{figure:.1f}' for figure in figures)} |"


if __name__ == "__main__":
    run("first_loads", __doc__, "repeat each measurement this often (3)", table)
