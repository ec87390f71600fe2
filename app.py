"""The app's frame: title, language, navigation, and the page that was chosen. Start it with ``streamlit run app.py``.

A page is a file of views/; it stands in the navigation as soon as the file exists.
"""

from __future__ import annotations

from pathlib import Path

import streamlit

from graph.errors import GraphError
from views.parts.frame import failed, header

VIEWS = Path(__file__).parent / "views"
PAGES = {
    "overview": ":material/home:",
    "connect": ":material/hub:",
    "explore": ":material/bubble_chart:",
    "ask": ":material/help:",
    "targets": ":material/flag:",
    "matrix": ":material/grid_on:",
    "reader": ":material/article:",
    "sparql": ":material/code:",
    "add": ":material/note_add:",
    "quality": ":material/fact_check:",
}
"""The pages in their order, each by the stem of its file, with its icon."""


def main() -> None:
    """Show the frame and the page."""
    words = header()
    pages = [
        streamlit.Page(VIEWS / f"{name}.py", title=words(name), icon=icon, url_path=name, default=name == "overview")
        for name, icon in PAGES.items()
        if (VIEWS / f"{name}.py").exists()
    ]
    page = streamlit.navigation(pages, position="top")
    try:
        page.run()
    except GraphError as error:
        failed(error)


main()
