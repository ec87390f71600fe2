"""Draw the pictures of docs/pictures from the shipped text: ``python -m scripts.docs_pictures``; slides as LibreOffice shows them."""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from graph import PolicyGraph
from graph.export import Shown, Wanted, briefing, changes_briefing, picture
from scripts.screenshots import chromium

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PICTURES = {
    "connection": Shown(focus=("沈阳", "大连")),
    "region": Shown(focus=("沈阳现代化都市圈",)),
    "whole": Shown(most=50, language="en"),
    "matrix": Shown("matrix", language="en"),
    "targets": Shown("targets"),
    "map": Shown("map"),
    "country": Shown("country"),
}


_VERSIONS = [Path(__file__).parent.parent / "tests" / "comparison" / f"plan-{name}.txt" for name in ("first", "second")]
"""Two made-up versions of a plan."""
_WIDE, _HIGH = 1280, 820
"""Pixels of the web page."""


def slides(deck: Path, names: dict[int, str]) -> None:
    """Draw slides of a deck. Arguments: deck; names of the pictures, by the numbers of the slides."""
    folder = deck.parent
    profile = f"-env:UserInstallation={folder.as_uri()}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(deck)]
    subprocess.run(command, check=True, capture_output=True)
    shown = pypdfium2.PdfDocument(deck.with_suffix(".pdf"))
    for number, name in names.items():
        image = shown[number - 1].render(scale=1.0).to_pil()
        image.quantize(256).save(FOLDER / f"{name}.png", optimize=True)
    shown.close()


def web_page(page: Path) -> None:
    """Draw a network as a web page, one of its things clicked."""
    with chromium() as browser:
        opened = browser.new_page(viewport={"width": _WIDE, "height": _HIGH})
        opened.goto(page.as_uri())
        opened.locator(".network[data-ready=true]").wait_for()
        opened.locator("summary").click()
        opened.get_by_role("button", name="区域性金融中心（中心）").click()
        opened.locator("summary").click()
        opened.evaluate("scrollTo(0, 0)")
        image = Image.open(BytesIO(opened.screenshot())).resize((_WIDE * 3 // 4, _HIGH * 3 // 4))
    image.convert("RGB").quantize(256).save(FOLDER / "web-page.png", optimize=True)


def main() -> None:
    """Draw all of them."""
    with PolicyGraph.build("corpus") as graph, tempfile.TemporaryDirectory() as folder:
        for name, shown in PICTURES.items():
            print(picture(graph, FOLDER / f"{name}.svg", shown))
        deck = briefing(graph, Path(folder, "deck.pptx"), Wanted(("沈阳", "大连")))
        slides(deck, {number: f"slide-{number}" for number in range(1, 5)})
        web_page(picture(graph, Path(folder, "page.html"), PICTURES["connection"]))
        with PolicyGraph.build(_VERSIONS[0]) as before, PolicyGraph.build(_VERSIONS[1]) as after:
            slides(changes_briefing(before.diff(after), Path(folder, "changes.pptx")), {3: "changes"})


if __name__ == "__main__":
    main()
