"""What each page of the app shows, as plain values.

An open graph comes in; the values of one page go out.
One module a page: `overview`, `province_map`, `target_ledger`, `matrix`, `document_view`, `misreadings`.
"""

from graph.pages.commitments import commitments_of
from graph.pages.document_view import DocumentView, Said, SentenceView, document_view
from graph.pages.matrix import AXES, Axis, Matrix, cell_quotes, matrix
from graph.pages.misreadings import ReadFact, ReadSentence, read_sentence, standing
from graph.pages.overview import Figures, PlaceCard, figures, place_cards
from graph.pages.province_map import Point, Prefecture, ProvinceMap, name_of, province_maps
from graph.pages.target_ledger import Contradiction, TargetEntry, contradictions, target_ledger

__all__ = [
    "AXES",
    "Axis",
    "Contradiction",
    "DocumentView",
    "Figures",
    "Matrix",
    "PlaceCard",
    "Point",
    "Prefecture",
    "ProvinceMap",
    "ReadFact",
    "ReadSentence",
    "Said",
    "SentenceView",
    "TargetEntry",
    "cell_quotes",
    "commitments_of",
    "contradictions",
    "document_view",
    "figures",
    "matrix",
    "name_of",
    "place_cards",
    "province_maps",
    "read_sentence",
    "standing",
    "target_ledger",
]
