"""The card of a text that a person brought: what was found in it and how far to trust that, or why it was not read."""

from __future__ import annotations

from html import escape

import streamlit

from graph.brought import Shelf, ShelvedText
from graph.errors import GraphError
from graph.quality import Confidence
from views.parts.brought.summary import Summary, summary_of
from views.parts.cards import html_pieces as pieces
from views.parts.frame import mistakes
from views.parts.frame.language import Words


def text_card(text: ShelvedText, shelf: Shelf, words: Words) -> bool:
    """Show a text of a shelf that is not being read; returns whether it shall be added to a graph."""
    state = text.state
    wanted = False
    with streamlit.container(border=True):
        if state.phase == "failed":
            told = GraphError(text.file.name, state.reason, state.remedy)
            streamlit.text(mistakes.told(text.file.name, told, words))
        elif state.phase == "stopped":
            streamlit.text(words("stopped", file=text.file.name))
        else:
            found = summary_of(text)
            if found is None:
                for problem in state.problems:
                    streamlit.text(f"{words('mistake')}{text.file.name}: {problem}")
            else:
                _found(found, state.problems, words)
                wanted = streamlit.checkbox(words("wanted"), value=True, key=f"wanted {text.folder.name}")
        _foot(text, shelf, words)
    return wanted


def _foot(text: ShelvedText, shelf: Shelf, words: Words) -> None:
    """Show until when the text is kept, and the button that removes it."""
    day = words.date(text.expires.astimezone().date().isoformat())
    with streamlit.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        pieces.quiet(words("kept until", day=day, file=text.file.name))
        with streamlit.container(horizontal=True, width="content", gap="small"):
            if text.state.phase in ("stopped", "failed"):
                streamlit.button(
                    words("again read"),
                    icon=":material/refresh:",
                    key=f"again {text.folder.name}",
                    on_click=text.forget_state,
                )
            streamlit.button(
                words("remove"),
                icon=":material/delete:",
                key=f"remove {text.folder.name}",
                on_click=shelf.remove,
                args=(text,),
            )


def _found(found: Summary, problems: tuple[str, ...], words: Words) -> None:
    card, trust = found.card, found.trust
    streamlit.html(
        f'<p class="task"><strong>{escape(card.title)}</strong>'
        f"{pieces.chip(words.term(card.kind), card.kind, words)}</p>"
    )
    _trust(trust, words)
    if not found.figures.assertions:
        pieces.quiet(words("nothing"))
    pieces.figures((words.term(kind), str(n), "") for kind, n in found.figures.classes)
    for place in found.places:
        said = (*place.positionings, *place.targets, *place.areas, *place.key_tasks)[:6]
        if said:
            pieces.chips([place.place, *said])
    if trust.counts:
        with streamlit.expander(words("counts", n=len(trust.counts), matching=trust.matching)):
            head = (words("what"), words("kind"), words("declared"), words("listed"))
            lines = [
                (one.name, words.term(one.kind or "PlaceGroup"), str(one.declared), str(one.listed))
                for one in trust.counts
            ]
            pieces.table(head, lines, {2, 3})
    for problem in problems:
        streamlit.text(problem)


def _trust(trust: Confidence, words: Words) -> None:
    shares = {"sentences": trust.sentences, "quoted": trust.quoted, "share": trust.share}
    said = words.sentences((words("share", **shares), words(f"{trust.level} means")))
    style = {"high": "sure", "middle": "sure fairly-sure", "low": "sure unsure"}[trust.level]
    streamlit.html(f'<p class="taken"><span class="{style}">{words(trust.level)}</span>{escape(said)}</p>')
