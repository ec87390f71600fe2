"""``python -m benchmarks.clicks [TEXTS]``: how long a click takes in the running app, from page to page and to a card.

One browser stays in one session: it goes through the menu, so that every page was seen once, then again and again; then it
clicks marks of the network, rows of the ledger and cells of the matrix, another each time. The clock runs in the browser, from
the press until the new page is whole or the panel shows its card. Needs Chromium.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import isnan
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from benchmarks.app_program import run
from scripts.running_app import running_app
from scripts.screenshots import HEIGHT, WIDTHS
from views.parts.frame.language import table_of
from views.parts.frame.pages import existing

_LISTENS = "document.documentElement.matches('[data-framed][data-keeps]')"
_RESTS = (
    "document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"
    " && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')"
    " && ![...document.querySelectorAll('*')]"
    ".some((one) => one.shadowRoot?.querySelector(':is(.network, .matrix):not([data-ready])'))"
)
"""Nothing is being done, nothing is of the page before, and pictures are drawn."""
_CARD = "document.querySelector('.st-key-panel[data-open]:not([data-waiting]) .panel-card')?.innerText"
_BEGIN = """there => {
  const before = there()
  window.timed = new Promise((done) => addEventListener('pointerdown', () => {
    const began = performance.now()
    const look = () => {
      const now = there()
      const took = performance.now() - began
      if (now && now !== before) done(took)
      else if (took > 5000) done(NaN)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { capture: true, once: true }))
}"""
"""Starts the clock with the next press; `there` gives what is waited for, which must change. NaN where it does not in 5 s."""
_MARK = """(box, index) => {
  const { picture } = box.drawn
  const frame = box.querySelector('.canvas').getBoundingClientRect()
  const inside = Object.values(picture.getPositions()).map((one) => picture.canvasToDOM(one))
    .filter(({ x, y }) => x > 20 && y > 20 && x < frame.width - 60 && y < frame.height - 60)
    .filter((one) => picture.getNodeAt(one))
  const { x, y } = inside[index % inside.length]
  return [frame.x + x, frame.y + y]
}"""
"""Where a mark of the network stands that can be clicked; the index chooses among them."""
_ROW = 36
"""Pixels of a row of the ledger, as the page sets it."""
_INDICATOR = 200
"""Pixels from the left edge of the ledger to its column of indicators, whose cells open the line."""
_CLICKS = 7
"""How many things of one sort are clicked."""

Press = Callable[[Page, int], tuple[float, float]]
"""Where on a page the n-th thing to be clicked stands, in pixels."""


def timed(page: Page, there: str, at: tuple[float, float]) -> float:
    """Click and return the seconds until something new is there, NaN where nothing new came.

    Arguments: page; there, an expression of JavaScript, false until it is there, else what must differ from before; at, pixels.
    """
    page.evaluate(f"() => ({_BEGIN})(() => {there})")
    page.mouse.click(*at)
    return float(page.evaluate("window.timed")) / 1000


def _visit(page: Page, name: str) -> float:
    """Go to a page by the menu; returns the seconds until it is whole."""
    link = page.locator(f"[data-testid=stTopNavLink][href$='/{'' if name == 'overview' else name}']")
    box = link.bounding_box()
    assert box is not None
    title = table_of(name)["title"]["zh"]
    there = f"document.querySelector('h1')?.innerText.startsWith({title!r}) && {_RESTS} && {title!r}"
    took = timed(page, there, (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    page.wait_for_load_state("networkidle")
    return took


def switches(page: Page, rounds: int) -> Iterator[str]:
    """Yield the lines of a table: each page, on the first visit of the session, the median of the later ones and the longest."""
    yield "| switch to | first, s | again, s | longest, s |\n|---|---:|---:|---:|"
    names = list(existing())
    order = [*names[1:], names[0]]
    found: dict[str, list[float]] = {name: [] for name in order}
    for _ in range(rounds + 1):
        for name in order:
            found[name].append(_visit(page, name))
    for name, (first, *later) in found.items():
        yield f"| {name} | {first:.2f} | {median(later):.2f} | {max(later):.2f} |"


def _network(page: Page, address: str) -> str:
    """Return the address of the network around the first place of the overview: that of all things may be of groups."""
    page.goto(address)
    link = page.locator(".card .whole").first.get_attribute("href")
    return f"{address}/{(link or 'explore').removeprefix('/')}"


def _mark(page: Page, index: int) -> tuple[float, float]:
    x, y = page.locator(".network[data-ready]").evaluate(_MARK, index)
    return x, y


def _row(page: Page, index: int) -> tuple[float, float]:
    box = page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    return box["x"] + _INDICATOR, box["y"] + _ROW * (1.5 + index % 2)


def _cell(page: Page, index: int) -> tuple[float, float]:
    cell = page.locator(".matrix td button").nth(index)
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


_CLICKED: dict[str, tuple[str, str, str, Press]] = {
    "a mark of the network": ("", ".network[data-ready=true]", ".network", _mark),
    "a row of the ledger": ("targets", "[data-testid=stDataFrame] canvas", "[data-testid=stDataFrame]", _row),
    "a cell of the matrix": ("matrix", ".matrix[data-ready=true]", ".matrix td button", _cell),
}
"""What is clicked: its page, what is there when it can be clicked, what is brought into sight, where the n-th stands."""


def cards(page: Page, address: str) -> Iterator[str]:
    """Yield the lines of a table: each sort of thing that is clicked, the first click, the median of the others and the longest."""
    yield "\n| click on | first, s | others, s | longest, s |\n|---|---:|---:|---:|"
    for said, (name, ready, shown, place) in _CLICKED.items():
        page.goto(f"{address}/{name}" if name else _network(page, address))
        page.locator(ready).first.wait_for()
        page.wait_for_function(f"{_LISTENS} && {_RESTS}")
        page.locator(shown).first.evaluate("one => one.scrollIntoView({ block: 'center' })")
        page.wait_for_timeout(500)  # what scrolled has come to rest
        taken = [timed(page, _CARD, place(page, index)) for index in range(_CLICKS)]
        first, *others = [one for one in taken if not isnan(one)]
        yield f"| {said} | {first:.2f} | {median(others):.2f} | {max(others):.2f} |"


def measured(browser: Browser, store: Path, rounds: int) -> Iterator[str]:
    """Yield both tables of an app over a store. Arguments: browser; store; rounds, through the menu after the first."""
    with running_app(store) as address:
        context = browser.new_context(viewport={"width": WIDTHS["wide"], "height": HEIGHT}, locale="zh-CN")
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(f"{_LISTENS} && {_RESTS}")
        page.wait_for_load_state("networkidle")
        yield from switches(page, rounds)
        yield from cards(page, address)
        context.close()


if __name__ == "__main__":
    run("clicks", __doc__, "go through the menu this often after the first time (3)", measured)
