"""Run the W3C's SPARQL 1.1 protocol and service-description tests against the server: ``python -m scripts.w3c_protocol_tests FOLDER``.

FOLDER is that of `scripts.w3c_query_tests`. The tests' own graphs are served, and each test's requests sent as it writes them. Prints
the counts, and the tests that do not pass: those which update, since the server only reads.
"""

from __future__ import annotations

import http.client
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pyoxigraph import parse, parse_query_results
from rdflib import Graph, Literal, Namespace
from rdflib.collection import Collection
from rdflib.namespace import RDFS
from rdflib.term import Node

from graph.sandbox import GRAPH_FORMATS, ROW_FORMATS
from scripts.w3c_query_tests import MF, serving

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
SD = "http://www.w3.org/ns/sparql-service-description#"
EMPTY_GRAPH = "http://kasei.us/2009/09/sparql/data/data0.rdf"
"""The graph that tests name without giving it; a graph is one of the store's only where it has a triple."""


def graphs_of(manifest: Graph) -> dict[str, Path]:
    """Return the graphs that the tests ask, by name."""
    return {
        str(manifest.value(one, RDFS.label)): Path(unquote(urlsplit(str(manifest.value(one, UT.graph))).path))
        for one in manifest.objects(None, UT.graphData)
    }


def protocol_tests(manifest: Graph) -> Iterator[tuple[str, list[Node]]]:
    """Yield the name of each test and its requests."""
    entries = next(manifest.objects(None, MF.entries))
    for entry in Collection(manifest, entries):
        action = manifest.value(entry, MF.action)
        requests = manifest.value(action, HT.requests)
        yield str(entry).rpartition("#")[2], list(Collection(manifest, requests)) if requests is not None else []


def passes(manifest: Graph, request: Node, endpoint: str) -> bool:
    """Return whether the server answers a request as the manifest says."""
    where = urlsplit(str(manifest.value(request, HT.absolutePath)))
    body, headers = manifest.value(request, HT.body), manifest.value(request, HT.headers)
    sent = {}
    for header in Collection(manifest, headers) if headers is not None else ():
        sent[str(manifest.value(header, HT.fieldName))] = str(manifest.value(header, HT.fieldValue))
    encoding = str(manifest.value(body, CNT.characterEncoding) or "utf-8")
    content = str(manifest.value(body, CNT.chars) or "").encode(encoding) if body is not None else None
    target = f"{urlsplit(endpoint).path}?{where.query}" if where.query else urlsplit(endpoint).path
    status, media_type, answer = _reply(endpoint, str(manifest.value(request, HT.methodName)), target, content, sent)
    wanted = manifest.value(request, HT.resp)
    classes = {str(one).rpartition("StatusCode")[2][0] for one in manifest.objects(wanted, MF.expectedStatus)}
    if str(status)[0] not in classes:
        return False
    form, truth = manifest.value(wanted, MF.expectedFormat), manifest.value(wanted, MF.expectedBoolean)
    if form is not None and not _is_of(str(form), media_type, answer):
        return False
    return not isinstance(truth, Literal) or json.loads(answer)["boolean"] is truth.toPython()


def _reply(
    endpoint: str, method: str, target: str, content: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, str, bytes]:
    connection = http.client.HTTPConnection(urlsplit(endpoint).netloc, timeout=30)
    try:
        connection.request(method, target, content, headers or {})
        reply = connection.getresponse()
        return reply.status, reply.headers.get("content-type", "").split(";")[0], reply.read()
    finally:
        connection.close()


def _is_of(form: str, media_type: str, answer: bytes) -> bool:
    """Return whether an answer can be read in the format that its media type says, and is of the kind that is wanted."""
    if form == "RDF":
        return media_type in GRAPH_FORMATS and parse(answer, format=GRAPH_FORMATS[media_type]) is not None
    if media_type not in ROW_FORMATS:
        return False
    is_truth = type(parse_query_results(answer, format=ROW_FORMATS[media_type])).__name__ == "QueryBoolean"
    return is_truth is (form == "boolean")


def service_description(endpoint: str) -> dict[str, bool]:
    """Return which of the three tests of the service description pass: RDF, its endpoint named, what a service must say."""
    status, media_type, answer = _reply(endpoint, "GET", urlsplit(endpoint).path)
    said = list(parse(answer, format=GRAPH_FORMATS[media_type])) if media_type in GRAPH_FORMATS else []
    services = {str(one.subject) for one in said if str(one.object) == f"<{SD}Service>"}
    endpoints = [one for one in said if one.predicate.value == f"{SD}endpoint"]
    described = {one.predicate.value for one in said if str(one.subject) in services}
    return {
        "returns-rdf": status == 200 and bool(said),
        "has-endpoint-triple": [str(one.object) for one in endpoints] == [f"<{endpoint}>"],
        "conforms-to-schema": bool(services) and {f"{SD}{term}" for term in ("resultFormat", "endpoint")} <= described,
    }


def main() -> None:
    """Run both parts and print what passed."""
    suite, base = Path(sys.argv[1]).resolve(), Path(__file__).parent.parent
    manifest = Graph().parse(suite / "protocol" / "manifest.ttl")
    graphs = graphs_of(manifest)
    any_graph = next(iter(graphs.values()))
    with serving((), tuple({**graphs, EMPTY_GRAPH: any_graph}.items()), base) as endpoint:
        found = {
            name: bool(requests) and all(passes(manifest, request, endpoint) for request in requests)
            for name, requests in protocol_tests(manifest)
        }
        described = service_description(endpoint)
    for part, results in (("protocol", found), ("service-description", described)):
        print(f"{part}: {sum(results.values())} of {len(results)}")
        print(*(f"  {name}" for name, right in results.items() if not right), sep="\n")


if __name__ == "__main__":
    main()
