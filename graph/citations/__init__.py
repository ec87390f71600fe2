"""How a document or a quote is cited: in GB/T 7714 and in APA style, and in files for programs that cite.

An open graph and its quotes come in; references and quotations as text go out.
Begin with `sources`: what is known of a document. `styles` has the rules of people, `reference_files` those of programs.
"""

from graph.citations.reference_files import bibtex, csl_json
from graph.citations.sources import Source, sources_of
from graph.citations.styles import STYLES, Style, quotation, reference

__all__ = ["STYLES", "Source", "Style", "bibtex", "csl_json", "quotation", "reference", "sources_of"]
