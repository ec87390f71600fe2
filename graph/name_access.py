"""A graph by its names: the things that bear one, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable

from graph.engine_access import EngineAccess
from graph.engines import Engine
from graph.things import EntityView, Names, Node, entity_view


class NameAccess(EngineAccess):
    """What a graph can be asked of a thing by its name; `graph.policygraph.PolicyGraph` adds what needs several things.

    Arguments: engine, where the graph lives and its queries run.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._names: Names | None = None

    @property
    def names(self) -> Names:
        """All names of the graph, read at first use."""
        if self._names is None:
            self._names = Names(self)
        return self._names

    def find(self, name: str, kinds: Iterable[str] = ()) -> tuple[Node, ...]:
        """Return the things that bear a name: label, alias, pinyin or English name of a division, or IRI.

        Arguments: name, quotation marks and white space do not matter; kinds, classes such as ``Place``.

        >>> from graph import PolicyGraph
        >>> PolicyGraph.open("memory").find("沈阳")
        ()
        """
        return self.names.find(name, kinds)

    def resolve(self, name: str, kinds: Iterable[str] = ()) -> Node:
        """Return the one thing that bears a name; raises GraphError with the nearest names, or with all that do.

        Arguments: as for `find`.
        """
        return self.names.resolve(name, kinds)

    def entity(self, name: str | Node) -> EntityView:
        """Return what is said of a thing: every statement about it, each with its quotes, grades and places.

        Arguments: name, as for `resolve`, or a thing that was found. Raises GraphError as `resolve` does.
        """
        return entity_view(self, name if isinstance(name, Node) else self.resolve(name))
