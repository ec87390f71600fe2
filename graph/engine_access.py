"""A graph by its engine: rows, results and data frames of queries, and rdflib's view of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib import Dataset, Graph

from graph.engines import Engine, Parameter, Result, Row, Table, fill
from graph.errors import GraphError
from graph.results import ResultGraph, frame_of
from graph.things import labels_of

if TYPE_CHECKING:
    import pandas


class EngineAccess:
    """What every graph can be asked by query; `graph.policygraph.PolicyGraph` adds what it can be asked by name.

    Arguments: engine, where the graph lives and its queries run.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def engine(self) -> Engine:
        """Where the graph lives and its queries run."""
        return self._engine

    @property
    def graph(self) -> Dataset:
        """The graph as rdflib's Dataset, over the same engine; its default graph is the union of all named ones."""
        return self._engine.graph

    def rows(self, query: str, /, **parameters: Parameter) -> list[Row]:
        """Return the answers of a SELECT, in the order that the query gives them.

        Arguments: query, with the prefixes of `graph.rdf.vocabulary.PREFIXES` bound; parameters, for what it writes as
        ``$name``: see `graph.engines.parameters.fill`. A row maps each bound variable to its rdflib term.
        Raises GraphError for a query that is no SELECT, is wrong, or fails.

        >>> from rdflib import URIRef
        >>> from graph import PolicyGraph
        >>> PolicyGraph.open("memory").rows("SELECT ?x { $place pol:hasPositioning ?x }", place=URIRef("urn:x"))
        []
        """
        result = self.run(query, **parameters)
        if not isinstance(result, Table):
            raise GraphError("query", "it gives no rows", "ask with SELECT, or call query()")
        return list(result.rows)

    def run(self, query: str, /, **parameters: Parameter) -> Result:
        """Return what a query gives, without pandas: a Table, an rdflib Graph, or a truth value.

        Arguments and errors as for `rows`.
        """
        return self._engine.run(fill(query, parameters) if parameters else query)

    def query(
        self, query: str, /, labels: bool = False, **parameters: Parameter
    ) -> pandas.DataFrame | ResultGraph | bool:
        """Return what a query gives, in the form for a notebook.

        Arguments: query and parameters as for `rows`; labels, whether columns of labels stand beside those of IRIs.
        SELECT gives a DataFrame (see `graph.results.data_frames.frame_of`), CONSTRUCT and DESCRIBE a graph that draws itself, ASK
        a truth value. Raises GraphError for a query that is wrong or fails, and where pandas is not installed.

        >>> from graph import PolicyGraph
        >>> PolicyGraph.open("memory").query("ASK { ?s ?p ?o }")
        False
        """
        result = self.run(query, **parameters)
        if isinstance(result, Table):
            terms = (term for row in result.rows for term in row.values())
            return frame_of(result, labels_of(self, terms) if labels else None)
        if isinstance(result, Graph):
            return ResultGraph(result, labels_of(self, result.all_nodes()))
        return result
