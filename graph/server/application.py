"""The application: the endpoint, the query page and what guards both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from graph.rdf import PREFIXES
from graph.sandbox import QueryPool
from graph.server.endpoint import METHODS, Endpoint
from graph.server.examples import examples
from graph.server.middleware import AbsoluteForm, Headers, WholeLines

PATH = "/sparql"
_PAGE = Path(__file__).parent / "page"


@dataclass(frozen=True, slots=True)
class Doors:
    """Who may come in."""

    hosts: tuple[str, ...]
    """Names by which the server may be called (the Host header, without port); ``*`` for any."""
    origins: tuple[str, ...] = ()
    """Web pages of other origins that may read the answers (CORS); none unless asked."""


def application(pool: QueryPool, doors: Doors, workers: int, seconds: float) -> Starlette:
    """Return the ASGI application that serves a graph; it closes the pool when it ends.

    Arguments: pool, of the graph; doors, who may come in; workers, how many queries run at once; seconds, how long a
    query may take, and wait for its turn.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            pool.close()

    endpoint = Endpoint(pool, workers, seconds)
    middleware = [
        Middleware(AbsoluteForm),
        Middleware(Headers),
        Middleware(WholeLines),
        Middleware(TrustedHostMiddleware, allowed_hosts=doors.hosts, www_redirect=False),
    ]
    if doors.origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=doors.origins, allow_methods=METHODS))
    return Starlette(
        routes=[
            Route("/", _page, methods=["GET"]),
            Route("/page/start.json", _start, methods=["GET"]),
            Route(PATH, endpoint.answer, methods=METHODS),
            Route("/page", _to_page, methods=["GET"]),
            Route("/page/", _to_page, methods=["GET"]),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        middleware=middleware,
        lifespan=lifespan,
    )


async def _page(_: Request) -> Response:
    return FileResponse(_PAGE / "index.html")


async def _to_page(_: Request) -> Response:
    return RedirectResponse("/", status_code=308)


async def _start(_: Request) -> Response:
    """What the page starts with: the prefixes that every query may use, and the examples."""
    return JSONResponse({"prefixes": PREFIXES, "examples": examples()})
