"""What was found in a text that a person brought, read from its graph once for all sessions."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit

from graph.brought import ShelvedText
from graph.pages import Figures, PlaceCard, figures, place_cards
from graph.quality import Confidence, confidence
from graph.things import DocumentCard, documents


@dataclass(frozen=True, slots=True)
class Summary:
    """What was found in a text."""

    card: DocumentCard
    trust: Confidence
    figures: Figures
    places: tuple[PlaceCard, ...]


def summary_of(text: ShelvedText) -> Summary | None:
    """Return what was found in a text that was read; None where nothing of it passed the checks."""
    return _summary(str(text.folder), text)


@streamlit.cache_resource(show_spinner=False, max_entries=60)
def _summary(folder: str, _text: ShelvedText) -> Summary | None:
    with _text.graph() as graph:
        card = next(iter(documents(graph)), None)
        if card is None:
            return None
        return Summary(card, confidence(graph), figures(graph), tuple(place_cards(graph)[:4]))
