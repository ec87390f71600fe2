"""Names to things, and what is said of a thing, each statement with its quotes.

A typed name or an IRI comes in; things with labels, statements and quotes go out.
Begin with `name_index`: from a name to who bears it. `quotes` has what backs a statement.
"""

from graph.things.completions import Completion, completions
from graph.things.counts import class_counts, count_of
from graph.things.documents import DocumentCard, document_of, documents
from graph.things.entity_view import EntityView, Statement, entity_view
from graph.things.goal_text import goal_text
from graph.things.jurisdictions import LEVEL_NAMES, LEVELS, Level
from graph.things.labels import labels_of
from graph.things.merged import merged
from graph.things.name_index import Names, Node, alike, fold, latin_names, narrowest
from graph.things.neighbourhood import Iri, Link, Neighbourhood
from graph.things.nodes import nodes_of
from graph.things.quotes import Quote, Trails, heading_of, independent, quote_of, quotes_of, trails_of
from graph.things.romanised import romanised
from graph.things.search_list import Findable, findable, latin
from graph.things.sentence_facts import Said, said_in_document, said_in_sentences

__all__ = [
    "LEVELS",
    "LEVEL_NAMES",
    "Completion",
    "DocumentCard",
    "EntityView",
    "Findable",
    "Iri",
    "Level",
    "Link",
    "Names",
    "Neighbourhood",
    "Node",
    "Quote",
    "Said",
    "Statement",
    "Trails",
    "alike",
    "class_counts",
    "completions",
    "count_of",
    "document_of",
    "documents",
    "entity_view",
    "findable",
    "fold",
    "goal_text",
    "heading_of",
    "independent",
    "labels_of",
    "latin",
    "latin_names",
    "merged",
    "narrowest",
    "nodes_of",
    "quote_of",
    "quotes_of",
    "romanised",
    "said_in_document",
    "said_in_sentences",
    "trails_of",
]
