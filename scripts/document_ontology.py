"""Write docs/ontology.md from ontology.ttl: every term with its names, definitions and place.

Run as ``python -m scripts.document_ontology``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph.rdf import PREFIXES, Term, shorten, terms

PAGE = Path(__file__).parent.parent / "docs" / "ontology.md"

_KINDS = (("class", "Classes"), ("relation", "Relations"), ("attribute", "Attributes"), ("individual", "Individuals"))
_OTHERS = {"oa": "http://www.w3.org/ns/oa#", "org": "http://www.w3.org/ns/org#"}
_HEAD = """# The ontology

Made from [`ontology.ttl`](../ontology.ttl) by `python -m scripts.document_ontology`; do not edit.

Terms: `{pol}` (prefix `pol`). Things: `{pid}` (prefix `pid`, and one prefix for each kind that
documents share: {kinds}).

- **Proof.** Every statement of a text is a plain triple and, beside it, a `pol:Assertion` with `rdf:subject`,
  `rdf:predicate`, `rdf:object` and at least one `pol:evidence`: the exact quote, its offsets (Unicode code points
  of the canonical text, end exclusive), its sentence, its grade and the grammar rule that read it.
- **Background.** What no text says (administrative containment, metadata from a side file) is a
  `pol:BackgroundStatement` whose evidence is a `pol:BackgroundSource` of grade `pol:Background`; it is never an
  assertion. Containment, codes and coordinates stand in the graph `pid:graph/background`.
- **Graphs.** Each document has a named graph `pid:graph/ID`, described there as a `pol:DocumentGraph`. Turtle and
  N-Triples hold the union of all graphs.
- **Meeting.** In a graph of several texts a document that is cited and the text that is that document are one node. The graph
  `pid:graph/meeting` tells which met and why (`pol:Meeting`), which text is a `pol:reprintOf` which, and keeps for each graph that says
  otherwise for it a `pol:patch`, by which it is made what the text alone says.
- **Names.** Shared things: `pid:city/沈阳市`, `pid:positioning/区域性金融中心` (a centre too). Things of one document:
  `pid:ID/task/…`, `pid:ID/target/…`, `pid:ID/section/0`. Assertions, sentences, mentions and evidence end in a hash
  of what they say. There are no blank nodes.
- **Classes.** A node states its class and the wider classes of `pol`, so that `?x a pol:Place` needs no reasoner.
- **Logic.** OWL 2 DL, consistent under HermiT. `rdf:Statement` as a superclass is the one term of RDF's reserved
  vocabulary that it uses, so that tools which know reification find the assertions.
"""


def ontology_page() -> str:
    """Return the page as Markdown.

    >>> "| `hasMember` |" in ontology_page()
    True
    """
    shared = ", ".join(
        f"`{prefix}`" for prefix, base in PREFIXES.items() if base.startswith(PREFIXES["pid"]) and prefix != "pid"
    )
    parts = [_HEAD.format(pol=PREFIXES["pol"], pid=PREFIXES["pid"], kinds=shared)]
    for kind, title in _KINDS:
        parts.append(f"## {title}\n\n" + "\n".join(_table(kind)) + "\n")
    return "\n".join(parts)


def _table(kind: str) -> Iterator[str]:
    yield "| term | 中文 | English | definition | place |"
    yield "|---|---|---|---|---|"
    for term in terms().values():
        if term.kind == kind:
            definition = f"{term.definitions['zh']} {term.definitions['en']}"
            cells = (f"`{term.name}`", term.labels["zh"], term.labels["en"], definition, _place(term))
            yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _place(term: Term) -> str:
    """Return where a term stands: what it is a kind of, from what to what it leads."""
    wider = [*term.links.get("subClassOf", ()), *term.links.get("subPropertyOf", ()), *term.links.get("inScheme", ())]
    starts = term.links.get("domain", ()) + term.links.get("domainIncludes", ())
    ends = term.links.get("range", ()) + term.links.get("rangeIncludes", ())
    said = []
    if wider:
        said.append("⊑ " + _names(wider) if term.kind != "individual" else "in " + _names(wider))
    if starts:
        said.append(f"{_names(starts)} → {_names(ends)}")
    return "; ".join(said)


def _names(iris: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{_short(iri)}`" for iri in iris)


def _short(iri: str) -> str:
    for prefix, base in _OTHERS.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return shorten(iri)


if __name__ == "__main__":
    PAGE.write_text(ontology_page(), encoding="utf-8")
