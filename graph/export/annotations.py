"""The mentions and relations of the texts as annotations: of the Web Annotation model, and for Label Studio."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from rdflib import URIRef

from graph.engines import Rows
from graph.pages import DocumentView, SentenceView, document_view
from graph.pictures import look_of
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
    for view, text in _views(rows, ids):
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


def label_studio(rows: Rows, ids: Sequence[str] = ()) -> bytes:
    """Return one task for each text, with what was read as a prediction that an annotator corrects.

    Arguments as for `web_annotations`. A region is a mention with the class of what it names; a relation stands where its sentence mentions
    both ends. Offsets count as Label Studio counts, in UTF-16. The configuration to import them with is `label_config`.

    >>> from graph import PolicyGraph
    >>> json.loads(label_studio(PolicyGraph.open("memory")))
    []
    """
    tasks = []
    for view, text in _views(rows, ids):
        results = [one for sentence in view.sentences for one in _results(sentence, text)]
        prediction = {"model_version": "policygraph", "result": results}
        data = {"text": text, "document": view.card.id, "title": view.card.title}
        tasks.append({"data": data, "predictions": [prediction] if results else []})
    return json.dumps(tasks, ensure_ascii=False, indent=1).encode() + b"\n"


def label_config(tasks: bytes) -> bytes:
    """Return the labelling configuration with which Label Studio shows the tasks.

    Arguments: tasks, as `label_studio` gives them.

    >>> label_config(b"[]").splitlines()[0]
    b'<View>'
    """
    results = [one for task in json.loads(tasks) for made in task["predictions"] for one in made["result"]]
    labels = {
        kind: {label for one in results if one["type"] == kind for label in _labels(one)}
        for kind in ("labels", "relation")
    }
    return "\n".join(
        (
            "<View>",
            " <Relations>",
            *(f'  <Relation value="{name}"/>' for name in sorted(labels["relation"])),
            " </Relations>",
            ' <Labels name="label" toName="text">',
            *(f'  <Label value="{name}" background="{look_of(name).colour}"/>' for name in sorted(labels["labels"])),
            " </Labels>",
            ' <Text name="text" value="$text"/>',
            "</View>\n",
        )
    ).encode()


def _labels(result: dict[str, Any]) -> list[str]:
    found: list[str] = result["labels"] if result["type"] == "relation" else result["value"]["labels"]
    return found


def _results(sentence: SentenceView, text: str) -> Iterable[dict[str, Any]]:
    regions: dict[URIRef, list[str]] = {}
    for span in sentence.named:
        name = f"m{span.start}-{span.end}"
        for one in span.things:
            regions.setdefault(one.iri, []).append(name)
        start, end = _utf16(text, span.start), _utf16(text, span.end)
        labels = sorted({one.kind for one in span.things})
        value = {"start": start, "end": end, "text": text[span.start : span.end], "labels": labels}
        yield {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    related = sorted({(said.subject.iri, said.predicate, said.object.iri) for said in sentence.said})
    for subject, predicate, thing in related:
        for begin, end_at in list(product(regions.get(subject, ()), regions.get(thing, ())))[:1]:
            told = {"from_id": begin, "to_id": end_at, "direction": "right"}
            yield {**told, "type": "relation", "labels": [predicate]}


def _utf16(text: str, at: int) -> int:
    return at + sum(char > "\uffff" for char in text[:at])


def _views(rows: Rows, ids: Sequence[str]) -> Iterable[tuple[DocumentView, str]]:
    for document_id in ids or sorted(one.id for one in documents(rows)):
        view = document_view(rows, document_id)
        found = rows.rows(_TEXT, document=view.card.iri)
        yield view, str(found[0]["text"]) if found else ""
