"""Region names: named areas that are no administrative division, told by their shape.

Pattern: what is proper to the name, then general words, then a head: 沈阳|现代化|都市圈, 哈大齐绥|新能源|产业带, 胡台|新城. Proper are a
place, a part of one (辽西), a river, a chain of cities' characters, and before some heads (新区, 科学城) any proper word. A verb
inside belongs to the name only where the text treats the whole as one name again and again.

Accepted: «辽西融入京津冀协同发展战略先导区», one region; «推动胡台新城建设».
Refused: a bare «示范区» or «开发区»; «推动甲市融入京津冀», where 融入 is the verb; «统筹协调自贸试验区», whose verbs name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from extract.gazetteer import gazetteer
from extract.grammar.acting_region_names import acting_regions
from extract.grammar.marked_region_names import marked_regions
from extract.names.name import Name, free_of
from extract.names.region_page import Page, chain_start, homograph_start, is_chained, is_general, is_proper, page_of
from extract.names.region_words import is_general_name, region_heads
from extract.names.roles_like_regions import is_role_here
from extract.numerals import SEVERAL
from extract.scanning import occurrences
from extract.values import Entity
from extract.wordlists import any_of, names_of
from extract.words import Word, is_known

_LONGEST = 24
_ROUND = "环泛沿"
_COUNTRIES = re.compile(f"中{any_of('characters_of_partners.txt')}")
"""China and another country by their characters."""
_WIDER = ("地区", "区域")
_BUILT = "建设"
"""What a role's head stands before where all of it is a name: 推进襄阳融入…先行区建设."""
_OPEN = re.compile(r"[\u4e00-\u9fff]")
"""What may go on with a name."""
_LONGER_HEAD = "域别号"
_DIVISIONS = "省市县区旗州盟"
_INSIDE = "里内中"
_COUNTED = re.compile(rf"\d个|[{SEVERAL}][个大]")
"""«90个普惠金融发展示范区» and «甲片区、乙片区两个片区» are several, and none by name."""
_LINKED = ("nz", "j")
_DASHES = ("—", "-")


def _first_part(page: Page, head: int) -> tuple[list[Word], int | None]:
    """What stands before a head within one word of the dictionary with it: 南阳|盆地."""
    over = page.word_over(head)
    if over is None or not over.tag.startswith("ns"):
        return [], None
    part = Word(over.start, head, page.text[over.start : head], "ns")
    natural = over.text.endswith(names_of("landscapes.txt")) and len(part.text) > 1
    return [part], (part.start if natural or part.text in gazetteer().by_name else None)


def _run(page: Page, low: int, head: int) -> tuple[list[Word], int | None]:
    """The nominal words before a head, the last first, and the leftmost offset among them at which a place begins.

    Another region's head ends them, unless nothing proper stands between the two.
    """
    words, place = _first_part(page, head)
    position = words[-1].start if words else head
    while position > low:
        word = page.word_before(position)
        if word is None:
            break
        ranked = bool(words) and words[-1].text in names_of("ranks_of_roles.txt")
        if word.text in names_of("region_heads.txt") and (
            place is not None or ranked or _proper_start(words) is not None
        ):
            break
        place = word.start if position in page.proper else place
        words.append(word)
        position = word.start
    return words, place


def _proper_start(words: Sequence[Word]) -> int | None:
    """Where a proper word begins that has only general words between it and the head."""
    for at, word in enumerate(words):
        if is_proper(word):
            further = takewhile(is_proper, words[at + 1 :])
            return min([word.start, *(one.start for one in further)])
        if not is_general(word) and word.text not in names_of("region_heads.txt"):
            return None
    return None


def _over_dash(page: Page, start: int) -> int:
    """Where a name begins that one dash joins to the place or proper word before it: 天津滨海-|中关村科技园.

    A chain of dashes parts things of their own.
    """
    if start < 2 or page.text[start - 1] not in _DASHES:
        return start
    word = page.word_before(start - 1)
    if word is None:
        return start
    wider = page.proper.get(word.start)
    first = word.start if wider is None else wider
    proper = wider is not None or word.end in page.proper or is_proper(word)
    return first if proper and page.text[first - 1 : first] not in _DASHES else start


def _start(page: Page, low: int, head: int, end: int) -> int | None:
    """Where the region's name begins whose head lies at an offset; None where none does."""
    words, place = _run(page, low, head)
    start = chain_start(page, head) if place is None else place
    if start is None and page.text[head:end] in names_of("proper_region_heads.txt"):
        start = _proper_start(words)
    elif start is None and words and is_proper(words[0]) and not is_known(words[0].text):
        start = words[0].start
    if start is None:
        return homograph_start(page, head, end)
    linked = page.words.get(start)
    if linked is not None and len(linked.text) > 1 and (is_chained(linked) or linked.tag.startswith(_LINKED)):
        return linked.start if is_proper(linked) else start
    if start > 1 and _COUNTRIES.fullmatch(page.text, start - 2, start):
        return start - 2  # 中新|天津生态城
    return start - 1 if start and (page.text[start - 1] in _ROUND or _is_greater(page, start)) else start


def _is_greater(page: Page, start: int) -> bool:
    """«大南昌都市圈»: a 大 of its own before a name."""
    before = page.words.get(start)
    return before is not None and before.text == "大"


