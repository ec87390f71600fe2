"""Several names and words to the passages that speak of most of them, where no sentence needs to hold them all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Rows
from graph.search.finding import shown
from graph.search.hits import Hit
from graph.search.sentences import Filter
from graph.search.spelling import pieces, ranges
from graph.search.text_index import TextIndex


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing or a word of which a passage may speak.

    >>> Wanted(("沈阳市", "沈阳"), ("https://w3id.org/policygraph/id/city/沈阳市",)).names
    ('沈阳市', '沈阳')
    """

    names: tuple[str, ...]
    """Any of them stands for it."""
    places: tuple[str, ...] = ()
    """The IRIs of the places that bear the name, if it is that of a place; of the places that are wanted a passage is about one."""


_LOOKED_THROUGH = 60
"""So many of the best sentences by BM25 are looked through, which knows nothing of names of one thing."""
_FEWEST = 2
"""Of so many things at least must a passage speak, or its headings for it, where more than one is wanted."""


def passages(rows: Rows, index: TextIndex, wanted: Sequence[Wanted], limit: int = 3) -> tuple[Hit, ...]:
    """Return the sentences that speak of most of what is wanted, best first.

    What the title or a heading above a sentence names, it speaks of without naming it; what says nothing beyond them is no passage.

    Arguments: rows, the graph; index, of the same graph; wanted, what a passage may speak of; limit, at most so many.
    """
    searched = [pieces(" ".join(one.names)) for one in wanted]
    every = tuple(dict.fromkeys(piece for one in searched for piece in one))
    places = [one for one, of in zip(searched, wanted, strict=True) if of.places]
    about = _about_places(index, wanted)
    candidates = dict.fromkeys((*about, *index.holding_any(every, (), _LOOKED_THROUGH)))
    told: list[tuple[int, int, Hit]] = []
    for rank, hit in enumerate(shown(rows, [URIRef(iri) for iri in candidates], every)):
        above = " ".join((hit.title, *hit.section))
        said = [one for one in searched if _names(hit.sentence, one) and not _names(above, one)]
        if places and str(hit.iri) not in about and not any(_names(f"{above} {hit.sentence}", one) for one in places):
            continue
        if said and hit.sentence.strip() not in (hit.title, *hit.section):
            told.append((len(said) + sum(_names(above, one) for one in searched), rank, hit))
    enough = min(_FEWEST, len(searched))
    best = sorted((one for one in told if one[0] >= enough), key=lambda one: (-one[0], one[1]))
    return tuple(hit for _, _, hit in best[:limit])


def _about_places(index: TextIndex, wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """The IRIs of the sentences that are about one of the places and hold something of the rest; none where no place is wanted."""
    about = tuple(Filter("place", iri) for one in wanted for iri in one.places)
    rest = dict.fromkeys(piece for one in wanted if not one.places for piece in pieces(" ".join(one.names)))
    return index.holding_any(tuple(rest), (about,), _LOOKED_THROUGH) if about else ()


def _names(text: str, searched: Sequence[str]) -> bool:
    return any(ranges(text, [piece]) for piece in searched)
