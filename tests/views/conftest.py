"""What the tests of the app share: a graph, the app without a browser, and the running app in one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, Request, expect
from streamlit.testing.v1 import AppTest

from graph.corpus.build import build_corpus
from scripts.running_app import running_app
from views.parts.frame.graph_source import VARIABLE
from views.parts.keep.browser import VARIABLE as KEPT

ROOT = Path(__file__).parents[2]
APP = ROOT / "app.py"

WIDE, NARROW = 1280, 390
"""Pixels across a desk's window and a telephone's."""
_PATIENCE = 30_000
"""Milliseconds that a busy machine may take to show what a test waits for."""

Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def kept_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the app keep what browsers bring in a folder of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(KEPT, str(tmp_path_factory.mktemp("kept")))
        yield


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the store of the corpus, built once."""
    folder = tmp_path_factory.mktemp("app") / "policy.db"
    build_corpus([ROOT / "corpus"], folder)
    return folder


def store_of(folder: Path, texts: Mapping[str, str]) -> Path:
    """Return the store of texts that a test makes up, which it may change. Arguments: folder; texts, by the names of their files."""
    written = folder / "texts"
    written.mkdir()
    for name, text in texts.items():
        (written / f"{name}.txt").write_text(text, encoding="utf-8")
    build_corpus([written], folder / "own.db")
    return folder / "own.db"


@pytest.fixture(scope="session")
def store_of_versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the store of the corpus and of two versions of a made-up plan, built once."""
    folder = tmp_path_factory.mktemp("versions") / "policy.db"
    build_corpus([ROOT / "corpus", ROOT / "tests" / "comparison"], folder)
    return folder


@pytest.fixture
def open_page(store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that opens a page without a browser: ``open_page("reader", document="…")``."""
    monkeypatch.setenv(VARIABLE, str(store))

    def opened(name: str, **parameters: str | list[str]) -> AppTest:
        test = AppTest.from_file(str(APP), default_timeout=30)
        for parameter, said in parameters.items():
            test.query_params[parameter] = said
        page: AppTest = test.run().switch_page(f"views/{name}.py").run()
        assert not page.exception, page.exception
        return page

    return opened


def shown(test: AppTest) -> str:
    """Return all text of a page: what its own HTML, texts, titles and labels say."""
    found = []
    for kind in ("title", "header", "subheader", "text", "markdown", "info", "warning", "error", "caption"):
        found += [str(getattr(one, "value", "")) for one in test.get(kind)]
    found += [one.proto.body for one in test.get("html") if not one.proto.body.startswith("<style>")]
    found += [str(getattr(one, "label", "")) for kind in ("expander", "button") for one in test.get(kind)]
    return "\n".join(found)


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    """Yield the address of the running app."""
    with running_app(store) as running:
        yield running


@pytest.fixture(scope="session")
def address_of_versions(store_of_versions: Path) -> Iterator[str]:
    """Yield the address of the app that shows two versions of a plan."""
    with running_app(store_of_versions) as running:
        yield running


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """Yield a browser's page of 1280 × 900 with which `visit` opens the app.

    A request to elsewhere leads nowhere and fails the test; so does a script that a text smuggled in (``alert``), an error
    of the page's own scripts or of the app, and whatever else the console calls an error, as a request without an answer.
    """
    yield from page_at(browser, address, WIDE)


@pytest.fixture
def narrow_page(browser: Browser, address: str) -> Iterator[Page]:
    """Yield the same as `page`, as wide as a telephone: 390 × 900."""
    yield from page_at(browser, address, NARROW)


@cache
def _context(browser: Browser, address: str, width: int) -> BrowserContext:
    """Return the context of the pages of an app in a width, one for all tests of a process: scripts are fetched and compiled once."""
    return browser.new_context(base_url=address, viewport={"width": width, "height": 900}, locale="zh-CN")


