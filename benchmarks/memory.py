"""Peak memory of a process that extracts many texts: it must not grow with their number."""

from __future__ import annotations

import resource
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from multiprocessing import get_context

from extract import extract
from extract.values import Document

_MANY = 200
"""Texts from which growth would show."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Peak resident set of one process, in MB."""

    after_first: float
    after_half: float
    after_all: float


def measure_memory(documents: Sequence[Document]) -> Memory:
    """Return the peaks of a fresh process that extracts the texts one after another and keeps nothing.

    Arguments: documents; fewer than `_MANY` are read again and again.
    """
    many = list(islice(cycle(documents), max(_MANY, len(documents))))
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_peaks, (many,))


def _peaks(documents: Sequence[Document]) -> Memory:
    peaks = []
    for document in documents:
        extract(document)
        peaks.append(_peak())
    return Memory(peaks[0], peaks[len(peaks) // 2], peaks[-1])


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
