"""What every request and every answer passes: its address in any form, headers that trust nothing, lines that end."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
_LINE = b"text/plain"


class AbsoluteForm:
    """Reads ``GET http://host/path``, as a client asks a proxy (RFC 9112, 3.2.2): its host stands for the Host header."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].lower().startswith(("http://", "https://")):
            asked = urlsplit(scope["raw_path"].decode("latin-1"))
            headers = [(name, value) for name, value in scope["headers"] if name != b"host"]
            scope = {
                **scope,
                "path": unquote(asked.path) or "/",
                "raw_path": asked.path.encode("latin-1") or b"/",
                "headers": [(b"host", asked.netloc.encode("latin-1")), *headers],
            }
        await self._app(scope, receive, send)


class Headers:
    """Adds to every answer what tells a browser to trust nothing in it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        await self._app(scope, receive, sent)


class WholeLines:
    """Ends every plain text with a line end, so that a terminal's next line begins where it should."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        held: list[Message] = []

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and dict(message["headers"]).get(
                b"content-type", b""
            ).startswith(_LINE):
                held.append(message)
                return
            for start in held[:]:
                body = message.get("body", b"")
                if not message.get("more_body") and body and not body.endswith(b"\n"):
                    message = {**message, "body": body + b"\n"}
                    rest = [pair for pair in start["headers"] if pair[0] != b"content-length"]
                    start = {**start, "headers": [*rest, (b"content-length", str(len(body) + 1).encode())]}
                await send(start)
                held.clear()
            await send(message)

        await self._app(scope, receive, sent)
