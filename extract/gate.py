"""The gate: what no rule may lay down, whatever it read, refused by class.

Accepted: «国际航运中心», «“数字辽宁”高地».
Refused: «折扣4.2折”“划线», whose marks do not pair; «我们报道了», a clause; «甲产业、乙产业» as one industry; «2025年» as an indicator.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from extract.findings import Claim, Coined, Finding
from extract.numerals import FIVE_YEAR_PLAN
from extract.values import Entity
from extract.wordlists import names_of
from extract.words import tagged

_PAIRS = ("“”", "（）", "《》", "「」", "【】", "〔〕", "()", "[]")
_LONGEST: Mapping[str, int] = {
    "Region": 40, "PlaceGroup": 60, "Industry": 30, "Center": 90, "Positioning": 90, "Organization": 60, "Target": 120,
}  # fmt: skip
"""Code points of the label of a thing of a class; what may be a sentence (a task, a goal) has no bound."""
_NO_CLAUSE = frozenset(("Region", "Industry", "Organization"))
_NO_LIST = frozenset(("Region", "Industry"))
_LISTING = "、；，。"
_YEAR = re.compile(r"[到至]?(?:(?:19|20)\d\d年?|[今明去]年)(?:\d{1,2}月)?[底末前初]?")
_PLAN = re.compile(rf"{FIVE_YEAR_PLAN}(?:时期|期间|末)?")


@lru_cache(maxsize=16384)
def refusal(kind: str, label: str) -> str:
    """Return the class of what is wrong with a label; empty where nothing is.

    Arguments: kind, class of the thing that has the label, `indicator` for what a target measures; label.

    >>> [refusal("Region", label) for label in ("沈阳都市圈", "我们报道了", "甲新区、乙新区", "新区”“老区", "新区\\x07")]
    ['', 'clause', 'list', 'unbalanced', 'control']
    >>> refusal("indicator", "2025年"), refusal("indicator", "地区生产总值"), refusal("Region", "新" * 50)
    ('time', '', 'long')
    """
    if not label or label != label.strip() or any(unicodedata.category(char)[0] == "C" for char in label):
        return "control"
    if not all(_is_balanced(label, *pair) for pair in _PAIRS):
        return "unbalanced"
    if len(label) > _LONGEST.get(kind, len(label)):
        return "long"
    if kind in _NO_LIST and any(mark in label for mark in _LISTING):
        return "list"
    if kind in _NO_CLAUSE and any(word.text in names_of("never_in_names.txt") for word in tagged(label)):
        return "clause"
    is_time = kind == "indicator" and (_YEAR.fullmatch(label) or _PLAN.fullmatch(label))
    return "time" if is_time else ""


def _is_balanced(label: str, opening: str, closing: str) -> bool:
    if opening not in label and closing not in label:
        return True
    depth = 0
    for char in label:
        depth += (char == opening) - (char == closing)
        if depth < 0:
            return False
    return depth == 0


def passed(found: Sequence[Finding]) -> tuple[list[Finding], tuple[tuple[str, int], ...]]:
    """Return the findings whose things may be laid down, and how many others were refused, by class.

    >>> from extract.values import Description
    >>> bad = Description(Entity("Region", "我们报道了"), "我们报道了")
    >>> passed([Coined(bad, 0, 5), Coined(bad, 9, 14)])
    ([], (('clause', 1),))
    """
    labels = {one.description.entity: one.description.label for one in found if isinstance(one, Coined)}
    wrong = {one: reason for one in _entities(found) if (reason := refusal(one.kind, labels.get(one, one.name)))}
    for one in found:
        if isinstance(one, Coined):
            indicator = dict(one.description.attributes).get("indicator")
            if isinstance(indicator, str) and (reason := refusal("indicator", indicator)):
                wrong[one.description.entity] = reason
    kept = [one for one in found if not wrong.keys() & set(_entities([one]))]
    return kept, tuple(sorted(Counter(wrong.values()).items()))


def _entities(found: Iterable[Finding]) -> Iterator[Entity]:
    for one in found:
        if isinstance(one, Claim):
            yield one.subject
            if isinstance(one.object, Entity):
                yield one.object
        else:
            yield one.description.entity
