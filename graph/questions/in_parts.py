"""A question about several years, indicators or things at once, asked of each in turn: 2026年和2030年的目标分别是多少."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from rdflib import Literal

from extract.gazetteer import LEVELS
from graph.questions.answer import Answer
from graph.questions.catalogue import Column
from graph.questions.named_span import Named
from graph.questions.namesakes import together
from graph.questions.operators import operators
from graph.questions.reply import Confidence, Reply
from graph.rdf import Language

_AND = re.compile(r"\s*(?:、|,|，|以及|[和与及]|\band\b|,\s*and\b)\s*", re.IGNORECASE)
_EACH = re.compile(r"分别|各自|\brespectively\b|\beach\b", re.IGNORECASE)
_MOST = 4
_SURENESS: tuple[Confidence, ...] = ("unsure", "fairly sure", "sure")
_NOT_FOUND: dict[Language, str] = {
    "zh": "关于“{0}”没有找到回答。",
    "en": "No answer was found for “{0}”.",
}
_PART = Column("part", MappingProxyType({"zh": "所问", "en": "asked of"}))
_BETWEEN: dict[Language, str] = {"zh": "", "en": " "}


def parts_of(text: str, named: Sequence[Named]) -> tuple[tuple[str, str], ...]:
    """Return the question about each of several things of a sort that a text joins by «and», with the words that name it.

    None where it joins none, where it asks how they differ, and of things that are neither years nor indicators where it does not say
    that it asks of each. Arguments: text; named, what it names.

    >>> parts_of("2026年和2030年的目标是多少", [Named(0, 5, year=2026), Named(6, 11, year=2030)])
    (('2026年', '2026年的目标是多少'), ('2030年', '2030年的目标是多少'))
    >>> parts_of("2026年和2030年的目标相差多少", [Named(0, 5, year=2026), Named(6, 11, year=2030)])
    ()
    """
    if any(not _EACH.match(found[0]) for found in operators().finditer(text)):
        return ()
    chain = max(_chains(text, named), key=len, default=[])
    if not 1 < len(chain) <= _MOST or (_sort(chain[0]) not in ("year", "Indicator") and not _EACH.search(text)):
        return ()
    begin, end = chain[0].start, chain[-1].end
    named_each = (text[one.start : one.end] for one in chain)
    return tuple((said, _EACH.sub("", text[:begin] + said + text[end:])) for said in named_each)


def _chains(text: str, named: Sequence[Named]) -> list[list[Named]]:
    chains: list[list[Named]] = []
    for one in sorted(
        (one for one in named if len(one.spans) == 1 and _sort(one)), key=lambda one: (one.start, -one.end)
    ):
        for chain in chains:
            last = chain[-1]
            if last.end <= one.start and _sort(last) == _sort(one) and _AND.fullmatch(text, last.end, one.start):
                chain.append(one)
                break
        else:
            chains.append([one])
    return chains


def _sort(one: Named) -> str:
    if one.year is not None:
        return "year"
    if one.known_as or one.is_of("Place", *LEVELS):
        return "place"
    return one.things[0].kind if one.things else ""


def in_parts(text: str, parts: Sequence[tuple[str, str]], ask: Callable[[str], Reply]) -> Reply | None:
    """Return the answers to parts of a question as one, which says of each part that has none that it has none.

    None where no part has an answer, or two are answered in different ways. Arguments: text, the question; parts, of it; ask, of one.
    """
    replies = [(said, ask(question)) for said, question in parts]
    answers = [(said, reply.answer) for said, reply in replies if reply.answer]
    found = [_marked(one, said) for said, one in answers if one.lines]
    if not found or len({one.question.query for _, one in answers}) > 1:
        return None
    language = found[0].language
    sentences = {
        one: _BETWEEN[one].join(
            reply.answer.sentences[one] if reply.answer else _NOT_FOUND[one].format(said) for said, reply in replies
        )
        for one in found[0].sentences
    }
    sure = min((reply.confidence for _, reply in replies if reply.confidence), key=_SURENESS.index)
    asked = " ".join(reply.asked for _, reply in replies if reply.asked)
    return replace(replies[0][1], text=text, answer=together(found, sentences), confidence=sure, asked=asked,
                   reason="", offers=(), language=language, wanted=())  # fmt: skip


def _marked(one: Answer, said: str) -> Answer:
    """An answer each of whose lines says of which part of the question it is."""
    question = replace(one.question, columns=(_PART, *one.question.columns))
    lines = tuple(replace(line, cells=(Literal(said), *line.cells)) for line in one.lines)
    return replace(one, question=question, lines=lines)
