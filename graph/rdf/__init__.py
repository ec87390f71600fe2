"""Facts to triples: the ontology's terms, IRIs, files of RDF.

Facts of `extract` come in; quads of named graphs and files of them go out.
Begin with `document_triples`: one document to its triples. `vocabulary` has the names, `file_formats` what can be written.
"""

from graph.rdf.background import place_by_node, places_of, written_background
from graph.rdf.declared_metadata import in_store, metadata_of
from graph.rdf.document_triples import written_document
from graph.rdf.facts_json import json_lines
from graph.rdf.file_formats import format_of, serialise, write_file
from graph.rdf.fitting import fits, fitting_relations
from graph.rdf.iris import BACKGROUND_GRAPH, UNION_GRAPH, entity_iri, graph_iri, segment
from graph.rdf.lines import (
    END,
    Line,
    WrittenTerm,
    line,
    triples_of,
    written_node,
    written_term,
    written_text,
    written_value,
)
from graph.rdf.ontology import Language, Term, label, short, terms
from graph.rdf.passages import CorrectedEvidence, sentence_iris
from graph.rdf.pruning import without
from graph.rdf.relations import Pair, Relations
from graph.rdf.statements import background_source, statement, statement_node
from graph.rdf.terms import term, term_of
from graph.rdf.vocabulary import PID, POL, PREFIXES, RELATIONS, SUPERCLASSES, expand, shorten
from graph.rdf.whole_files import put_in_place
from graph.rdf.written_graph import WrittenGraph, written

__all__ = [
    "BACKGROUND_GRAPH",
    "END",
    "PID",
    "POL",
    "PREFIXES",
    "RELATIONS",
    "SUPERCLASSES",
    "UNION_GRAPH",
    "CorrectedEvidence",
    "Language",
    "Line",
    "Pair",
    "Relations",
    "Term",
    "WrittenGraph",
    "WrittenTerm",
    "background_source",
    "entity_iri",
    "expand",
    "fits",
    "fitting_relations",
    "format_of",
    "graph_iri",
    "in_store",
    "json_lines",
    "label",
    "line",
    "metadata_of",
    "place_by_node",
    "places_of",
    "put_in_place",
    "segment",
    "sentence_iris",
    "serialise",
    "short",
    "shorten",
    "statement",
    "statement_node",
    "term",
    "term_of",
    "terms",
    "triples_of",
    "without",
    "write_file",
    "written",
    "written_background",
    "written_document",
    "written_node",
    "written_term",
    "written_text",
    "written_value",
]
