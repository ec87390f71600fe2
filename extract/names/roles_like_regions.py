"""What looks like a region's name and is a role: 打造|沈阳现代农业示范区; 建设|豫南生态经济示范区 names an area by whose it is."""

from __future__ import annotations

import re

from extract.gazetteer import gazetteer
from extract.grammar.positionings import VERB
from extract.names.region_page import Page, is_chained, is_city_chain
from extract.wordlists import names_of
from extract.words import words_within

_CLAUSE = 80
_AS_ROLE = re.compile("为[^，。；]{0,6}定位$|为[^，。；]{0,6}定位(?=[，。；])")
"""«以甲示范区、乙引领区为发展定位»."""
_PART = 2
"""Characters of a part of a province: 豫南."""


def is_role_here(page: Page, start: int, head: str) -> bool:
    """Whether what looks like a region's name says what a place is to become.

    Arguments: page; start of the name, in code points; head, its last word.

    >>> from extract.names.region_page import page_of
    >>> text = "打造沈阳现代农业示范区，建设豫南生态经济示范区。"
    >>> is_role_here(page_of(text, []), 2, "示范区"), is_role_here(page_of(text, []), 14, "示范区")
    (True, False)
    """
    behind = page.behind.get(start, start)
    if page.text.startswith(names_of("reaches_of_roles_alone.txt"), behind):
        return True  # 崇明世界级生态岛
    if head not in names_of("role_region_heads.txt") or _spells_places(page, start):
        return False
    low = max(
        max(0, start - _CLAUSE), *(page.text.rfind(mark, max(0, start - _CLAUSE), start) + 1 for mark in "，。；：\n")
    )
    high = next((at for at in range(start, min(len(page.text), start + _CLAUSE)) if page.text[at] in "，。；\n"), start)
    return VERB.search(page.text, low, start) is not None or _AS_ROLE.search(page.text, start, high) is not None


def _spells_places(page: Page, start: int) -> bool:
    """Whether a name begins with a part of a province or with cities' characters, which are whose area it is: 豫南…示范区."""
    end = page.behind.get(start)
    if end is not None:
        return page.text[start:end] not in gazetteer().by_name and end - start == _PART
    word = next(iter(words_within(page.text, start, start + 1)), None)
    if word is None or word.text in gazetteer().by_name:
        return False
    return is_chained(word) and is_city_chain(word.text)
