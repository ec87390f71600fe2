"""Draw the pictures of docs/pictures from the shipped text: ``python -m scripts.docs_pictures``.

Slides, documents and sheets as LibreOffice shows them (``apt-get install libreoffice-impress libreoffice-writer libreoffice-calc``), web
pages and Markdown as Chromium does.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from markdown_it import MarkdownIt
from PIL import Image
from playwright.sync_api import Browser

from graph import PolicyGraph
from graph.export import Shown, Wanted, briefing, changes_briefing, export, picture
from scripts.form_pictures import SAMPLE, network_form, text_forms
from scripts.house_template import house_template
from scripts.screenshots import chromium

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
_CONNECTION = ("沈阳", "大连")
PICTURES = {
    "connection": Shown(focus=_CONNECTION),
    "region": Shown(focus=("沈阳现代化都市圈",)),
    "whole": Shown(most=50, language="en"),
    "document": Shown(documents=("liaoning-interpretation",), most=20),
    "matrix": Shown("matrix", language="en"),
    "targets": Shown("targets"),
    "timeline": Shown("timeline"),
    "map": Shown("map"),
    "country": Shown("country"),
}


_VERSIONS = [Path(__file__).parent.parent / "tests" / "comparison" / f"plan-{name}.txt" for name in ("first", "second")]
"""Two made-up versions of a plan."""
_WIDE, _HIGH = 1280, 820
"""Pixels of a web page."""
_MARKDOWN_STYLE = """<style>body { font: 15px/1.5 "Noto Sans CJK SC", sans-serif; margin: 24px 40px; color: #1F2937 }
 blockquote { margin-left: 0; padding-left: 14px; border-left: 4px solid #D1D5DB; color: #6B7280 }</style>"""


class Page(NamedTuple):
    """A page of a file, or a part of it, and how large it is drawn."""

    number: int
    scale: float = 1.0
    part: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    """Left, top, right and bottom, as shares of its width and its height."""


def pages(file: Path, names: Mapping[str, Page]) -> None:
    """Draw pages of a file of Office. Arguments: file; names of the pictures, each with its page."""
    folder = file.parent
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True)
    shown = pypdfium2.PdfDocument(file.with_suffix(".pdf"))
    for name, page in names.items():
        image = shown[page.number - 1].render(scale=page.scale).to_pil()
        left, top, right, bottom = page.part
        wide, high = image.size
        _put(image.crop((round(left * wide), round(top * high), round(right * wide), round(bottom * high))), name)
    shown.close()


def _put(image: Image.Image, name: str) -> None:
    image.convert("RGB").quantize(256).save(FOLDER / f"{name}.png", optimize=True)


def web_page(page: Path, browser: Browser) -> None:
    """Draw a network as a web page, one of its things clicked."""
    opened = browser.new_page(viewport={"width": _WIDE, "height": _HIGH})
    opened.goto(page.as_uri())
    opened.locator(".network[data-ready=true]").wait_for()
    opened.locator("summary").click()
    opened.get_by_role("button", name="区域性金融中心（中心）").click()
    opened.locator("summary").click()
    opened.evaluate("scrollTo(0, 0)")
    _put(Image.open(BytesIO(opened.screenshot())).resize((_WIDE * 3 // 4, _HIGH * 3 // 4)), "web-page")


def markdown_page(page: Path, browser: Browser) -> None:
    """Draw the top of a Markdown file as programs show it."""
    opened = browser.new_page(viewport={"width": _WIDE * 3 // 4, "height": _HIGH * 3 // 4})
    opened.set_content(_MARKDOWN_STYLE + MarkdownIt("commonmark").enable("table").render(page.read_text("utf-8")))
    _put(Image.open(BytesIO(opened.screenshot())), "markdown")


def briefings(graph: PolicyGraph, folder: Path) -> None:
    """Draw briefings: slides, those of a question and those in the dress of a house, and a Word document."""
    deck = briefing(graph, folder / "deck.pptx", Wanted(_CONNECTION))
    pages(deck, {f"slide-{number}": Page(number) for number in range(1, 5)})
    asked = briefing(graph, folder / "asked.pptx", Wanted(question="沈阳现代化都市圈有哪些目标？"))
    pages(asked, {"slide-question": Page(2)})
    house = briefing(graph, folder / "house.pptx", Wanted(_CONNECTION), house_template(folder / "template.pptx"))
    pages(house, {"slide-house": Page(4)})
    pages(
        briefing(graph, folder / "region.docx", Wanted(PICTURES["region"].focus)),
        {"word-1": Page(1), "word-2": Page(2)},
    )


def main() -> None:
    """Draw all of them."""
    with PolicyGraph.build("corpus") as graph, tempfile.TemporaryDirectory() as held, chromium() as browser:
        folder = Path(held)
        for name, shown in PICTURES.items():
            print(picture(graph, FOLDER / f"{name}.svg", shown))
        briefings(graph, folder)
        web_page(picture(graph, folder / "page.html", PICTURES["connection"]), browser)
        markdown_page(briefing(graph, folder / "a.md", Wanted(PICTURES["region"].focus)), browser)
        text_forms(graph, folder, FOLDER)
        network_form(graph, folder, FOLDER)
        (book,) = export(graph, folder / "dalian.xlsx", focus=SAMPLE)
        pages(book, {"form-xlsx": Page(2, 5.0, (0.14, 0.09, 0.45, 0.3))})
        with PolicyGraph.build(_VERSIONS[0]) as before, PolicyGraph.build(_VERSIONS[1]) as after:
            found = before.diff(after)
            pages(changes_briefing(found, folder / "changes.pptx"), {"changes": Page(3)})
            pages(changes_briefing(found, folder / "changes.docx"), {"changes-word": Page(1)})


if __name__ == "__main__":
    main()
