"""How well texts were read: scores, coverage, summaries.

A graph or a gold annotation comes in; figures with their intervals go out.
Begin with `summary`; `score` holds a graph to a gold annotation, `coverage` tells what was not read.
"""

from graph.quality.confidence import Confidence, confidence
from graph.quality.coverage import coverage
from graph.quality.figures import Score, total
from graph.quality.gold import Gold, folded, read_gold
from graph.quality.open_graph import declared_counts, findings
from graph.quality.published_scores import SCORES, measured
from graph.quality.score import Scores, score
from graph.quality.shortfalls import Passage, ambiguous_names, silent_sentences, unrelated
from graph.quality.summary import Declared, summarise
from graph.quality.summary_text import summary_text

__all__ = [
    "SCORES",
    "Confidence",
    "Declared",
    "Gold",
    "Passage",
    "Score",
    "Scores",
    "ambiguous_names",
    "confidence",
    "coverage",
    "declared_counts",
    "findings",
    "folded",
    "measured",
    "read_gold",
    "score",
    "silent_sentences",
    "summarise",
    "summary_text",
    "total",
    "unrelated",
]
