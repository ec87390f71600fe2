"""Clauses of a sentence: how each opens, and the places that it may speak of.

Tokens and names come in; openings, lists of places and subjects go out.
Begin with `opening`: how a clause opens. `extract.grammar.missing_subjects` hands subjects on from clause to clause.
"""

from extract.clauses.opening import Opening, opening
from extract.clauses.place_lists import PlaceList, list_before, listed_places
from extract.clauses.values import Clause, Manner, Subject, entities_of

__all__ = [
    "Clause",
    "Manner",
    "Opening",
    "PlaceList",
    "Subject",
    "entities_of",
    "list_before",
    "listed_places",
    "opening",
]
