"""时间线: what was issued in which year, and what is to be reached by when."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit

from graph import PolicyGraph
from graph.export import Shown, put_aside
from graph.pages import TargetEntry, Timeline, YearEntry, timeline
from graph.questions import Answer, Choice, phrased, question
from graph.rdf import Language
from graph.things import DocumentCard
from views.parts.cards import html_pieces as pieces
from views.parts.cards.answer_card import answer_view
from views.parts.cards.names import Name, document_name, name_of
from views.parts.charts.year_strip import legend, year_strip
from views.parts.frame.address import link
from views.parts.frame.filters import find_one
from views.parts.frame.graph_source import asked, source
from views.parts.frame.language import Words, words_of
from views.parts.keep.view import view_button

_SHOWN = 12
"""Targets of a year that are listed here; the ledger has all."""
_CHANGES = "changes-of-place"
"""The question of what documents say of one place, by their dates."""


def page() -> None:
    """Show the page. Of the address: `place`, whose positionings and targets are shown by the dates of their documents."""
    words = words_of("timeline")
    streamlit.title(words("title"))
    found = asked(timeline)
    if not found.years:
        streamlit.info(words("empty"))
        return
    dated = sum(len(one.documents) for one in found.years), sum(len(one.targets) for one in found.years)
    ends = {"first": found.years[0].year, "last": found.years[-1].year}
    one_year = found.years[0].year == found.years[-1].year
    lead = words("lead of one year" if one_year else "lead", documents=dated[0], targets=dated[1], **ends)
    drawn = Shown("timeline", language=words.language)
    kept = view_button(words("title"), lead, partial(put_aside, source().graph, drawn))
    streamlit.html(f'<p class="lead">{escape(lead)}{kept}</p>')
    year_strip(found.years, words)
    streamlit.html(f'<p class="quiet">{legend(found.years, words)}</p>')
    _changes(words)
    for one in reversed(found.years):
        if one.documents or one.targets:
            _year(one, words)
    _undated(found, words)


def _year(one: YearEntry, words: Words) -> None:
    streamlit.header(words("year", year=one.year))
    if one.documents:
        pieces.quiet(words("documents"))
        for card in one.documents:
            _document(card, words)
    if not one.targets:
        return
    pieces.quiet(words("targets"))
    head = (words("who"), words("indicator"), words("goal"), words("document"))
    pieces.table(head, [_row(target) for target in one.targets[:_SHOWN]], {2}, wide=True)
    if len(one.targets) > _SHOWN:
        pieces.quiet(words("more targets", n=len(one.targets) - _SHOWN))
    link("targets", words("ledger", n=len(one.targets)), icon=":material/flag:", year=str(one.year))


def _row(target: TargetEntry) -> tuple[str | Name, ...]:
    place = name_of(target.place.label, str(target.place.iri), target.place.kind)
    measured = Name(target.measured, "targets", (("indicator", target.indicator),))
    goal = Name(target.goal, "targets", (("target", str(target.target)),))
    if not target.quotes:
        return place, measured, goal, ""
    first = target.quotes[0]
    return (
        place,
        measured,
        goal,
        document_name(first.title, first.document_id, (first.start, first.end)),
    )


def _document(card: DocumentCard, words: Words) -> None:
    about = " · ".join(part for part in (words.date(card.issued), words.term(card.kind), card.publisher) if part)
    named = document_name(card.name, card.id).html("whole")
    streamlit.html(f'<div class="card plainly"><b lang="zh">{named}</b><p class="quiet">{escape(about)}</p></div>')


def _undated(found: Timeline, words: Words) -> None:
    if found.undated_documents or found.undated_targets:
        streamlit.header(words("undated"))
        for name, held in (("documents", found.undated_documents), ("targets", found.undated_targets)):
            if held:
                pieces.quiet(words(f"undated {name}", n=len(held)))


def _changes(words: Words) -> None:
    """Show what the documents say of a place that is chosen, one after another."""
    offered = {str(one.value): one for one in asked(_places)}
    if not offered:
        return
    streamlit.header(words("changes"))
    options = {iri: f"{one.label} · {one.count}" for iri, one in offered.items()}
    found = find_one(words("place"), options, "place", words("choose a place"))
    if found:
        call = f"g.answer({_CHANGES!r}, place={offered[found].label!r})"
        said = phrased(question(_CHANGES), {"place": offered[found]}, words.language)
        answer_view(asked(_answer, found, words.language), said, call, f"changes-{found}")


def _places(graph: PolicyGraph) -> tuple[Choice, ...]:
    return graph.choices(_CHANGES, "place")


def _answer(graph: PolicyGraph, place: str, language: Language) -> Answer:
    return graph.answer(_CHANGES, language, place=place)


if __name__ == "__main__":
    page()
