"""What is true of a noun phrase that may name an industry: its words, its neighbours in the list, what governs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.industries.lexicon import ends_in_goods, ends_like_one, known_name
from extract.industries.phrases import Phrase, tail_of
from extract.industries.series import Series
from extract.tokens import Tokens, has_class

_CLASSES = ("developing", "becoming", "letting", "measuring", "handling", "placing", "prepositions", "aiming")
_LENGTHS = {1: "1", 2: "2", 3: "3-4", 4: "3-4", 5: "5-6", 6: "5-6"}
_ENDINGS = {
    "产业": "industry",
    "经济": "economy",
    "业": "trade",
    "制造": "making",
    "服务": "service",
    "装备": "equipment",
}


@lru_cache(maxsize=4096)
def governing_class(word: str, letter: str) -> str:
    """The class of a governing word: of the lists that it is in, the first that tells something; else its letter."""
    return next((name for name in _CLASSES if has_class(word, name)), letter)


def familiarity(row: Tokens, phrase: Phrase) -> str:
    """How far the lexicon knows a phrase: `known`, `holds` a word of it, ends `like` one or in goods, `new`."""
    written = row.written(phrase.start, phrase.end)
    if known_name(written) is not None:
        return "known"
    if "I" in row.letters[phrase.start : phrase.end]:
        return "holds"
    return "like" if ends_like_one(row.word(phrase.end - 1)) or ends_in_goods(written) else "new"


def ending(word: str) -> str:
    """What kind of industry the end of a word tells of; empty where none.

    >>> ending("数字经济"), ending("制造业"), ending("菱镁")
    ('economy', 'trade', '')
    """
    return next((kind for end, kind in _ENDINGS.items() if word.endswith(end)), "")


def closing_kind(row: Tokens, series: Series, phrases: Sequence[Phrase]) -> str:
    """What kind of word closes a list: behind 等, or behind its last item's core."""
    first, last = series.closing
    if first == last:
        return phrases[-1].tail or "none"
    kinds = [tail_of(row, index) for index in range(first, last)]
    if "body" in kinds:
        return "body"
    if "closing" in kinds or "I" in row.letters[first:last]:
        return "closing"
    return next((kind for kind in reversed(kinds) if kind), "none" if last - first == 1 else "other")


def _own(row: Tokens, phrase: Phrase) -> Iterator[str]:
    letters = row.letters[phrase.start : phrase.end]
    written = row.written(phrase.start, phrase.end)
    yield f"length {_LENGTHS.get(len(written), '7+')}"
    yield f"words {min(len(letters), 4)}"
    yield f"first {letters[0].replace('I', 'N')}"
    yield f"last {letters[-1].replace('I', 'N')}"
    yield f"tail {phrase.tail or 'none'}"
    yield f"ending {ending(written) or 'none'}"
    if phrase.scaled:
        yield "scaled"
    if set("VDLGB") & set(letters):
        yield "verb inside"
    if "h" in letters:
        yield "joined inside"
    if set(letters[:-1]) == {"J"} and ending(written):
        yield "modifiers alone"
    if not set(letters) - set("JY"):
        yield "no noun"


def features(
    row: Tokens, series: Series, phrases: Sequence[Phrase], statuses: Sequence[str], index: int
) -> frozenset[str]:
    """What is true of one phrase of a list.

    Arguments: row; series, the list; phrases, of its items; statuses, how far each is known (`familiarity`); index, of the
    phrase meant, or -1 for the closing of the list, which is the last of the phrases then.
    """
    phrase, status = phrases[index], statuses[index]
    found = set(_own(row, phrase))
    items = len(series.items)
    others = [s for i, s in enumerate(statuses[:items]) if i != index % len(phrases)]
    size = "1" if items == 1 else "2" if items == 2 else "3+"
    closing = closing_kind(row, series, phrases[:items])
    governor = series.governor
    ruler = governing_class(row.word(governor), row.letters[governor]) if governor >= 0 else "none"
    after = row.letters[series.end] if series.end < len(row.letters) else "n"
    siblings = "none" if not others else "known" if "known" in others else "holds" if "holds" in others else "new"
    share = sum(status in ("known", "holds") for status in others)
    found |= {f"status {status}", f"list {size}", f"closing {closing}", f"governor {ruler}", f"after {after}"}
    found |= {f"siblings {siblings}", f"{status}, governor {ruler}", f"{status}, closing {closing}"}
    found |= {f"{status}, siblings {siblings}", f"{status}, tail {phrase.tail or 'none'}", f"{status}, after {after}"}
    found |= {f"governor {ruler}, closing {closing}"}
    if others and share * 2 >= len(others):
        found.add("siblings mostly known")
        found.add(f"{status}, siblings mostly known")
    if any(p.tail == "closing" for i, p in enumerate(phrases[:items]) if i != index):
        found.add("sibling closes")
    like = (phrases[i] for i, s in enumerate(statuses[:items]) if s == "like" and i != index % len(phrases))
    if any(ends_in_goods(row.written(one.start, one.end)) for one in like):
        found.add("sibling of goods")
    if series.opened:
        found.add("list is open")
    if index == -1:
        found.add("closes the list")
    return frozenset(found)
