"""Groups: numbered phrases with the members that the text gives them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import bare, describe, describe_role
from extract.grammar.role_heads import head_of
from extract.names.defined_regions import STRETCHES
from extract.names.name import Name, Names
from extract.spans import stripped
from extract.values import Description, Entity
from extract.wordlists import names_of


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a group: what it is and where the text names it."""

    description: Description
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """A phrase or a region with members, as one passage gives them."""

    entity: Entity
    label: str
    members: tuple[Member, ...]
    start: int
    end: int
    rule: str


PLACES = ("Province", "City", "County", "Region", "PlaceGroup")


def place_member(name: Name, position: int = 0) -> Member:
    """The member that a place's name gives; of a pair's name, the place at a position."""
    entity = name.entities[position]
    return Member(Description(entity, entity.name), name.start, name.end)


def place_members(listed: Iterable[Name]) -> tuple[Member, ...]:
    """The members that the names of a list give, each place of a pair's name by itself (沈大: two)."""
    return tuple(place_member(name, at) for name in listed for at in range(len(name.entities)))


def member_at(text: str, names: Names, start: int, end: int, scope: str, spatial: bool = False) -> Member | None:
    """What one item of a member list names: a place, a positioning, else a phrase of its own.

    Arguments: text, folded; names; the item's span in code points; scope, id of the document; spatial, whether the group
    is one of stretches of land, so that an item such as 沿海经济带 is a region. A parenthesis behind is left out. The last place of an
    item counts where it stands behind 的 («以甲为起点的北向拓展带»).
    """
    start, end = stripped(text, start, end, " 、，。；")
    others = text.find("等", start + 2, end)
    end = others if others > 0 and any(name.end == others for name in names.within(start, others, "place")) else end
    opened = text.find("（", start + 1, end)
    end = opened if opened > 0 and text.find("）", opened, end) in {-1, end - 1} else end
    whole = [name for name in names.within(start, end, "place") if name.end == end]
    for name in whole:
        if name.start == start or text[name.start - 1] == "的" or len(names.within(start, end, "place")) > 1:
            return place_member(name)
    label = text[start:end]
    for verb in ("“一体化”建设", "建设", "打造"):
        if label.startswith(verb) and "一批" not in label:
            label, start = label.removeprefix(verb), start + len(verb)
    if not 2 <= len(label) <= 40 or re.match(r"[到至]20\d\d年", label):
        return None
    found = describe(label)
    if spatial and label.endswith((*names_of("region_heads.txt"), *STRETCHES)):
        found = Description(Entity("Region", label), label)
    return Member(found or Description(Entity("Slogan", bare(label), scope), bare(label)), start, end)


def industry_member(names: Names, start: int, end: int) -> Member | None:
    """The member that an item of a member list is where the whole of it is the name of an industry.

    Arguments: names; the item's span in code points.
    """
    whole = next(
        (name for name in names.within(start, end, "industry") if (name.start, name.end) == (start, end)), None
    )
    return Member(Description(whole.entities[0], whole.entities[0].name), start, end) if whole is not None else None


def is_spatial(counted: str) -> bool:
    """Whether a counted word of a phrase is a stretch of land.

    >>> is_spatial("带"), is_spatial("大产业")
    (True, False)
    """
    return counted[-1] in names_of("characters_of_stretches.txt")


def group_entity(label: str, members: Sequence[Member], scope: str) -> Entity:
    """The group that a phrase is: of places, or a slogan. Parts without a number (多组团) count for neither."""
    counted = [member for member in members if not member.description.label.startswith("多")]
    of_places = bool(counted) and all(member.description.entity.kind in PLACES for member in counted)
    return Entity("PlaceGroup" if of_places else "Slogan", label, scope)


def members_by_label(groups: Iterable[Group]) -> dict[str, list[str]]:
    """The labels of the members of each group, by the label of the group; of two groups of one label the last.

    >>> members_by_label([])
    {}
    """
    return {group.label: [member.description.label for member in group.members] for group in groups}


_ROLES = frozenset(("Center", "Positioning"))


def with_like_roles(group: Group) -> Group:
    """The group with what stands among roles and ends as one read as one too: 甲中心、乙高地、【承接产业转移示范区】.

    Arguments: group. Nothing changes where none of its members is a role by itself, or where one ends as none does.

    >>> from extract.pipeline import claims
    >>> claims("衡阳聚焦“两区一城”定位，即国家先行示范区、承接产业转移示范区和省域副中心城市。", "hasPositioning")
    ['衡阳市 → 国家先行示范区', '衡阳市 → 承接产业转移示范区', '衡阳市 → 省域副中心城市']
    """
    others = [member for member in group.members if member.description.entity.kind not in _ROLES]
    alike = all(
        member.description.entity.kind == "Slogan" and head_of(member.description.label) in {"word", "tail"}
        for member in others
    )
    if not others or len(others) == len(group.members) or not alike:
        return group
    members = (
        replace(member, description=describe_role(member.description.label)) if member in others else member
        for member in group.members
    )
    return replace(group, members=tuple(members))


def findings(group: Group, size: int) -> Iterator[Finding]:
    """The claims that a group holds its members; size is what the phrase declares, 0 for nothing."""
    attributes = (("declaredSize", size),) if size else ()
    yield Coined(Description(group.entity, group.label, (), attributes), group.start, group.end)
    for member in group.members:
        yield Coined(member.description, member.start, member.end)
        start, end = min(group.start, member.start), max(group.end, member.end)
        yield Claim(group.entity, "hasMember", member.description.entity, start, end, "Listed", group.rule)
