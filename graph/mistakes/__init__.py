"""A mistake of a user in the language that was chosen: whoever raises it says it in English, and tables have it in both.

Mistakes come in; one line of each goes out.
Begin with `in_both`: how a sentence is found again in the tables of `sentences`.
"""

from graph.mistakes.in_both import in_words, line_of, reason_and_remedy

__all__ = ["in_words", "line_of", "reason_and_remedy"]
