"""A description of a graph as a data set: DCAT and VoID, with its counts, what it holds and its hash."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from graph.rdf import POL, PREFIXES, serialise, shorten, term

_VOID, _DCAT = "http://rdfs.org/ns/void#", "http://www.w3.org/ns/dcat#"
_SPDX = "http://spdx.org/rdf/terms#"
_RIGHTS = "The quoted texts stay under the rights of their issuers; what was read from them is free to use with its source named."
_DATASET = "dataset"
_NO_NAME = re.compile(r"[^\w:-]")


def dataset_description(quads: Iterable[Quad], title: str) -> bytes:
    """Return Turtle: title, sources, rights, counts of triples, of classes and of properties, and the SHA-256 of the N-Quads.

    >>> b"void:triples 0" in dataset_description([], "nothing")
    True
    """
    held = list(quads)
    triples = {quad.triple for quad in held}
    digest = hashlib.sha256(serialise(held, RdfFormat.N_QUADS)).hexdigest()
    node = NamedNode(f"{PREFIXES['pid']}{_DATASET}/{digest[:20]}")
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (term("rdf:type"), NamedNode(_VOID + "Dataset")),
        (term("rdf:type"), NamedNode(_DCAT + "Dataset")),
        (term("dcterms:title"), Literal(title)),
        (term("dcterms:rights"), Literal(_RIGHTS, language="en")),
        (NamedNode(_VOID + "triples"), Literal(len(triples))),
        (NamedNode(_VOID + "vocabulary"), NamedNode(POL)),
        (NamedNode(_VOID + "uriSpace"), Literal(PREFIXES["pid"])),
        *((term("dcterms:source"), document) for document in _documents(triples)),
    ]
    described = [Triple(node, predicate, value) for predicate, value in said]
    described += _checksum(node, digest)
    types = Counter(one.object for one in triples if one.predicate == term("rdf:type"))
    predicates = Counter(one.predicate for one in triples)
    for partition, names, (what, count) in (
        ("class", types, ("class", "entities")),
        ("property", predicates, ("property", "triples")),
    ):
        for name, number in sorted(names.items(), key=str):
            part = NamedNode(f"{node.value}/{partition}/{_NO_NAME.sub('-', shorten(str(name).strip('<>')))}")
            described += [
                Triple(node, NamedNode(f"{_VOID}{partition}Partition"), part),
                Triple(part, NamedNode(_VOID + what), name),
                Triple(part, NamedNode(_VOID + count), Literal(number)),
            ]
    prefixes = {**PREFIXES, "void": _VOID, "dcat": _DCAT, "spdx": _SPDX}
    return serialise((Quad(*one) for one in described), RdfFormat.TURTLE, prefixes)


def _documents(triples: set[Triple]) -> list[NamedNode]:
    wanted = (one.subject for one in triples if one.predicate == term("canonicalText"))
    return sorted((one for one in wanted if isinstance(one, NamedNode)), key=str)


def _checksum(node: NamedNode, digest: str) -> list[Triple]:
    part = NamedNode(f"{node.value}/sha256")
    return [
        Triple(node, NamedNode(_SPDX + "checksum"), part),
        Triple(part, NamedNode(_SPDX + "algorithm"), NamedNode(_SPDX + "checksumAlgorithm_sha256")),
        Triple(part, NamedNode(_SPDX + "checksumValue"), Literal(digest)),
    ]
