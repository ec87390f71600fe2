"""Role objects: how far what stands behind a verb of becoming reaches.

Pattern: «打造A、B», up to another verb, another place's verb, «…的战略定位», «…的意见» or what only serves A.

Accepted: «成为科技创新中心建设跃升的主阵地», whose verb stands within the name of what a place is to become.
Refused: «打造开放高地、加快建设物流枢纽» as one object, since another verb opens the second.
"""

from __future__ import annotations

import re

from extract.grammar.nominal_role_frames import says_role
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_OWN_VERB = re.compile(r"[、h，]?P(?:[、h]P)*[eNQ]{0,2}[AU]*(?:J?[DF][AU]*)?B")
"""Another place with a verb of its own ends the object: 支持甲市打造A、乙市建设B."""
_NEXT_VERB = re.compile(r"(?:[、h]|[、h]?A)[AUL]*B|[、h][AU]+[DLGV](?![NHJ]*t)|[、h]L[PNJ]")
_AS, _IS = "作为", "是"


def object_end(tokens: Tokens, verb: int, start: int, last: int) -> int:
    """Return the token behind an object: where another verb or another place's verb begins, or the quotation closes.

    Arguments: tokens; verb of becoming; start of its object; last, the token behind its clause.

    >>> from extract.tokens import tokenize
    >>> def objects(text):
    ...     row = tokenize(text, ())
    ...     verb = row.letters.index("B")
    ...     return row.written(verb + 1, object_end(row, verb, verb + 1, len(row.letters)))
    >>> objects("打造开放高地、加快建设物流枢纽"), objects("成为科技创新中心建设跃升的主阵地")
    ('开放高地', '科技创新中心建设跃升的主阵地')
    """
    letters = tokens.letters
    depth = 0
    for index in range(start, last):
        letter = letters[index]
        if letter in "“（":
            depth += 1
        elif letter in "”）":
            depth -= 1
            if depth < 0:
                return index
        elif depth == 0 and index > start and _closes(tokens, start, index, last):
            goes_on = has_class(tokens.word(verb), "firmly_becoming") and _describes(tokens, index, last)
            if not goes_on:
                return index
    return last


_MISSION = re.compile("[JNYKV]+")
_PERIODS = names_of("periods.txt")
_DESCRIBING = re.compile(r"、[^、，；t“”]+t[JNIHY]*H(?=[、，；eh]|$)")


def _describes(tokens: Tokens, index: int, last: int) -> bool:
    """«成为…先锋、全面建设现代化国家的排头兵»: a verb behind a mark that describes the next role of the list, up to its 的."""
    mark = index - 1 if tokens.letters[index] == "A" else index
    return _DESCRIBING.match(tokens.letters, mark, last) is not None


_WITHIN_ITEM = re.compile("V[VNJYI]{0,3}H(?=[、，；h]|$)")
"""«门户城市【开发】开放引领区»: a verb inside the name of what a place is to become."""
_DESCRIBED_WITHIN = re.compile("B[VNY]t[JNIHY]{0,4}H(?=[、，；e]|$)")
"""«国际科技创新中心【建设跃升的】主阵地»: a verb within the name of what a place is to become, up to its 的."""
_SERVING = re.compile("t?(?:TN|[mJQT]{0,2})")


def _tries_out(tokens: Tokens, index: int, last: int) -> bool:
    """«国家海绵城市建设试点城市»: a verb inside the name of what is tried out."""
    tried = index + 1 < last and has_class(tokens.word(index + 1), "trying_out")
    return tried and tokens.letters[index - 1] == "H" and has_class(tokens.word(index), "also_making")


def _serves(tokens: Tokens, index: int, last: int) -> bool:
    """Whether what follows a role is a text or a means that only serves it: 建设A的【重要抓手】, 打造A【若干措施】."""
    behind = _SERVING.match(tokens.letters, index, last)
    return behind is not None and behind.end() < last and has_class(tokens.word(behind.end()), "aiming_at_roles")


def _closes(tokens: Tokens, start: int, index: int, last: int) -> bool:
    """Whether an object ends before a token: at «…的战略定位», «…的使命», «…为目标», at a verb of its own or of another place."""
    letters = tokens.letters
    letter = letters[index]
    if letters.startswith("——", index) or tokens.word(index) in names_of("ranks_behind_roles.txt"):
        return True
    if letter in "tp" and says_role(tokens, index + 1, last):
        return True
    if letter == "t" and letters[index - 1] == "H" and tokens.word(last - 1).endswith(_PERIODS):
        return True  # 处于加快建设示范区的关键时期
    if letter == "t" and letters[index - 1] == "H" and tokens.word(start - 1) == _AS:
        return True  # 作为第一家园的效应
    if letter == "Q" and letters[index - 1] == "H" and letters.startswith(("K", "H"), index + 1):
        return True  # 建设A、B、C3个方面, 建设甲中心、乙中心两大中心
    if letter in "tmJT" and letters[index - 1] == "H" and _serves(tokens, index, last):
        return True  # 出台打造A的意见, 打造A若干措施
    if letter == "t" and letters[index - 1] == "H" and _MISSION.fullmatch(letters, index + 1, last):
        return has_class(tokens.word(start - 1), "firmly_becoming")  # 打造成为重要门户的光荣使命
    if letter == "B" and (_tries_out(tokens, index, last) or _DESCRIBED_WITHIN.match(letters, index, last)):
        return False
    if letter == "B" and (letters[index - 1] == "H" or tokens.word(index) == _IS):
        return True  # 建设省域副中心城市打造重要发展极; 建设高标准农田是…
    if (
        letter in "GV"
        and letters[index - 1] == "H"
        and letters[index - 2] not in "、h"
        and any(has_class(tokens.word(index), kind) for kind in ("measuring", "making", "contributing"))
        and not _WITHIN_ITEM.match(letters, index, last)
    ):
        return True  # 打造新兴产业聚集地实现新突破
    if letter in "、hPA" and _OWN_VERB.match(letters, index, last) and letters[index - 1] != "t":
        return True
    return letter in "、hA" and _NEXT_VERB.match(letters, index, last) is not None
