"""Acceptance of candidates by readable tables of weights.

A rule proposes a span and says what is true of it, its features; a table adds up their weights and accepts it or not.
Begin with `table`. The tables stand in `extract/lexicon/acceptance`, written by `scripts/learn_…` from annotated texts.
"""

from extract.acceptance.table import Table, accepting_table

__all__ = ["Table", "accepting_table"]
