"""The endpoint itself: from a request of the protocol to an answer of the pool, and from an error to a status."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import QuerySolutions, parse_query_results
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from graph.errors import GraphError
from graph.guard import Cause, QueryError
from graph.server.description import description
from graph.server.negotiation import chosen
from graph.server.protocol import ProtocolError, QueryRequest, read_request
from graph.sparql_results import GRAPH_FORMATS, ROW_FORMATS
from graph.worker import QueryPool

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
_STATUS: dict[Cause, int] = {
    "malformed": 400,
    "forbidden": 403,
    "unacceptable": 406,
    "time": 503,
    "rows": 503,
    "memory": 503,
    "failed": 500,
}
_GRAPHS = "SELECT DISTINCT ?graph { GRAPH ?graph { ?s ?p ?o } } ORDER BY ?graph"


class Endpoint:
    """Answers the requests that are made to ``/sparql``. Arguments: pool, of the graph that is served."""

    def __init__(self, pool: QueryPool) -> None:
        self._pool = pool

    async def answer(self, request: Request) -> Response:
        """Return the answer to a request; whatever is wrong is one line of text."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(METHODS)})
        try:
            asked = await read_request(request)
            accept = ",".join(request.headers.getlist("accept"))
            if asked is None:
                return await self._describe(request, accept)
            return await run_in_threadpool(self._answer, asked, accept)
        except ProtocolError as error:
            return _line(error.status, error.line)
        except QueryError as error:
            return _line(_STATUS[error.cause], str(error))
        except GraphError as error:
            return _line(503, str(error))

    def _answer(self, asked: QueryRequest, accept: str) -> Response:
        row_type, graph_type = chosen(accept, ROW_FORMATS), chosen(accept, GRAPH_FORMATS)
        if row_type is None and graph_type is None:
            raise ProtocolError(406, f"the answer can be {_listed(ROW_FORMATS)}, or {_listed(GRAPH_FORMATS)}")
        result = self._pool.run(asked.query, row_type, graph_type, asked.graphs)
        return _reply(result.content, result.media_type)

    async def _describe(self, request: Request, accept: str) -> Response:
        media_type = chosen(accept, ("text/html", *GRAPH_FORMATS)) if "text/html" in accept else None
        if media_type == "text/html":
            return RedirectResponse("/", status_code=303)
        media_type = chosen(accept, GRAPH_FORMATS)
        if media_type is None:
            raise ProtocolError(406, f"the description can be {_listed(GRAPH_FORMATS)}")
        graphs = await run_in_threadpool(self._graphs)
        address = str(request.url.replace(query=""))
        return _reply(description(address, graphs, GRAPH_FORMATS[media_type]), media_type)

    def _graphs(self) -> tuple[str, ...]:
        row_type = next(iter(ROW_FORMATS))
        content = self._pool.run(_GRAPHS, row_type).content
        rows = parse_query_results(content, format=ROW_FORMATS[row_type])
        assert isinstance(rows, QuerySolutions)
        return tuple(row["graph"].value for row in rows)


def _reply(content: bytes, media_type: str) -> Response:
    # CSV and TSV say so by themselves; for the others the character set is part of the format
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Response(content, headers={"content-type": media_type + charset, "vary": "accept"})


def _line(status: int, line: str) -> Response:
    return PlainTextResponse(line + "\n", status)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
