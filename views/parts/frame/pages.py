"""The pages of the app, in their order; a page stands in the navigation as soon as its file exists."""

from __future__ import annotations

from functools import cache
from pathlib import Path

VIEWS = Path(__file__).parents[2]
PAGES = {
    "overview": ":material/home:",
    "connect": ":material/hub:",
    "explore": ":material/bubble_chart:",
    "ask": ":material/help:",
    "search": ":material/search:",
    "targets": ":material/flag:",
    "timeline": ":material/timeline:",
    "matrix": ":material/grid_on:",
    "compare": ":material/difference:",
    "documents": ":material/folder_open:",
    "reader": ":material/article:",
    "basket": ":material/shopping_basket:",
    "sparql": ":material/code:",
    "add": ":material/note_add:",
    "correct": ":material/edit_note:",
    "quality": ":material/fact_check:",
}
"""The stem of a page's file, with its icon."""


@cache
def existing() -> dict[str, str]:
    """Return the pages that there are, with their icons.

    >>> next(iter(existing()))
    'overview'
    """
    return {name: icon for name, icon in PAGES.items() if (VIEWS / f"{name}.py").exists()}


def icon_of(page: str) -> str:
    """Return the name of a page's icon in the font of icons, for our own HTML.

    >>> icon_of("connect")
    'hub'
    """
    return PAGES[page].removeprefix(":material/").removesuffix(":")
