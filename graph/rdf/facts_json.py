"""The facts of a document as JSON lines, before they become RDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from extract.values import Description, Entity, Fact, Facts, Value


def json_lines(facts: Facts) -> Iterator[str]:
    """Yield one JSON object a line, each with its `record`: document, section, sentence, entity, mention, fact,
    unresolved.

    Arguments: facts. Offsets are code points into the document's `text`; numbers that are measured (targetValue) are
    written as text, so that none is rounded.

    >>> from extract.values import Document
    >>> facts = Facts(Document("a", "沈阳。"), Entity("Plan", "a"), (), (), (), (), (), ())
    >>> [json.loads(line)["record"] for line in json_lines(facts)]
    ['document']
    """
    for record in _records(facts):
        yield json.dumps(record, ensure_ascii=False)


def _records(facts: Facts) -> Iterator[dict[str, Any]]:
    document = facts.document
    yield {
        "record": "document",
        "id": document.id,
        "entity": _value(facts.document_entity),
        "sha256": document.sha256,
        "text": document.text,
    }
    for section in facts.sections:
        yield {
            "record": "section",
            "ordinal": section.ordinal,
            "parent": section.parent,
            "number": section.number,
            "heading": section.heading,
            "start": section.start,
            "end": section.end,
        }
    for sentence in facts.sentences:
        span = _span(facts, sentence.start, sentence.end)
        yield {"record": "sentence", "ordinal": sentence.ordinal, "section": sentence.section, **span}
    for description in facts.entities:
        yield _entity(description)
    for mention in facts.mentions:
        refers_to = [_value(entity) for entity in mention.refers_to]
        span = _span(facts, mention.start, mention.end)
        yield {"record": "mention", **span, "sentence": mention.sentence, "refersTo": refers_to}
    for fact in facts.facts:
        yield _fact(fact, facts)
    for name in facts.unresolved:
        candidates = [_value(entity) for entity in name.candidates]
        yield {"record": "unresolved", **_span(facts, name.start, name.end), "candidates": candidates}


def _entity(description: Description) -> dict[str, Any]:
    return {
        "record": "entity",
        "entity": _value(description.entity),
        "label": description.label,
        "aliases": list(description.aliases),
        "attributes": [[name, _value(value)] for name, value in description.attributes],
    }


def _fact(fact: Fact, facts: Facts) -> dict[str, Any]:
    evidence = [
        {**_span(facts, one.start, one.end), "sentence": one.sentence, "grade": one.grade, "rule": one.rule}
        for one in fact.evidence
    ]
    ends = {"subject": _value(fact.subject), "predicate": fact.predicate, "object": _value(fact.object)}
    return {"record": "fact", **ends, "evidence": evidence}


def _span(facts: Facts, start: int, end: int) -> dict[str, Any]:
    return {"exact": facts.document.text[start:end], "start": start, "end": end}


def _value(value: Value) -> Any:
    if isinstance(value, Entity):
        kept = {"kind": value.kind, "key": value.key}
        return {**kept, "scope": value.scope} if value.scope else kept
    return str(value) if isinstance(value, Decimal | date) else value
