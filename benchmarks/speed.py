"""Characters per second from text to facts, against cutting the same text with jieba alone."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

import jieba

from extract import extract
from extract.values import Document

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Speed:
    """Rates of one run on one core, in characters a second: medians of interleaved rounds."""

    characters: int
    """How many characters each round reads."""
    extracting: float
    cutting: float
    slowest: float
    """Seconds that the slowest text took to extract, at its fastest."""

    @property
    def ratio(self) -> float:
        """How many times as fast extracting is as cutting with jieba."""
        return self.extracting / self.cutting


def measure_speed(documents: Sequence[Document], rounds: int) -> Speed:
    """Return how fast texts become facts and how fast jieba cuts them.

    Arguments: documents; rounds, how often each is done, in turn, so that both see the same weather. The process
    stays on one core from here on, where the system lets it.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    jieba.setLogLevel("WARNING")
    jieba.initialize()
    extract(documents[0])  # loads the lexicon
    cutting, extracting = [], []
    slowest = [float("inf")] * len(documents)
    for _ in range(rounds):
        cutting.append(sum(_seconds(jieba.lcut, document.text) for document in documents))
        times = [_seconds(extract, document) for document in documents]
        extracting.append(sum(times))
        slowest = [min(pair) for pair in zip(slowest, times, strict=True)]
    characters = sum(len(document.text) for document in documents)
    return Speed(characters, characters / median(extracting), characters / median(cutting), max(slowest))


def _seconds(work: Callable[[Given], object], given: Given) -> float:
    start = time.perf_counter()
    work(given)
    return time.perf_counter() - start
