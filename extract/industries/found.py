"""The industries of a text: phrases of lists, accepted by what is true of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.acceptance import accepting_table
from extract.industries.chosen import is_chosen
from extract.industries.features import closing_kind, ending, familiarity, features, governing_class
from extract.industries.lexicon import ends_in_goods, known_name, stem
from extract.industries.mainstays import is_mainstay, may_take
from extract.industries.phrases import Phrase, phrase_of, tail_of
from extract.industries.series import Series, series_of
from extract.names.name import Name
from extract.tokens import Tokens, has_class
from extract.values import Entity
from extract.wordlists import names_of, word_classes

TABLE = "industries"
_GOES_ON = ("、", "h", "e")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may name an industry: its tokens, its list, what is true of it."""

    phrase: Phrase
    series: Series
    features: frozenset[str]


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry that a text names, and the phrase that it was read from."""

    name: Name
    candidate: Candidate


def _closing_phrase(row: Tokens, series: Series) -> Phrase | None:
    """The noun phrase that closes a list behind 等 and its count: 生产性服务业 of 等生产性服务业."""
    first, last = series.closing
    while first < last and row.letters[first] in "eQmqt":
        first += 1
    return phrase_of(row, first, last) if first < last else None


def _promising(row: Tokens, series: Series, phrases: Sequence[Phrase], statuses: Sequence[str]) -> bool:
    """Whether a list has anything of an industry about it; what has not is never looked at more closely."""
    if closing_kind(row, series, phrases[: len(series.items)]) == "body":
        return False
    if any(status in ("known", "holds") for status in statuses) or any(p.tail == "closing" for p in phrases):
        return True
    if closing_kind(row, series, phrases[: len(series.items)]) in ("closing", "field"):
        return True
    governor = series.governor
    if governor >= 0 and governing_class(row.word(governor), row.letters[governor]) == "developing":
        return True
    return is_mainstay(row, series) or any(ending(row.word(phrase.end - 1)) for phrase in phrases)


@lru_cache(maxsize=65536)
def _tells(word: str) -> str:
    """`1` for a word that tells of industries: the lexicon knows it, it closes lists of them, or it ends as they do; else `0`."""
    closes = has_class(word, "industry_closings") or has_class(word, "industry_fields")
    return "1" if closes or ending(word) or known_name(word) is not None else "0"


def _told(row: Tokens, first: int, last: int) -> str:
    """A character for each token of a passage, `1` where its word tells of industries; empty where none does or governs any."""
    words = row.spelled[first:last]
    told = "".join(map(_tells, words))
    lacks = "1" not in told and row.letters.find("I", first, last) < 0
    return "" if lacks and word_classes()["developing"].isdisjoint(words) and not may_take(words) else told


def _worth_a_look(row: Tokens, series: Series, told: str, offset: int) -> bool:
    """Whether a word of a list, or what governs it, tells of industries; nearly all lists have none and cost nothing more.

    Arguments: row; series; told, see `_told`; offset, of its first token.
    """
    first = series.items[0][0] if series.items else series.closing[0]
    last = max(series.end, series.closing[1])
    governor = series.governor
    if governor >= 0 and governing_class(row.word(governor), row.letters[governor]) == "developing":
        return True
    told_of = row.letters.find("I", first, last) >= 0 or told.find("1", first - offset, last - offset) >= 0
    return told_of or is_mainstay(row, series)


def _names_nothing(row: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase names no industry, whatever its list: a firm, a body's field, a role, or only that there are industries.

    优势产业, 新赛道 and 县域经济 say no more than that; 规范化 is what is done, where the lexicon does not know it (石化).
    """
    written = row.written(phrase.start, phrase.end)
    letters = row.letters[phrase.start : phrase.end]
    if (
        written in names_of("not_industries.txt")
        or _is_firm(row, phrase)
        or letters[0] in "BL"
        or letters[-1] in "Hu"
        or written == _ORDINAL
        or phrase.tail == "body"
        or _is_office(written)
    ):
        return True
    behind = row.word(phrase.end) if phrase.end < len(row.letters) else ""
    if (
        behind in names_of("systems_behind_industries.txt")
        or _of_a_firm(row, phrase.end)
        or _of_an_office(row, phrase.end)
    ):
        return True
    if known_name(written) is not None or ends_in_goods(written):
        return False
    words = range(phrase.start, phrase.end)
    if written.endswith((*names_of("not_industry_heads.txt"), "化")) and (len(letters) == 1 or written[-1] != "化"):
        return True
    return all(row.letters[i] in "JAm" or tail_of(row, i) or has_class(row.word(i), "scale_modifiers") for i in words)


