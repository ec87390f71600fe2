"""From a document to its facts: prepare the text, let every rule read it, lay down what they found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract import industry_links
from extract.findings import Claim, Finding
from extract.grammar import (
    counted_lists,
    counted_places,
    counted_tasks,
    definitions,
    glossaries,
    lists_behind_colons,
    members_elsewhere,
    nested_phrases,
    phrase_lists,
    region_layouts,
    region_members,
    table_rows,
)
from extract.groups import Group, with_like_roles
from extract.laying import lay_down
from extract.reading import Reading, prepare
from extract.rules import RULES
from extract.spacing import relocated, squeeze
from extract.steps import Step, untold
from extract.uncollected import uncollected
from extract.values import Document, Facts


def groups_of(reading: Reading) -> dict[str, Group]:
    """The groups of a text by label; the first list that the text gives for a phrase holds."""
    found: dict[str, Group] = {}
    for group in (
        *glossaries.groups(reading),
        *phrase_lists.groups(reading),
        *definitions.groups(reading),
        *region_members.groups(reading),
        *region_layouts.groups(reading),
        *members_elsewhere.groups(reading),
        *counted_lists.groups(reading),
        *counted_places.groups(reading),
        *counted_tasks.groups(reading),
        *lists_behind_colons.groups(reading),
    ):
        found.setdefault(group.label, with_like_roles(group))
    for group in nested_phrases.groups(reading, {label: group.entity for label, group in found.items()}):
        found.setdefault(group.label, group)
    return found


def _findings(reading: Reading, groups: dict[str, Group]) -> list[Finding]:
    found = [*table_rows.outside(reading, _read(reading, groups)), *table_rows.read(reading)]
    return [*found, *industry_links.read(reading, [one for one in found if isinstance(one, Claim)])]


def _read(reading: Reading, groups: dict[str, Group]) -> Iterator[Finding]:
    for rule in RULES:
        yield from rule.read(reading, groups)


@uncollected()
def extract(document: Document, step: Step = untold) -> Facts:
    """Return all that the grammar reads in a document.

    Arguments: document, with canonical text; offsets of the facts are code points into it; step, is told each of
    `extract.steps.STEPS` that is done. The same document gives the same facts on every run; no text raises.

    >>> facts = extract(Document("a", "沈阳建设区域性金融中心。"))
    >>> [(fact.subject.key, fact.object.key) for fact in facts.facts if fact.predicate == "hasPositioning"]
    [('沈阳市', '区域性金融中心')]
    """
    text, positions = squeeze(document.text)
    reading = prepare(replace(document, text=text), step)
    groups = groups_of(reading)
    found = _findings(reading, groups)
    step("rules")
    facts = lay_down(reading, groups, found)
    step("facts")
    return facts if text == document.text else relocated(facts, document, positions)


def claims(text: str, predicate: str) -> list[str]:
    """Return what a text claims with a predicate, as «subject → object» in the order of the text.

    >>> claims("沈阳建设区域性金融中心。", "hasPositioning")
    ['沈阳市 → 区域性金融中心']
    """
    reading = prepare(Document("text", text))
    found = sorted(
        (f for f in _findings(reading, groups_of(reading)) if isinstance(f, Claim)), key=lambda c: (c.start, c.end)
    )
    said = (f"{c.subject.key} → {getattr(c.object, 'key', c.object)}" for c in found if c.predicate == predicate)
    return list(dict.fromkeys(said))
