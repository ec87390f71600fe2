"""Take a picture of every page of the running app, as wide as a desk and as a telephone, and write docs/app.md with them.

Run by ``make screenshots``, or for some pages: ``python -m scripts.screenshots reader quality``. Needs Chromium and a font
for Chinese (``apt-get install chromium-headless-shell fonts-noto-cjk``). Every request to elsewhere is blocked.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from graph.corpus import build_corpus
from scripts.running_app import running_app
from views.parts.frame.language import table_of
from views.parts.frame.pages import existing
from views.parts.keep.browser import VARIABLE as KEPT

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "screenshots"
WIDTHS = {"wide": 1280, "narrow": 390}
HEIGHT = 900
PAGE = ROOT / "docs" / "app.md"
_NOWHERE_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
_BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""Programs that show a page, the one first that has no windows of its own to draw."""
_HEAD = """# The app

`make run` builds the graph of `corpus/` if it changed and opens the app in the browser. It works without any network. To see
another graph, name it: `POLICYGRAPH_STORE=my.db .venv/bin/python -m views` (the folder of a store, a file such as
`my.ttl`, or the address of a SPARQL server). The app gets ready while the browser loads: the pages are imported, and the graph is
opened and asked for what they show first. Streamlit runs `app.py` as well, without that.

Chinese comes first; the switch at the top gives English. What you chose stands in the address: a link opens the same view
again, and a page shows it again when you come back to it in the same session. The box at the top searches all texts. Every
name is a link to what it names, every quote has one to its sentence in the Reader and buttons that copy it with its citation, and
a card leads somewhere wherever it is clicked. A word with a dotted underline, and every grade, explains itself under the
pointer, on a tap and by keyboard; the explanations stand in `views/words/glossary.toml`. A sentence that was
found can be cited like any quote, and in the Reader any sentence by its button “引用” (Cite). On a telephone the pages stand in a
menu. The filters of Connect and Explore open from a button above the picture, which says how many are set. Printed, a page has its
text, quotes and pictures and every column of its tables, without menus, fields and buttons, and with everything unfolded.

“带走” (Take away) on Overview, Connect, Targets and Matrix gives what a page shows as a picture, a briefing or data; see
[export.md](export.md).

Texts that you bring on the page Add a text stay on this machine: in `policygraph/kept` of the user's cache (`POLICYGRAPH_KEPT`
names another folder), for the browser that brought them alone, for seven days. Corrections go into `corpus/corrections.toml`
(`POLICYGRAPH_CORRECTIONS` names another file).

“放入篮子” (Put aside) puts an answer, a quote, a picture or a whole page into the Basket: a matrix, a map, the ledger as it is narrowed,
the timeline, a page of hits. The basket holds what the page draws and lists as it was then, each line with its sentences, and so do its
slides, its Word document and its Markdown; a click on a picture in it enlarges it.

A click in a picture or a table opens the panel: what the texts say of that thing, relation or number, each with its quotes. A
name in the panel opens there, Back returns, Esc closes. On a telephone the panel is a sheet from below. Pictures never take the
page: zoom with Ctrl and the wheel, after a click, by + and −, or with two fingers; one finger scrolls.

The pictures below are also in `docs/screenshots/` as a telephone shows them; `make screenshots` takes them anew.
"""
_OF_VERSIONS = ["compare", "timeline"]
_VERSIONS = ROOT / "tests" / "comparison"
"""Two made-up versions of a plan: the pages that set texts side by side have little to show of a single one."""
_SHOWN = {
    "correct": "?document=liaoning-interpretation&at=1683-1690",
    "search": "?q=金融中心",
    "documents": "?document=liaoning-interpretation",
}
"""What pages show that without it are empty."""
_PUT_IN = ("connect", "ask?question=哪些任务连接沈阳和大连？&view=evidence")
"""Pages of which something is put into the basket before its picture is taken."""
_TALLEST = 2600
"""Pixels at which a picture of a long page is cut."""


def take(browser: Browser, address: str, name: str, size: str) -> Path:
    """Take a picture of one page; returns the file."""
    context = browser.new_context(viewport={"width": WIDTHS[size], "height": HEIGHT}, locale="zh-CN")
    page = context.new_page()
    for before in _PUT_IN if name == "basket" else ():
        page.goto(f"{address}/{before}")
        _until_ready(page)
        page.locator("button[data-keep]").last.click()
        page.locator("[data-testid=stToast]").wait_for()
    page.goto(f"{address}/{'' if name == 'overview' else name}{_SHOWN.get(name, '')}")
    _until_ready(page)
    full = int(page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight"))
    page.set_viewport_size({"width": WIDTHS[size], "height": min(_TALLEST, max(HEIGHT, full))})
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")
    page.wait_for_timeout(1000)
    path = FOLDER / f"{name}-{size}.png"
    page.screenshot(path=path)
    context.close()
    return path


def _until_ready(page: Page) -> None:
    page.locator("h1").first.wait_for()
    page.wait_for_function(
        "!document.querySelector('[data-testid=stApp][data-test-script-state=running], [data-testid=stSkeleton]')"
    )
    page.wait_for_timeout(1500)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield the system's Chromium, for which there is no machine but this; raises FileNotFoundError where there is none."""
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if not found:
        raise FileNotFoundError("chromium: not installed; apt-get install chromium-headless-shell fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", _NOWHERE_ELSE])
        yield browser
        browser.close()


def _take_all(names: list[str], texts: list[Path], browser: Browser) -> None:
    """Take a picture of some pages in each width, over the graph of some texts."""
    if not names:
        return
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "policy.db")
        os.environ[KEPT] = str(Path(folder, "kept"))
        build_corpus(texts, store)
        with running_app(store) as address:
            for name in names:
                for size in WIDTHS:
                    print(take(browser, address, name, size).relative_to(ROOT))


def described() -> str:
    """Return docs/app.md: each page with what it is for and its picture."""
    names, said = table_of("app"), table_of("overview")
    parts = [_HEAD]
    for name in existing():
        title, purpose = names[name], said[f"go to {name}"]
        parts.append(
            f"## {title['en']} {title['zh']}\n\n{purpose['en']} {purpose['zh']}\n\n"
            f"![{title['en']}](screenshots/{name}-wide.png)\n"
        )
    return "\n".join(parts)


def main() -> None:
    """Take a picture of each page in each width."""
    wanted = sys.argv[1:] or list(existing())
    FOLDER.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        plain = [name for name in wanted if name not in _OF_VERSIONS]
        for names, texts in ((plain, ()), (_OF_VERSIONS, (_VERSIONS,))):
            _take_all([name for name in names if name in wanted], [ROOT / "corpus", *texts], browser)
    PAGE.write_text(described(), encoding="utf-8")


if __name__ == "__main__":
    main()
