"""The network picture: vis-network as pyvis carries it, shown without any network; a click opens the panel."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import streamlit

from graph.network_page import FOLDER, SCRIPTS, NetworkDrawing, library, network_data, network_page
from views.parts.frame.component import component
from views.parts.frame.language import language, words_of
from views.parts.keep.view import picture_button
from views.parts.network.kept_network import kept_network
from views.parts.network.values import Click, QuotesOf


@cache
def _library() -> streamlit.components.v2.types.ComponentRenderer:
    """Register the library, once for each process.

    It is a part of its own that never changes, so that the browser is sent its half megabyte once a session.
    """
    script = f"{library().read_text(encoding='utf-8')}\nexport default function () {{}}\n"
    return streamlit.components.v2.component("policygraph_vis_network", js=script)


def network_view(drawing: NetworkDrawing, key: str, quotes: QuotesOf) -> None:
    """Show a network whose things and lines open the panel, and offer it as a web page.

    Arguments: drawing; key, unique on the page; quotes, of its edges, for the web page. Labels are drawn on a canvas or set
    as text: they can hold anything.
    """
    _shown(drawing, key, asks=False)
    network_download(lambda: drawing, key, quotes)
    labels = [node.label for node in sorted(drawing.nodes, key=lambda node: not node.focus)]
    picture_button(drawing.title, labels, len(drawing.edges), lambda: kept_network(drawing, quotes()))


def asking_network_view(drawing: NetworkDrawing, key: str) -> Click:
    """Show a network whose things and lines are asked for, and return what was clicked in this run."""
    clicked = _shown(drawing, key, asks=True)
    network_download(lambda: drawing, key, dict)
    return Click(str(clicked.get("node") or ""), str(clicked.get("edge") or ""))


def _shown(drawing: NetworkDrawing, key: str, *, asks: bool) -> dict[str, object]:
    _library()(key="vis_network_library", height=1)
    result = component(
        "network", *(FOLDER / name for name in SCRIPTS), "../panel/open.js", "view.js", style=FOLDER / "network.css"
    )(
        key=key,
        height="content",
        data=network_data(drawing, language()) | {"asks": asks},
        on_clicked_change=lambda: None,
    )
    return result.clicked or {}


def network_download(drawing: Callable[[], NetworkDrawing], key: str, quotes: QuotesOf) -> None:
    """Offer a network as a web page, which is made when it is asked for. Arguments: as for `network_view`."""
    chosen = language()
    streamlit.download_button(
        words_of("parts")("save network"),
        data=lambda: network_page(drawing(), quotes(), chosen),
        file_name="network.html",
        mime="text/html",
        key=f"{key}-page",
        icon=":material/download:",
        type="tertiary",
    )
