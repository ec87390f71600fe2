"""Several names and words to the passages that speak of most of them, where no sentence needs to hold them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rdflib import URIRef

from graph.engines import Rows
from graph.search.finding import shown
from graph.search.hits import Hit
from graph.search.lists import with_items
from graph.search.sentences import Filter
from graph.search.spelling import pieces, ranges
from graph.search.text_index import TextIndex


@dataclass(frozen=True, slots=True)
class Wanted:
    """A thing or a word of which a passage may speak, or the shape of what it must tell.

    >>> Wanted(("沈阳市", "沈阳"), ("https://w3id.org/policygraph/id/city/沈阳市",)).names
    ('沈阳市', '沈阳')
    """

    names: tuple[str, ...]
    """Any of them stands for it; none where a shape is wanted."""
    places: tuple[str, ...] = ()
    """The IRIs of the places that bear the name, if it is that of a place; of the places that are wanted a passage is about one."""
    shape: str = ""
    """A regular expression for what an answer looks like: a number, a date."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that speaks of some of what is wanted."""

    hit: Hit
    share: float
    """Of the words and things that are wanted, the share that it or its headings hold."""
    fits: bool
    """Whether it is of the shapes that are wanted, and says more than the words that were looked for."""


_LOOKED_THROUGH = 60
"""So many of the best sentences by BM25 are looked through, which knows nothing of names of one thing."""
_FEWEST = 2
"""Of so many things at least must a passage speak, or its headings for it, where more than one is wanted."""
_SAID = re.compile(r"[\w%]")
_LEAST_SAID = 4
_YEAR = re.compile(r"\d{4}年?")


def passages(rows: Rows, index: TextIndex, wanted: Sequence[Wanted], limit: int = 3) -> tuple[Passage, ...]:
    """Return the sentences that speak of most of what is wanted, best first.

    What the title or a heading above a sentence names, it speaks of without naming it, and so it does of the place that its facts are
    about; what says nothing beyond them is no passage. A sentence
    that begins a list is quoted with its items. A year counts half: most sentences leave it to their document.

    Arguments: rows, the graph; index, of the same graph; wanted, what a passage may speak of; limit, at most so many.
    """
    shapes = [re.compile(one.shape) for one in wanted if one.shape]
    wanted = [one for one in wanted if not one.shape]
    searched = [pieces(" ".join(one.names)) for one in wanted]
    every = tuple(dict.fromkeys(piece for one in searched for piece in one))
    weights = [0.5 if any(map(_YEAR.fullmatch, one.names)) else 1.0 for one in wanted]
    about = _about_places(index, wanted)
    candidates = dict.fromkeys((*about, *index.holding_any(every, (), _LOOKED_THROUGH)))
    enough = min(_FEWEST, len(searched))
    told: list[tuple[bool, float, int, Hit]] = []
    held = shown(rows, [URIRef(iri) for iri in candidates], every)
    for rank, hit in enumerate(with_items(rows, held, every)):
        above = " ".join((hit.title, *hit.section))
        named = [_names(hit.sentence, one) for one in searched]
        headed = [
            _names(above, one) or bool(of.places and str(hit.iri) in about)
            for one, of in zip(searched, wanted, strict=True)
        ]
        spoken = [one or other for one, other in zip(named, headed, strict=True)]
        if any(of.places for of in wanted) and not any(
            one for one, of in zip(spoken, wanted, strict=True) if of.places
        ):
            continue
        if not any(one and not other for one, other in zip(named, headed, strict=True)) or sum(spoken) < enough:
            continue
        if hit.sentence.strip() in (hit.title, *hit.section):
            continue
        weight = sum(weight for weight, one in zip(weights, spoken, strict=True) if one)
        told.append((all(one.search(hit.sentence) for one in shapes), weight, rank, hit))
    best = sorted(told, key=lambda one: (not one[0], -one[1], one[2]))
    return tuple(
        Passage(hit, weight / sum(weights), is_shaped and _says_more(hit)) for is_shaped, weight, _, hit in best[:limit]
    )


def _says_more(hit: Hit) -> bool:
    """Whether a sentence says more than the words that were looked for."""
    return sum(len(_SAID.findall(text)) for text, found in hit.parts() if not found) >= _LEAST_SAID


def _about_places(index: TextIndex, wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """The IRIs of the sentences that are about one of the places and hold something of the rest; none where no place is wanted."""
    about = tuple(Filter("place", iri) for one in wanted for iri in one.places)
    rest = dict.fromkeys(piece for one in wanted if not one.places for piece in pieces(" ".join(one.names)))
    return index.holding_any(tuple(rest), (about,), _LOOKED_THROUGH) if about else ()


def _names(text: str, searched: Sequence[str]) -> bool:
    return any(ranges(text, [piece]) for piece in searched)
