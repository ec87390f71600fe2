"""Typed tokens: the words of a text, each with one class letter, over which the grammar's rules are written.

A folded text and the spans of its names come in; `Tokens` go out.
Begin with `alphabet`: the letters and what they stand for. `typing` gives them, `row` holds them.
"""

from extract.tokens.alphabet import LETTERS, has_class
from extract.tokens.row import Tokens
from extract.tokens.typing import tokenize

__all__ = ["LETTERS", "Tokens", "has_class", "tokenize"]
