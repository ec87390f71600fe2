"""Hubs: what is tied to so many things that a way through it says nothing."""

from __future__ import annotations

from graph.engines import Rows

LEAST_DEGREE = 50
"""A thing with fewer relations is no hub, however few the others have."""
QUANTILE = 0.95
"""A hub has more relations than this share of all things that have any."""

_INTO = """VALUES ?relation { pol:involves pol:hasPositioning pol:concernsIndustry pol:hasMember
    pol:responsibleOrganization pol:cooperatingOrganization } ?from ?relation ?node"""
_DEGREES = f"""SELECT ?degree (COUNT(?node) AS ?nodes) {{
  {{ SELECT ?node (COUNT(DISTINCT ?from) AS ?degree) {{ {_INTO} }} GROUP BY ?node }} }} GROUP BY ?degree"""
_ABOVE = f"""SELECT ?node (COUNT(DISTINCT ?from) AS ?degree) {{ {_INTO} }} GROUP BY ?node HAVING(?degree > $least)"""
_PROVINCES = "SELECT DISTINCT ?node { ?node a pol:Province }"


def hubs(rows: Rows) -> frozenset[str]:
    """Return the IRIs of the hubs of a graph: its provinces, and what more relations lead to than to 95 % of all things."""
    found = {str(row["node"]) for row in rows.rows(_PROVINCES)}
    counts = {int(row["degree"]): int(row["nodes"]) for row in rows.rows(_DEGREES)}
    least = max(LEAST_DEGREE, quantile(counts, QUANTILE))
    if any(degree > least for degree in counts):
        found.update(str(row["node"]) for row in rows.rows(_ABOVE, least=least))
    return frozenset(found)


def quantile(counts: dict[int, int], share: float) -> int:
    """Return the least value that a share of all is not above; 0 where there is none.

    Arguments: counts, value to how many have it; share, from 0 to 1.

    >>> quantile({1: 90, 5: 9, 400: 1}, 0.99)
    5
    """
    below, total = 0, sum(counts.values())
    for value in sorted(counts):
        below += counts[value]
        if below >= share * total:
            return value
    return 0
