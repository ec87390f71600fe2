"""The rules of two styles of citation, as they hold for documents of government without pages and addresses.

GB/T 7714 (numeric system): responsible body. Title: document number[Z]. Publisher, date. Where no body is known the reference
begins with the title, as the numeric system allows; what else is not known is left out.
APA (7th edition): Author. (Date). Title (document number). Publisher. Where no author is known the title takes its place; a date
that is not known is n.d. Titles stay in Chinese: a translation would be invented.
"""

from __future__ import annotations

from typing import Literal

from graph.citations.sources import Source
from graph.errors import GraphError
from graph.things import Quote

Style = Literal["gbt7714", "apa"]
STYLES: dict[Style, str] = {"gbt7714": "GB/T 7714", "apa": "APA"}
"""The styles with their names."""

_MOST_BODIES = 3
"""Bodies that a reference of GB/T 7714 names before «等»."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def reference(source: Source, style: Style = "gbt7714") -> str:
    """Return how a document is cited in a list of references.

    Raises GraphError for a style that is none.

    >>> plan = Source("沈阳行动方案", ("沈阳市人民政府",), issued="2023-01-04", number="沈政发〔2023〕1号")
    >>> reference(plan)
    '沈阳市人民政府. 沈阳行动方案: 沈政发〔2023〕1号[Z]. 2023-01-04.'
    >>> reference(plan, "apa")
    '沈阳市人民政府. (2023, January 4). 沈阳行动方案 (沈政发〔2023〕1号).'
    >>> reference(Source("沈阳行动方案")), reference(Source("沈阳行动方案"), "apa")
    ('沈阳行动方案[Z].', '沈阳行动方案. (n.d.).')
    """
    if style not in STYLES:
        raise GraphError(style, "no such style of citation", f"use one of {', '.join(STYLES)}")
    return _gbt7714(source) if style == "gbt7714" else _apa(source)


def quotation(quote: Quote, source: Source, style: Style = "gbt7714") -> str:
    """Return a quoted sentence with where it stands, and in the next line the reference of its document.

    Quotation marks within the sentence become single ones, as both styles ask. Arguments: quote; source, its document;
    style. Raises GraphError for a style that is none.

    >>> quote = Quote("打造中心", 2, 6, "Stated", "r", "沈阳打造“中心”。", ("一、目标",), "方案", "urn:d", "urn:s")
    >>> print(quotation(quote, Source("方案", issued="2023-01-04")))
    “沈阳打造‘中心’。”（一、目标）
    方案[Z]. 2023-01-04.
    >>> print(quotation(quote, Source("方案"), "apa"))
    “沈阳打造‘中心’。” (方案, n.d., “一、目标” section)
    方案. (n.d.).
    """
    cited = reference(source, style)
    said = "".join(_SINGLE.get(char, char) for char in " ".join(quote.said.split()))
    place = " ".join(part for part in quote.trail if part)
    if style == "gbt7714":
        where = f"（{place}）" if place else ""
        return f"“{said}”{where}\n{cited}"
    by = _joined(source.issuers) or source.title
    section = f", “{place}” section" if place else ""
    return f"“{said}” ({by}, {source.issued[:4] or 'n.d.'}{section})\n{cited}"


_SINGLE = {"“": "‘", "”": "’", '"': "'"}


def _gbt7714(source: Source) -> str:
    bodies = list(source.issuers[:_MOST_BODIES]) + (["等"] if len(source.issuers) > _MOST_BODIES else [])
    title = f"{source.title}: {source.number}" if source.number else source.title
    publishers = [one for one in source.publishers if one not in source.issuers]
    published = ", ".join(part for part in ("; ".join(publishers), source.issued) if part)
    return " ".join(f"{part}." for part in (", ".join(bodies), f"{title}[Z]", published) if part)


def _apa(source: Source) -> str:
    title = f"{source.title} ({source.number})" if source.number else source.title
    publishers = ", ".join(one for one in source.publishers if one not in source.issuers)
    by = _joined(source.issuers)
    parts = (
        (by, f"({_day(source.issued)})", title, publishers) if by else (title, f"({_day(source.issued)})", publishers)
    )
    return " ".join(f"{part}." for part in parts if part)


def _joined(bodies: tuple[str, ...]) -> str:
    """Return bodies as APA joins them: A & B; A, B, & C."""
    if len(bodies) < 3:
        return " & ".join(bodies)
    return f"{', '.join(bodies[:-1])}, & {bodies[-1]}"


def _day(issued: str) -> str:
    """Return a date as APA writes it; n.d. where there is none."""
    if not issued:
        return "n.d."
    year, month, day = (int(part) for part in issued.split("-"))
    return f"{year}, {_MONTHS[month - 1]} {day}"
