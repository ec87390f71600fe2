"""Words that jieba cut across the head of a role or a region, cut anew: 先行|区, 新高|地, 为主|阵地, 引领|区及, 高标准建设.

jieba's dictionary lacks these, so that it guesses. The heads are the lexicon's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from extract.tokens.alphabet import has_class, letter_of, listed_letters
from extract.wordlists import names_of, table
from extract.words import Word, is_known, tagged, tags_of, texts_of

_GUESSED = frozenset(("", "c", "p", "u"))
"""Tags of words that may be a guess; 区及 and 区为 stand in the dictionary."""
_PAIR = 2
_VERBS = frozenset("DLBG")
_SHARED = "均"
_MEASURES = frozenset((*names_of("ends_of_measures.txt"), "数"))
"""Characters after which the cutter takes 均 for a part of a word."""


_OTHERS, _DIVISIONS = "等", "省市县区州"
_MADE = "打造"
_WEIGHTY, _SHARE = "重要", "比重"
_FIRST_OF_ALL, _NEEDED = "为首", "要"
_ALSO_IS, _TOURS = "还是", "游等"
_STRIVEN, _NEW, _ERA = "争", "创新", "时代"


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """The last words of roles and regions: 中心, 高地, 示范区, 都市圈."""
    return frozenset((*table("positioning_heads.tsv", "head", "class"), *names_of("region_heads.txt")))


@lru_cache(maxsize=1)
def _last_characters() -> frozenset[str]:
    return frozenset(head[-1] for head in heads())


def recut(words: Iterable[Word]) -> list[Word]:
    """The words in order, those that a head was cut across cut anew; the text they cover stays the same.

    Arguments: words, each beginning where the one before it ends.

    >>> from extract.words import tagged
    >>> def cut(text):
    ...     return "|".join(word.text for word in recut(tagged(text)))
    >>> cut("成为先进药械的新高地"), cut("高质量发展引领区及先行区")
    ('成为|先进|药械|的|新|高地', '高质量发展|引领区|及|先行区')
    >>> cut("以中关村为主阵地"), cut("高标准建设示范区")
    ('以|中关村|为|主阵地', '高标准|建设|示范区')
    """
    found: list[Word] = []
    words, kept = tuple(words), 0
    for index, mend in enumerate(map(_mender, texts_of(words), tags_of(words))):
        if mend is not None:
            found += words[kept:index]
            mend(found, words[index])
            kept = index + 1
    found += words[kept:]
    return found


@lru_cache(maxsize=65536)
def _mender(text: str, tag: str) -> Callable[[list[Word], Word], None] | None:
    """What adds a word to those before it, cut anew; None for nearly every word, which stays as it is."""
    if text == _NEEDED:
        return _add_needed
    if len(text) == 1:
        return _add_character if text in _last_characters() else None
    if text in heads():
        return _add_head
    if text[0] == _MADE[1] and text != _MADE[1]:
        return _add_made
    if text == _WEIGHTY:
        return _add_weighty
    if text in (_ALSO_IS, _TOURS):
        return _add_led
    if text == _ERA:
        return _add_era
    if _is_led_by_adverb(text) or (len(text) == _PAIR and text[0] == _OTHERS and text[1] in _DIVISIONS):
        return _add_led
    if len(text) == _PAIR and _SHARED in text:
        return _add_shared
    return _add_guessed if tag in _GUESSED else None


def _is_led_by_adverb(text: str) -> bool:
    """Whether a word of the dictionary is an adverb and its verb: 稳步|发展, 全面|实施."""
    if len(text) != 2 * _PAIR or text in listed_letters() or not has_class(text[:_PAIR], "adverbs"):
        return False
    return letter_of(text[_PAIR:], "n") in _VERBS or has_class(text[_PAIR:], "also_making")


def _part(word: Word, start: int, end: int) -> Word:
    return Word(word.start + start, word.start + end, word.text[start:end], "")


def _joined(left: Word, right: Word) -> Word:
    return Word(left.start, right.end, left.text + right.text, "n")


def _add_character(found: list[Word], word: Word) -> None:
    """«先行|区», «新高|地»: the last character of a head."""
    if found:
        last = found[-1]
        start = next((at for at in range(len(last.text)) if last.text[at:] + word.text in heads()), -1)
        if start >= 0:
            found.pop()
            if start:
                found.append(_part(last, 0, start))
            word = _joined(_part(last, start, len(last.text)), word)
    found.append(word)


def _add_head(found: list[Word], word: Word) -> None:
    """«为主|阵地»: a head whose first character went to the word before."""
    if found and len(found[-1].text) > 1 and found[-1].text[-1] + word.text in heads():
        last = found.pop()
        found.append(_part(last, 0, len(last.text) - 1))
        word = _joined(_part(last, len(last.text) - 1, len(last.text)), word)
    found.append(word)


def _add_led(found: list[Word], word: Word) -> None:
    """«稳步发展», «还是»: an adverb and its verb; «甲、乙|等市», «乡村|游等»: what closes a list beside a word of it."""
    half = len(word.text) // 2
    parts = (_part(word, 0, half), _part(word, half, 2 * half))
    found += (part._replace(tag=tagged(part.text)[0].tag) for part in parts)


def _add_made(found: list[Word], word: Word) -> None:
    """«打|造船|舶装备»: a verb of making and what is made."""
    if found and found[-1].text == _MADE[0]:
        found.append(_joined(found.pop(), _part(word, 0, 1)))
        word = _part(word, 1, len(word.text))
    found.append(word)


def _add_weighty(found: list[Word], word: Word) -> None:
    """«占生产总值比|重要超过45%»: 比重 and a 要 of its own."""
    if found and found[-1].text == _SHARE[0]:
        found.append(_joined(found.pop(), _part(word, 0, 1)))
        word = _part(word, 1, _PAIR)
    found.append(word)


def _add_needed(found: list[Word], word: Word) -> None:
    """«以先行区为首|要定位»: 为 and 首要."""
    if found and found[-1].text == _FIRST_OF_ALL:
        first = found.pop()
        found.append(_part(first, 0, 1))
        word = _joined(_part(first, 1, _PAIR), word)
    found.append(word)


def _add_era(found: list[Word], word: Word) -> None:
    """«要争|创新|时代…示范城市»: 争创 and 新时代."""
    if len(found) > 1 and found[-1].text == _NEW and found[-2].text.endswith(_STRIVEN):
        new, striven = found.pop(), found.pop()
        end = len(striven.text)
        found += [_part(striven, 0, end - 1)] * (end > 1)
        found.append(_joined(_part(striven, end - 1, end), _part(new, 0, 1)))
        word = _joined(_part(new, 1, len(new.text)), word)
    found.append(word)


def _add_shared(found: list[Word], word: Word) -> None:
    """«治理|率均|达到», «覆盖率|均达»: the adverb by which several values are one, cut off what stands beside it."""
    if word.text[0] == _SHARED and has_class(word.text[1], "comparing"):
        found.append(_part(word, 0, 1))
        word = _part(word, 1, 2)
    elif word.text[1] == _SHARED and word.text[0] in _MEASURES and found:
        found.append(_joined(found.pop(), _part(word, 0, 1)))
        word = _part(word, 1, 2)
    found.append(word)


def _add_guessed(found: list[Word], word: Word) -> None:
    """«引领|区及», «高标准建设»: words that no dictionary has."""
    if word.text.endswith("等") and len(word.text) == _PAIR:
        found.append(_part(word, 0, 1))
        word = _part(word, 1, 2)
    elif len(word.text) == _PAIR:
        parts = has_class(word.text[1], "linking") or word.text[1] == "为"
        if parts and found and found[-1].text + word.text[0] in heads():
            _add_character(found, _part(word, 0, 1))
            word = _part(word, 1, 2)
    elif has_class(word.text[-_PAIR:], "becoming") and is_known(word.text[:-_PAIR]):
        found.append(_part(word, 0, len(word.text) - _PAIR))
        word = _part(word, len(word.text) - _PAIR, len(word.text))
    found.append(word)
