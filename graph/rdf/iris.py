"""IRIs of things: readable, stable, and the same on every machine."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import quote

from extract.values import Entity
from graph.rdf.vocabulary import PID, POL

_SLUGS = {
    "Center": "positioning",
    **dict.fromkeys(("Plan", "Interpretation", "PolicyDocument"), "document"),
    **dict.fromkeys(("TaskArea", "KeyTask", "Action", "SafeguardMeasure"), "task"),
}
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
# What RFC 3987 leaves out of a path segment (ipchar): the rest may stand as it is, Chinese and “ ” too.
_FORBIDDEN = re.compile(
    r"[^A-Za-z0-9\-._~!$&'()*+,;=:@"
    "\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)


def segment(text: str) -> str:
    """Return a text as one segment of an IRI's path; only what RFC 3987 forbids is percent-encoded.

    >>> segment("加快建设“一枢纽四中心”")
    '加快建设“一枢纽四中心”'
    >>> segment("5G/6G 产业"), segment("..")
    ('5G%2F6G%20产业', '%2E%2E')
    """
    encoded = _FORBIDDEN.sub(lambda match: quote(match.group(), safe=""), text)
    # A segment of dots is a step in a path, not a name; a dot at the end of a prefixed name is one that rdflib cannot read.
    bare = encoded.rstrip(".")
    return bare + "%2E" * (len(encoded) - len(bare))


@lru_cache(maxsize=64)
def slug(kind: str) -> str:
    """Return the word that stands for a class in an IRI; kinds of one thing share it.

    >>> slug("City"), slug("PlaceGroup"), slug("KeyTask"), slug("Center")
    ('city', 'place-group', 'task', 'positioning')
    """
    return _SLUGS.get(kind) or _CAPITAL.sub("-", kind).lower()


@lru_cache(maxsize=65536)
def entity_iri(entity: Entity) -> str:
    """Return the IRI of a thing; a step of the commitment scale is a term of the ontology.

    >>> entity_iri(Entity("City", "沈阳市"))
    'https://w3id.org/policygraph/id/city/沈阳市'
    >>> entity_iri(Entity("KeyTask", "构建基础设施网络", "liaoning"))
    'https://w3id.org/policygraph/id/liaoning/task/构建基础设施网络'
    >>> entity_iri(Entity("Commitment", "Driving"))
    'https://w3id.org/policygraph/ontology#Driving'
    """
    if entity.kind == "Commitment":
        return POL + entity.key
    scope = f"{segment(entity.scope)}/" if entity.scope else ""
    return f"{PID}{scope}{slug(entity.kind)}/{segment(entity.key)}"


def graph_iri(document_id: str) -> str:
    """Return the IRI of the named graph that holds what one document says.

    >>> graph_iri("liaoning")
    'https://w3id.org/policygraph/id/graph/liaoning'
    """
    return f"{PID}graph/{segment(document_id)}"


BACKGROUND_GRAPH = graph_iri("background")
"""The named graph of what no document says: containment, codes and coordinates of places."""
UNION_GRAPH = f"{PID}union"
"""The named graph of the union of all others, on a server that has no default graph to keep it in."""


def digest(*parts: object) -> str:
    """Return 20 hexadecimal digits that name what the parts say.

    >>> digest("沈阳", 0, 2) == digest("沈阳", 0, 2) != digest("沈阳", 2, 4)
    True
    """
    return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()[:20]


@lru_cache(maxsize=64)
def _scope(document_id: str) -> str:
    return f"{segment(document_id)}/" if document_id else ""


def hashed_iri(kind: str, *parts: object, document_id: str = "") -> str:
    """Return the IRI of something named by what it says: an assertion, or a passage of a document.

    Arguments: kind, its class; parts, what it says; document_id, the document it stands in, if any.

    >>> hashed_iri("Mention", "沈阳", 0, 2, document_id="liaoning")
    'https://w3id.org/policygraph/id/liaoning/mention/2a50ad5831a0cceee32d'
    """
    return f"{PID}{_scope(document_id)}{slug(kind)}/{digest(*parts)}"
