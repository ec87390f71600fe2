"""What may be searched for instead of words without a hit: under fewer conditions, fewer words, a name that is spelled much like them.

Whatever is offered was searched for: it has hits, which are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from itertools import combinations, islice

from rdflib import URIRef

from graph.engines import Rows
from graph.search.conditions import Conditions
from graph.search.spelling import BREAK, pieces, words
from graph.search.text_index import TextIndex
from graph.things import Names, alike, findable, fold, romanised

_NAMED = ("Place", "PlaceGroup", "Industry", "Positioning", "Indicator", "Organization")
"""Classes of the things whose names are offered."""
_MOST = 4
"""Of one sort that are offered."""
_SOUNDS_ALIKE = 80
"""Of 100, how much alike the pinyin of a name must be to that of what was searched for."""
_WORDS = 6
"""Words of a search that are looked at: of more there are too many choices."""
_NAMES = "SELECT DISTINCT ?thing ?name { VALUES ?thing { $things } ?thing skos:prefLabel|skos:altLabel ?name } ORDER BY ?name"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A search that has hits."""

    text: str
    left_out: tuple[str, ...]
    """Fields of `Conditions` that it does without."""
    total: int
    """How many sentences it finds."""


def alternatives(
    rows: Rows, names: Names, index: TextIndex, text: str, conditions: Conditions
) -> tuple[Alternative, ...]:
    """Return what may be searched for instead of a text without a hit, the nearest first; none where nothing near it has one.

    Arguments: rows, the graph; names and index, of the same graph; text and conditions, as for `find`, which has refused none of them.

    >>> from graph import PolicyGraph
    >>> empty = PolicyGraph.open("memory")
    >>> alternatives(empty, empty.names, empty.texts, "物流 枢纽", Conditions())
    ()
    """
    searches = _Searches(names, index, conditions)
    if wider := searches.under_fewer_conditions(text):
        return wider
    fewer = next(filter(None, map(searches.with_hits, _fewer_words(text))), ())
    named = (found[0] for spelled in _names_like(rows, text) if (found := searches.with_hits(spelled)))
    return (*fewer, *(one for one in islice(named, _MOST) if one not in fewer))


class _Searches:
    """Searches of a graph under some conditions, or under fewer."""

    def __init__(self, names: Names, index: TextIndex, conditions: Conditions) -> None:
        self._names, self._index, self._conditions = names, index, conditions
        self._usual = Conditions()
        held = (one.name for one in fields(conditions))
        self._narrowing = tuple(one for one in held if getattr(conditions, one) != getattr(self._usual, one))

    def under_fewer_conditions(self, text: str) -> tuple[Alternative, ...]:
        """Return a text without one of the conditions, or where no such search has a hit, without any of them."""
        one_less = self._with_totals([text], [(one,) for one in self._narrowing])
        return one_less or self._with_totals([text], [self._narrowing] if len(self._narrowing) > 1 else [])

    def with_hits(self, texts: Iterable[str]) -> tuple[Alternative, ...]:
        """Return those of some texts that have hits under the conditions, or where none has, without them."""
        tried = list(texts)
        return self._with_totals(tried, [()]) or self._with_totals(tried, [self._narrowing] if self._narrowing else [])

    def _with_totals(self, texts: list[str], left_out: list[tuple[str, ...]]) -> tuple[Alternative, ...]:
        counted = (Alternative(text, without, self._total(text, without)) for text in texts for without in left_out)
        return tuple(islice((one for one in counted if one.total), _MOST))

    def _total(self, text: str, left_out: tuple[str, ...]) -> int:
        wanted = replace(self._conditions, **{one: getattr(self._usual, one) for one in left_out})
        return self._index.count(pieces(text), tuple(wanted.groups(self._names, self._index)))


def _fewer_words(text: str) -> Iterator[list[str]]:
    """Yield what leaves out ever more words of a text; one without white space is cut into words first.

    >>> list(_fewer_words("沈阳 火星 枢纽"))[:2]
    [['沈阳 火星', '沈阳 枢纽', '火星 枢纽'], ['沈阳', '火星', '枢纽']]
    >>> next(_fewer_words("沈阳的物流枢纽"))
    ['沈阳 物流 枢纽']
    """
    parts = pieces(text)
    is_one = len(parts) == 1
    held = [one for one in words(parts[0]) if one != BREAK and len(one) > 1] if is_one else list(parts)
    held = list(dict.fromkeys(held))[:_WORDS]
    for size in range(len(held) - (not is_one), 0, -1):
        yield [" ".join(some) for some in combinations(held, size) if some != parts]


def _names_like(rows: Rows, text: str) -> Iterator[list[str]]:
    """Yield the names of each thing that is spelled, or in Chinese sounds, much like a text, its label first; the nearest thing first."""
    things = findable(rows, _NAMED)
    spelled = alike(text, (one.node.label for one in things), _MOST)
    heard = alike(romanised(fold(text)), (one.latin for one in things), _MOST, _SOUNDS_ALIKE)
    near = [one.node for one in things if one.node.label in spelled or one.latin in heard]
    near.sort(key=lambda node: spelled.index(node.label) if node.label in spelled else _MOST)
    named = list(rows.rows(_NAMES, things=[node.iri for node in near])) if near else []
    for node in near:
        others = (str(row["name"]) for row in named if URIRef(row["thing"]) == node.iri)
        yield list(dict.fromkeys((node.label, *others)))
