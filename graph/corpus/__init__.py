"""Texts to a graph, kept up to date.

Files and folders come in; a checked store goes out, with a report of what was left out.
Begin with `build`; `assembly` reads a batch, `workers` many at once, `revising` changes single texts; `reading_hash` tells what to skip.
"""

from graph.corpus.addresses import copies_beside, local_paths
from graph.corpus.assembly import STEPS, built_alone, graphs_of
from graph.corpus.build import build_corpus, facts_of, graph_of
from graph.corpus.into_store import add_built
from graph.corpus.kept_texts import KeptText, kept_texts
from graph.corpus.opening import built, opened, opened_or_built, read_into_memory
from graph.corpus.publishing import publish
from graph.corpus.report import BuildReport
from graph.corpus.revising import DECLARABLE, declare, outdated, remove, reread

__all__ = [
    "DECLARABLE",
    "STEPS",
    "BuildReport",
    "KeptText",
    "add_built",
    "build_corpus",
    "built",
    "built_alone",
    "copies_beside",
    "declare",
    "facts_of",
    "graph_of",
    "graphs_of",
    "kept_texts",
    "local_paths",
    "opened",
    "opened_or_built",
    "outdated",
    "publish",
    "read_into_memory",
    "remove",
    "reread",
]
