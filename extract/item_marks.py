"""Marks of the items of a list, in front of a line or a sentence: «——», «（一）», «1.», «一、», «一是», «①», «◆»."""

from __future__ import annotations

from extract.numerals import COUNTING

ITEM_MARK = (
    rf"(?:—+|（?[{COUNTING}]{{1,3}}[）、]|[{COUNTING}]{{1,3}}是|（\d{{1,2}}）|\d{{1,2}}[.、．]|[①-⑳●■◆▲△◎○◇♦★☆→])"
)
"""A pattern, to be put into others; what a mark stands behind, and whether it must be there, is theirs to say."""
COUNTED_OFF = rf"[{COUNTING}]{{1,3}}[是要]"
"""A pattern of what counts an item off within a sentence: 一是, 二要."""
