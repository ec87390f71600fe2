"""A selection holds the relations that are wanted, and asks the graph for the quotes of these alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph import PolicyGraph
from graph.engines import Parameter, Row
from graph.export.selection import selection_of


@dataclass
class Listening:
    """A graph that remembers of which statements it was asked."""

    graph: PolicyGraph
    asked: set[str] = field(default_factory=set)

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        """Answer, and remember."""
        statements = parameters.get("statements", ())
        assert isinstance(statements, list | tuple)
        self.asked.update(str(one) for one in statements)
        return self.graph.rows(query, **parameters)


def test_a_selection_has_the_wanted_relations_as_the_whole_has_them(shipped: PolicyGraph) -> None:
    part = selection_of(shipped, is_wanted=lambda link: link.predicate == "hasTarget")
    whole = selection_of(shipped).relations
    assert part.relations == tuple(one for one in whole if one.predicate == "hasTarget") != ()
    assert set(part.things) == {end for one in part.relations for end in (one.subject, one.object)}


def test_of_what_is_not_wanted_no_quotes_are_asked_for(shipped: PolicyGraph) -> None:
    graph = Listening(shipped)
    part = selection_of(graph, is_wanted=lambda link: link.predicate == "hasTarget")
    assert graph.asked == {one.statement for one in part.relations}
