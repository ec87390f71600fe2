"""What a picture or a briefing finds, in one sentence as a person would write it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from graph.connections import Connections
from graph.counted import counted
from graph.export.selection import Selection
from graph.pictures import drawn_as
from graph.rdf import Language
from graph.things import Node

_NAMED = 3
_LASTING = ("Place", "Region", "PlaceGroup", "Positioning", "Industry")
"""So many things are named as those with most relations, and they are of these classes: a task would be half a sentence."""
_KINDS: tuple[tuple[str, str, str], ...] = (
    ("Place", "地方{n}个", "{n:place|places}"),
    ("Region", "区域{n}个", "{n:region|regions}"),
    ("Task", "任务{n}项", "{n:task|tasks}"),
    ("Positioning", "功能定位{n}项", "{n:positioning|positionings}"),
    ("Industry", "产业{n}个", "{n:industry|industries}"),
    ("Target", "量化目标{n}个", "{n:target|targets}"),
)
"""Classes that are counted in a whole graph, in Chinese and in English."""
_OWN: tuple[tuple[str, str, str, str], ...] = (
    ("involves", "object", "有{n}项任务涉及", "{n:task involves it|tasks involve it}"),
    ("involves", "subject", "涉及{n}个地方", "it involves {n:place|places}"),
    ("hasPositioning", "subject", "功能定位{n}项", "it has {n:positioning|positionings}"),
    ("hasPositioning", "object", "是{n}个地方的功能定位", "it is a positioning of {n:place|places}"),
    ("concernsIndustry", "subject", "关涉产业{n}个", "{n:industry is|industries are} said of it"),
    (
        "concernsIndustry",
        "object",
        "{n}个地方、任务等关涉此产业",
        "{n:place or task concerns|places and tasks concern} it",
    ),
    ("hasTarget", "subject", "量化目标{n}个", "it has {n:target|targets}"),
    ("hasMember", "subject", "成员{n}个", "it has {n:member|members}"),
    ("hasMember", "object", "属于{n}个区域或组合", "it is a member of {n:region or group|regions and groups}"),
)
"""Relations of a thing, on which side it stands, and what is said of so many."""


def finding_of(selection: Selection, ends: Sequence[Node], language: Language) -> str:
    """Return what is said of the first end, or where there is none how much was read and what has most relations.

    >>> finding_of(Selection((), ()), (), "en"), finding_of(Selection((), ()), (), "zh")
    ('Nothing was read.', '没有读出内容。')
    """
    return _of_thing(selection, ends[0], language) if ends else _of_all(selection, language)


def _of_all(selection: Selection, language: Language) -> str:
    said = [one for one in selection.relations if one.quotes]
    ends = Counter(end for one in said for end in (one.subject, one.object))
    if not ends:
        return "没有读出内容。" if language == "zh" else "Nothing was read."
    counts = Counter(drawn_as(one.kind) or one.kind for one in ends)
    at = 1 if language == "zh" else 2
    kinds = [counted(words[at], n=counts[words[0]]) for words in _KINDS if counts[words[0]]]
    lasting = (one for one in ends if drawn_as(one.kind) in _LASTING)
    names = [one.label for one in sorted(lasting, key=lambda one: (-ends[one], one))[:_NAMED]]
    relations, things = len(said), len(ends)
    if language == "zh":
        named = f"；关系最多的是{'、'.join(names)}" if names else ""
        return f"读出{'、'.join(kinds) or f'事物{things}个'}，关系{relations}条{named}。"
    read = _listed(
        [*(kinds or [counted("{n:thing|things}", n=things)]), counted("{n:relation|relations}", n=relations)]
    )
    named = f" {_listed(names)} {'has' if len(names) == 1 else 'have'} the most relations." if names else ""
    return f"{read} were read.{named}"


def _of_thing(selection: Selection, end: Node, language: Language) -> str:
    counts: Counter[tuple[str, str]] = Counter()
    for one in selection.relations:
        counts[one.predicate, "subject"] += one.subject == end
        counts[one.predicate, "object"] += one.object == end
    told = [
        counted(zh if language == "zh" else en, n=counts[predicate, side])
        for predicate, side, zh, en in _OWN
        if counts[predicate, side]
    ]
    if language == "zh":
        return f"{end.label}：{'，'.join(told) or '没有读出关系'}。"
    return f"{end.label}: {'; '.join(told) or 'nothing was read of it'}."


def untied_said(found: Connections, selection: Selection, language: Language) -> str:
    """Return which ends nothing ties to the others where something ties some of them; empty where all are tied, or none is.

    Arguments: found, the connection; selection, what is drawn of it; language.
    """
    tied = {end for one in selection.relations for end in (one.subject, one.object)}
    names = [end.label for end in found.ends if end not in tied]
    if not names or not selection.relations:
        return ""
    if language == "zh":
        return f"图中没有把{'、'.join(names)}与其余联系起来的内容。"
    return f" Nothing ties {_listed(names)} to the others."


def _listed(names: Iterable[str]) -> str:
    held = list(names)
    return " and ".join([", ".join(held[:-1]), held[-1]] if len(held) > 1 else held)
