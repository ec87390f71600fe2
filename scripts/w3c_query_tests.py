"""Run the W3C's SPARQL 1.1 query, result-format and syntax tests against the server: ``python -m scripts.w3c_query_tests FOLDER``.

FOLDER holds a folder with a manifest.ttl for each part of the suite (aggregates, bind, csv-tsv-res …), as the W3C publishes it. Each
data set is served by `policygraph serve` and asked over HTTP. Prints the counts of each part and the tests that do not pass. Tests
of updates, of federation and of entailment are not those of a server that only reads.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from csv import DictReader
from dataclasses import dataclass
from io import BytesIO, StringIO
from pathlib import Path

from rdflib import BNode, Dataset, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic
from rdflib.namespace import RDF
from rdflib.query import Result
from rdflib.term import Node

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
EVALUATED = (MF.QueryEvaluationTest, MF.CSVResultFormatTest)
READ, REFUSED = MF.PositiveSyntaxTest11, MF.NegativeSyntaxTest11
FEDERATED = ("service", "syntax-fed")
"""Parts of the suite that ask other servers."""
_ACCEPT = {".csv": "text/csv", ".tsv": "text/tab-separated-values", ".srj": "application/sparql-results+json"}
_ROWS = {".srx": "xml", ".srj": "json", ".csv": "csv", ".tsv": "tsv"}


@dataclass(frozen=True, slots=True)
class QueryTest:
    """One test: its part of the suite, its name, its query, the data it is asked of, and what it shall give."""

    part: str
    name: str
    kind: URIRef
    query: Path
    data: tuple[Path, ...]
    named: tuple[tuple[str, Path], ...]
    result: Path | None


def tests_of(manifest: Path) -> Iterator[QueryTest]:
    """Yield the tests of a manifest that a server which only reads can run, in its order."""
    graph = Graph().parse(manifest)
    entries = next(graph.objects(None, MF.entries), None)
    for entry in Collection(graph, entries) if entries is not None else ():
        kind, action = graph.value(entry, RDF.type), graph.value(entry, MF.action)
        if kind not in (*EVALUATED, READ, REFUSED) or action is None:
            continue
        query = graph.value(action, QT.query) or action
        if str(query).endswith(".ru") or manifest.parent.name in FEDERATED:
            continue
        named = [(str(one), _file(one)) for one in graph.objects(action, QT.graphData) if isinstance(one, URIRef)]
        result = graph.value(entry, MF.result)
        yield QueryTest(
            manifest.parent.name, str(graph.value(entry, MF.name)), URIRef(str(kind)), _file(query),
            tuple(sorted(_file(one) for one in graph.objects(action, QT.data))), tuple(sorted(named)),
            _file(result) if result is not None else None,
        )  # fmt: skip


def _file(node: Node) -> Path:
    return Path(urllib.request.url2pathname(str(node).removeprefix("file://")))


@contextmanager
def serving(data: tuple[Path, ...], named: tuple[tuple[str, Path], ...], base: Path) -> Iterator[str]:
    """Serve a data set, and yield the address of the endpoint."""
    whole = Dataset()
    for file in data:
        whole.default_graph.parse(file, publicID=file.as_uri())
    for name, file in named:
        whole.graph(URIRef(name)).parse(file, publicID=file.as_uri())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "data.trig")
        whole.serialize(path, format="trig")
        command = [sys.executable, "-m", "graph.cli", "serve", str(path), "--port", "0", "--workers", "1"]
        with subprocess.Popen(command, cwd=base, stderr=subprocess.PIPE, text=True) as server:
            assert server.stderr is not None
            said = server.stderr.readline()
            try:
                yield said.split("queries: ", 1)[1].split(")", 1)[0]
            finally:
                server.terminate()


def asked(endpoint: str, test: QueryTest) -> tuple[int, str, bytes]:
    """Return status, media type and body of the server's answer to a test's query."""
    text = f"BASE <{test.query.as_uri()}>\n".encode() + test.query.read_bytes()
    accept = _ACCEPT.get(test.result.suffix if test.result else "", "application/sparql-results+xml, text/turtle;q=0.9")
    request = urllib.request.Request(
        endpoint, text, {"Content-Type": "application/sparql-query", "Accept": f"{accept}, text/turtle;q=0.5"}
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as reply:
            return reply.status, reply.headers["content-type"].split(";")[0], reply.read()
    except urllib.error.HTTPError as error:
        return error.code, "", error.read()


def passes(endpoint: str, test: QueryTest) -> bool:
    """Return whether a test passes."""
    status, media_type, body = asked(endpoint, test)
    if test.kind == REFUSED:
        return status == 400
    if status != 200 or test.kind == READ or test.result is None:
        return status == 200
    suffix = test.result.suffix
    if media_type == "text/turtle":
        return isomorphic(Graph().parse(data=body), Graph().parse(test.result, publicID=test.query.as_uri()))
    if suffix == ".csv":
        return _table(body.decode()) == _table(test.result.read_text(encoding="utf-8"))
    form = _ROWS[suffix] if suffix in _ACCEPT else "xml"
    wanted = Result.parse(test.result.open("rb"), format=_ROWS[suffix]) if suffix in _ROWS else None
    found = Result.parse(BytesIO(body), format=form)
    if wanted is None or found.type == "ASK":
        return wanted is not None and found.askAnswer == wanted.askAnswer
    return _rows(found) == _rows(wanted)


def _table(text: str) -> list[dict[str, str]]:
    """The rows of a CSV answer, whatever the order of its columns."""
    rows = (
        {name: "blank" if cell.startswith("_:") else cell for name, cell in row.items()}
        for row in DictReader(StringIO(text))
    )
    return sorted(rows, key=lambda row: sorted(row.items()))


def _rows(result: Result) -> list[tuple[str, ...]]:
    """The rows of an answer, sorted; a blank node is any blank node, and a number is its value."""
    return sorted(
        tuple(sorted(f"{name}={_shown(term)}" for name, term in row.items() if term is not None))
        for row in result.bindings
    )


def _shown(term: Node | None) -> str:
    if isinstance(term, BNode):
        return "blank"
    value = getattr(term, "value", None)
    return str(float(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else repr(term)


def main() -> None:
    """Run all parts and print what passed."""
    suite, base = Path(sys.argv[1]), Path(__file__).parent.parent
    tests = [test for manifest in sorted(suite.glob("*/manifest.ttl")) for test in tests_of(manifest.resolve())]
    by_data: dict[tuple[tuple[Path, ...], tuple[tuple[str, Path], ...]], list[QueryTest]] = defaultdict(list)
    for test in tests:
        by_data[test.data, test.named].append(test)
    passed: dict[str, list[bool]] = defaultdict(list)
    failed: list[str] = []
    for (data, named), group in sorted(by_data.items()):
        with serving(data, named, base) as endpoint:
            for test in group:
                try:
                    right = passes(endpoint, test)
                except Exception as error:  # an answer that cannot be read does not pass
                    right = False
                    failed.append(f"  {type(error).__name__}: {error}"[:120])
                passed[test.part].append(right)
                if not right:
                    failed.append(f"{test.part}: {test.name}" + (" (names graphs)" if named else ""))
    for part in sorted(passed):
        print(f"{part}: {sum(passed[part])} of {len(passed[part])}")
    print(f"all: {sum(map(sum, passed.values()))} of {len(tests)}")
    print(*failed, sep="\n")


if __name__ == "__main__":
    main()
