"""What a request asks, by the SPARQL 1.1 Protocol, section 2.1: query operation."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect, Request

from graph.sandbox import GraphsAsked
from graph.server.connections import BODY_SECONDS

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
LONGEST_BODY = 2**20
"""Bytes of the longest body that is read."""
_MOST_PARAMETERS = 1000


class ProtocolError(Exception):
    """A request that breaks a rule of the protocol. Arguments: status, of HTTP; line, what is said."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(status, line)
        self.status = status
        self.line = line


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query and the graphs that it is asked of."""

    query: str
    graphs: GraphsAsked


async def read_request(request: Request) -> QueryRequest | None:
    """Return what a GET, HEAD or POST asks; None for a GET without any query, which asks for the description.

    Raises ProtocolError: 400, 403 (an update), 408 (too slow), 413 or 415.
    """
    in_address = _pairs(request.scope["query_string"].decode("latin-1"))
    if request.method != "POST":
        if not any(name in ("query", "update") for name, _ in in_address):
            return None
        return _query_request(in_address)
    kind = _media_type(request.headers)
    body = await _body(request)
    if kind == FORM:
        # 2.1.2: the parameters are in the body; those in the address are none of the operation
        return _query_request(_pairs(body))
    return _query_request([*in_address, ("query", body)])


def _media_type(headers: Headers) -> str:
    """Return the media type of a body, where it is one of the two that the protocol knows (2.1.2, 2.1.3)."""
    name, *parameters = (piece.strip().lower() for piece in headers.get("content-type", "").split(";"))
    if name == UPDATE:
        raise ProtocolError(403, "an update is refused; this graph is only read")
    if name not in (FORM, DIRECT):
        raise ProtocolError(415, f"a POST has to be of {DIRECT} or {FORM}")
    charsets = [parameter.partition("=")[2].strip(' "') for parameter in parameters if parameter.startswith("charset")]
    if any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise ProtocolError(415, "a query has to be in UTF-8")
    return name


async def _body(request: Request) -> str:
    if int(request.headers.get("content-length", "0")) > LONGEST_BODY:
        raise ProtocolError(413, f"a request has to be shorter than {LONGEST_BODY >> 20} MB")
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LONGEST_BODY:
                    raise ProtocolError(413, f"a request has to be shorter than {LONGEST_BODY >> 20} MB")
    except TimeoutError as error:
        raise ProtocolError(408, "the body of the request did not come in time") from error
    except ClientDisconnect as error:
        raise ProtocolError(400, "the request broke off") from error
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the request is not in UTF-8") from error


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS)
    except UnicodeDecodeError as error:
        raise ProtocolError(400, "the parameters are not in UTF-8") from error
    except ValueError as error:
        raise ProtocolError(400, f"there are more than {_MOST_PARAMETERS} parameters") from error


def _query_request(pairs: list[tuple[str, str]]) -> QueryRequest:
    """2.1: exactly one query; any number of default-graph-uri and named-graph-uri."""
    queries, updates, default, named = (
        tuple(value for name, value in pairs if name == wanted)
        for wanted in ("query", "update", "default-graph-uri", "named-graph-uri")
    )
    if updates:
        raise ProtocolError(403, "an update is refused; this graph is only read")
    if len(queries) != 1:
        raise ProtocolError(400, f"a request has exactly one query, not {len(queries)}")
    return QueryRequest(queries[0], GraphsAsked(default, named))
