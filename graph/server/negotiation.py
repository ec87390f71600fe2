"""Which media type an Accept header asks for (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

ALIASES: dict[str, tuple[str, ...]] = {
    "application/sparql-results+json": ("application/json",),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "text/csv": (),
    "text/tab-separated-values": (),
    "text/turtle": ("application/x-turtle", "application/turtle"),
    "application/n-triples": ("text/plain",),
    "application/rdf+xml": ("application/xml", "text/xml"),
    "application/ld+json": ("application/json",),
}
"""What clients also call a media type."""


def chosen(header: str, offered: Iterable[str]) -> str | None:
    """Return the media type of an answer, or None where none of those offered is accepted.

    Arguments: header, all Accept headers joined by commas, empty for none; offered, in our order of preference, which
    decides between equal wishes.

    >>> chosen("text/csv;q=0.5, application/json", ["text/csv", "application/sparql-results+json"])
    'application/sparql-results+json'
    >>> chosen("", ["text/csv"]), chosen("image/*", ["text/csv"])
    ('text/csv', None)
    """
    wishes = _wishes(header) or [("*/*", 1.0)]
    best, most = None, 0.0
    for media_type in offered:
        exact = [weight for name, weight in wishes if name in ALIASES.get(media_type, ())]
        quality = max(_quality(media_type, wishes), *exact, 0.0)
        if quality > most:
            best, most = media_type, quality
    return best


def _wishes(header: str) -> list[tuple[str, float]]:
    wishes = []
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if "/" in name:
            wishes.append((name, _weight(parameters)))
    return wishes


def _weight(parameters: Sequence[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


def _quality(name: str, wishes: Sequence[tuple[str, float]]) -> float:
    """The most specific range that covers a media type decides."""
    for covering in (name, name.partition("/")[0] + "/*", "*/*"):
        weights = [weight for wish, weight in wishes if wish == covering]
        if weights:
            return max(weights)
    return 0.0
