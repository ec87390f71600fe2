"""Roles of places: what a table of weights accepts of the passages that frames propose.

Pattern: «甲区建设A、B»: each place with each of its roles; a phrase that the text expands stands for its members.

Accepted: «甲带建设国际航运中心,打造开放高地;乙区建成生态功能区», three roles of two places.
Refused: «某公司建设物流基地», whose subject is no place; «沈阳为建设金融中心提供支撑», the purpose of what it does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.acceptance import accepting_table
from extract.findings import Claim, Coined, Finding
from extract.grammar.positionings import bare, describe_role, fits
from extract.grammar.role_candidates import RoleCandidate, candidates
from extract.grammar.roles_in_titles import title_candidates
from extract.groups import Group, Member
from extract.reading import Reading

RULE = "roles"
_ROLE_KINDS = frozenset(("Center", "Positioning"))


def proposed(reading: Reading) -> Iterator[RoleCandidate]:
    """Yield what may be roles, of the text's clauses and then of the titles in it.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> text = "沈阳建设金融中心，落实《关于支持大连建设航运中心的意见》。"
    >>> [one.label for one in proposed(prepare(Document("a", text)))]
    ['金融中心', '航运中心']
    """
    yield from candidates(reading)
    yield from title_candidates(reading)


def _claims(candidate: RoleCandidate, label: str) -> Iterator[Finding]:
    described = describe_role(label)
    for entity in candidate.subject.entities:
        if described.entity.key != entity.key and fits(entity, label):
            yield Coined(described, candidate.start, candidate.end)
            grade = candidate.subject.grade
            yield Claim(entity, "hasPositioning", described.entity, candidate.low, candidate.high, grade, RULE)


def _is_region(member: Member) -> bool:
    return member.description.entity.kind == "Region"


def _of_group(candidate: RoleCandidate, group: Group) -> Iterator[Finding]:
    """A phrase that the text expands stands for its members."""
    for entity in candidate.subject.entities:
        for member in group.members:
            if member.description.entity.kind in _ROLE_KINDS:
                low, high = min(candidate.low, member.start), max(candidate.high, member.end)
                yield Claim(entity, "hasPositioning", member.description.entity, low, high, "Listed", RULE)


def read(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Yield the roles of places.

    >>> from extract.pipeline import claims
    >>> claims("沈阳建设区域性金融中心，打造开放新高地；大连建成国家生态功能区。", "hasPositioning")
    ['沈阳市 → 区域性金融中心', '沈阳市 → 开放新高地', '大连市 → 国家生态功能区']
    >>> claims("安徽省：打造生态文明建设安徽样板。", "hasPositioning")
    ['安徽省 → 生态文明建设安徽样板']
    >>> claims("某公司建设国家物流基地。", "hasPositioning"), claims("沈阳为建设金融中心提供支撑。", "hasPositioning")
    ([], [])
    """
    table = accepting_table("roles")
    laid_out = {(m.start, m.end) for group in groups.values() for m in group.members if _is_region(m)}
    for candidate in proposed(reading):
        if (candidate.start, candidate.end) in laid_out:
            continue
        label = bare(candidate.label)
        group = groups.get(label)
        if group is not None:
            yield from _of_group(candidate, group)
        elif table.accepts(candidate.features):
            yield from _claims(candidate, label)
