"""The service description of the endpoint (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from graph.rdf import expand
from graph.sandbox import GRAPH_FORMATS, ROW_FORMATS

_SD = "http://www.w3.org/ns/sparql-service-description#"


def description(endpoint: str, graphs: tuple[str, ...], form: RdfFormat) -> bytes:
    """Return what the endpoint says of itself.

    Arguments: endpoint, its address; graphs, IRIs of the named graphs; form, the format wanted.

    >>> b"SPARQL11Query" in description("http://127.0.0.1:8765/sparql", (), RdfFormat.N_TRIPLES)
    True
    """
    said = [*_of_service(endpoint), *_of_graphs(endpoint, graphs)]
    triples = [Triple(NamedNode(subject), NamedNode(predicate), NamedNode(value)) for subject, predicate, value in said]
    written = serialize(triples, format=form, prefixes={"sd": _SD})
    assert written is not None
    return written


def _of_service(endpoint: str) -> list[tuple[str, str, str]]:
    service = endpoint + "#service"
    formats = [each.iri for each in ROW_FORMATS.values()] + [each.iri for each in GRAPH_FORMATS.values()]
    return [
        (service, expand("rdf:type"), _SD + "Service"),
        (service, _SD + "endpoint", endpoint),
        (service, _SD + "supportedLanguage", _SD + "SPARQL11Query"),
        (service, _SD + "feature", _SD + "UnionDefaultGraph"),
        *((service, _SD + "resultFormat", iri) for iri in formats),
        (service, _SD + "defaultDataset", endpoint + "#dataset"),
    ]


def _of_graphs(endpoint: str, graphs: tuple[str, ...]) -> list[tuple[str, str, str]]:
    dataset, default = endpoint + "#dataset", endpoint + "#default-graph"
    said = [
        (dataset, expand("rdf:type"), _SD + "Dataset"),
        (dataset, _SD + "defaultGraph", default),
        (default, expand("rdf:type"), _SD + "Graph"),
    ]
    for number, graph in enumerate(graphs, 1):
        node = f"{endpoint}#graph-{number}"
        said += [(dataset, _SD + "namedGraph", node), (node, expand("rdf:type"), _SD + "NamedGraph")]
        said.append((node, _SD + "name", graph))
    return said
