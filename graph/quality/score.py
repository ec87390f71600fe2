"""Hold a graph against a gold annotation: precision, recall and F1 by class, predicate and grammar rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.engines import read_graph
from graph.quality.figures import Score, total
from graph.quality.gold import Gold, GoldTarget, Row, read_gold
from graph.quality.read_back import Found, FoundTarget, Pair, find

# What the gold annotates of these two: no involvement of clause-level actions, no industries but those of places.
_ANNOTATED_SUBJECTS = {
    "involves": frozenset({"TaskArea", "KeyTask"}),
    "concernsIndustry": frozenset({"Place", "PlaceGroup"}),
}


@dataclass(slots=True)
class Scores:
    """How a graph did, and each thing that it missed or has too much."""

    classes: list[Score] = field(default_factory=list)
    predicates: list[Score] = field(default_factory=list)
    rules: list[Score] = field(default_factory=list)
    """Precision of what a rule read alone or with others, and the share of the gold of its predicates that it read."""
    targets: Score = field(default_factory=lambda: Score("TARGETS", 0, 0, 0))
    misses: list[str] = field(default_factory=list)

    @property
    def rows(self) -> list[Score]:
        """Classes and predicates, each followed by their sum, then targets."""
        entities, relations = total("ENTITIES", self.classes), total("RELATIONS", self.predicates)
        return [*self.classes, entities, *self.predicates, relations, self.targets]


def score(graph: Path, gold: Path) -> Scores:
    """Score the graph of one text against the annotation of that text.

    Arguments: graph, a file or store; gold, an annotation as in tests/gold. Raises GraphError where either cannot be
    read.
    """
    return score_found(find(read_graph(graph)), read_gold(gold))


def score_found(found: Found, gold: Gold) -> Scores:
    """Score what a graph says; see `score`.

    Labels match when one of the gold's variants is one of the node's names, both folded (`graph.quality.gold.fold`).
    """
    scores = Scores()
    tally = _RuleTally()
    for kind in gold.classes:
        scores.classes.append(_score_class(kind, found, gold, scores.misses))
    for predicate in gold.predicates:
        scores.predicates.append(_score_predicate(predicate, found, gold, scores.misses, tally))
    scores.targets = _score_targets(found, gold, scores.misses, tally)
    scores.rules = tally.scores()
    return scores


class _RuleTally:
    """Counts by the rules that read what was found."""

    def __init__(self) -> None:
        self._right: dict[str, int] = defaultdict(int)
        self._wrong: dict[str, int] = defaultdict(int)
        self._by_predicate: dict[str, set[str]] = defaultdict(set)
        self._there: dict[str, int] = defaultdict(int)

    def right(self, predicate: str, rules: Iterable[str]) -> None:
        """Count a row of the gold that these rules found; none where it was missed."""
        self._there[predicate] += 1
        for rule in rules:
            self._right[rule] += 1
            self._by_predicate[predicate].add(rule)

    def wrong(self, predicate: str, rules: Iterable[str]) -> None:
        """Count something that these rules found and the gold lacks."""
        for rule in rules:
            self._wrong[rule] += 1
            self._by_predicate[predicate].add(rule)

    def scores(self) -> list[Score]:
        """Return one score a rule, by name."""
        there: dict[str, int] = defaultdict(int)
        for predicate, rules in self._by_predicate.items():
            for rule in rules:
                there[rule] += self._there[predicate]
        return [
            Score(rule, self._right[rule], self._wrong[rule], there[rule] - self._right[rule]) for rule in sorted(there)
        ]


def _score_class(kind: str, found: Found, gold: Gold, misses: list[str]) -> Score:
    # A target is scored as a whole by `_score_targets`; of a wider class (Aim) it is no surplus.
    nodes = {
        node: found.labels[node] for node, kinds in found.classes.items() if kind in kinds and "Target" not in kinds
    }
    used: set[str] = set()
    right = missed = 0
    for row in gold.entities.get(kind, []):
        hits = {node for node, labels in nodes.items() if labels & row.subject}
        used |= hits
        if row.optional:
            continue
        right, missed = right + bool(hits), missed + (not hits)
        if not hits:
            misses.append(f"missed {kind}: {row.name}")
    ignored = gold.ignored_entities.get(kind, frozenset())
    extra = sorted(node for node, labels in nodes.items() if node not in used and not labels & ignored)
    misses += [f"extra {kind}: {', '.join(sorted(nodes[node]))}" for node in extra]
    return Score(kind, right, len(extra), missed)


def _score_predicate(predicate: str, found: Found, gold: Gold, misses: list[str], tally: _RuleTally) -> Score:
    pairs = {
        pair: rules for pair, rules in found.relations.get(predicate, {}).items() if _counts(predicate, pair, found)
    }
    used: set[Pair] = set()
    right = missed = 0
    for row in gold.relations.get(predicate, []):
        hits = {pair for pair in pairs if _says(pair, row, found)}
        used |= hits
        if row.optional:
            continue
        right, missed = right + bool(hits), missed + (not hits)
        tally.right(predicate, frozenset().union(*(pairs[pair] for pair in hits)))
        if not hits:
            misses.append(f"missed {predicate}: {row.name}")
    extra = (
        [] if predicate == "involves" and gold.involves_open else _extra(predicate, pairs.keys() - used, found, gold)
    )
    for pair in extra:
        tally.wrong(predicate, pairs[pair])
        misses.append(f"extra {predicate}: {' → '.join(min(found.labels[end]) for end in pair)}")
    return Score(predicate, right, len(extra), missed)


def _counts(predicate: str, pair: Pair, found: Found) -> bool:
    """Whether a pair is of the sort that the gold annotates."""
    annotated = _ANNOTATED_SUBJECTS.get(predicate)
    named = all(found.labels.get(end) for end in pair)
    return named and (annotated is None or bool(found.classes.get(pair[0], frozenset()) & annotated))


def _says(pair: Pair, row: Row, found: Found) -> bool:
    return bool(found.labels[pair[0]] & row.subject and found.labels[pair[1]] & row.object)


def _extra(predicate: str, pairs: Iterable[Pair], found: Found, gold: Gold) -> list[Pair]:
    ignored = gold.ignored_relations.get(predicate, [])
    return sorted(
        (subject, object_)
        for subject, object_ in pairs
        if not any(found.labels[subject] & left and found.labels[object_] & right for left, right in ignored)
    )


def _score_targets(found: Found, gold: Gold, misses: list[str], tally: _RuleTally) -> Score:
    rules = found.relations.get("hasTarget", {})
    used: set[str] = set()
    right = missed = 0
    for wanted in gold.targets:
        hits = [one for one in found.targets if _is_target(one, wanted, found)]
        used.update(one.node for one in hits)
        if wanted.optional:
            continue
        right, missed = right + bool(hits), missed + (not hits)
        tally.right("hasTarget", frozenset().union(*(rules.get((one.place, one.node), ()) for one in hits)))
        if not hits:
            misses.append(f"missed target: {wanted.name}")
    extra = {one.node: one for one in found.targets if one.node not in used}
    for one in extra.values():
        tally.wrong("hasTarget", rules.get((one.place, one.node), frozenset()))
        said = f"{', '.join(sorted(one.indicators))} {one.comparison} {one.value or one.reference} {one.unit}"
        misses.append(f"extra target: {', '.join(sorted(found.labels.get(one.place, ())))} {said}")
    return Score("TARGETS", right, len(extra), missed)


def _is_target(one: FoundTarget, wanted: GoldTarget, found: Found) -> bool:
    if not (found.labels.get(one.place, frozenset()) & wanted.place and one.indicators & wanted.indicator):
        return False
    if wanted.value is not None and (
        one.value is None or abs(one.value - wanted.value) > 1e-9 or one.unit != wanted.unit
    ):
        return False
    if wanted.reference is not None and wanted.reference != one.reference:
        return False
    return one.comparison in wanted.comparisons and wanted.year in (None, one.year)
