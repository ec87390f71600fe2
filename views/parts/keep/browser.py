"""What a browser is known by, so that a reload finds again what was brought: a secret in a cookie of its own."""

from __future__ import annotations

import os
import re
import secrets
from pathlib import Path

import streamlit

from graph.brought import DAYS, Shelf, shelf_of

COOKIE = "policygraph_browser"
VARIABLE = "POLICYGRAPH_KEPT"
"""Environment variable that names the folder in which things are kept for browsers; else that of the user's cache."""
_TOKEN, _SHELF = "token of this browser", "shelf of this browser"
SECONDS = DAYS * 24 * 3600


def known_token() -> str:
    """Return the secret of this browser; nothing where it has none yet."""
    said: object = streamlit.session_state.get(_TOKEN) or streamlit.context.cookies.get(COOKIE)
    return said if isinstance(said, str) and re.fullmatch(r"[0-9a-f]{32}", said) else ""


def browser_token() -> str:
    """Return the secret of this browser, and give it one where it has none; the next run of a page tells it to the browser."""
    token = known_token() or secrets.token_hex(16)
    streamlit.session_state[_TOKEN] = token
    return token


def shelf() -> Shelf:
    """Return the shelf on which the texts of this browser lie."""
    named = os.environ.get(VARIABLE)
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    base = Path(named) if named else cache / "policygraph" / "kept"
    return shelf_of(base, browser_token())
