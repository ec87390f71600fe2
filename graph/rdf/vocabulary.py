"""Namespaces, prefixes and the class tree of the ontology, as plain strings.

`ontology.ttl` is the authority; a test holds this module to it.
"""

from __future__ import annotations

from pathlib import Path

POL = "https://w3id.org/policygraph/ontology#"
"""Terms: classes, properties, grades, the commitment scale."""
PID = "https://w3id.org/policygraph/id/"
"""Things: places, tasks, documents, passages."""

_SHARED_THINGS = (
    *("document", "place", "province", "city", "county", "region", "place-group", "slogan"),
    *("positioning", "industry", "indicator", "organization"),
)

PREFIXES: dict[str, str] = {
    "pol": POL,
    "pid": PID,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    **{name: f"{PID}{name}/" for name in _SHARED_THINGS},
}
"""Prefix to namespace. Shared things have one a kind, so that a query says ``city:沈阳市``."""

SUPERCLASSES: dict[str, tuple[str, ...]] = {
    "Plan": ("PolicyDocument",),
    "Interpretation": ("PolicyDocument",),
    "Province": ("Place",),
    "City": ("Place",),
    "County": ("Place",),
    "Region": ("Place",),
    "Center": ("Positioning",),
    "TaskArea": ("Task",),
    "KeyTask": ("Task",),
    "Action": ("Task",),
    "SafeguardMeasure": ("Task",),
    "Goal": ("Aim",),
    "Target": ("Aim",),
    "Sentence": ("Passage",),
    "Mention": ("Passage",),
    "UnresolvedMention": ("Passage",),
    "Evidence": ("Passage",),
}
"""Class to the wider classes that the graph states beside it, so that ``?x a pol:Place`` needs no reasoner."""

RELATIONS = (
    *("involves", "hasPositioning", "concernsIndustry", "hasMember", "hasTarget", "hasGoal"),
    *("responsibleOrganization", "cooperatingOrganization", "interprets", "cites", "issuedBy", "publishedBy"),
    *("locatedIn", "refersTo"),
)
"""Relations that tie things. Sections and the commitment scale tie everything to everything, so they do not."""


def expand(name: str) -> str:
    """Return the full IRI of a term; a bare name is one of the ontology.

    Raises KeyError for an unknown prefix.

    >>> expand("hasMember")
    'https://w3id.org/policygraph/ontology#hasMember'
    >>> expand("dcterms:issued")
    'http://purl.org/dc/terms/issued'
    """
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon else POL + name


def shorten(iri: str) -> str:
    """Return the name of a term that `expand` turns into its IRI; an IRI without a prefix stays whole.

    >>> shorten(expand("hasMember")), shorten(expand("dcterms:issued"))
    ('hasMember', 'dcterms:issued')
    """
    if iri.startswith(POL):
        return iri.removeprefix(POL)
    fitting = [(base, prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    base, prefix = max(fitting, default=("", ""))
    return f"{prefix}:{iri.removeprefix(base)}" if prefix else iri


def ontology_file() -> Path:
    """Return the path of `ontology.ttl`: beside this module when installed, else at the project's root.

    >>> ontology_file().name
    'ontology.ttl'
    """
    installed = Path(__file__).with_name("ontology.ttl")
    return installed if installed.exists() else Path(__file__).parents[2] / "ontology.ttl"
