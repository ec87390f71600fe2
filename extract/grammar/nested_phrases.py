"""Nested phrases: a phrase whose parts are phrases of their own in the same text.

Pattern: «构建“一核两带”格局,“一核”指…,“两带”指…».

Accepted: “一核两带” holds “一核” and “两带” where the text speaks of both.
Refused: “一核两带” alone; 多 has no number, yet “一主两副多点” may hold “多点”.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.groups import Group, Member, group_entity
from extract.reading import Reading
from extract.values import Description, Entity

RULE = "nested_phrases"


def groups(reading: Reading, defined: dict[str, Entity]) -> Iterator[Group]:
    """Yield the groups whose members are the phrase's own parts.

    Arguments: reading; defined, the entity of each phrase that another rule found members for.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def members(text):
    ...     found = groups(prepare(Document("a", text)), {})
    ...     return {group.label: [member.description.label for member in group.members] for group in found}
    >>> members("构建“一核两带”格局，“一核”引领，“两带”支撑。"), members("构建“一核两带”格局。")
    ({'一核两带': ['一核', '两带']}, {})
    """
    scope = reading.document.id
    at = {phrase.label: phrase for phrase in reversed(reading.phrases)}
    for phrase in at.values():
        if len(phrase.parts) < 2 or phrase.label in defined:
            continue
        labels = [label for label in at if label != phrase.label and label in phrase.label and len(label) >= 2]
        labels.sort(key=phrase.label.index)
        if "".join(labels) != phrase.label.replace("、", ""):
            continue
        members = []
        for label in labels:
            entity = defined.get(label, Entity("Slogan", label, scope))
            members.append(Member(Description(entity, label), at[label].start, at[label].end))
        yield Group(
            group_entity(phrase.label, members, scope), phrase.label, tuple(members), phrase.start, phrase.end, RULE
        )
