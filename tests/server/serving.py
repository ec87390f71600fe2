"""A real server on loopback, started as a person starts it, and a plain client for it."""

from __future__ import annotations

import http.client
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

PEOPLE = "https://w3id.org/policygraph/id/graph/people"
PLACES = "https://w3id.org/policygraph/id/graph/places"
DATA = f"""
@prefix city: <https://w3id.org/policygraph/id/city/> .
@prefix pol: <https://w3id.org/policygraph/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<{PLACES}> {{
  city:沈阳市 a pol:City ; skos:prefLabel "沈阳市"@zh ; skos:altLabel "<b>沈阳</b>"@zh ; pol:code "210100" .
  city:大连市 a pol:City ; skos:prefLabel "大连市"@zh .
}}
<{PEOPLE}> {{ <urn:person:a> a <urn:Person> ; pol:count 3 . }}
"""
TRIPLES = 8
SLOW = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(14)) + " }"
"""A query that would count 8 to the power of 14 rows, in which no engine comes to an end."""


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def media_type(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]


@dataclass(frozen=True)
class Served:
    """A running server."""

    process: subprocess.Popen[str]
    port: int

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.port}/sparql"

    def ask(
        self,
        method: str = "GET",
        path: str = "/sparql",
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        """Return the reply to one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            content = body.encode() if isinstance(body, str) else body
            connection.request(method, path, content, dict(headers or {}))
            reply = connection.getresponse()
            return Reply(reply.status, reply.headers, reply.read())
        finally:
            connection.close()

    def get(
        self, query: str, accept: str | None = None, parameters: Mapping[str, str | list[str]] | None = None
    ) -> Reply:
        """Return the reply to a query by GET."""
        address = "/sparql?" + urlencode({"query": query, **(parameters or {})}, doseq=True)
        return self.ask("GET", address, headers={"Accept": accept} if accept else {})

    def post(self, body: bytes | str, kind: str, accept: str | None = None, path: str = "/sparql") -> Reply:
        """Return the reply to a POST of a body of this media type."""
        return self.ask("POST", path, body, {"Content-Type": kind} | ({"Accept": accept} if accept else {}))


def write_data(folder: Path) -> Path:
    """Write the graph that the tests ask, and return its file."""
    path = folder / "made-up.trig"
    path.write_text(DATA, encoding="utf-8")
    return path


@contextmanager
def served(path: Path, *options: str) -> Iterator[Served]:
    """Serve a graph on a free port, and end the server afterwards."""
    command = [sys.executable, "-m", "graph.cli", "serve", str(path), "--port", "0", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stderr is not None
        try:
            said = process.stderr.readline()
            assert "http://" in said, said
            yield Served(process, int(said.split("http://", 1)[1].split("/", 1)[0].rpartition(":")[2]))
        finally:
            process.terminate()
            process.communicate(timeout=20)
