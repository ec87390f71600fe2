"""A named graph as text: written once, then checked, sent to another process and loaded as it is.

Text is what the engine takes fastest, and what costs least to keep: its terms as objects of Python are copied at every touch.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from graph.rdf.lines import END, Line


@dataclass(frozen=True, slots=True)
class WrittenGraph:
    """A named graph: its IRI, and its triples as N-Triples, sorted, each once; `len` says how many."""

    name: str
    triples: bytes

    def __len__(self) -> int:
        return self.triples.count(END.encode())

    def n_quads(self) -> bytes:
        """Return its triples as N-Quads, in their order.

        >>> WrittenGraph("urn:g", b"<urn:a> <urn:b> <urn:c> .\\n").n_quads()
        b'<urn:a> <urn:b> <urn:c> <urn:g> .\\n'
        """
        return self.triples.replace(END.encode(), f" {NamedNode(self.name)}{END}".encode())

    def quads(self) -> list[Quad]:
        """Return its triples as quads, in their order.

        >>> WrittenGraph("urn:g", b"").quads()
        []
        """
        return list(parse(self.n_quads(), format=RdfFormat.N_QUADS, lenient=True))

    def speaks_of(self, node: str) -> bool:
        """Return whether a node, given by its IRI, is the subject of a triple.

        >>> graph = WrittenGraph("urn:g", b"<urn:a> <urn:b> <urn:c> .\\n")
        >>> graph.speaks_of("urn:a"), graph.speaks_of("urn:c")
        (True, False)
        """
        subject = f"<{node}> ".encode()
        return self.triples.startswith(subject) or b"\n" + subject in self.triples


def written(name: str, lines: Iterable[Line]) -> WrittenGraph:
    """Return triples as the named graph of an IRI.

    >>> len(written("urn:g", ["<urn:a> <urn:b> <urn:c> .\\n"] * 2))
    1
    """
    return WrittenGraph(name, "".join(sorted({*lines})).encode())
