"""Triples sorted by what they say: for each property the pairs of subject and object, as N-Triples writes them.

Most of what is checked is seen of these in a few passes over sets, many times as fast as a query looks at each node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.rdf.lines import END, WrittenTerm, written_term

Pair = tuple[WrittenTerm, WrittenTerm]


class Relations:
    """The triples of graphs together, each as often as graphs say it.

    Arguments: graphs, N-Triples, one triple a line.

    >>> Relations([b"<urn:a> <urn:b> <urn:c> .\\n"]).pairs("<urn:b>")
    [('<urn:a>', '<urn:c>')]
    """

    def __init__(self, graphs: Iterable[bytes]) -> None:
        self._pairs: dict[WrittenTerm, list[Pair]] = defaultdict(list)
        for graph in graphs:
            for one in graph.decode().split(END)[:-1]:
                subject, predicate, value = one.split(" ", 2)
                self._pairs[predicate].append((subject, value))
        self._kinds: dict[WrittenTerm, set[WrittenTerm]] = defaultdict(set)
        for node, kind in self.pairs(written_term("rdf:type")):
            self._kinds[kind].add(node)

    def pairs(self, predicate: WrittenTerm) -> Sequence[Pair]:
        """Return subject and object of each triple of a property."""
        return self._pairs.get(predicate, [])

    def values(self, predicate: WrittenTerm) -> Mapping[WrittenTerm, WrittenTerm] | None:
        """Return the value that a property has of each subject; None where one has several."""
        pairs = self.pairs(predicate)
        found = dict(pairs)
        return found if len(found) == len(pairs) or len(found) == len({*pairs}) else None

    def of_kind(self, kind: WrittenTerm) -> set[WrittenTerm]:
        """Return the nodes of a class."""
        return self._kinds.get(kind, set())

    def lines(self, predicates: Iterable[WrittenTerm] | None = None) -> str:
        """Return the triples of some properties, or of all, as N-Triples."""
        wanted = self._pairs if predicates is None else predicates
        return "".join(
            f"{subject} {predicate} {value}{END}" for predicate in wanted for subject, value in self.pairs(predicate)
        )
