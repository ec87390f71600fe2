"""Let the texts of a store meet: a cited document is the text that is there, a reprint says whose it is; and part them again.

What is done for it stands in one named graph, `MEETING_GRAPH`: what met and why, and the patch of each text's graph. A build parts
the texts first, renews what it has to, and lets them meet anew: so it is the same whatever came in which order, or went.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.engines import change_graphs, memory_store
from graph.meeting.agreeing import Agreement, agreements
from graph.meeting.documents_named import NamedDocument, named_documents
from graph.meeting.patches import Patch, Target, patch, patch_of
from graph.meeting.reprints import Text, reprints
from graph.meeting.signatures import kept_signatures
from graph.rdf import (
    PID,
    Line,
    background_source,
    graph_iri,
    line,
    shorten,
    statement,
    statement_node,
    term,
    triples_of,
    written_node,
    written_term,
    written_text,
)

MEETING_GRAPH = NamedNode(graph_iri("meeting"))
"""The named graph of what no document says alone: which of them are one, and what their graphs say otherwise for it."""
REPRINT_SOURCE = f"<{PID}source/reprints>"
"""What backs a statement that a text is a reprint."""


def meet(store: Store, folder: Path | None = None) -> None:
    """Let the texts of a store meet; they are parted before, so that it can be done again and again.

    Arguments: store, which may be written in; folder, of the store on disk, beside which signatures of its texts are kept. A store of
    one text stays as it is.
    """
    part(store)
    found = named_documents(store)
    texts = [one for one in found if one.held]
    if len(texts) < 2:
        return
    with kept_signatures(folder) as kept:
        told = [Text(one.node.value, one.issued, one.sha256, partial(_words, store, one.node)) for one in texts]
        copies = reprints(told, kept)
    agreed = agreements(found, {NamedNode(key) for key in copies})
    made = dict(_patches(store, agreed))
    lines = [one for agreement in agreed for one in _told(agreement)]
    lines += _reprinted(copies)
    lines += (line(str(graph), "patch", written_text(str(one))) for graph, one in made.items())
    said = triples_of(lines)
    change_graphs(store, {MEETING_GRAPH: ((), said)} | {graph: (one.gone, one.come) for graph, one in made.items()})


def part(store: Store) -> None:
    """Make the graph of each text in a store what the text alone says."""
    held = [quad.triple for quad in store.quads_for_pattern(None, None, None, MEETING_GRAPH)]
    made = {
        one.subject: patch_of(one.object.value)
        for one in held
        if one.predicate == term("patch") and isinstance(one.subject, NamedNode) and isinstance(one.object, Literal)
    }
    change_graphs(store, {MEETING_GRAPH: (held, ())} | {graph: (one.come, one.gone) for graph, one in made.items()})


def met(quads: Iterable[Quad]) -> list[Quad]:
    """Return the graphs of texts as they meet.

    >>> met([])
    []
    """
    store = memory_store(quads)
    meet(store)
    return [quad for quad in store if quad.graph_name != DefaultGraph()]


def _words(store: Store, node: NamedNode) -> str:
    quads = store.quads_for_pattern(node, term("canonicalText"), None, None)
    return min((quad.object.value for quad in quads if isinstance(quad.object, Literal)), default="")


def _told(agreement: Agreement) -> Iterator[Line]:
    """Yield what is told of two names of a document that are one."""
    former, now = agreement.former, agreement.now
    node = written_node("Meeting", former.node, now.node)
    yield line(node, "rdf:type", written_term("Meeting"))
    yield line(node, "metDocument", str(now.node))
    yield line(node, "formerNode", written_text(shorten(former.node.value)))
    yield line(node, "formerName", written_text(former.label))
    yield line(node, "metBy", written_text(agreement.why))
    yield line(node, "metIn", written_text(agreement.value))


def _reprinted(copies: Mapping[str, str]) -> Iterator[Line]:
    for copy, original in copies.items():
        subject, value = f"<{copy}>", f"<{original}>"
        said = statement_node("statement", subject, "reprintOf", value)
        yield from statement(said, "BackgroundStatement", subject, "reprintOf", value)
        yield line(said, "evidence", REPRINT_SOURCE)
    if copies:
        yield from background_source(REPRINT_SOURCE, "reprints", "the words of both texts, compared clause by clause")


def _patches(store: Store, agreed: Iterable[Agreement]) -> Iterator[tuple[NamedNode, Patch]]:
    """Yield the graphs that name documents which are others, each with its patch."""
    meant: dict[NamedNode, dict[NamedNode, Target]] = {}
    for one in agreed:
        target = Target(one.now.node, _names(store, one.now), _numbers(store, one.now))
        for graph in one.former.graphs:
            meant.setdefault(graph, {})[one.former.node] = target
    for graph, nodes in meant.items():
        yield graph, patch(store, graph, nodes)


def _names(store: Store, one: NamedDocument) -> frozenset[str]:
    return frozenset(_literals(store, one.node, "dcterms:title", "skos:prefLabel"))


def _numbers(store: Store, one: NamedDocument) -> tuple[str, ...]:
    return tuple(sorted(_literals(store, one.node, "documentNumber")))


def _literals(store: Store, node: NamedNode, *names: str) -> Iterator[str]:
    for name in names:
        quads = store.quads_for_pattern(node, term(name), None, None)
        yield from (quad.object.value for quad in quads if isinstance(quad.object, Literal))
