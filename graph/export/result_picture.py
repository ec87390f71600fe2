"""Draw what Python returned: a connection, what is said of a thing, a whole graph."""

from __future__ import annotations

from collections.abc import Sequence
from functools import singledispatch
from pathlib import Path

from rdflib import URIRef

from graph.connections import Connections
from graph.errors import GraphError
from graph.export.findings import finding_of, untied_said
from graph.export.network_drawing import network_svg
from graph.export.network_picture import network_picture
from graph.export.network_web_page import network_html
from graph.export.picture import picture, put_picture
from graph.export.selection import QuotedRelation, Selection, selection_among, selection_of_ways
from graph.export.sheet import Words
from graph.export.shown import Shown
from graph.export.sources import source_by_titles
from graph.policygraph import PolicyGraph
from graph.questions import Answer, Reply
from graph.rdf import RELATIONS, Language
from graph.results import in_one_line
from graph.things import EntityView, Node


@singledispatch
def picture_of(result: object, path: Path | str, language: Language, most: int) -> Path:
    """Draw something that Python returned into a file, and return the file.

    Arguments: result, a graph, `Connections`, an `EntityView`, an `Answer` or a `Reply`; path, language, most as for `Pictured.picture`.
    """
    raise GraphError(type(result).__name__, "cannot be drawn", "draw the graph: g.picture(path)")


@picture_of.register
def _of_graph(result: PolicyGraph, path: Path | str, language: Language, most: int) -> Path:
    return picture(result, path, Shown(most=most, language=language))


@picture_of.register
def _of_connections(result: Connections, path: Path | str, language: Language, most: int) -> Path:
    title = (" — " if language == "en" else "—").join(node.label for node in result.ends)
    whole = selection_of_ways(result)
    finding = result.answer(language) + untied_said(result, whole, language)
    return _drawn(whole, result.ends, (title, finding), (path, language, most))


@picture_of.register
def _of_entity(result: EntityView, path: Path | str, language: Language, most: int) -> Path:
    known = {one.iri: one for one in result.things}
    relations = tuple(
        QuotedRelation(known[one.subject], one.predicate, known[one.object], str(one.iri), one.quotes)
        for one in result.statements
        if one.predicate in RELATIONS and one.predicate != "refersTo" and isinstance(one.object, URIRef)
    )
    things = {result.node, *(end for one in relations for end in (one.subject, one.object))}
    selection, ends = Selection(tuple(sorted(things)), relations), (result.node,)
    words = result.node.label, finding_of(selection, ends, language)
    return _drawn(selection, ends, words, (path, language, most))


@picture_of.register
def _of_reply(result: Reply, path: Path | str, language: Language, most: int) -> Path:
    if result.answer is None:
        raise GraphError(in_one_line(result.text), "it got no answer that could be drawn", "ask one of its .offers")
    return _answered(result.answer, result.asked, path, language, most)


@picture_of.register
def _of_answer(result: Answer, path: Path | str, language: Language, most: int) -> Path:
    return _answered(result, result.question.titles[language], path, language, most)


def _answered(result: Answer, title: str, path: Path | str, language: Language, most: int) -> Path:
    """Draw the things that an answer names, and of the relations among them those that its passages back, where it has any."""
    whole = selection_among(result.graph, {str(iri) for iri in result.things}) if result.graph is not None else None
    backed = {(one.quote, one.start, one.end) for one in result.evidence}
    relations = tuple(
        one
        for one in (whole.relations if whole else ())
        if not backed or any((quote.exact, quote.start, quote.end) in backed for quote in one.quotes)
    )
    if not relations:
        remedy = "draw what is around one thing: g.entity(name).picture(path)"
        raise GraphError(result.question.id, "its answer names no things that it ties", remedy)
    things = {end for one in relations for end in (one.subject, one.object)}
    ends = tuple(sorted(node for node in things if node.iri in set(result.values.values())))
    words = title, result.sentences[language]
    return _drawn(Selection(tuple(sorted(things)), relations), ends, words, (path, language, most))


def _drawn(
    whole: Selection, ends: Sequence[Node], said: tuple[str, str], how: tuple[Path | str, Language, int]
) -> Path:
    """Draw a network. Arguments: whole, what to draw of; ends, that stay; said, title and finding; how, path, language and most."""
    path, language, most = how
    selection = whole.at_most(most, ends)
    words = Words(*said, (source_by_titles(selection, language),), language)
    return put_picture(
        Path(path),
        lambda: network_svg(network_picture(selection, ends, language), words),
        lambda: network_html(selection, tuple(ends), words),
    )
