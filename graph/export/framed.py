"""JSON-LD as people read it: each thing with its facts, each fact with the passages that back it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.rdf import POL, PREFIXES, shorten, term

_TYPE, _SUBJECT, _EVIDENCE = term("rdf:type"), term("rdf:subject"), term("evidence")
_STRING = PREFIXES["xsd"] + "string"


def framed(quads: Iterable[Quad]) -> bytes:
    """Return JSON-LD of the union of all graphs; read back, it gives the same triples.

    Things stand in order, their `facts` (statements whose subject they are) within them, the `evidence` of a fact within it.

    >>> city = NamedNode("urn:a")
    >>> json.loads(framed([Quad(city, _TYPE, term("City"))]))["@graph"]
    [{'@id': 'urn:a', '@type': ['City']}]
    """
    about: dict[str, list[Triple]] = defaultdict(list)
    facts: dict[str, list[str]] = defaultdict(list)
    passages: set[str] = set()
    for one in sorted({quad.triple for quad in quads}, key=str):
        subject = _iri(one.subject)
        about[subject].append(one)
        if one.predicate == _SUBJECT:
            facts[_iri(one.object)].append(subject)
        if one.predicate == _EVIDENCE:
            passages.add(_iri(one.object))
    inside = passages | {fact for found in facts.values() for fact in found}

    def told(subject: str) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": subject}
        for one in about[subject]:
            if one.predicate == _SUBJECT:
                continue
            if one.predicate == _TYPE:
                node.setdefault("@type", []).append(shorten(_iri(one.object)))
            elif one.predicate == _EVIDENCE and _iri(one.object) in about:
                node.setdefault("evidence", []).append(told(_iri(one.object)))
            else:
                node.setdefault(_key(one.predicate.value), []).append(_value(one.object))
        if subject in facts:
            node["facts"] = [told(fact) for fact in facts[subject]]
        return node

    tops = sorted((set(about) | set(facts)) - inside, key=lambda iri: (not facts.get(iri), iri))
    context = {"@vocab": POL, **PREFIXES, "facts": {"@reverse": "rdf:subject"}}
    written = {"@context": context, "@graph": [told(subject) for subject in tops]}
    return json.dumps(written, ensure_ascii=False, indent=1).encode() + b"\n"


def _iri(one: object) -> str:
    return one.value if isinstance(one, NamedNode) else str(one)


def _key(predicate: str) -> str:
    """The name of a property; one of ours that is also the name of a prefix bears its own prefix."""
    name = shorten(predicate)
    return f"pol:{name}" if name in PREFIXES else name


def _value(one: object) -> Any:
    if not isinstance(one, Literal):
        return {"@id": _iri(one)}
    if one.language:
        return {"@value": one.value, "@language": one.language}
    datatype = one.datatype.value
    return one.value if datatype == _STRING else {"@value": one.value, "@type": datatype}
