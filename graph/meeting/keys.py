"""What two names of a document have in common when they name the same one: its title and its number, in one dress."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from extract.grammar.characters import fold
from extract.numerals import COUNTING
from extract.tables import read_names
from extract.wordlists import alternation, names_of

_MARKS = re.compile(r"[\s《》〈〉“”‘’\"'＂＇「」『』〝〞]")
_SENT_ON = re.compile(r"(?:.{0,60}?)关于印发(?P<sent>.{4,}?)的通知(?:（[^（）]*号）)?")
_OPENING = re.compile(r"[\[【（(]")
_CLOSING = re.compile(r"[\]】）)]")
_NO_NAME = Path(__file__).with_name("words") / "no_name_of_their_own.txt"
_LEAST = 4
"""Characters of a title that is a name."""


def title_key(title: str) -> str:
    """Return a title without what differs between those who write it; empty where it is no name that only one document has.

    Title marks, quotation marks, blanks and the notice around it («…关于印发…的通知») are left out.

    >>> title_key("国务院关于印发“十四五”现代能源体系规划的通知") == title_key("《“十四五” 现代能源体系规划》")
    True
    >>> title_key("甲省政府关于印发甲省海洋发展规划的通知（甲政发〔2021〕5号）")
    '甲省海洋发展规划'
    >>> title_key("《政府工作报告》"), title_key("《实施方案（2023—2025年）》"), title_key("《某规划》政策解读")
    ('', '', '某规划政策解读')
    """
    bare = _MARKS.sub("", fold(unicodedata.normalize("NFC", title)))
    sent = _SENT_ON.fullmatch(bare)
    key = sent["sent"] if sent else bare
    return key if len(key) >= _LEAST and not _without_a_name().fullmatch(key) else ""


def number_key(number: str) -> str:
    """Return a document number with one kind of brackets and without blanks.

    >>> {number_key(said) for said in ("国发〔2025〕8号", "国发[2025]8号", "国发（2025） 8 号", "国发【2025】8号")}
    {'国发〔2025〕8号'}
    """
    bare = "".join(unicodedata.normalize("NFKC", number).split())
    return _CLOSING.sub("〕", _OPENING.sub("〔", bare))


@lru_cache(maxsize=1)
def _without_a_name() -> re.Pattern[str]:
    words = [*names_of("bare_genres.txt"), *names_of("genre_modifiers.txt"), *read_names(_NO_NAME)]
    return re.compile(f"(?:{alternation(words)}|[0-9{COUNTING}两〇（）—·、]+)+")
