"""Who a server is told to be asked by: a user and a password, sent only to a server that asks for them, never in messages."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    OpenerDirector,
    Request,
    build_opener,
    parse_http_list,
    parse_keqv_list,
)

from graph.errors import GraphError

USER, PASSWORD = "POLICYGRAPH_USER", "POLICYGRAPH_PASSWORD"
"""The variables of the environment that name them."""


@dataclass(frozen=True, slots=True)
class Login:
    """A user and the password, which no print of this shows.

    >>> Login("ann", "secret")
    Login(user='ann')
    """

    user: str
    password: str = field(repr=False)

    @classmethod
    def of_environment(cls) -> Login | None:
        """Return the login that the environment names; None where it names no user."""
        return cls.given("", None)

    @classmethod
    def given(cls, user: str, file: Path | None) -> Login | None:
        """Return the login of a name and a file whose first line is its password; what is not given is the environment's.

        Raises GraphError where the file cannot be read, and for a password of nobody.
        """
        try:
            with nullcontext() if file is None else file.open(encoding="utf-8") as lines:
                password = os.environ.get(PASSWORD, "") if lines is None else lines.readline().rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise GraphError(
                str(file), "the password cannot be read from it", "name a text file that you may read"
            ) from error
        name = user or os.environ.get(USER, "")
        if password and not name:
            raise GraphError("login", "a password without a user", f"name the user with --user or in {USER}")
        return cls(name, password) if name else None


def opener_for(address: str, login: Login | None) -> OpenerDirector:
    """Return what opens requests to a server: with a login where the server asks for one; a text is sent on to nowhere else.

    Arguments: address, of any page of the server; login, which no other server gets.
    """
    if login is None:
        return build_opener(_StayingWithTexts)
    server = "{0.scheme}://{0.netloc}".format(urlsplit(address))
    known = HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, server, login.user, login.password)
    return build_opener(_StayingWithTexts, _DigestAtOnce(known), _BasicAtOnce(known))


class _StayingWithTexts(HTTPRedirectHandler):
    """Follows a redirection with what only asks; what is to be written would be lost on the way."""

    def redirect_request(self, req: Request, *further: object) -> Request | None:
        return None if req.data is not None else super().redirect_request(req, *further)  # type: ignore[arg-type]


class _BasicAtOnce(HTTPBasicAuthHandler):
    """Says who asks with every request after the server has once wanted to know, so that a long text is sent only once."""

    _said = ""

    def http_request(self, req: Request) -> Request:
        if self._said and not req.has_header(self.auth_header):
            req.add_unredirected_header(self.auth_header, self._said)
        return req

    https_request = http_request

    def retry_http_basic_auth(self, host: str, req: Request, realm: str) -> Any:
        answered = super().retry_http_basic_auth(host, req, realm)
        self._said = str(req.get_header(self.auth_header, ""))
        return answered


class _DigestAtOnce(HTTPDigestAuthHandler):
    """Answers a server's last challenge with every later request at once, for the same reason."""

    _challenge: dict[str, str] | None = None

    def http_request(self, req: Request) -> Request:
        if self._challenge is not None and not req.has_header(self.auth_header):
            said = self.get_authorization(req, self._challenge)
            if said:
                req.add_unredirected_header(self.auth_header, f"Digest {said}")
        return req

    https_request = http_request

    def retry_http_digest_auth(self, req: Request, auth: str) -> Any:
        self._challenge = parse_keqv_list([part for part in parse_http_list(auth.partition(" ")[2]) if part])
        return super().retry_http_digest_auth(req, auth)
