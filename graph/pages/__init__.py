"""What each page of the app shows, as plain values.

An open graph comes in; the values of one page go out.
One module a page: `overview`, `province_map`, `target_ledger`, `matrix`, `document_view`, `added_text`.
"""

from graph.pages.added_text import (
    MEGABYTES_OF_PACKED,
    MEGABYTES_OF_TEXT,
    READABLE,
    BroughtText,
    added_for_good,
    joined,
    kept,
    read_text,
)
from graph.pages.commitments import commitments_of
from graph.pages.document_view import DocumentView, Said, SentenceView, document_view
from graph.pages.matrix import AXES, Axis, Matrix, cell_quotes, matrix
from graph.pages.overview import Figures, PlaceCard, figures, place_cards, places_by_weight
from graph.pages.province_map import Point, Prefecture, ProvinceMap, name_of, province_maps
from graph.pages.target_ledger import Contradiction, TargetEntry, contradictions, target_ledger

__all__ = [
    "AXES",
    "MEGABYTES_OF_PACKED",
    "MEGABYTES_OF_TEXT",
    "READABLE",
    "Axis",
    "BroughtText",
    "Contradiction",
    "DocumentView",
    "Figures",
    "Matrix",
    "PlaceCard",
    "Point",
    "Prefecture",
    "ProvinceMap",
    "Said",
    "SentenceView",
    "TargetEntry",
    "added_for_good",
    "cell_quotes",
    "commitments_of",
    "contradictions",
    "document_view",
    "figures",
    "joined",
    "kept",
    "matrix",
    "name_of",
    "place_cards",
    "places_by_weight",
    "province_maps",
    "read_text",
    "target_ledger",
]
