"""Names that are markup, formulas, very long, or no text that a person would write, and the things that bear them."""

from __future__ import annotations

from rdflib import Literal

from graph import PolicyGraph

RENAMED = ("沈阳市", "大连市", "抚顺市", "区域性金融中心", "科技创新中心", "国际物流中心")
NAMES = tuple(
    Literal(name, lang="zh")
    for name in (
        "=cmd(\"calc\")|'/C calc'!A0",
        "</script><script>alert(1)</script>",
        "北" * 80,
        "引\"号'与/斜\\线&<b>粗</b>",
        "\u202e右到左\u202c 😀🏙️ ]]>",
        "+1\t-2@x",
    )
)


def renamed(graph: PolicyGraph) -> None:
    """Give things of a graph such names."""
    for old, new in zip(RENAMED, NAMES, strict=True):
        thing = graph.resolve(old).iri.n3()
        graph.update(
            f"DELETE {{ GRAPH ?g {{ {thing} skos:prefLabel ?old }} }} INSERT {{ GRAPH ?g {{ {thing} skos:prefLabel {new.n3()} }} }}"
            f" WHERE {{ GRAPH ?g {{ {thing} skos:prefLabel ?old }} }};"
            f" DELETE {{ {thing} skos:prefLabel ?old }} INSERT {{ {thing} skos:prefLabel {new.n3()} }}"
            f" WHERE {{ {thing} skos:prefLabel ?old }}"
        )
