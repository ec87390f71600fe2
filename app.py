"""The app's frame: title, language, navigation, and the page that was chosen. Start it with ``streamlit run app.py``."""

from __future__ import annotations

import streamlit

from graph.errors import GraphError
from views.parts.frame.pages import VIEWS, existing
from views.parts.frame.search_box import PARAMETER
from views.parts.frame.surround import failed, header
from views.parts.keep.view import listen


def main() -> None:
    """Show the frame and the page."""
    words, sought = header()
    pages = [
        streamlit.Page(VIEWS / f"{name}.py", title=words(name), icon=icon, url_path=name, default=name == "overview")
        for name, icon in existing().items()
    ]
    page = streamlit.navigation(pages, position="top")
    listen()
    if sought:
        streamlit.switch_page(VIEWS / "search.py", query_params={PARAMETER: sought})
    try:
        page.run()
    except GraphError as error:
        failed(error)


main()
