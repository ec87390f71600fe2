"""A gate before a server, which wants a user and a password and hides the server's make."""

from __future__ import annotations

import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from graph.engines import Login


@contextmanager
def guarded(address: str, login: Login) -> Iterator[str]:
    """Put a gate before a server: it lets in who gives the login, and does not say what make the server is."""
    wanted = f"Basic {b64encode(f'{login.user}:{login.password}'.encode()).decode()}"

    class Gate(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, said, kind = 401, b"", "text/plain"
            if self.headers.get("Authorization") == wanted:
                kept = {name: self.headers[name] for name in ("Content-Type", "Accept") if name in self.headers}
                try:
                    with urlopen(Request(address + self.path, body, kept, method=self.command)) as answer:
                        status, said, kind = answer.status, answer.read(), answer.headers.get("Content-Type", kind)
                except HTTPError as error:
                    status, said = error.code, error.read()
            self.send_response_only(status)
            if status == 401:
                self.send_header("WWW-Authenticate", 'Basic realm="graphs"')
            self.send_header("Content-Type", kind)
            if status != 204:
                self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        do_POST = answer  # noqa: N815
        do_PUT = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Gate) as gate:
        thread = threading.Thread(target=gate.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{gate.server_port}"
        gate.shutdown()
        thread.join()
