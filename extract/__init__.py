"""Chinese regional policy, from a text to its facts: `extract(document)` is all that other rooms need."""

from extract.pipeline import extract

__all__ = ["extract"]
