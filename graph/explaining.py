"""Why a connection shows what it shows: what each condition left out, and where nothing was found, why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rdflib import URIRef

from graph.conditions import LONGEST, Conditions
from graph.covering import Passage
from graph.naming import Node
from graph.neighbourhood import Neighbourhood
from graph.network import Network
from graph.ways import Ways

_PARTNERS = """SELECT ?other (COUNT(DISTINCT ?task) AS ?tasks) { VALUES ?end { $ends }
  ?task pol:involves ?end . ?task a pol:Task . ?task pol:involves ?other . FILTER(?other != ?end)
  ?other a pol:City } GROUP BY ?other ORDER BY DESC(?tasks) ?other LIMIT 2"""


def explain(
    around: Neighbourhood,
    ends: tuple[tuple[Node, ...], ...],
    network: Network,
    passages: Sequence[Passage],
    conditions: Conditions,
    ways: Ways,
    without: Mapping[str, int],
) -> str:
    """Return the explanation, a line for each thing it says; empty where all was shown.

    Arguments: around, the engine; ends; network, of all between them; passages that name all ends; conditions; ways,
    that meet them; without, how many more ways there are without each condition.
    """
    lines = [f"Without the condition on {name}: {count} more." for name, count in without.items() if count > 0]
    if len(ways):
        return "\n".join(lines)
    lines = [*(_has(end, network) for end in ends), *lines]
    if not any(count > 0 for count in without.values()):
        if conditions.length < LONGEST:
            lines.append(f"No path of {conditions.length} hops or fewer: ask for length {conditions.length + 1}.")
        lines += _partners(around, ends)
    lines.append(_closest(ends, passages))
    return "\n".join(lines)


def _has(end: tuple[Node, ...], network: Network) -> str:
    iris = {node.iri for node in end}
    counts = Counter(edge.predicate for edge in network.edges if {edge.subject, edge.object} & iris)
    said = ", ".join(f"{count} {predicate}" for predicate, count in sorted(counts.items()))
    return f"{end[0].label} ({end[0].kind}): {said or 'no relation in this graph'}."


def _partners(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...]) -> list[str]:
    lines = []
    for end in ends:
        rows = around.rows.rows(_PARTNERS, ends=[node.iri for node in end])
        found = {URIRef(row["other"]): int(row["tasks"]) for row in rows if "other" in row}
        names = around.names(found)
        if found:
            said = ", ".join(f"{names[other].label} ({count} tasks)" for other, count in found.items())
            lines.append(f"Nearest questions that have an answer: connect {end[0].label} with {said}.")
    return lines


def _closest(ends: tuple[tuple[Node, ...], ...], passages: Sequence[Passage]) -> str:
    labels = " and ".join(end[0].label for end in ends)
    if not passages:
        return f"No document names {labels}."
    best = min(passages, key=lambda one: (not one.together, one.gap, one.document))
    texts = dict.fromkeys(quote.said for hop in best.hops for quote in hop.quotes)
    quoted = " … ".join(f"“{text}”" for text in list(texts)[: 1 if best.together else len(ends)])
    return f"The names stand closest in {best.document.label}, {best.gap} characters apart: {quoted}"
