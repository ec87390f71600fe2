"""The constructions of the genre, one a module.

A module's docstring quotes the pattern that it reads, a passage that it accepts and one that it must refuse.
"""
