"""The SPARQL protocol as a client: one POST a query, with a time limit, answers read by the engine's own parsers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPException
from types import MappingProxyType
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from rdflib import Graph

from graph.engines.interface import Result, from_engine, named, result_of
from graph.errors import GraphError

_TABLE = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_ACCEPT = f"{_TABLE}, {_TRIPLES};q=0.9, text/turtle;q=0.8"
_SHOWN = 200
"""Characters of a server's own words that an error repeats."""


@dataclass(frozen=True, slots=True)
class Transport:
    """A server's two addresses and how many seconds an answer may take.

    >>> Transport.to("http://127.0.0.1:7878").update
    'http://127.0.0.1:7878/update'
    >>> Transport.to("http://127.0.0.1:8000/sparql").query
    'http://127.0.0.1:8000/sparql'
    """

    query: str
    update: str
    seconds: float

    @classmethod
    def to(cls, address: str, seconds: float = 60.0) -> Transport:
        """Return the way to a server: a bare address gets /query and /update, one that ends so its sibling."""
        base = address.rstrip("/")
        if not urlsplit(base).path:
            return cls(f"{base}/query", f"{base}/update", seconds)
        update = f"{base.removesuffix('/query')}/update" if base.endswith("/query") else base
        return cls(address, update, seconds)

    def ask(self, query: str, default_graph: str | None = None) -> Result:
        """Send a query and return what it gives; raises GraphError where the server is gone, slow or refuses.

        Arguments: query; default_graph, the IRI of a named graph to be asked alone.
        """
        of = {"default-graph-uri": default_graph} if default_graph else {}
        said, media_type = self._post(self.query, "query", query, of)
        try:
            if media_type == _TABLE or media_type.endswith("/json"):
                return result_of(parse_query_results(said, QueryResultsFormat.JSON))
            form = RdfFormat.from_media_type(media_type)
            if form is None:
                raise ValueError(f"it answered with {media_type or 'no media type'}")
            graph = named(Graph())
            for quad in parse(said, form):
                graph.add((from_engine(quad.subject), from_engine(quad.predicate), from_engine(quad.object)))
            return graph
        except (SyntaxError, ValueError) as error:
            reason = f"not a SPARQL answer ({' '.join(str(error).split())})"
            raise GraphError(self.query, reason, "give the address of its SPARQL endpoint") from error

    def change(self, update: str) -> None:
        """Send an update; raises GraphError where the server is gone, slow or refuses."""
        self._post(self.update, "update", update)

    def _post(
        self, address: str, name: str, text: str, more: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[bytes, str]:
        data = urlencode({name: text, **more}).encode()
        request = Request(address, data, {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded"})
        try:
            with urlopen(request, timeout=self.seconds) as response:
                return response.read(), response.headers.get_content_type()
        except HTTPError as error:
            said = " ".join(error.read().decode(errors="replace").split())[:_SHOWN]
            reason = f"the server refused the {name} ({error.code}: {said or error.reason})"
            raise GraphError(address, reason, f"mend the {name}, or see what this server allows") from error
        except TimeoutError as error:
            raise self._slow(address) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._slow(address) from error
            raise GraphError(address, f"no server answers ({error.reason})", "start it, or mend the address") from error
        except (OSError, HTTPException, ValueError) as error:
            raise GraphError(address, f"the server broke off ({error!r})", "see whether it still runs") from error

    def _slow(self, address: str) -> GraphError:
        return GraphError(address, f"no answer within {self.seconds:g} seconds", "ask for less, or allow more time")
