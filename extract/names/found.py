"""All names in a text: places, pairs, regions, groups, offices, industries, the wider before the inner."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.grammar.pair_names import find_pairs
from extract.grammar.region_names import find_regions
from extract.industries.lexicon import lexicon_names
from extract.names.constituent_zones import find_constituent_zones
from extract.names.containing import within_their_places
from extract.names.counted_references import find_counted_references
from extract.names.defined_groups import find_defined_groups
from extract.names.defined_regions import find_defined_regions, find_phrase_regions
from extract.names.name import Name, Names, free_of
from extract.names.organizations import find_organizations
from extract.names.own_zones import find_own_zones
from extract.names.places import Home, find_places
from extract.names.province_parts import find_province_parts
from extract.names.reaching_places import find_reaching_places
from extract.names.self_references import find_self_references
from extract.names.shared_region_heads import find_counted_heads, find_shared_heads
from extract.names.sibling_regions import find_sibling_regions
from extract.names.zones_beside_places import find_zones_beside_places
from extract.spans import merged
from extract.values import Unresolved


@dataclass(frozen=True, slots=True)
class FoundNames:
    """The names in a text, and those that remain undecided."""

    names: Names
    unresolved: tuple[Unresolved, ...]


def find_names(text: str, blocked: Sequence[tuple[int, int]], home: Home, scope: str) -> FoundNames:
    """Return all names in a folded text but titles, inner ones given up for the wider.

    Arguments: text, folded; blocked, sorted spans that are not read; home, the text's own place; scope, id of its document.
    """
    places, unresolved = find_places(text, blocked, home)
    pairs = find_pairs(text, blocked, places, home)
    regions = find_regions(text, blocked, (*places, *pairs))
    regions += find_sibling_regions(text, blocked, regions)
    regions += find_own_zones(text, blocked, home, places)
    parts = find_province_parts(text, blocked)
    headless = find_shared_heads(text, regions, (*pairs, *parts), places) + find_counted_heads(text, blocked)
    regions += parts
    defined = find_defined_regions(text, blocked, (*places, *regions))
    defined += find_phrase_regions(text, blocked, (*places, *regions, *defined))
    defined += find_constituent_zones(text, blocked)
    defined += find_zones_beside_places(text, blocked, (*places, *regions, *defined))
    grouped = find_defined_groups(text, blocked, Names((*places, *regions)), scope)
    reaching, reached = find_reaching_places(text, places)
    wide = outermost((*reaching, *grouped, *headless, *pairs, *places, *regions, *defined))
    shared = {(name.start, name.end) for name in headless}
    sharing = [replace(name, sort="held") for name in places if (name.start, name.end) in shared]
    organizations = find_organizations(text, blocked, wide, home)
    taken = sorted((name.start, name.end) for name in organizations)
    regions_named = [(name.start, name.end) for name in (*headless, *regions, *defined)]
    named = list(within_their_places(name for name in wide if free_of(taken, name.start, name.end)))
    kept = [name for name in named if name.sort != "held"]
    held = [
        replace(name, sort="held") for name in wide if name.sort == "place" and not free_of(taken, name.start, name.end)
    ]
    held += [*sharing, *reached, *(name for name in named if name.sort == "held")]
    counted = find_counted_references(text, sorted([*blocked, *taken]), kept)
    own = find_self_references(text, sorted([*blocked, *taken]), home)
    industries = lexicon_names(text, merged([*blocked, *taken, *regions_named]))
    spans = sorted((name.start, name.end) for name in (*kept, *organizations))
    return FoundNames(
        Names([*kept, *counted, *held, *organizations, *own, *industries]),
        tuple(item for item in unresolved if free_of(spans, item.start, item.end)),
    )


def outermost(names: Sequence[Name]) -> list[Name]:
    """The names that lie in no other, in order; of equal spans the first given."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start, -name.end)):
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def with_industries(names: Names, industries: Sequence[Name]) -> Names:
    """The names with the industries that the text names in place of the words of the lexicon.

    Arguments: names, as found; industries, accepted phrases.
    """
    return Names([*(name for name in names.within(0, sys.maxsize) if name.sort != "industry"), *industries])
