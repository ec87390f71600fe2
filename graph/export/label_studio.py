"""The texts as tasks of Label Studio, with what was read in them, which an annotator corrects and `policygraph build` reads back.

Beside its predictions a task holds what was read in a form that Label Studio gives back as it is: `READ_KEY` of its data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from rdflib import URIRef

from graph.corrections import ANNOTATED_CLASSES, READ_KEY
from graph.engines import Rows
from graph.export.annotations import views_of
from graph.pages import DocumentView, NamedSpan, SentenceView
from graph.pictures import look_of
from graph.rdf import RELATIONS, shorten


def label_studio(rows: Rows, ids: Sequence[str] = ()) -> bytes:
    """Return one task for each text, with what was read as a prediction that an annotator corrects.

    Arguments: rows, the graph; ids of documents, all of them where none is given. A region is a mention with the class of what it
    names; a relation stands where its sentence mentions both ends. Offsets count code points, as Label Studio does (tried with 1.23).
    The configuration to import them with is `label_config`.

    >>> from graph import PolicyGraph
    >>> json.loads(label_studio(PolicyGraph.open("memory")))
    []
    """
    tasks = []
    for view, text in views_of(rows, ids):
        related = [one for sentence in view.sentences for one in _related(sentence)]
        spans = sorted({span for sentence in view.sentences for span in sentence.named})
        results = [*(_region(span, text) for span in spans), *_lines(related)]
        prediction = {"model_version": "policygraph", "result": results}
        data = {"text": text, "document": view.card.id, "title": view.card.title, READ_KEY: _read(view, spans, related)}
        tasks.append({"data": data, "predictions": [prediction] if results else []})
    return json.dumps(tasks, ensure_ascii=False, indent=1).encode() + b"\n"


def label_config(tasks: bytes) -> bytes:
    """Return the labelling configuration with which Label Studio shows the tasks, and offers what may be added to them.

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
            *(f'  <Relation value="{name}"/>' for name in sorted(labels["relation"] | set(RELATIONS) - {"refersTo"})),
            " </Relations>",
            ' <Labels name="label" toName="text">',
            *(
                f'  <Label value="{name}" background="{look_of(name).colour}"/>'
                for name in sorted(labels["labels"] | set(ANNOTATED_CLASSES))
            ),
            " </Labels>",
            ' <Text name="text" value="$text"/>',
            "</View>\n",
        )
    ).encode()


def _labels(result: dict[str, Any]) -> list[str]:
    found: list[str] = result["labels"] if result["type"] == "relation" else result["value"]["labels"]
    return found


def _name(start: int, end: int) -> str:
    return f"m{start}-{end}"


def _region(span: NamedSpan, text: str) -> dict[str, Any]:
    value = {"start": span.start, "end": span.end, "text": text[span.start : span.end], "labels": _kinds(span)}
    return {
        "id": _name(span.start, span.end),
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
    }


def _kinds(span: NamedSpan) -> list[str]:
    return sorted({one.kind for one in span.things})


def _related(sentence: SentenceView) -> Iterable[dict[str, Any]]:
    """Yield what is said in a sentence that mentions both ends, each with the first mentions of them."""
    spans: dict[URIRef, list[NamedSpan]] = {}
    for span in sentence.named:
        for one in span.things:
            spans.setdefault(one.iri, []).append(span)
    for subject, predicate, thing in sorted(
        {(one.subject.iri, one.predicate, one.object.iri) for one in sentence.said}
    ):
        for begin, end in list(product(spans.get(subject, ()), spans.get(thing, ())))[:1]:
            yield {
                "from": [begin.start, begin.end],
                "to": [end.start, end.end],
                "relation": predicate,
                "subject": shorten(str(subject)),
                "object": shorten(str(thing)),
            }


def _lines(related: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return relations as Label Studio draws them; what several facts say between the same words is one line."""
    drawn = dict.fromkeys((_name(*one["from"]), _name(*one["to"]), one["relation"]) for one in related)
    return [
        {"from_id": begin, "to_id": end, "direction": "right", "type": "relation", "labels": [predicate]}
        for begin, end, predicate in drawn
    ]


def _read(view: DocumentView, spans: Sequence[NamedSpan], related: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return what was read, its offsets in code points."""
    return {
        "sentences": [[one.start, one.end] for one in view.sentences],
        "mentions": [
            {
                "at": [span.start, span.end],
                "things": sorted(shorten(str(one.iri)) for one in span.things),
                "labels": _kinds(span),
            }
            for span in spans
        ],
        "relations": list(related),
    }