def _forget(page: Page, address: str) -> None:
    """Let a browser know nothing of the visits before, as a new one would; what it fetched stays."""
    page.context.clear_cookies()
    page.context.clear_permissions()
    told = page.context.new_cdp_session(page)
    told.send("Storage.clearDataForOrigin", {"origin": address, "storageTypes": "local_storage,indexeddb"})
    told.detach()


def page_at(browser: Browser, address: str, width: int) -> Iterator[Page]:
    """Yield what `page` does, of an app of the test's own. Arguments: browser; address, of the app; width, in pixels."""
    elsewhere: list[str] = []
    failures: list[str] = []

    def watch(request: Request) -> None:
        asked = urlparse(request.url)
        if asked.scheme not in ("data", "blob") and asked.netloc != urlparse(address).netloc:
            elsewhere.append(request.url)

    def refuse(dialog: Dialog) -> None:
        failures.append(f"a script ran: {dialog.message}")
        dialog.dismiss()

    context = _context(browser, address, width)
    context.on("request", watch)
    page = context.new_page()
    _forget(page, address)
    page.set_default_timeout(_PATIENCE)
    expect.set_options(timeout=_PATIENCE)
    page.on("dialog", refuse)
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("console", lambda said: failures.append(f"console: {said.text}") if said.type == "error" else None)
    yield page
    broken = page.locator("[data-testid=stException]").all_inner_texts()
    for one in context.pages:
        one.close()
    context.remove_listener("request", watch)
    assert not broken, f"the page ended in an error: {broken}"
    assert not elsewhere, f"asked for from elsewhere: {elsewhere}"
    assert not failures, failures


_POINT = """([box, kind, id]) => {
  const frame = box.querySelector('.canvas').getBoundingClientRect()
  const { picture, paths } = box.drawn
  const middle = ({ from, to, control, straight }) => straight
    ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }
    : { x: (from.x + 2 * control.x + to.x) / 4, y: (from.y + 2 * control.y + to.y) / 4 }
  const point = kind === 'edge' ? middle(paths().find((one) => one.line.id === id)) : picture.canvasToDOM(picture.getPositions()[id])
  return [frame.x + point.x, frame.y + point.y]
}"""


def click_node(page: Page, node: str) -> None:
    """Click a node of the picture, by its id, where it is drawn."""
    _click(page, "node", node)


def click_edge(page: Page, edge: str) -> None:
    """Click an edge of the picture, by its id, in its middle."""
    _click(page, "edge", edge)


def visit(page: Page, where: str) -> None:
    """Open a page of the app, such as ``/reader?…``, and wait until it is whole and its scripts listen."""
    page.goto(where)
    settled(page)


def settled(page: Page) -> None:
    """Wait until the app has nothing more to do and listens: what stands on the page then is its answer."""
    page.wait_for_function(
        "document.documentElement.matches('[data-framed][data-keeps]')"
        " && document.querySelector('[data-testid=stApp][data-test-script-state=notRunning]')"
        " && !document.querySelector('[data-testid=stSkeleton]')"
    )


def fits_a_telephone(page: Page) -> bool:
    """Return whether nothing of the settled page sticks out of a telephone's width."""
    settled(page)
    return bool(page.evaluate("document.documentElement.scrollWidth") == NARROW)


def point_of(page: Page, kind: str, name: str) -> tuple[float, float]:
    """Return where on the screen a node or an edge of the picture is drawn. Arguments: page; kind, `node` or `edge`; name, its id."""
    settled(page)
    box = page.locator(".network[data-ready=true]").first
    box.scroll_into_view_if_needed()
    x, y = box.evaluate(f"(box, given) => ({_POINT})([box, ...given])", [kind, name])
    return x, y


def opened(page: Page, text: str = "") -> Locator:
    """Return the card in the panel, once it is there and holds a text."""
    card = page.locator(".st-key-panel[data-open]:not([data-waiting]) .panel-card", has_text=text)
    card.wait_for()
    return card


def _click(page: Page, kind: str, name: str) -> None:
    page.mouse.click(*point_of(page, kind, name))
