"""Requests to a server over HTTP, each with a time limit; what goes wrong is told in one line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPException
from types import MappingProxyType
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from graph.engines.login import PASSWORD, USER, Login, opener_for
from graph.errors import GraphError

_SHOWN = 200
"""Characters of a server's own words that an error repeats."""
_UNKNOWN = (401, 407)


@dataclass(frozen=True, slots=True)
class Said:
    """What a server answered."""

    body: bytes
    headers: Message

    @property
    def media_type(self) -> str:
        """Without its parameters."""
        return self.headers.get_content_type()


class Exchange:
    """The way to a server.

    Arguments: address, of any of its pages; login, given to it where it asks for one; seconds, that an answer may take.
    Raises GraphError for an address that holds a password, which every message would repeat.
    """

    def __init__(self, address: str, login: Login | None, seconds: float) -> None:
        parts = urlsplit(address)
        if "@" in parts.netloc:
            bare = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
            raise GraphError(bare, "a user or a password stands in its address", f"name them in {USER} and {PASSWORD}")
        self._login = login
        self._seconds = seconds
        self._opener = opener_for(address, login)

    def send(
        self,
        what: str,
        address: str,
        body: bytes | None = None,
        headers: Mapping[str, str] = MappingProxyType({}),
        method: str = "POST",
    ) -> Said:
        """Send a request and return what the server says; raises GraphError where it is gone, slow or refuses.

        Arguments: what, it is called in an error (``query``); address; body; headers; method.
        """
        try:
            request = Request(address, body, dict(headers), method=method)
            with self._opener.open(request, timeout=self._seconds) as response:
                return Said(response.read(), response.headers)
        except HTTPError as error:
            raise self._refused(what, address, error) from None
        except TimeoutError as error:
            raise self._slow(address) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._slow(address) from error
            raise GraphError(address, f"no server answers ({error.reason})", "start it, or mend the address") from error
        except (OSError, HTTPException, ValueError) as error:
            raise GraphError(address, f"the server broke off ({error!r})", "see whether it still runs") from error

    def _refused(self, what: str, address: str, error: HTTPError) -> GraphError:
        if error.code in _UNKNOWN and self._login is None:
            return GraphError(address, "the server wants a user and a password", f"name them in {USER} and {PASSWORD}")
        if error.code in _UNKNOWN:
            return GraphError(address, "the server does not know this user with this password", "mend one of them")
        said = " ".join((error.read() if error.fp else b"").decode(errors="replace").split())[:_SHOWN]
        reason = f"the server refused the {what} ({error.code}: {said or error.reason})"
        return GraphError(address, reason, f"mend the {what}, or see what this server allows")

    def _slow(self, address: str) -> GraphError:
        return GraphError(address, f"no answer within {self._seconds:g} seconds", "ask for less, or allow more time")
