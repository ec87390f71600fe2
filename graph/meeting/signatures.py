"""Signatures of texts: what MinHash makes of their clauses, kept beside a store by the hash of each text.

So a build need not look again at the words of texts that did not change. The file is no part of what a store says: where it is
missing, damaged or of another program, signatures are worked out anew.
"""

from __future__ import annotations

import hashlib
import re
import struct
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from rensa import RMinHash

from graph.engines import SIGNATURES

_BREAKS = frozenset("\n，。；：！？、,;:!?")
NO_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9]")
_PERMUTATIONS, _SEED = 128, 42
_SHORTEST = 4
"""Characters of a clause that is worth comparing."""
_FEWEST = 12
"""Clauses of a text that can be a reprint: two short texts may well say the same."""
_HASH = hashlib.sha256().digest_size
_ROW = struct.Struct(f"<{_PERMUTATIONS}I")
_SIGNED = _ROW.size
_UNSIGNED = bytes(_SIGNED)
"""Stands in the file for a text of too few clauses."""


class _Bare(dict[int, str]):
    """Characters as clauses are compared: letters and digits in one dress, breaks, nothing of the rest; each worked out when it comes."""

    def __missing__(self, code: int) -> str:
        dressed = unicodedata.normalize("NFKC", chr(code))
        self[code] = "".join("\n" if one in _BREAKS else NO_WORDS.sub("", one) for one in dressed)
        return self[code]


_BARE = _Bare()


def clauses_of(words: str) -> frozenset[str]:
    """Return the clauses of a text that are worth comparing, in one dress.

    >>> sorted(clauses_of("支持沈阳发展，建设大连。好。"))
    ['建设大连', '支持沈阳发展']
    """
    return frozenset(one for one in words.translate(_BARE).split("\n") if len(one) >= _SHORTEST)


def signature(words: str) -> bytes:
    """Return what MinHash makes of the clauses of a text; empty where they are too few.

    >>> len(signature("。".join(f"支持第{i}个城市" for i in range(20)))), signature("支持沈阳。")
    (512, b'')
    """
    clauses = clauses_of(words)
    if len(clauses) < _FEWEST:
        return b""
    made = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update(sorted(clauses))
    return _ROW.pack(*made.digest())


@contextmanager
def kept_signatures(folder: Path | None) -> Iterator[dict[str, bytes]]:
    """Yield the signatures that are kept beside a store, by the SHA-256 of each text; those that stand there at the end are kept.

    Arguments: folder, of the store; None where there is none, and nothing is kept. A file that cannot be written is left out.

    >>> with kept_signatures(None) as kept:
    ...     kept
    {}
    """
    kept = _read(folder / SIGNATURES) if folder is not None else {}
    before = dict(kept)
    yield kept
    if folder is not None and kept != before:
        with suppress(OSError, ValueError):  # no room, or a hash of another program that is none
            _write(folder / SIGNATURES, kept)


@lru_cache(maxsize=1)
def _program() -> bytes:
    """A hash of what decides what a signature is."""
    return hashlib.sha256(str(RMinHash.ALGORITHM_VERSION).encode() + Path(__file__).read_bytes()).digest()


def _read(file: Path) -> dict[str, bytes]:
    try:
        sealed = file.read_bytes()
    except OSError:
        return {}
    seal, body = sealed[:_HASH], sealed[_HASH:]
    if seal != hashlib.sha256(_program() + body).digest():
        return {}
    rows = (body[at : at + _HASH + _SIGNED] for at in range(0, len(body), _HASH + _SIGNED))
    return {row[:_HASH].hex(): b"" if row[_HASH:] == _UNSIGNED else row[_HASH:] for row in rows}


def _write(file: Path, kept: dict[str, bytes]) -> None:
    body = b"".join(bytes.fromhex(one) + (signed or _UNSIGNED) for one, signed in sorted(kept.items()))
    new = file.with_name(f"{file.name}.new")
    new.write_bytes(hashlib.sha256(_program() + body).digest() + body)
    new.replace(file)
