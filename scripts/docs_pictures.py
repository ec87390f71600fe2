"""Draw the pictures of docs/pictures from the shipped text: ``python -m scripts.docs_pictures``; slides as LibreOffice shows them."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdfium2

from graph import PolicyGraph
from graph.export import Shown, Wanted, briefing, picture

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PICTURES = {
    "connection": Shown(focus=("沈阳", "大连")),
    "region": Shown(focus=("沈阳现代化都市圈",)),
    "whole": Shown(most=50, language="en"),
    "matrix": Shown("matrix", language="en"),
    "targets": Shown("targets"),
    "map": Shown("map"),
}


SLIDES = 4
"""How many of the deck are shown."""


def slides(graph: PolicyGraph) -> None:
    """Draw the first slides of a deck."""
    with tempfile.TemporaryDirectory() as folder:
        deck = briefing(graph, Path(folder, "deck.pptx"), Wanted(("沈阳", "大连")))
        command = [
            "soffice",
            f"-env:UserInstallation={Path(folder).as_uri()}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", folder, str(deck)], check=True, capture_output=True)
        shown = pypdfium2.PdfDocument(deck.with_suffix(".pdf"))
        for at in range(SLIDES):
            image = shown[at].render(scale=1.0).to_pil()
            image.quantize(64).save(FOLDER / f"slide-{at + 1}.png", optimize=True)
        shown.close()


def main() -> None:
    """Draw all of them."""
    with PolicyGraph.build("corpus") as graph:
        for name, shown in PICTURES.items():
            print(picture(graph, FOLDER / f"{name}.svg", shown))
        slides(graph)


if __name__ == "__main__":
    main()
