"""What is taken away of a graph: what was selected, the tables of it, and words for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Quad

from graph.export.about import About, quads_that_tell
from graph.export.quads import quads_about, quads_of
from graph.export.selection import Selection
from graph.export.shown import documents_wanted, ledger_of
from graph.export.sources import documents_cited
from graph.export.tables import (
    ExportTable,
    documents_table,
    matrix_table,
    relations_table,
    sentences_table,
    targets_table,
    things_table,
)
from graph.pages import Matrix, TargetEntry, matrix
from graph.policygraph import PolicyGraph
from graph.rdf import Language
from graph.things import DocumentCard, documents


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows beside relations; None is what it does not show."""

    targets: tuple[TargetEntry, ...] | None = None
    matrix: Matrix | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken away: a graph, what of it was selected, and words for both."""

    graph: PolicyGraph
    selection: Selection
    is_whole: bool
    """Whether nothing was left out."""
    documents: tuple[str, ...]
    """Ids of the documents that were asked for; none where all were."""
    about: About
    page: Page | None = None
    """The page whose contents are taken away; None where relations are, with all that is said of their places."""

    @property
    def language(self) -> Language:
        """Of all its words."""
        return self.about.language

    def quads(self) -> list[Quad]:
        """Return the quads of the selection."""
        every = quads_of(self.graph.engine)
        wanted = {str(iri) for iri in documents_wanted(self.graph, self.documents)}
        return every if self.is_whole else quads_about(every, self.selection, wanted)

    def quads_told(self) -> list[Quad]:
        """Return the quads of the selection, and what says of a part of a graph that it is one."""
        held = self.quads()
        return held if self.is_whole else [*held, *quads_that_tell(held, self.about)]

    def cards(self) -> tuple[DocumentCard, ...]:
        """Return the documents: of the whole graph, or those that back the selection."""
        if self.is_whole:
            return documents(self.graph)
        return documents_cited(self.graph, self.selection.quotes)

    def tables(self) -> Iterator[ExportTable]:
        """Yield things, relations, targets, matrix, documents and sentences; of a page the targets or the matrix that it shows."""
        yield things_table(self.selection)
        yield relations_table(self.selection)
        page = self.page or Page(self._targets(), self._matrix())
        if page.targets is not None:
            yield targets_table(page.targets)
        if page.matrix is not None:
            yield matrix_table(page.matrix, self.language)
        cards = self.cards()
        yield documents_table(cards)
        yield sentences_table(self.graph, {str(card.iri) for card in cards})

    def _held(self) -> set[str]:
        return {str(one.iri) for one in self.selection.things}

    def _targets(self) -> tuple[TargetEntry, ...]:
        held = self._held()
        return tuple(one for one in ledger_of(self.graph, self.documents) if str(one.place.iri) in held)

    def _matrix(self) -> Matrix:
        found = matrix(self.graph, ("Place",), "Industry", documents_wanted(self.graph, self.documents))
        return found if self.is_whole else found.of_rows(self._held() or {""})
