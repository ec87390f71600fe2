"""Industries as an open class: noun phrases that stand where industries stand, accepted by a table of weights.

A row of typed tokens comes in; spans with what they name go out. Begin with `found`: `series` cuts a text into lists of noun phrases,
`phrases` cuts each to the words that may name an industry, `features` says what is true of it, `lexicon` what it is called.
"""

from extract.industries.found import Candidate, Industry, candidates, find_industries
from extract.industries.lexicon import describe_industry, lexicon_names

__all__ = ["Candidate", "Industry", "candidates", "describe_industry", "find_industries", "lexicon_names"]
