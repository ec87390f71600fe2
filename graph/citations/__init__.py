"""How a document or a quote is cited, in GB/T 7714 and in APA style.

An open graph and its quotes come in; references and quotations as text go out.
Begin with `sources`: what is known of a document. `styles` has the rules, also for what is not known.
"""

from graph.citations.sources import Source, sources_of
from graph.citations.styles import STYLES, Style, quotation, reference

__all__ = ["STYLES", "Source", "Style", "quotation", "reference", "sources_of"]
