"""What each page of the app shows, as plain values.

An open graph comes in; the values of one page go out.
One module a page: `overview`, `province_map`, `country_map`, `target_ledger`, `matrix`, `document_view`, `timeline` and others.
"""

from graph.pages.class_network import ClassNetwork, class_network
from graph.pages.commitments import commitments_of
from graph.pages.country_map import country_map
from graph.pages.document_list import ListedDocument, document_list, store_of
from graph.pages.document_view import DocumentView, NamedSpan, SentenceView, document_view
from graph.pages.headings import heading_places
from graph.pages.matrix import AXES, Axis, Matrix, cell_quotes, cell_things, matrix, tied_pairs
from graph.pages.misreadings import ReadFact, ReadSentence, read_sentence, standing
from graph.pages.overview import Figures, PlaceCard, figures, place_cards, places_by_weight
from graph.pages.place_map import COUNTRY, MappedPlace, PlaceMap, Point
from graph.pages.province_map import name_of, province_maps
from graph.pages.target_ledger import Contradiction, TargetEntry, contradictions, target_ledger
from graph.pages.text_search import PAGE as SEARCH_PAGE
from graph.pages.text_search import Choices, search_alternatives, search_choices, search_page
from graph.pages.timeline import Timeline, YearEntry, timeline

__all__ = [
    "AXES",
    "COUNTRY",
    "SEARCH_PAGE",
    "Axis",
    "Choices",
    "ClassNetwork",
    "Contradiction",
    "DocumentView",
    "Figures",
    "ListedDocument",
    "MappedPlace",
    "Matrix",
    "NamedSpan",
    "PlaceCard",
    "PlaceMap",
    "Point",
    "ReadFact",
    "ReadSentence",
    "SentenceView",
    "TargetEntry",
    "Timeline",
    "YearEntry",
    "cell_quotes",
    "cell_things",
    "class_network",
    "commitments_of",
    "contradictions",
    "country_map",
    "document_list",
    "document_view",
    "figures",
    "heading_places",
    "matrix",
    "name_of",
    "place_cards",
    "places_by_weight",
    "province_maps",
    "read_sentence",
    "search_alternatives",
    "search_choices",
    "search_page",
    "standing",
    "store_of",
    "target_ledger",
    "tied_pairs",
    "timeline",
]
