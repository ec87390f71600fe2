"""Learn a table of weights from examples: logistic regression over features that are there or not, deterministic.

An example is what is true of a candidate, whether it is right, and the text that it stands in. Texts, not examples, are
held out when weights are tried, since one text repeats itself. `write` writes the table that `extract.acceptance` reads.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.acceptance.table import HEAD, THRESHOLD, Table

ROUNDS = 300
RATE = 0.3
DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate: its features, whether it is right, the text that it stands in."""

    features: frozenset[str]
    right: bool
    text: str


def _kept(examples: Sequence[Example], least: int) -> list[str]:
    """Features of at least `least` texts; what is true in one text alone is no knowledge."""
    seen = Counter(feature for _, feature in {(e.text, f) for e in examples for f in e.features})
    return sorted(feature for feature, texts in seen.items() if texts >= least)


def fit(examples: Sequence[Example], penalty: float = 1.0, least: int = 3) -> Table:
    """The weights that tell right examples from wrong ones, by gradient descent with steps of their own (AdaGrad).

    Arguments: examples; penalty, of squared weights, which keeps what is rare small; least, texts a feature must occur in.

    >>> found = fit([Example(frozenset({"a"}), True, t) for t in "123"] + [Example(frozenset(), False, t) for t in "123"])
    >>> found.accepts({"a"}), found.accepts(set())
    (True, False)
    """
    names = _kept(examples, least)
    index = {name: number for number, name in enumerate(names)}
    equal = Counter((tuple(sorted(index[f] for f in e.features if f in index)), e.right) for e in examples)
    rows = [(features, 1.0 if right else 0.0, count) for (features, right), count in sorted(equal.items())]
    weights, bias = [0.0] * len(names), 0.0
    squares, bias_square = [1e-8] * len(names), 1e-8
    for _ in range(ROUNDS):
        slopes, bias_slope = [penalty * weight for weight in weights], 0.0
        for features, wanted, count in rows:
            total = bias + sum(weights[feature] for feature in features)
            error = count * (1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) - wanted)
            bias_slope += error
            for feature in features:
                slopes[feature] += error
        bias_square += bias_slope**2
        bias -= RATE * bias_slope / math.sqrt(bias_square)
        for feature, slope in enumerate(slopes):
            squares[feature] += slope**2
            weights[feature] -= RATE * slope / math.sqrt(squares[feature])
    rounded = {name: round(weight, DECIMALS) for name, weight in zip(names, weights, strict=True)}
    return Table({name: weight for name, weight in rounded.items() if weight}, round(-bias, DECIMALS))


def held_out(examples: Sequence[Example], folds: int = 10, penalty: float = 1.0, least: int = 3) -> list[float]:
    """The score of each example by weights learned without its text, in the order of the examples.

    Texts are dealt to `folds` heaps in the order of their names.
    """
    heap = {text: number % folds for number, text in enumerate(sorted({e.text for e in examples}))}
    tables = [fit([e for e in examples if heap[e.text] != one], penalty, least) for one in range(folds)]
    return [tables[heap[example.text]].score(example.features) for example in examples]


def measured(scores: Iterable[float], examples: Iterable[Example], threshold: float = 0.0) -> tuple[float, float, int]:
    """Precision, recall and number of the accepted among scored examples.

    >>> measured([1.0, 1.0, -1.0], [Example(frozenset(), right, "a") for right in (True, False, True)])
    (0.5, 0.5, 2)
    """
    judged = [(score >= threshold, example.right) for score, example in zip(scores, examples, strict=True)]
    accepted, right = sum(a for a, _ in judged), sum(r for _, r in judged)
    both = sum(a and r for a, r in judged)
    return both / max(1, accepted), both / max(1, right), accepted


def write(table: Table, path: Path, remark: str) -> None:
    """Write a table for review, the heaviest features first.

    Arguments: table; path, of a file in extract/lexicon/acceptance; remark, what the table decides and what wrote it.
    """
    ordered = sorted(table.weights.items(), key=lambda row: (-row[1], row[0]))
    lines = [f"# {remark}", "\t".join(HEAD), f"{THRESHOLD}\t{table.threshold:g}"]
    lines += [f"{feature}\t{weight:g}" for feature, weight in ordered]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
