"""The text of a document with its outline; what is named is coloured, what is said stands beside its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from graph.pages import DocumentView, SentenceView
from graph.pictures import COMMITMENTS, LOOKS, drawn_as, look_of, strength, underline
from graph.things import Node, Said
from views.parts.frame.component import component
from views.parts.frame.language import Words

_SHOWN_ELSEWHERE = {"inSection", "commitment"}
"""Relations that the outline and the bars of a task show."""

_WORDS = ("outline", "unread", "places", "before", "after", "relations", "cite", "cite explained")
"""What the script says."""


def reader_view(view: DocumentView, words: Words, at: tuple[int, int] | None, key: str) -> None:
    """Show a document, whose names lead to the panel.

    Arguments: view; words of the Reader; at, the passage to open at, in code points; key, unique on the page.
    """
    component("reader", "../panel/open.js", "view.js")(
        key=key,
        height="content",
        data={
            "title": view.card.title,
            "outline": [
                {"depth": item.depth, "heading": item.heading, "start": item.start}
                for item in view.outline
                if item.depth
            ],
            "sentences": [_sentence(one, view, i, words) for i, one in enumerate(view.sentences)],
            "legend": [{"label": words.term(kind), "colour": LOOKS[kind].colour} for kind in _kinds(view)],
            "at": list(at) if at else None,
            "words": {name: words(name) for name in _WORDS} | {"between": words.list_of(("", ""))},
        },
    )


def _kinds(view: DocumentView) -> Iterator[str]:
    held = {drawn_as(node.kind) for one in view.sentences for span in one.named for node in span.things}
    return (kind for kind in LOOKS if kind in held)


def _sentence(one: SentenceView, view: DocumentView, index: int, words: Words) -> dict[str, object]:
    """Return a sentence for the browser, its offsets as code points within the sentence."""
    headings = {item.start: item.depth for item in view.outline if item.depth}
    former = view.sentences[index - 1].end if index else None
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "heading": headings.get(one.start, 0),
        "paragraph": former is None or one.start > former + 1,
        "unread": not one.said,
        "named": [
            {
                "start": span.start - one.start,
                "end": span.end - one.start,
                "things": [
                    {
                        "iri": str(thing.iri),
                        "label": thing.label,
                        "kind": words.term(thing.kind),
                        "colour": look_of(thing.kind).colour,
                    }
                    for thing in span.things
                ],
            }
            for span in one.named
        ],
        "said": list(_statements(one, view, words)),
    }


def _statements(one: SentenceView, view: DocumentView, words: Words) -> Iterator[dict[str, object]]:
    """Yield what is said in a sentence: one line for each subject and relation, with all objects."""
    lines: dict[tuple[str, str], list[Said]] = {}
    firm = {
        str(said.subject.iri): str(said.object.iri).rpartition("#")[2]
        for said in one.said
        if said.predicate == "commitment"
    }
    for said in one.said:
        if said.predicate not in _SHOWN_ELSEWHERE:
            lines.setdefault((str(said.subject.iri), said.predicate), []).append(said)
    for (subject, predicate), together in lines.items():
        first = together[0]
        commitment = firm.get(subject, "")
        own = first.subject.iri == view.card.iri
        yield {
            "subject": words("this document") if own else first.subject.label,
            "iri": "" if own else str(first.subject.iri),
            "relation": words.term(predicate),
            "objects": [
                {
                    **_thing(said.object),
                    "line": underline(said.grade, look_of(said.object.kind).colour),
                    "grade": words.explained(said.grade),
                }
                for said in {str(said.object): said for said in together}.values()
            ],
            "spans": sorted({(said.start - one.start, said.end - one.start) for said in together}),
            "commitment": words.term(commitment) if commitment in COMMITMENTS else "",
            "bars": strength(commitment),
            "barColour": COMMITMENTS.get(commitment, ""),
        }


def _thing(node: Node) -> dict[str, str]:
    iri = str(node.iri) if drawn_as(node.kind) else ""  # a value is no thing, and leads nowhere
    return {"label": node.label, "colour": look_of(node.kind).colour if node.kind else "", "iri": iri}
