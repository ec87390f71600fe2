"""Which claims of two sides are the same, and which are one claim that changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from extract.wordlists import table
from graph.comparison.claims import Claim, Identity


class Pair(NamedTuple):
    """A claim before and after; None where a side does not make it."""

    before: Claim | None
    after: Claim | None

    @property
    def shifted(self) -> tuple[str, ...]:
        """The facets in which the two sides differ, sorted; none where one of them does not make the claim."""
        if self.before is None or self.after is None:
            return ()
        before, after = self.before, self.after
        return tuple(sorted(name for name in {*before.facets, *after.facets} if before.keys(name) != after.keys(name)))

    @property
    def same(self) -> bool:
        """Whether both sides make the claim alike."""
        return self.before is not None and self.after is not None and not self.shifted


def pairs_of(before: dict[Identity, Claim], after: dict[Identity, Claim]) -> list[Pair]:
    """Return every claim of two sides, each once.

    Claims of one identity belong together. Of what then stands alone, a target that only its year tells from one of the
    other side, and a task that only the verb of its commitment does, are one claim that changed.

    >>> pairs_of({}, {})
    []
    """
    pairs = [Pair(before[identity], after[identity]) for identity in before if identity in after]
    dropped = {identity: claim for identity, claim in before.items() if identity not in after}
    added = {identity: claim for identity, claim in after.items() if identity not in before}
    for old, new in (*_other_years(dropped, added), *_other_verbs(dropped, added)):
        pairs.append(Pair(dropped.pop(old.identity), added.pop(new.identity)))
    pairs += [Pair(claim, None) for claim in dropped.values()]
    pairs += [Pair(None, claim) for claim in added.values()]
    return pairs


Taken = Iterator[tuple[Claim, Claim]]


def _other_years(dropped: dict[Identity, Claim], added: dict[Identity, Claim]) -> Taken:
    """Yield targets of one place and indicator that have another year: first those of one value, then what is left alone."""
    old, new = _groups(dropped, _measured), _groups(added, _measured)
    for measured in sorted(old.keys() & new.keys()):
        before, after = old[measured], new[measured]
        for one in list(before):
            alike = [other for other in after if other.keys("targetValue") == one.keys("targetValue")]
            if len(alike) == 1:
                before.remove(one)
                after.remove(alike[0])
                yield one, alike[0]
        if len(before) == len(after) == 1:
            yield before[0], after[0]


def _measured(claim: Claim) -> Identity:
    """Return place and indicator of a target; nothing for another claim."""
    return claim.identity[:-1] if claim.term == "hasTarget" else ()


def _other_verbs(dropped: dict[Identity, Claim], added: dict[Identity, Claim]) -> Taken:
    """Yield tasks of one wording behind another verb: 探索开展公交一体化 and 推动开展公交一体化."""
    left: dict[str, list[Claim]] = defaultdict(list)
    for identity, claim in added.items():
        if identity[0] == "task":
            left[_ending(identity[1])].append(claim)
    for identity, claim in dropped.items():
        alike = left[_ending(identity[1])] if identity[0] == "task" else []
        found = next((other for other in alike if _only_the_verb_differs(claim, other)), None)
        if found is not None:
            alike.remove(found)
            yield claim, found


def _ending(wording: str) -> str:
    """Return the last characters of a wording, which two tasks share where only their verbs differ."""
    return wording[-3:]


def _only_the_verb_differs(one: Claim, other: Claim) -> bool:
    """Return whether two tasks differ in nothing but a part of the verbs of their commitments, or but the verbs that open them."""
    words, others = one.identity[1], other.identity[1]
    if without_verbs(words) == without_verbs(others):
        return True
    before = Prefix.similarity(words, others)
    behind = Postfix.similarity(words[before:], others[before:])
    cut, other_cut = words[before : len(words) - behind], others[before : len(others) - behind]
    return behind > 0 and cut in one.verb and other_cut in other.verb


def without_verbs(wording: str) -> str:
    """Return the wording of a task without the verbs of commitment that open it, of which several may follow each other.

    >>> without_verbs("必须推动沈阳发展装备制造业"), without_verbs("推动")
    ('沈阳发展装备制造业', '推动')
    """
    left = wording
    while verb := next((one for one in _verbs() if left.startswith(one)), ""):
        left = left.removeprefix(verb)
    return left or wording


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(sorted(table("commitments.tsv", "verb", "commitment"), key=len, reverse=True))


def _groups(claims: dict[Identity, Claim], key: Callable[[Claim], Identity]) -> dict[Identity, list[Claim]]:
    groups: dict[Identity, list[Claim]] = defaultdict(list)
    for claim in claims.values():
        if key(claim):
            groups[key(claim)].append(claim)
    return groups