def _is_firm(row: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase is a firm or a body, not what is done at one (港口贸易)."""
    bodies = [index for index in range(phrase.start, phrase.end) if row.letters[index] == "E"]
    return any(
        index == phrase.end - 1 or row.word(index) not in names_of("sites_of_industries.txt") for index in bodies
    )


_FIRM_BEHIND = re.compile("[NHJYKEDV（）]{0,4}?E")
_ORDINAL = "第"
"""What is cut off a number: 全国【第】三大产业聚集区."""
_MEETING_BEHIND = re.compile("[NJYKDEV]{1,4}")
_OFFICE_BEHIND = re.compile("[NYJKDVh]{1,5}")


def _of_a_firm(row: Tokens, end: int) -> bool:
    """Whether what goes on behind a phrase makes it part of a firm's name: 国际物流【机场有限公司】."""
    behind = _FIRM_BEHIND.match(row.letters, end)
    while behind is not None and row.letters.startswith("E", behind.end()):
        behind = _FIRM_BEHIND.match(row.letters, behind.end())
    if behind is not None and row.word(behind.end() - 1).endswith(names_of("ends_of_firms.txt")):
        return True
    met = _MEETING_BEHIND.match(row.letters, end)
    return met is not None and any(
        row.word(at).endswith(names_of("meetings_of_trades.txt")) for at in range(*met.span())
    )


def _of_an_office(row: Tokens, end: int) -> bool:
    """Whether what goes on behind a phrase makes it part of an office's name: 文化旅游【和广播电视局】, not 汽车【产业布局】."""
    behind = _OFFICE_BEHIND.match(row.letters, end)
    return behind is not None and any(_is_office(row.word(index)) for index in range(end, behind.end()))


def _is_office(word: str) -> bool:
    """Whether a word ends as the names of offices do: 广播电视局, not 产业布局."""
    return word.endswith(names_of("ends_of_offices.txt")) and not word.endswith(names_of("ends_of_no_office.txt"))


def candidates(
    row: Tokens, first: int, last: int, known: Callable[[Tokens, Phrase], str] = familiarity
) -> Iterator[Candidate]:
    """Yield what may name an industry in a passage, in order.

    Arguments: row; first token of the passage and the one behind its last; known, how far the lexicon knows a phrase.
    """
    told = _told(row, first, last)
    for series in series_of(row, first, last) if told else ():
        if not _worth_a_look(row, series, told, first):
            continue
        phrases = [phrase_of(row, *item, row.letters.startswith(_GOES_ON, item[1])) for item in series.items]
        closing = _closing_phrase(row, series)
        if closing is not None:
            phrases.append(closing)
        statuses = [known(row, phrase) for phrase in phrases]
        if not _promising(row, series, phrases, statuses):
            continue
        for index, phrase in enumerate(phrases):
            if _names_nothing(row, phrase):
                continue
            meant = -1 if index == len(series.items) else index
            yield Candidate(phrase, series, features(row, series, phrases, statuses, meant))


def _accepted(row: Tokens, passages: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    table = accepting_table(TABLE)
    for passage in passages:
        found = [
            (one, table.accepts(one.features) or is_chosen(row, one.series, one.phrase, one.features))
            for one in candidates(row, *row.within(*passage))
        ]
        told = Counter(one.series.items for one, accepted in found if accepted and _is_item(one))
        for one, accepted in found:
            most = told[one.series.items] * 2 > len(one.series.items) > _FEWEST and _is_item(one)
            if accepted or (most and _may_be_one(row, one)):
                yield one


_TELLING = 4
"""Code points of a phrase that may be an industry for its neighbours' sake, at least."""
_FEWEST = 2
"""A list of more than so many items is of industries where most of them are."""
_PLAIN = re.compile("[NJIY]+")


def _may_be_one(row: Tokens, one: Candidate) -> bool:
    """Whether a phrase may be an industry since its list is one of them: it is long enough, and a verb of developing or a kind says so."""
    first, last = one.series.closing
    closed = any(has_class(row.word(at), "industry_closings") for at in range(first, last))
    governed = one.series.governor >= 0 and has_class(row.word(one.series.governor), "developing")
    long = len(row.written(one.phrase.start, one.phrase.end)) >= _TELLING
    plain = _PLAIN.fullmatch(row.letters, one.phrase.start, one.phrase.end) is not None
    return long and plain and (closed or (governed and not row.letters[first:last].strip("e")))


def _is_item(one: Candidate) -> bool:
    return any(low <= one.phrase.start < high for low, high in one.series.items)


def find_industries(row: Tokens, passages: Sequence[tuple[int, int]]) -> tuple[Industry, ...]:
    """Return the industries of a text; one that is written with 产业 once has that name throughout.

    Arguments: row; passages, spans of the text in code points in which industries are looked for.
    """
    found = [(row.written(c.phrase.start, c.phrase.end), c) for c in _accepted(row, passages)]
    fullest: dict[str, str] = {}
    for written, _ in found:
        if written.endswith("产业") or stem(written) not in fullest:
            fullest[stem(written)] = written
    return tuple(
        Industry(_name(row, c.phrase, known_name(written) or fullest[stem(written)]), c) for written, c in found
    )


def _name(row: Tokens, phrase: Phrase, key: str) -> Name:
    return Name(row.starts[phrase.start], row.ends[phrase.end - 1], "industry", (Entity("Industry", key),))
