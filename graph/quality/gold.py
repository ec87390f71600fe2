"""Gold annotations: what a person says that a text says."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import GraphError

Labels = frozenset[str]
"""The names that count as one thing, folded."""

_MARKS = re.compile(r"[\s“”\"‘’'《》〈〉「」『』]")
_HALF_WIDTH = str.maketrans("，：；（）％！？", ",:;()%!?")


def fold(text: str) -> str:
    """Return a label as it is compared: without quotation marks, book-title marks and white space.

    >>> fold("“一核 两带”（试行）")
    '一核两带(试行)'
    """
    return _MARKS.sub("", text).translate(_HALF_WIDTH)


def folded(labels: str | Sequence[str]) -> Labels:
    """Return the variants of one label, each folded.

    >>> sorted(folded(["双核", "“双核”"]))
    ['双核']
    """
    return frozenset(fold(one) for one in ([labels] if isinstance(labels, str) else labels))


@dataclass(frozen=True, slots=True)
class Row:
    """An entity or a relation of the gold; optional ones count neither when found nor when missed."""

    name: str
    """As it is shown when it was missed."""
    subject: Labels
    object: Labels
    """Empty for an entity."""
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldTarget:
    """A target of the gold; a field that is None is not compared."""

    name: str
    place: Labels
    indicator: Labels
    comparisons: str | tuple[str, ...]
    value: float | None
    unit: str
    reference: str | None
    year: str | None
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated text: what is scored, what is there, and what is left out of account."""

    classes: tuple[str, ...]
    """Without targets, which `targets` has: each counts once, as a whole."""
    predicates: tuple[str, ...]
    entities: dict[str, list[Row]]
    relations: dict[str, list[Row]]
    targets: tuple[GoldTarget, ...]
    ignored_entities: dict[str, Labels]
    ignored_relations: dict[str, list[tuple[Labels, Labels]]]
    involves_open: bool
    """Whether more involvement than is annotated may be right."""


def read_gold(path: Path) -> Gold:
    """Read an annotation.

    Raises GraphError where the file is missing or is no annotation.
    """
    try:
        return _gold(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise GraphError(path, f"cannot be read ({error.strerror})", "name a file of tests/gold") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(f"not a gold annotation ({type(error).__name__}: {error})".split())
        raise GraphError(path, reason, "see tests/gold/README.md") from error


def _gold(raw: dict[str, Any]) -> Gold:
    entities: dict[str, list[Row]] = defaultdict(list)
    for one in raw["entities"]:
        kind = "Positioning" if one["class"] == "Center" else one["class"]
        entities[kind].append(Row(_first(one["label"]), folded(one["label"]), frozenset(), one.get("optional", False)))
    ignored: dict[str, list[tuple[Labels, Labels]]] = defaultdict(list)
    for one in raw.get("ignore_relations", []):
        ignored[one["predicate"]].append((folded(one["subject"]), folded(one["object"])))
    same = _Names(raw["entities"])
    return Gold(
        classes=tuple(one for one in raw["scored_classes"] if one != "Target"),
        predicates=tuple(one for one in raw["scored_predicates"] if one != "hasTarget"),
        entities=entities,
        relations=_relations(raw, same),
        targets=tuple(_target(one, same) for one in raw["targets"]),
        ignored_entities={kind: folded(labels) for kind, labels in raw.get("ignore", {}).items()},
        ignored_relations=ignored,
        involves_open=bool(raw.get("involves_open")),
    )


class _Names:
    """Names that the gold gives to one entity stand for each other wherever it names that entity."""

    def __init__(self, entities: list[dict[str, Any]]) -> None:
        self._same: dict[str, set[str]] = defaultdict(set)
        for one in entities:
            names = folded(one["label"])
            for name in names:
                self._same[name] |= names

    def of(self, labels: str | Sequence[str]) -> Labels:
        names = folded(labels)
        return names.union(*(self._same[name] for name in names if name in self._same))


def _relations(raw: dict[str, Any], same: _Names) -> dict[str, list[Row]]:
    relations: dict[str, list[Row]] = defaultdict(list)
    rows = [(one["predicate"], one["subject"], one["object"], one) for one in raw["relations"]]
    rows += [("involves", task, one["place"], one) for one in raw.get("involves", []) for task in one["tasks"]]
    for predicate, subject, object_, one in rows:
        name = f"{_first(subject)} → {_first(object_)}"
        relations[predicate].append(Row(name, same.of(subject), same.of(object_), one.get("optional", False)))
    return relations


def _target(raw: dict[str, Any], same: _Names) -> GoldTarget:
    comparison = raw["comparison"]
    return GoldTarget(
        name=f"{_first(raw['place'])} {_first(raw['indicator'])} {raw.get('value', raw.get('reference'))}",
        place=same.of(raw["place"]),
        indicator=folded(raw["indicator"]),
        comparisons=comparison if isinstance(comparison, str) else tuple(comparison),
        value=float(raw["value"]) if "value" in raw else None,
        unit=raw["unit"] if "value" in raw else "",
        reference=fold(raw["reference"]) if "reference" in raw else None,
        year=str(raw["year"]) if "year" in raw else None,
        optional=raw.get("optional", False),
    )


def _first(labels: str | Sequence[str]) -> str:
    return labels if isinstance(labels, str) else labels[0]
