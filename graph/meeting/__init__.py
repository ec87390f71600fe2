"""Texts meet in one graph: a cited document is the text that is there, a reprint is no second source.

The graphs of texts in a store come in; the same graphs in which one document is one node go out, and what met and why.
Begin with `meet`; `agreeing` says which names are one, `patches` what a graph then says otherwise, `reprints` who says the same.
"""

from graph.meeting.keys import number_key
from graph.meeting.meet import meet, met, part

__all__ = ["meet", "met", "number_key", "part"]
