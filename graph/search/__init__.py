"""Full-text search: every sentence that holds some words, with what was read in it.

Words and filters come in; sentences with their document, section, offsets and facts go out, best first.
Begin with `finding`: words to hits. `spelling` has how words are cut, `kept_index` where the index of a graph lies.
"""

from graph.search.alternatives import Alternative, alternatives
from graph.search.conditions import KINDS, Conditions
from graph.search.finding import LONGEST, find
from graph.search.hits import Hit, Hits, told
from graph.search.index_file import write_index
from graph.search.kept_index import index_of, index_program, lay_beside
from graph.search.made_ready import kept_ready, made_ready
from graph.search.passages import Passage, Wanted, passages
from graph.search.sentences import Filter, Sentence
from graph.search.spelling import dressed, pieces, spelled
from graph.search.text_index import TextIndex

__all__ = [
    "KINDS",
    "LONGEST",
    "Alternative",
    "Conditions",
    "Filter",
    "Hit",
    "Hits",
    "Passage",
    "Sentence",
    "TextIndex",
    "Wanted",
    "alternatives",
    "dressed",
    "find",
    "index_of",
    "index_program",
    "kept_ready",
    "lay_beside",
    "made_ready",
    "passages",
    "pieces",
    "spelled",
    "told",
    "write_index",
]
