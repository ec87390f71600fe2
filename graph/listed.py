"""Several names as one line, with the mark that a language sets between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

_BETWEEN = {"zh": "、", "en": ", "}


def listed(names: Iterable[str], language: Literal["zh", "en"]) -> str:
    """Return names as one line, as a person lists them. Arguments: names; language, of the words around them.

    >>> listed(["沈阳市", "大连市"], "zh"), listed(["沈阳市", "大连市"], "en"), listed([], "en")
    ('沈阳市、大连市', '沈阳市, 大连市', '')
    """
    return _BETWEEN[language].join(names)
