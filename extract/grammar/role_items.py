"""Role items: the noun phrases that an object lists, each of which may be a role.

Pattern: «A、B和C»: parts end with the head of a role; one that does not belongs to the next.

Accepted: «合作共赢、富有活力的示范区», one item; «物流中心和科创高地», two.
Refused: «创新共同体», which ends with no head; «东北振兴与京津冀协同发展战略协作区» parted at its 与.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.grammar.role_heads import TELLING, ends_as_a_role, head_of
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_LONGEST = 90
_LONGEST_HEAD = 4
_OWNERS = re.compile(r"(?:P|“[^”]{1,4}”)(?:[、h](?:P|“[^”]{1,4}”))+[NIKJ]{0,3}t")
"""«甲区、乙圈的辐射带动区», «甲省、乙市生物产业的聚集区»: of whom a role is said, which parts no items."""
_SAID_OF_NAME = re.compile("t?[NIHKJY]{1,4}")
"""What stands between a quoted name and the end of its noun: 的城市名片."""


class RoleItem(NamedTuple):
    """One item of a list, by tokens; `head` is `word`, `tail`, `phrase` or `numbered` by what it ends with, `shared` bare.

    `modified` are the tokens of an earlier item that modify a bare head too: 现代化的【先行区】、示范区; empty for most.
    """

    first: int
    last: int
    head: str
    modified: tuple[int, int] = (0, 0)


def role_items(tokens: Tokens, first: int, last: int) -> Iterator[RoleItem]:
    """Yield the items that tokens list, in order; what follows the head of the last item is left out.

    Arguments: tokens; first token of the object and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def items(text):
    ...     row = tokenize(text, ())
    ...     return [row.written(item.first, item.last) for item in role_items(row, 0, len(row.letters))]
    >>> items("东北振兴与京津冀协同发展战略协作区、国际物流中心和科创高地")
    ['东北振兴与京津冀协同发展战略协作区', '国际物流中心', '科创高地']
    >>> items("合作共赢、富有活力的绿色发展示范区"), items("创新共同体")
    (['合作共赢、富有活力的绿色发展示范区'], [])
    >>> items("联动亚欧大通道与陆海新通道的转换中心、服务装备制造及国防工业的组织中心")
    ['联动亚欧大通道与陆海新通道的转换中心', '服务装备制造及国防工业的组织中心']
    >>> items("现代化建设的先行区、示范区"), items("“开放示范县、森林先行县”")
    (['现代化建设的先行区', '示范区'], ['开放示范县', '森林先行县'])
    >>> row = tokenize("现代化的绿色发展起步区、示范区", ())
    >>> [row.written(*one.modified) for one in role_items(row, 0, len(row.letters))]
    ['', '现代化的绿色发展']
    """
    first, last = _unquoted(tokens, first, _name_alone(tokens, first, last))
    waiting = first
    modified = (0, 0)
    depth, found, before = 0, False, (first, first)
    owners = _OWNERS.match(tokens.letters, first, last)
    for index in range(first, last + 1):
        letter = tokens.letters[index] if index < last else "、"
        if letter == "h" and (_rises(tokens, waiting, index) or _is_governed(tokens, waiting, index, last)):
            continue
        if index + 1 < last and tokens.word(index).isspace() and tokens.letters[index + 1] not in "“（":
            waiting = index + 1  # a headline: 【座谈会强调】 打造A
            continue
        apart = depth == 0 and _opens_next(tokens, waiting, index, last)
        ends = letter in "、he，" or apart or (depth == 0 and _names_all(tokens, waiting, index, last))
        if letter in "“（":
            depth += 1
        elif letter in "”）":
            depth -= 1
        if owners is not None and index < owners.end():
            continue
        if (depth > 0 and letter not in "“（") or not ends or index <= waiting:
            if index == waiting and letter in "、h":
                waiting = index + 1
            continue
        end, head = _trimmed(tokens, waiting, index, index == last or letter == "e")
        wide = index - waiting > 1 and (found or "t" in tokens.letters[waiting:index])
        if not head and wide and tokens.letters[index - 1] == "H":
            end, head = index, "tail"  # a region's head, said of a place: 富有活力的口岸
        if _modifies_next(tokens, waiting, index, last) or (letter == "h" and _is_open(tokens, waiting, index)):
            continue
        if head and (letter != "h" or _is_whole(tokens, waiting, end)):
            found, before = True, (waiting, end)
            yield RoleItem(waiting, end, head)
            modified = _modifiers(tokens, waiting, end) or modified
            waiting = index + (not apart)
        elif letter == "、" and tokens.letters[index - 1] == "E":
            waiting = index + 1  # 推进甲项目、国家级示范区建设
        elif (
            not head
            and modified[1]
            and "Q" not in tokens.letters[slice(*before)]
            and _is_bare_head(tokens, waiting, index)
        ):
            yield RoleItem(waiting, index, "shared", _shared_by(tokens, modified, before, index))
            waiting = index + 1
        if letter in "e“（" and not apart:
            return


def _rises(tokens: Tokens, first: int, joint: int) -> bool:
    """Whether a joint rises from one place to a wider one within an item: 吉林省【乃至】东北地区发展的增长极."""
    rising = tokens.word(joint) in names_of("rising_joints.txt")
    return rising and head_of(tokens.written(first, joint)) != "word"


def _is_governed(tokens: Tokens, first: int, joint: int, last: int) -> bool:
    """Whether a joint parts what the verb of an item governs up to its 的: 联动甲通道【与】乙通道的转换中心."""
    part = next((at for at in range(joint, last) if tokens.letters[at] in "、，"), last)
    governs = tokens.letters[first] in "VLG" or has_class(tokens.word(first), "partnering")
    return governs and "t" in tokens.letters[joint:part] and "t" not in tokens.letters[first:joint]


def _opens_next(tokens: Tokens, first: int, index: int, last: int) -> bool:
    """«打造“A”“B”»: another quoted item right behind a quoted one."""
    letters = tokens.letters
    return index < last and letters[first] == "“" and letters[index] == "“" and letters[index - 1] == "”"


def _names_all(tokens: Tokens, first: int, index: int, last: int) -> bool:
    """«…高地“一区两高地”», «…高地（双高地）»: what stands behind a head in quotation marks or brackets names the list."""
    letter = tokens.letters[index] if index < last else ""
    return letter == "（" or (letter == "“" and first < index and bool(head_of(tokens.written(first, index))))


def _name_alone(tokens: Tokens, first: int, last: int) -> int:
    """«“世界中医药之都”城市名片»: the end of an object without what says that its quoted name is one."""
    letters = tokens.letters
    close = letters.find("”", first, last) if letters.startswith("“", first) else -1
    said = close > 0 and tokens.word(last - 1) in names_of("words_for_a_name.txt")
    return close + 1 if said and _SAID_OF_NAME.fullmatch(letters, close + 1, last) else last


def _unquoted(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
    """«“A、B”»: a list that is quoted whole is read as one that is not."""
    letters = tokens.letters
    quoted = letters.startswith("“", first) and letters.find("”", first, last) == last - 1
    return (first + 1, last - 1) if quoted and "、" in letters[first:last] else (first, last)


def _modifies_next(tokens: Tokens, first: int, end: int, last: int) -> bool:
    """Whether a part with a preposition modifies the item behind it: 立足湾区、面向世界的平台."""
    following = tokens.letters.find("t", end, last)
    return tokens.letters[first] == "p" and "t" not in tokens.letters[first:end] and following > 0


def _is_open(tokens: Tokens, first: int, index: int) -> bool:
    """«以名城和古都为特色的城市»: a 和 between 以 and 为 parts no items."""
    return tokens.word(first) == "以" and "p" not in tokens.letters[first:index]


def _modifiers(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """The tokens of an item up to its last 的."""
    at = tokens.letters.rfind("t", first, last)
    return (first, at + 1) if at > first else None


def _shared_by(tokens: Tokens, modified: tuple[int, int], before: tuple[int, int], end: int) -> tuple[int, int]:
    """What modifies a bare head too: all of the item before but its own head, where that is a word of the kind, else up to its last 的."""
    start, last = before
    alike = tokens.letters[last - 1] == "H" and tokens.word(last - 1)[-1] == tokens.word(end - 1)[-1]
    return (start, last - 1) if alike and start == modified[0] else modified


def _is_bare_head(tokens: Tokens, first: int, last: int) -> bool:
    label = tokens.written(first, last)
    return 2 <= len(label) <= _LONGEST_HEAD and ends_as_a_role(label)


def _is_whole(tokens: Tokens, first: int, last: int) -> bool:
    """Whether what stands left of a 和 is an item by itself: it has more than its head."""
    return last - first > 1 or len(tokens.written(first, last)) >= TELLING


def _renewed(tokens: Tokens, first: int, end: int) -> str:
    """«生态美的新福建»: a place made new is a role of it, where more is said of it than that."""
    renewed = end - first > 2 and tokens.letters[end - 1] == "P" and tokens.word(end - 2) == "新"
    return "tail" if renewed else ""


def _trimmed(tokens: Tokens, first: int, last: int, closes: bool) -> tuple[int, str]:
    """The end of an item without what stands behind its head, and its kind of head; only what closes a list goes on behind it."""
    end = last
    while end > first and tokens.letters[end - 1] == "x":
        end -= 1
    last = end
    while end > first:
        label = tokens.written(first, end)
        if len(label) <= _LONGEST and (head := head_of(label) or _renewed(tokens, first, end)):
            return end, head
        if last - end >= 1 or not closes:
            break
        end -= 1
    return last, ""
