"""The things of a network by the sections that speak of them; their lines are drawn when one is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from graph.network_page import FOLDER, NetworkDrawing, network_data
from graph.pictures import Band
from views.parts.frame.component import component
from views.parts.frame.language import Words, words_of


def sections_view(drawing: NetworkDrawing, bands: Iterable[Band], titles: dict[str, str], key: str) -> None:
    """Show the things of a drawing in bands; a click on one, or on one of its lines, opens the panel.

    Arguments: drawing, whose positions do not count; bands; titles of documents, by their ids; key, unique on the page.
    """
    words = words_of("parts")
    component("sections", FOLDER / "marks.js", "../panel/open.js", "view.js")(
        key=key,
        height="content",
        data=network_data(drawing, words.language) | {"documents": _documents(bands, titles, words)},
    )


def _documents(bands: Iterable[Band], titles: dict[str, str], words: Words) -> list[dict[str, object]]:
    return [
        {
            "title": titles.get(document, document) or words("of no section"),
            "bands": [
                {
                    "head": band.section.heading if band.section else "",
                    "iri": band.section.iri if band.section else "",
                    "things": band.things,
                }
                for band in held
            ],
        }
        for document, held in groupby(bands, lambda band: band.section.document if band.section else "")
    ]
