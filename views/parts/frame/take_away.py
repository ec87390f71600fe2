"""Take away what a page shows: as a picture, as a briefing, as files for other programs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit

from graph.export import Shown, Wanted, briefing, exported, picture
from views.parts.frame.graph_source import source
from views.parts.frame.language import words_of

_PICTURES = (".svg", ".png", ".pdf")
_BRIEFINGS = (".pptx", ".docx", ".md")
_FILES = (".xlsx", ".gexf", ".graphml", ".ttl", ".jsonld", ".json", ".bib", ".csl.json")
_WEB_PAGE = ".html"
"""Of a network alone."""
_ABREAST = 3


def take_away(name: str, shown: Shown | None = None, wanted: Wanted | None = None) -> None:
    """Offer what a page shows for download; each file is made when it is asked for, as the commands of the same names make it.

    Arguments: name of the files; shown, the picture to draw, None for no picture; wanted, what a briefing is about, None for none.
    """
    words = words_of("parts")
    graph = source().graph
    with streamlit.popover(words("take away"), icon=":material/download:"):
        if shown is not None:
            streamlit.caption(words("as a picture"))
            pictures = (*_PICTURES, *([_WEB_PAGE] if shown.view == "network" else []))
            _buttons(name, pictures, lambda path: picture(graph, path, shown))
        if wanted is not None:
            streamlit.caption(words("as a briefing"))
            _buttons(name, _BRIEFINGS, lambda path: briefing(graph, path, wanted))
        streamlit.caption(words("as data"))
        whole = replace(shown or Shown(language=words.language), most=0)
        _buttons(name, _FILES, lambda path: exported(graph, path, whole))


def _buttons(name: str, suffixes: tuple[str, ...], write: Callable[[Path], object]) -> None:
    columns = streamlit.columns(_ABREAST)
    for at, suffix in enumerate(suffixes):
        columns[at % _ABREAST].download_button(
            suffix[1:].upper(),
            partial(made, write, name + suffix),
            file_name=name + suffix,
            key=f"take away {name}{suffix}",
            on_click="ignore",
            use_container_width=True,
        )


def made(write: Callable[[Path], object], name: str) -> bytes:
    """Return the bytes of a file that is written when it is asked for. Arguments: write, takes its path; name, whose end is its form."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        write(path)
        return path.read_bytes()
