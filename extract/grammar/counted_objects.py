"""Counted objects: the noun behind its number, where a verb of making governs both: «新增2家千亿级园区», «布局50个特色集群».

The noun ends with its clause, its list or before the next number. A head written once, behind the last number, belongs to each:
«6个世界级、7个国家级产业集群».

Accepted: «完成200条背街小巷整治», of which 背街小巷整治 is counted.
Refused: «推动4个产业基地提质升级», where what stands behind is a clause of its own.
"""

from __future__ import annotations

import re

from extract.grammar.measured_nouns import Noun
from extract.tokens import Tokens, has_class
from extract.wordlists import any_of, names_of

_CLOSES = frozenset("NHKEIYW”ZP）")
_REFUSED = frozenset("LGTUX《；：。Qpigut")
_STOPS = frozenset("，；：。n（")
_KINDS = ("级", "型", "类", "性")
_LONGEST = 32
_AIM = "目标"
_HAVING = "具有"
_DESCRIBED = re.compile("[NJEHIYFL]{0,5}(?:J|JG|NHV|HV|EV)t")
"""How what is counted is: 10家【行业一流的】企业, 20家【国际领先的】企业, 30个【居民满意的】社区; not 3个片区的改造."""
_OWN_COUNTS = frozenset("项条个大")
_ITEMS = re.compile(rf"{any_of('counted_by_the_text.txt')}$")


def noun_behind(tokens: Tokens, first: int, last: int) -> Noun | None:
    """The noun phrase that begins behind a number; None where none stands there, or where it is part of a clause.

    Arguments: tokens; first, the one behind the number and its comparison; last, the one behind the clause.

    >>> from extract.tokens import tokenize
    >>> def told(text):
    ...     tokens = tokenize(text, [])
    ...     noun = noun_behind(tokens, 0, len(tokens.letters))
    ...     return noun and noun.words
    >>> told("背街小巷整治"), told("产业集群和20个园区"), told("产业基地提质升级"), told("先进制造业、现代服务业集群")
    ('背街小巷整治', '产业集群', None, '先进制造业、现代服务业集群')
    >>> told("行业一流的头部品牌"), told("片区的改造")
    ('头部品牌', None)
    """
    letters = tokens.letters
    start = first + (first < last and letters[first] == "t")
    described = _DESCRIBED.match(letters, start, last)
    if start < last and tokens.word(start) == _HAVING:
        start = letters.find("t", start, last) + 1 or start  # 10款以上【具有标识度的】品牌
    elif described is not None:
        start = described.end()
    end, depth = start, 0
    while end < last:
        letter = letters[end]
        depth += (letter == "“") - (letter == "”")
        if depth <= 0 and (letter in _STOPS or (letter in "、h" and not _goes_on(tokens, end + 1, last))):
            break
        if depth <= 0 and letter in _REFUSED and not _belongs(tokens, end):
            return None
        end += 1
    if end == start or not (
        letters[end - 1] in _CLOSES
        or tokens.word(end - 1) == _AIM
        or _is_kind(tokens, end)
        or has_class(tokens.word(end - 1), "deeds")
        or tokens.word(end - 1) in names_of("bare_measures.txt")
    ):
        return None
    words = tokens.written(start, end)
    whole = words.count("“") == words.count("”") and "（" not in words
    if end < last and letters[end] == "（":
        end = letters.find("）", end, last) + 1 or end  # 生产线（车间）
    return Noun(start, end, words, "", -1) if whole and 1 < len(words) <= _LONGEST else None


_FOR = "为"
_WHOM = frozenset("NJHIKEYZt“”、h")
"""Letters of whom or what something is done for."""


def served_behind(tokens: Tokens, run: int, first: int, last: int) -> Noun | None:
    """What is done for so many: «为10万名残疾人提供基本康复服务»; None where nothing is.

    Arguments: tokens; run, the first token of the number with what leads to it; first, the one behind them; last, of the clause.

    >>> from extract.tokens import tokenize
    >>> tokens = tokenize("为10万名残疾人提供基本康复服务。", [])
    >>> served_behind(tokens, 0, 2, len(tokens.letters)).words
    '为残疾人提供基本康复服务'
    """
    if _FOR not in {tokens.word(run), tokens.word(max(run - 1, 0))}:
        return None
    start = first + (tokens.letters[first] == "t")
    stop = next((at for at in range(first, last) if tokens.letters[at] in _STOPS), last)
    verb = next((at for at in range(start, stop) if has_class(tokens.word(at), "serving")), stop)
    whom, done = tokens.letters[start:verb], tokens.letters[verb + 1 : stop]
    if not whom or not done or not set(whom) <= _WHOM or set(done) & set("Qm"):
        return None
    return Noun(start, stop, _FOR + tokens.written(start, stop), "", -1)


_DONE_FOR = re.compile("[AUTr，]*(?P<done>p[NJHEKIt]{1,6}[VY][VYNEK]{0,3})")
"""Whom something is done for and what, before its number: 【为经营主体减负】1000亿元, 【为群众办实事】100件."""


def served_before(tokens: Tokens, low: int, high: int) -> Noun | None:
    """What is done for somebody, before how much or how many; None where nothing is.

    Arguments: tokens; low, the first that may belong to it; high, the first of the comparison behind it.

    >>> from extract.tokens import tokenize
    >>> tokens = tokenize("力争为经营主体减负1000亿元", [])
    >>> served_before(tokens, 0, 4).words
    '为经营主体减负'
    """
    found = _DONE_FOR.fullmatch(tokens.letters, low, high)
    if found is None or tokens.word(found.start("done")) != _FOR:
        return None
    return Noun(found.start("done"), high, tokens.written(found.start("done"), high), "", -1)


def _belongs(tokens: Tokens, index: int) -> bool:
    """Whether a token that closes noun phrases is part of this one: 千亿级园区, 治理任务目标."""
    word = tokens.word(index)
    return word == _AIM or (tokens.letters[index] == "Q" and word.endswith("级"))


def _is_kind(tokens: Tokens, end: int) -> bool:
    return end < len(tokens.letters) and tokens.letters[end] in "、h" and tokens.word(end - 1).endswith(_KINDS)


def _goes_on(tokens: Tokens, index: int, last: int) -> bool:
    """Whether a list goes on behind its mark with a noun that has no number of its own."""
    stop = next((at for at in range(index, last) if tokens.letters[at] in "、h，；。"), last)
    led = index < last and (tokens.letters[index] in "BDLVGA" or has_class(tokens.word(index), "making"))
    return index < stop and not led and "Q" not in tokens.letters[index:stop]


def with_shared_head(words: str, final: str) -> str:
    """A counted noun that leaves its head to the last of its list, with that head.

    >>> with_shared_head("世界级", "区域级产业集群"), with_shared_head("绿色工厂", "区域级产业集群")
    ('世界级产业集群', '绿色工厂')
    """
    kind = next((one for one in _KINDS if words.endswith(one)), "")
    return words + final.partition(kind)[2] if kind and kind in final else words


def counts_itself(words: str, unit: str) -> bool:
    """Whether a number counts what the text itself lists: 实施10项行动.

    >>> counts_itself("重点任务", "项"), counts_itself("特色集群", "个")
    (True, False)
    """
    return unit in _OWN_COUNTS and _ITEMS.search(words) is not None
