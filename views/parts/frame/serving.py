"""How the app is served: as Streamlit serves it, but that every page says where the server is.

Streamlit's script looks for the server beneath the page that was opened first (`/explore/_stcore/health`), is told twice that
there is nothing, waits, and only then asks where it is. A page that says it spares a reader these mistakes and the wait.
"""

from __future__ import annotations

import asyncio
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from views.parts.frame.preparation import wait

_SAID = b"<head><script>window.__streamlit = { BACKEND_BASE_URL: new URL('.', location.href).href }</script>"
"""A page's address is one step below the server's, wherever that stands."""
_UNTIL_SERVED = 0.5
"""Seconds from the end of the preparations to the first answer, at the most."""


class ServerSaid:
    """Middleware that writes into each page of HTML where the server is."""

    def __init__(self, app: ASGIApp) -> None:
        """Arguments: app, what answers."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        # A compressed page could not be written into.
        plain = [(name, said) for name, said in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, _Page(send))


class _Page:
    """Passes an answer on, one of HTML whole and with the address of the server."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                self.start = message
                return
        elif self.start is not None:
            self.body += message.get("body", b"")
            if message.get("more_body"):
                return
            said = self.body.replace(b"<head>", _SAID, 1)
            # An answer to HEAD names the length of a page that it does not bring.
            if self.body:
                MutableHeaders(raw=self.start["headers"])["content-length"] = str(len(said))
            await self.send(self.start)
            message = {"type": "http.response.body", "body": said}
        await self.send(message)


@asynccontextmanager
async def opened_in_browser(_app: streamlit.App) -> AsyncIterator[None]:
    """Let no request in before the first visitor's page is prepared, then open the app in the browser.

    It is opened where there is a display, as Streamlit does for a plain script.
    """
    await asyncio.to_thread(wait)
    if not streamlit.get_option("server.headless"):
        address = f"http://{streamlit.get_option('server.address')}:{streamlit.get_option('server.port')}"
        asyncio.get_running_loop().call_later(_UNTIL_SERVED, webbrowser.open, address)
    yield None
