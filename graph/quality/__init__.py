"""How well a text was read: scores, coverage, summaries."""
