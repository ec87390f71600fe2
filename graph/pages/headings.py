"""Which sentences of the texts are headings."""

from __future__ import annotations

from graph.engines import Rows

# The text as a whole is a section too (0), which may begin with a sentence.
_HEADINGS = """SELECT DISTINCT ?document ?start {
  ?section a pol:Section ; pol:ordinal ?ordinal ; pol:start ?start . FILTER(?ordinal > 0)
  ?sentence dcterms:isPartOf ?section ; pol:start ?start ; pol:inDocument ?document }"""


def heading_places(rows: Rows) -> frozenset[tuple[str, int]]:
    """Return where headings stand: the IRI of the document, and the code point at which the sentence begins.

    >>> from graph import PolicyGraph
    >>> heading_places(PolicyGraph.open("memory"))
    frozenset()
    """
    return frozenset((str(row["document"]), int(row["start"])) for row in rows.rows(_HEADINGS))
