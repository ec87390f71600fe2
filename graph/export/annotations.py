"""The mentions and passages of the texts as annotations of the Web Annotation model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from graph.engines import Rows
from graph.pages import DocumentView, document_view
from graph.things import documents

_TEXT = "SELECT ?text { $document pol:canonicalText ?text }"
_AROUND = 24
"""Code points before and behind a passage that help to find it in another edition."""


def web_annotations(rows: Rows, ids: Sequence[str] = ()) -> bytes:
    """Return all mentions of the texts, and all passages that back something, as Web Annotation JSON-LD.

    Arguments: rows, the graph; ids of documents, all of them where none is given. Offsets count in code points of the canonical text.

    >>> from graph import PolicyGraph
    >>> json.loads(web_annotations(PolicyGraph.open("memory")))["items"]
    []
    """
    items: list[dict[str, Any]] = []
    for view, text in views_of(rows, ids):
        for sentence in view.sentences:
            for span in sentence.named:
                bodies = [{"type": "SpecificResource", "source": str(one.iri)} for one in span.things]
                items.append(_annotation("identifying", bodies, view, text, span.start, span.end))
            for said in sentence.said:
                words = f"{said.subject.label} — {said.predicate} → {said.object.label} ({said.grade})"
                bodies = [
                    {"type": "SpecificResource", "source": str(said.statement)},
                    {"type": "TextualBody", "value": words, "format": "text/plain"},
                ]
                items.append(_annotation("describing", bodies, view, text, said.start, said.end))
    page = {"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1).encode() + b"\n"


def _annotation(
    motivation: str, bodies: list[dict[str, str]], view: DocumentView, text: str, start: int, end: int
) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": text[start:end],
        "prefix": text[max(0, start - _AROUND) : start],
        "suffix": text[end : end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": {"source": str(view.card.iri), "selector": [quote, position]},
    }


def views_of(rows: Rows, ids: Sequence[str]) -> Iterable[tuple[DocumentView, str]]:
    """Yield documents with their canonical texts. Arguments: rows, the graph; ids of documents, all of them where none is given."""
    for document_id in ids or sorted(one.id for one in documents(rows)):
        view = document_view(rows, document_id)
        found = rows.rows(_TEXT, document=view.card.iri)
        yield view, str(found[0]["text"]) if found else ""
