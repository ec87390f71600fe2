"""The query behind the headline of a connection: the tasks that involve all ends, ready to paste."""

from __future__ import annotations

from collections.abc import Sequence

from rdflib import URIRef

from graph.connections.conditions import Conditions
from graph.connections.network import Network
from graph.connections.ranking import GRADES
from graph.rdf import PID, PREFIXES, segment
from graph.things import Iri, Node

_RELATIONS_TO = (
    ("Industry", ("concernsIndustry",)),
    ("Organization", ("responsibleOrganization", "cooperatingOrganization")),
    ("Positioning", ()),
)
"""How a task is tied to an end that is no place."""


def headline(network: Network, conditions: Conditions) -> str:
    """Return a SELECT of the tasks that involve all ends, with the conditions in it, and its prefixes.

    Arguments: network, of which the ends and the hubs among what holds them are used; conditions. It gives the tasks
    of `Connections.tasks`, each once.
    """
    holding = {link.subject for link in network.statements if link.predicate == "hasMember"}
    hubs = [] if conditions.hubs else sorted(holding & network.hubs)
    parts = [_end(i, end, conditions, hubs) for i, end in enumerate(network.ends, 1)]
    if conditions.through:
        kinds = ", ".join(f"pol:{kind}" for kind in conditions.through)
        parts.append(f"  ?task a ?kind FILTER(?kind IN ({kinds}))")
    wanted = "\n".join(parts)
    names = [name for name in ("pol", "rdf", "skos") if f"{name}:" in wanted or name != "rdf"]
    prefixes = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in names)
    return (
        f"{prefixes}SELECT DISTINCT ?task ?label {{\n{wanted}\n  ?task skos:prefLabel ?label .\n}} ORDER BY STR(?label)"
    )


def _end(i: int, end: tuple[Node, ...], conditions: Conditions, hubs: Sequence[Iri]) -> str:
    found = []
    for node in end:
        for relation in _relations(node):
            if _allowed(relation, conditions):
                is_task = "" if relation == "involves" else " ?task a pol:Task ."
                found.append("{ " + _said(f"{i}", "?task", relation, _iri(node.iri), conditions) + is_task + " }")
        if node.of("Place") or node.of("PlaceGroup"):
            found.append(_through_group(i, node, conditions, hubs))
    kept = [option for option in found if option]
    # An engine answers each end by itself and meets the answers; as one pattern it would try every pair.
    options = "\n    UNION ".join(kept)
    return f"  {{ SELECT DISTINCT ?task {{\n    {options} }} }}" if kept else "  FILTER(false)"


def _through_group(i: int, node: Node, conditions: Conditions, hubs: Sequence[Iri]) -> str:
    if not _allowed("hasMember", conditions) or not _allowed("involves", conditions):
        return ""
    group = f"?group_{i}"
    said = _said(f"{i}_member", group, "hasMember", _iri(node.iri), conditions)
    of_it = _said(f"{i}_group", "?task", "involves", group, conditions)
    no_hub = f" FILTER({group} NOT IN ({', '.join(_iri(hub) for hub in hubs)}))" if hubs else ""
    return "{ " + said + " " + of_it + no_hub + " }"


def _said(suffix: str, subject: str, relation: str, thing: str, conditions: Conditions) -> str:
    """Return the pattern of one relation: the plain triple, or with conditions the assertion and its passage."""
    if not conditions.grade and not conditions.documents:
        return f"{subject} pol:{relation} {thing} ."
    said, passage = f"?assertion_{suffix}", f"?evidence_{suffix}"
    pattern = (
        f"{said} rdf:object {thing} ; rdf:predicate pol:{relation} ; rdf:subject {subject} ; pol:evidence {passage} ."
    )
    if conditions.grade:
        grades = ", ".join(f"pol:{grade}" for grade in GRADES[: GRADES.index(conditions.grade) + 1])
        pattern += f" {passage} pol:grade ?grade_{suffix} FILTER(?grade_{suffix} IN ({grades}))"
    if conditions.documents:
        documents = ", ".join(_iri(PID + "document/" + segment(one)) for one in conditions.documents)
        pattern += f" {passage} pol:inSentence/pol:inDocument ?in_{suffix} FILTER(?in_{suffix} IN ({documents}))"
    return pattern


def _relations(node: Node) -> tuple[str, ...]:
    return next((relations for kind, relations in _RELATIONS_TO if node.of(kind)), ("involves",))


def _allowed(relation: str, conditions: Conditions) -> bool:
    return not conditions.relations or relation in conditions.relations


def _iri(node: Iri) -> str:
    return URIRef(node).n3()
