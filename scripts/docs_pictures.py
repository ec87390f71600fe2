"""Draw the pictures of docs/pictures from the shipped text: ``python -m scripts.docs_pictures``."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from graph.export import Shown, picture

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PICTURES = {
    "connection": Shown(focus=("沈阳", "大连")),
    "region": Shown(focus=("沈阳现代化都市圈",)),
    "whole": Shown(most=50, language="en"),
    "matrix": Shown("matrix", language="en"),
    "targets": Shown("targets"),
    "map": Shown("map"),
}


def main() -> None:
    """Draw all of them."""
    with PolicyGraph.build("corpus") as graph:
        for name, shown in PICTURES.items():
            print(picture(graph, FOLDER / f"{name}.svg", shown))


if __name__ == "__main__":
    main()
