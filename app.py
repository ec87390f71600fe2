"""The app's frame: title, language, navigation, and the page that was chosen. Start it with ``python -m views``."""

from __future__ import annotations

import streamlit
from starlette.middleware import Middleware

from graph.errors import GraphError
from views.parts.frame.address import keep, restore
from views.parts.frame.language import words_of
from views.parts.frame.pages import VIEWS, existing
from views.parts.frame.search_box import PARAMETER
from views.parts.frame.serving import ServerSaid, opened_in_browser
from views.parts.frame.surround import failed, header
from views.parts.keep.view import listen


def main() -> None:
    """Show the frame and the page."""
    # Set before the pages are named: a page's own icon as that of the browser's tab is fetched from elsewhere.
    streamlit.set_page_config(page_icon="🧭", layout="wide")
    words = words_of("app")
    pages = {
        name: streamlit.Page(
            VIEWS / f"{name}.py", title=words(name), icon=icon, url_path=name, default=name == "overview"
        )
        for name, icon in existing().items()
    }
    page = streamlit.navigation(list(pages.values()), position="top")
    name = next(name for name, one in pages.items() if one.title == page.title)
    sought = header(name)
    restore(name)
    listen()
    if sought:
        streamlit.switch_page(VIEWS / "search.py", query_params={PARAMETER: sought})
    try:
        page.run()
    except GraphError as error:
        failed(error)
    finally:
        keep(name)


if __name__ == "__main__":
    main()
else:
    # The server imports this module; for each reader it runs it as the script above.
    app = streamlit.App(__file__, middleware=[Middleware(ServerSaid)], lifespan=opened_in_browser)
