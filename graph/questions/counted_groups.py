"""Places of which a question says only how many there are: 四个区域中, of the four regions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from cn2an import cn2an
from rdflib import URIRef

from extract.tables import read_names, read_rows
from extract.wordlists import alternation
from graph.engines import Rows
from graph.questions.catalogue import WORDS
from graph.questions.named_span import Named
from graph.rdf import POL
from graph.things import Node

_GROUPS = """SELECT ?group ?label (COUNT(DISTINCT ?member) AS ?members) (COUNT(DISTINCT ?fit) AS ?fits) {
  ?group a pol:PlaceGroup ; skos:prefLabel ?label ; pol:hasMember ?member .
  OPTIONAL { ?group pol:hasMember ?fit . ?fit a $kind }
} GROUP BY ?group ?label"""


_SEVERAL = 2


def so_many(text: str, named: Sequence[Named]) -> Iterator[re.Match[str]]:
    """Yield the passages of a question that say how many places of a kind it is about, where it does not name them itself.

    >>> [match[0] for match in so_many("四个区域中哪个的任务最多", [])], [match[0] for match in so_many("Which of the four regions", [])]
    (['四个区域中'], ['of the four regions'])
    """
    return _so_many().finditer(text) if sum(one.is_of("Place") for one in named) < _SEVERAL else iter(())


def counted_groups(rows: Rows, text: str, named: Sequence[Named]) -> Iterator[Named]:
    """Yield each such passage where the graph has just one group with so many members, all of the kind, as the name of that group.

    >>> from graph import PolicyGraph
    >>> list(counted_groups(PolicyGraph.open("memory"), "四个区域中哪个的任务最多", []))
    []
    """
    for match in so_many(text, named):
        number = _number(match["chinese"] or match["other"])
        kind = _kinds()[(match["kind"] or match["sort"]).casefold()]
        groups = [
            Node(URIRef(row["group"]), str(row["label"]), "PlaceGroup")
            for row in rows.rows(_GROUPS, kind=URIRef(POL + kind))
            if int(row["members"]) == int(row["fits"]) == number
        ]
        if len(groups) == 1:
            yield Named(*match.span(), tuple(groups))


def _number(said: str) -> int:
    """Return the number that Chinese or English words or digits say; 0 where they say none."""
    words = dict(zip(english_numbers(), range(2, 100), strict=False))
    try:
        return words.get(said.casefold()) or int(cn2an(said, "smart"))
    except ValueError:
        return 0


@lru_cache(maxsize=1)
def english_numbers() -> tuple[str, ...]:
    """Return the words for two, three and so on."""
    return tuple(read_names(WORDS / "english_numbers.txt"))


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    return {cells[0]: cells[1] for _, cells in read_rows(WORDS / "counted_kinds.tsv", ("word", "class"))}


@lru_cache(maxsize=1)
def _so_many() -> re.Pattern[str]:
    kinds = alternation(_kinds())
    chinese = rf"(?P<chinese>[\d两二三四五六七八九十]+)个?(?P<kind>{kinds})(?:之)?(?:中|里|内|当中|间)"
    return re.compile(rf"{chinese}|\b(?:of|among) the (?P<other>\d+|[a-z]+) (?P<sort>{kinds})\b", re.IGNORECASE)
