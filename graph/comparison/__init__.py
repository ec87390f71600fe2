"""What two texts, or two graphs, say differently: claims that were added, dropped or changed.

Two sides come in, each a graph or one document of it; changes go out, with the sentences of both sides.
Begin with `search`: from two sides to their changes. `claims` says what a claim is, `pairing` which two are one that changed.
"""

from graph.comparison.changes import KINDS, Change, Comparison, Shift, Together
from graph.comparison.differing import Span, differing
from graph.comparison.report import lines_of
from graph.comparison.search import compare_documents, compare_graphs
from graph.comparison.text import title
from graph.comparison.versions import likely_versions

__all__ = [
    "KINDS",
    "Change",
    "Comparison",
    "Shift",
    "Span",
    "Together",
    "compare_documents",
    "compare_graphs",
    "differing",
    "likely_versions",
    "lines_of",
    "title",
]
