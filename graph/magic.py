"""The cell magic ``%%sparql`` of IPython and Jupyter: ``%load_ext graph.magic``, then a query as a cell."""

from __future__ import annotations

import sys
from typing import Any

from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import Magics, cell_magic, magics_class
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring

from graph.engines import parameters_of
from graph.errors import GraphError
from graph.policygraph import PolicyGraph


@magics_class
class SparqlMagic(Magics):
    """Runs a cell as a query."""

    @magic_arguments()  # type: ignore[no-untyped-call, untyped-decorator]
    @argument("graph", nargs="?", default="g", help="The notebook's variable that holds the PolicyGraph; g.")  # type: ignore[no-untyped-call, untyped-decorator]
    @argument("--labels", action="store_true", help="Columns of labels beside those of IRIs.")  # type: ignore[no-untyped-call, untyped-decorator]
    @argument("--to", metavar="NAME", help="Keep the result in this variable and show nothing.")  # type: ignore[no-untyped-call, untyped-decorator]
    @cell_magic
    def sparql(self, line: str, cell: str) -> object:
        """Run the cell on a graph and show what it gives.

        A ``$name`` in the query is filled with the notebook's variable of that name, where there is one. A query that
        is wrong is told in one line, without a traceback.
        """
        options = parse_argstring(self.sparql, line)  # type: ignore[no-untyped-call]
        held: dict[str, Any] = self.shell.user_ns if self.shell else {}
        try:
            graph = held.get(options.graph)
            if not isinstance(graph, PolicyGraph):
                raise GraphError(
                    options.graph, "no variable that holds a PolicyGraph", "open one: g = PolicyGraph.open()"
                )
            values = {name: held[name] for name in parameters_of(cell) if name in held}
            result = graph.query(cell, labels=options.labels, **values)
        except GraphError as error:
            print(error, file=sys.stderr)
            return None
        if options.to:
            held[options.to] = result
            return None
        return result


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Register the magic; called by ``%load_ext graph.magic``."""
    shell.register_magics(SparqlMagic)