def _with_verb(page: Page, low: int, head: int, end: int, start: int | None) -> int | None:
    """Where the name begins whose verb stands inside it, if the text has the whole more than once: 辽西融入…先导区."""
    words, _ = _run(page, low, head)
    left = words[-1].start if words else head
    verb = page.words.get(left)
    if verb is None or verb.text not in names_of("verbs_in_region_names.txt"):
        return start
    first = page.proper.get(verb.start)
    if first is None:
        return start
    built = page.text[head:end] in names_of("role_region_heads.txt") and page.text.startswith(_BUILT, end)
    return first if built or page.text.count(page.text[first:end]) > 1 else start


def _own_start(page: Page, start: int, head: int) -> int:
    """Where a name begins behind the divisions that it lies in: 甘肃省定西市|临洮经济开发区, 安定区|西川片区."""
    ends = page.behind
    end = ends.get(start, start)
    while end < head and page.text[end - 1] in _DIVISIONS and (end in ends or not is_general_name(page.text[end:head])):
        start, end = end, ends.get(end, end)
        if end == start:
            break
    return start


def _ends_word(page: Page, end: int) -> bool:
    """Whether no word of the language runs over the end of a head: 开发区域 does, not what the cutter guesses, nor 城里."""
    over = page.word_over(end)
    return over is None or not is_known(over.text) or (over.end == end + 1 and page.text[end] in _INSIDE)


def _spans(page: Page, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    text = page.text
    for head, end, word in region_heads().find(text):
        if not _ends_word(page, end) or end in page.named or text[end : end + 1] in set(_LONGER_HEAD):
            continue
        low = max(0, head - _LONGEST)
        start = _with_verb(page, low, head, end, _start(page, low, head, end))
        start = _own_start(page, start, head) if start is not None else None
        if (
            start is None
            or head - start < 2
            or _COUNTED.search(text, max(start - 2, 0), head)
            or not free_of(blocked, start, end)
            or is_role_here(page, start, word)
        ):
            continue
        if word != "新城" or text[head - 1] not in "省市县区":
            yield _over_dash(page, start), end


def _surroundings(text: str, places: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """What lies round a place: 环珠三角地区, not 环太湖公路."""
    for name in places:
        wider = next((word for word in _WIDER if text.startswith(word, name.end)), "")
        whole = wider or text.endswith(_WIDER, name.start, name.end) or not _OPEN.match(text, name.end)
        if name.start and text[name.start - 1] in _ROUND[:2] and whole:
            yield name.start - 1, name.end + len(wider)


def find_regions(text: str, blocked: Sequence[tuple[int, int]], places: Iterable[Name]) -> tuple[Name, ...]:
    """Return the regions in a folded text that their shape shows.

    Arguments: text, folded; blocked, sorted spans that are not read; places, names found by `find_places`. Where one
    region's name is another's with a place before it (上海虹桥商务区, 虹桥商务区), both are the longer one.

    >>> from extract.names.places import find_home, find_places
    >>> def keys(text):
    ...     names = find_regions(text, [], find_places(text, [], find_home(text, []))[0])
    ...     return [name.entities[0].key for name in names]
    >>> keys("建设辽西融入京津冀协同发展战略先导区、辽宁沿海经济带。辽西融入京津冀协同发展战略先导区建设提速。")
    ['辽西融入京津冀协同发展战略先导区', '辽宁沿海经济带', '辽西融入京津冀协同发展战略先导区']
    >>> keys("推动沈阳融入京津冀城市群，在示范区和开发区试点，统筹协调自贸试验区")
    ['京津冀城市群']
    >>> keys("推动胡台新城、哈大齐绥新能源产业带建设")
    ['胡台新城', '哈大齐绥新能源产业带']
    >>> keys("支持天津滨海-中关村科技园、横沙新洲产业园、长春净月高新区")
    ['天津滨海-中关村科技园', '横沙新洲产业园', '长春净月高新区']
    """
    ordered = sorted(places, key=lambda name: name.start)
    page = page_of(text, ordered)
    spans = {*_spans(page, blocked), *marked_regions(text, blocked), *_surroundings(text, ordered)}
    spans |= {*acting_regions(page, blocked)}
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    named = {text[name.start : name.end] for name in ordered}
    labels = {text[start:end] for start, end in kept}
    kept += [span for span in _repeats(text, blocked, labels, named) if free_of(sorted(kept), *span)]
    labels = {text[start:end] for start, end in kept}
    whole = {_short(label, named): label for label in sorted(labels, reverse=True)}
    return tuple(
        Name(start, end, "place", (Entity("Region", _unquoted(whole.get(text[start:end], text[start:end]))),))
        for start, end in sorted(kept)
    )


def _unquoted(label: str) -> str:
    return label.replace("“", "").replace("”", "")


def _short(label: str, places: Collection[str]) -> str:
    """The label without the place that it begins with; empty where that is all or where nothing but a head remains."""
    first = next((label[:end] for end in range(len(label), 0, -1) if label[:end] in places), "")
    rest = label.removeprefix(first) if first else ""
    return "" if len(rest) < 4 or is_general_name(rest) else rest


def _repeats(
    text: str, blocked: Sequence[tuple[int, int]], labels: Iterable[str], places: Collection[str]
) -> Iterator[tuple[int, int]]:
    """Later uses of a region's name without its place: 虹桥商务区 for 上海虹桥商务区."""
    for label in sorted(labels):
        short = _short(label, places)
        if short and short in text.replace(label, ""):
            longer = label.removesuffix(short)
            for start, end in occurrences(short, text):
                if free_of(blocked, start, end) and not text.endswith(longer, 0, start):
                    yield start, end
