"""提问: ask in one's own words, or fill in a sentence that surely has an answer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeAlias

import streamlit
from rdflib import Literal, URIRef

from graph import PolicyGraph
from graph.questions import (
    PASSAGES,
    QUOTED,
    Answer,
    Choice,
    Parameter,
    Question,
    Reply,
    answer,
    answerable,
    asked_examples,
    choices,
    phrased,
    question,
)
from graph.rdf import Language
from views.parts.cards import html_pieces as pieces
from views.parts.cards.answer_card import answer_view
from views.parts.cards.entity_card import plain
from views.parts.cards.hit_card import hit_card
from views.parts.cards.on_paper import line_on_paper
from views.parts.frame.address import one_of, put, value, values
from views.parts.frame.graph_source import asked
from views.parts.frame.language import Words, words_of

Given: TypeAlias = tuple[tuple[str, URIRef | Literal], ...]
"""Parameters with their values."""


def page() -> None:
    """Show the page. Of the address: `question`, in words; `way`, free or fill; `fill`, a question's id; `with`, values."""
    words = words_of("ask")
    streamlit.title(words("title"))
    examples = [one.title for one in asked(asked_examples, words.language)]
    if not examples:
        streamlit.info(words("empty"))
        return
    way = one_of(words("way"), {"free": words("free"), "fill": words("fill")}, "way")
    if way == "fill":
        _fill(asked(answerable), words)
    else:
        _free(examples, words)


def _free(examples: list[str], words: Words) -> None:
    text = streamlit.text_input(
        words("question"),
        key="question",
        bind="query-params",
        placeholder=words("placeholder"),
        icon=":material/search:",
        max_chars=500,
    )
    if not (text or "").strip():
        pieces.quiet(words("examples"))
        _buttons(examples, "example")
        return
    line_on_paper(text.strip())
    reply = asked(_reply, text.strip())
    if reply.quoted is not None:
        streamlit.html(f'<p class="lead">{escape(QUOTED[words.language])}</p>')
        hit_card(reply.quoted)
    elif reply.answer is None:
        streamlit.html(f'<p class="lead">{escape(reply.sentence)}</p>')
    else:
        _taken(reply, words)
        answer_view(reply.answer, text.strip(), f"g.ask({text.strip()!r})", f"free-{text}")
    if reply.others:
        pieces.quiet(PASSAGES[words.language])
        for passage in reply.others:
            hit_card(passage)
    if reply.offers:
        pieces.quiet(words("also" if reply.understood else "instead"))
        _buttons([offer.text for offer in reply.offers], "offer")


def _taken(reply: Reply, words: Words) -> None:
    assert reply.answer is not None
    sure = reply.confidence or "unsure"
    streamlit.html(
        f'<p class="quiet taken"><span class="sure {sure.replace(" ", "-")}">{words(sure)}</span>'
        f"{escape(words('taken', asked=reply.asked))}</p>"
    )


def _reply(graph: PolicyGraph, text: str) -> Reply:
    return graph.ask(text)


def _buttons(texts: list[str], key: str) -> None:
    with streamlit.container(horizontal=True, gap="small"):
        for i, text in enumerate(texts):
            streamlit.button(plain(text), key=f"{key}-{i}", on_click=_put_question, args=(text,), wrap=True)


def _put_question(text: str) -> None:
    streamlit.session_state["question"] = text


def _fill(known: tuple[Question, ...], words: Words) -> None:
    by_id = {one.id: one for one in known}
    wanted = value("fill")
    order = sorted(by_id, key=lambda name: by_id[name].titles[words.language])
    chosen = streamlit.selectbox(
        words("sentence"),
        order,
        index=order.index(wanted if wanted in by_id else _first(by_id)),
        format_func=lambda name: by_id[name].titles[words.language],
        on_change=put,
        kwargs={"with": "", "node": ""},
    )
    given = _values(by_id[chosen], words)
    put(fill=chosen, **{"with": [str(one.value) for one in given.values()]})
    said = phrased(by_id[chosen], given, words.language)
    streamlit.html(f'<p class="quiet taken">{escape(said)}</p>')
    terms = tuple((name, one.value) for name, one in given.items())
    found = asked(_answer, chosen, words.language, terms)
    call = ", ".join([repr(chosen), *(f"{name}={one.label!r}" for name, one in given.items())])
    answer_view(found, said, f"g.answer({call})", f"fill-{chosen}-{terms}")


def _first(known: Mapping[str, Question]) -> str:
    """Return the question with the most parameters to choose, which shows best what filling in is."""
    return max(sorted(known), key=lambda name: len(known[name].parameters))


def _values(wanted: Question, words: Words) -> dict[str, Choice]:
    """Show a box for each parameter, each offering only what has an answer with the values before it."""
    given: dict[str, Choice] = {}
    said = values("with")
    with streamlit.container(horizontal=True, gap="small"):
        for i, parameter in enumerate(wanted.parameters):
            before = tuple((name, one.value) for name, one in given.items())
            offered = asked(_choices, wanted.id, parameter.name, before)
            given[parameter.name] = _value(parameter, offered, said[i] if i < len(said) else "", words)
    return given


def _value(wanted: Parameter, offered: tuple[Choice, ...], said: str, words: Words) -> Choice:
    by_value = {str(one.value): one for one in offered}
    order = list(by_value)
    chosen = streamlit.selectbox(
        wanted.said[words.language],
        order,
        index=order.index(said) if said in by_value else 0,
        format_func=lambda code: words("counted", label=by_value[code].label, n=by_value[code].count),
        on_change=put,
        kwargs={"node": ""},
    )
    return by_value[chosen]


def _choices(graph: PolicyGraph, name: str, parameter: str, given: Given) -> tuple[Choice, ...]:
    return choices(graph, question(name), parameter, dict(given))


def _answer(graph: PolicyGraph, name: str, language: Language, given: Given) -> Answer:
    return answer(graph, question(name), dict(given), language)


if __name__ == "__main__":
    page()
