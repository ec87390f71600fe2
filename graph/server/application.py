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
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.rdf import PREFIXES
from graph.sandbox import QueryPool
from graph.server.endpoint import METHODS, Endpoint
from graph.server.examples import examples

PATH = "/sparql"
_PAGE = Path(__file__).parent / "page"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)


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
        Middleware(_Headers),
        Middleware(TrustedHostMiddleware, allowed_hosts=doors.hosts, www_redirect=False),
    ]
    if doors.origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=doors.origins, allow_methods=METHODS))
    return Starlette(
        routes=[
            Route("/", _page, methods=["GET"]),
            Route("/page/start.json", _start, methods=["GET"]),
            Route(PATH, endpoint.answer, methods=METHODS),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ],
        middleware=middleware,
        lifespan=lifespan,
    )


async def _page(_: Request) -> Response:
    return FileResponse(_PAGE / "index.html")


async def _start(_: Request) -> Response:
    """What the page starts with: the prefixes that every query may use, and the examples."""
    return JSONResponse({"prefixes": PREFIXES, "examples": examples()})


class _Headers:
    """Adds to every answer what tells a browser to trust nothing in it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        await self._app(scope, receive, sent)
