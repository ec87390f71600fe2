"""Aliases: a short name that a text gives to a document or a place for its own span.

Pattern: «《…》(以下简称《方案》)», «以下简称“行动计划”», «(下称长三角)», «(以下统称…)», with or without marks. A bare genre name
in title marks (《政策措施》) stands for the latest document whose title ends with it. The alias itself is no document.

Accepted: «《甲市行动方案》(以下简称《方案》)…《方案》提出».
Refused: «(以下简称《方案》)» with no document or place before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from extract.grammar.titles import Title
from extract.scanning import scan
from extract.values import Entity
from extract.wordlists import alternation, any_of, names_of

_ALIAS = re.compile(
    r"[（，,]?\s*(?:以下|下文|下)?(?:简称|统称|下称|称)(?:为)?[：]?\s*[“《]*([^“”《》（），。；、\s]{2,20})[》”]*\s*）?"
)
_INTRODUCED = re.compile(r"(?:以下|下文)(?:简称|统称|均?称)|下称|（简称")
_BARE = re.compile(rf"(?:{any_of('genre_modifiers.txt')}|[两三五])*{any_of('bare_genres.txt')}")
_GENRE = f"({alternation(names_of('plan_genres.txt'))})"
_DEMONSTRATIVE = re.compile(rf"(?:该|本|此){_GENRE}")
_STOP = re.compile(r"[。！？\n]")
_BARE_SUBJECT = re.compile(
    rf"(?:(?<=[。！？\n])|(?<=[。！？\n] )|^) *(?:按照|根据|此外，|同时，)?{_GENRE}(?={any_of('behind_a_plan.txt')})",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Alias:
    """A short name and what it stands for, from the offset on at which the text introduces it."""

    name: str
    entity: Entity
    start: int


def aliases(text: str, found: Sequence[Title]) -> tuple[Alias, ...]:
    """Return the aliases that a folded text gives to its documents, in order.

    Arguments: text, folded; found, its titles in order. Offsets are code points.

    >>> from extract.grammar.titles import titles
    >>> def names(text):
    ...     return [(alias.name, alias.entity.key) for alias in aliases(text, titles(text))]
    >>> names("《甲市行动方案》（以下简称“《方案》”）提出。")
    [('方案', '甲市行动方案')]
    >>> names("（以下简称《方案》）提出。")
    []
    """
    titles, result = [title for title in found if title.kind], []
    for introduced in _INTRODUCED.finditer(text):
        match = _ALIAS.match(text, introduced.start() + (text[introduced.start()] == "（"))
        last = bisect_right(titles, introduced.start(), key=attrgetter("end")) - 1
        if match and last >= 0 and introduced.start() - titles[last].end <= 4:
            result.append(Alias(match.group(1), titles[last].entity, match.start()))
    return tuple(result)


_PERIOD = re.compile(r"（[^（）]*）$")


def resolve_titles(found: Sequence[Title], known: Sequence[Alias]) -> tuple[tuple[Title, Entity], ...]:
    """Return each title that names a document of policy, with the document that it means.

    A title that is an alias, or a bare genre name that an earlier full title ends with, means that earlier document;
    an alias without one means nothing.

    >>> from extract.grammar.titles import titles
    >>> text = "《关于发展的若干政策措施》…《政策措施》提出，《规划》"
    >>> [entity.key for _, entity in resolve_titles(titles(text), ())]
    ['关于发展的若干政策措施', '关于发展的若干政策措施']
    >>> text = "《某地发展规划（2024—2030年）》…该《规划》由省政府印发"
    >>> [entity.key for _, entity in resolve_titles(titles(text), ())][-1]
    '某地发展规划（2024—2030年）'
    """
    resolved: list[tuple[Title, Entity]] = []
    for title in found:
        meant = next((alias.entity for alias in known if alias.name == title.label), None)
        if meant is None and _BARE.fullmatch(title.label):
            full = [(_PERIOD.sub("", entity.key), entity) for _, entity in resolved]
            ends = [entity for key, entity in full if key.endswith(title.label) and key != title.label]
            meant = ends[-1] if ends else None
        elif meant is None and title.kind:
            meant = title.entity
        if meant is not None:
            resolved.append((title, meant))
    return tuple(resolved)


def demonstratives(text: str) -> list[tuple[int, int, str]]:
    """Spans of «该方案», «本规划», and of a genre name that opens a sentence (行动计划提出…), with that genre name.

    >>> demonstratives("按照该方案，建设。行动计划提出建设")
    [(2, 5, '方案'), (9, 13, '行动计划')]
    """
    found = [(*match.span(), match.group(1)) for match in _DEMONSTRATIVE.finditer(text)]
    opens = {0, *(at for stop in _STOP.finditer(text) for at in (stop.end(), stop.end() + 1))}
    return found + [(*match.span(1), match.group(1)) for match in scan(sorted(opens), _BARE_SUBJECT, text)]
