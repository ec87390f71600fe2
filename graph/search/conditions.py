"""By what a search is narrowed: a place, a year, an issuer, a level of government, a kind of document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.errors import GraphError
from graph.rdf import label
from graph.search.sentences import Filter
from graph.search.text_index import TextIndex
from graph.things import LEVEL_NAMES, Names, Node, fold

KINDS = ("Plan", "Interpretation", "PolicyDocument")
"""Classes of documents; a document of the last is of no narrower one."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What hits must be like; the default asks for nothing.

    >>> Conditions(level="市").level, Conditions(kind="规划方案").kind
    ('city', 'Plan')
    """

    place: str | Node = ""
    """A name as for `Names.resolve`, or the place: the sentence names it or a place in it, something is said of it there, or the
    document is its own."""
    year: int | None = None
    """The sentence names it, or the document is of it."""
    issuer: str = ""
    """A part of the name of a body that issued the document or, where none is known, published it."""
    level: str = ""
    """Of that body, else of what the title names: national, province, city, county, or in Chinese."""
    kind: str = ""
    """Plan, Interpretation, PolicyDocument, or their labels."""

    def __post_init__(self) -> None:
        """Take names of levels and kinds in either language; raises GraphError for one that there is not."""
        levels = {name: level for level, names in LEVEL_NAMES.items() for name in names.values()}
        kinds = {name: kind for kind in KINDS for name in (kind, label(kind, "zh"), label(kind, "en"))}
        object.__setattr__(self, "level", _known(self.level, levels, "level"))
        object.__setattr__(self, "kind", _known(self.kind, kinds, "kind of document"))

    def groups(self, names: Names, index: TextIndex) -> Iterator[tuple[Filter, ...]]:
        """Yield groups of filters, of each of which a sentence must have one.

        Arguments: names, of the graph; index. Raises GraphError for a place that `Names.resolve` does not know, and for an issuer
        that no document has.
        """
        if self.place:
            place = self.place if isinstance(self.place, Node) else names.resolve(self.place, ["Place"])
            yield (Filter("place", str(place.iri)),)
        if self.year is not None:
            yield (Filter("year", str(self.year)),)
        if self.issuer:
            yield _issuers(self.issuer, index)
        if self.level:
            yield (Filter("level", self.level),)
        if self.kind:
            yield (Filter("kind", self.kind),)


def _known(said: str, known: Mapping[str, str], what: str) -> str:
    if not said:
        return ""
    if said not in known:
        raise GraphError(said, f"no such {what}", f"use one of {', '.join(known)}")
    return known[said]


def _issuers(said: str, index: TextIndex) -> tuple[Filter, ...]:
    held = [name for name, _ in index.values("issuer")]
    found = tuple(Filter("issuer", name) for name in held if fold(said) in fold(name))
    if not found:
        remedy = f"use one of {'、'.join(held[:5])}" if held else "say who issued them, or leave the issuer out"
        raise GraphError(said, "no document of this graph has such an issuer", remedy)
    return found
