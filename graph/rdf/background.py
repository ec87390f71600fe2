"""What no text says of the places it names: the divisions that hold them, codes, coordinates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode

from extract.former_names import FormerName, former_names
from extract.gazetteer import Place, gazetteer
from extract.values import Entity, Facts
from graph.rdf.iris import BACKGROUND_GRAPH
from graph.rdf.lines import Line, WrittenTerm, line, written_term, written_text, written_thing
from graph.rdf.statements import background_source, statement, statement_node
from graph.rdf.terms import decimal, thing
from graph.rdf.vocabulary import PID, PREFIXES
from graph.rdf.written_graph import WrittenGraph, written

GAZETTEER_SOURCE = f"<{PID}source/gazetteer>"
"""What backs a statement of the gazetteer."""

FORMER_NAMES_SOURCE = f"<{PID}source/former-names>"
"""What backs a statement that a place was called otherwise."""
_WKT = NamedNode(PREFIXES["geo"] + "wktLiteral")


@lru_cache(maxsize=1)
def _places() -> dict[Entity, Place]:
    return {place.entity: place for place in gazetteer().places}


def places_of(facts: Facts) -> set[Entity]:
    """Return the places of the gazetteer that a document names, or may name where it leaves a name open.

    >>> from extract.values import Description, Document
    >>> city = Description(Entity("City", "沈阳市"), "沈阳市")
    >>> facts = Facts(Document("a", "沈阳"), Entity("Plan", "a"), (), (), (), (city,), (), ())
    >>> places_of(facts) == {city.entity}
    True
    """
    named = {description.entity for description in facts.entities}
    named.update(candidate for name in facts.unresolved for candidate in name.candidates)
    return named & _places().keys()


@lru_cache(maxsize=1)
def place_by_node() -> dict[NamedNode, Entity]:
    """Return every place of the gazetteer by its node.

    >>> place_by_node()[thing(Entity("City", "沈阳市"))].key
    '沈阳市'
    """
    return {thing(entity): entity for entity in _places()}


def written_background(places: Iterable[Entity]) -> WrittenGraph:
    """Return the background graph of these places and of all divisions that hold them.

    Arguments: places, entities of the gazetteer; others are left out. Each containment is a BackgroundStatement,
    never an Assertion, since no text makes it.

    >>> from graph.rdf.terms import term
    >>> quads = written_background([Entity("City", "沈阳市")]).quads()
    >>> [quad.object.value[-3:] for quad in quads if quad.predicate == term("locatedIn")]
    ['辽宁省']
    """
    chain: dict[str, Place] = {}
    for entity in places:
        place = _places().get(entity)
        while place is not None and place.code not in chain:
            chain[place.code] = place
            place = gazetteer().parent(place)
    return written(BACKGROUND_GRAPH, (one for place in chain.values() for one in _place(place)))


def _place(place: Place) -> Iterator[Line]:
    node, parent = written_thing(place.entity), gazetteer().parent(place)
    yield line(node, "rdf:type", written_term(place.entity.kind))
    yield line(node, "rdf:type", written_term("Place"))
    yield line(node, "skos:prefLabel", written_text(place.official_name, "zh"))
    for name in place.short_names:
        yield line(node, "skos:altLabel", written_text(name, "zh"))
    yield line(node, "code", written_text(place.code))
    for former in former_names().get(place.code, ()):
        yield from _former(node, place, former)
    if place.longitude is not None and place.latitude is not None:
        longitude, latitude = decimal(place.longitude), decimal(place.latitude)
        point = Literal(f"POINT({longitude.value} {latitude.value})", datatype=_WKT)
        yield line(node, "schema:longitude", str(longitude))
        yield line(node, "schema:latitude", str(latitude))
        yield line(node, "geo:asWKT", str(point))
    if parent is not None:
        said = statement_node("statement", node, "locatedIn", written_thing(parent.entity))
        yield from statement(said, "BackgroundStatement", node, "locatedIn", written_thing(parent.entity))
        yield line(said, "evidence", GAZETTEER_SOURCE)
        yield from background_source(GAZETTEER_SOURCE, "gazetteer", "extract/lexicon/places.tsv")


def _former(node: WrittenTerm, place: Place, former: FormerName) -> Iterator[Line]:
    """Yield a name that a place bore, as another label and with its years."""
    for name in former.names:
        if name not in place.short_names:
            yield line(node, "skos:altLabel", written_text(name, "zh"))
    past = written_text(f"{former.name}（{former.years}）")
    said = statement_node("statement", node, "pastName", past)
    yield from statement(said, "BackgroundStatement", node, "pastName", past)
    yield line(said, "evidence", FORMER_NAMES_SOURCE)
    yield from background_source(FORMER_NAMES_SOURCE, "former-names", "extract/lexicon/former_names.tsv")
