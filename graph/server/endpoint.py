"""The endpoint itself: from a request of the protocol to an answer of the pool, and from an error to a status."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from threading import Event

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from graph.errors import GraphError
from graph.sandbox import GRAPH_FORMATS, ROW_FORMATS, Cause, GraphsAsked, QueryError, QueryPool, QueryResult
from graph.server.connections import is_here
from graph.server.description import description
from graph.server.negotiation import chosen
from graph.server.protocol import ProtocolError, QueryRequest, read_request
from graph.server.schedule import Schedule, Wanted

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
    """Answers the requests that are made to ``/sparql``.

    Arguments: pool, of the graph that is served; workers, how many queries run at once; seconds, how long the others
    wait for their turn.
    """

    def __init__(self, pool: QueryPool, workers: int, seconds: float) -> None:
        self._pool = pool
        self._schedule = Schedule(workers, seconds)

    async def answer(self, request: Request) -> Response:
        """Return the answer to a request; whatever is wrong is one line of text."""
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(METHODS)})
        try:
            asked = await read_request(request)
            accept = ",".join(request.headers.getlist("accept"))
            if asked is None:
                return await self._describe(request, accept)
            row_type, graph_type = chosen(accept, ROW_FORMATS), chosen(accept, GRAPH_FORMATS)
            if row_type is None and graph_type is None:
                raise ProtocolError(406, f"the answer can be {_listed(ROW_FORMATS)}, or {_listed(GRAPH_FORMATS)}")
            result = await self._run(request, asked, row_type, graph_type)
            return _reply(result.content, result.media_type)
        except ProtocolError as error:
            return _line(error.status, error.line)
        except QueryError as error:
            return _line(_STATUS[error.cause], str(error))
        except GraphError as error:
            return _line(503, str(error))

    async def _run(
        self, request: Request, asked: QueryRequest, row_type: str | None, graph_type: str | None
    ) -> QueryResult:
        def ask(stop: Event) -> QueryResult:
            return self._pool.run(asked.query, row_type, graph_type, asked.graphs, stop)

        wanted = Wanted()
        watching = asyncio.create_task(_watch(request, wanted))
        try:
            return await self._schedule.run(_client(request), ask, wanted)
        except TimeoutError as error:
            raise QueryError("time", "the queries before it are still running", "try again later") from error
        finally:
            watching.cancel()

    async def _describe(self, request: Request, accept: str) -> Response:
        media_type = chosen(accept, ("text/html", *GRAPH_FORMATS)) if "text/html" in accept else None
        if media_type == "text/html":
            return RedirectResponse("/", status_code=303)
        media_type = chosen(accept, GRAPH_FORMATS)
        if media_type is None:
            raise ProtocolError(406, f"the description can be {_listed(GRAPH_FORMATS)}")
        result = await self._run(request, QueryRequest(_GRAPHS, GraphsAsked()), next(iter(ROW_FORMATS)), None)
        graphs = tuple(str(row["graph"]) for row in result.rows)
        address = str(request.url.replace(query=""))
        return _reply(description(address, graphs, GRAPH_FORMATS[media_type]), media_type)


def _client(request: Request) -> str:
    """By whom places are shared out: an address; on this machine, where all have one, a connection."""
    if request.client is None:
        return ""
    host, port = request.client
    return f"{host}:{port}" if is_here(host) else host


async def _watch(request: Request, wanted: Wanted) -> None:
    """Tell when the client has gone: its query shall not run on for nobody."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    wanted.client_is_gone()


def _reply(content: bytes, media_type: str) -> Response:
    # CSV and TSV say so by themselves; for the others the character set is part of the format
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Response(content, headers={"content-type": media_type + charset, "vary": "accept"})


def _line(status: int, line: str) -> Response:
    return PlainTextResponse(line + "\n", status)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
