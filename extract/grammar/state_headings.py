"""State headings: headings that tell what has come about, not what shall be done.

Pattern: «发展动力不断增强», «新型工业化取得成效», «着力推进向新发展，产业升级步伐加快».

Accepted: a last word that is a verb of growth behind an adverb; a clause that opens with a noun and ends with a verb, behind one that
opens with a verb.
Refused: «深化体制改革», «坚持绿色发展，建设美丽乡村».
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.tokens import Tokens
from extract.tokens.verb_openings import is_verb_led
from extract.wordlists import alternation, names_of, word_classes

_REACHED = re.compile(r"取得|迈[出上]")
_RESULT = re.compile(r"[NHIKP][A-Zh、]*[VDGBYLF]")
"""«产业升级步伐加快», in letters of tokens."""
_OF_AIMS = ("L", "U")


@lru_cache(maxsize=1)
def _state() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternation(names_of('reached_states.txt'))})$")


def tells_a_state(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a heading tells what has come about.

    Arguments: tokens of the text; start and end of the heading in code points.

    >>> from extract.tokens import tokenize
    >>> told = lambda text: tells_a_state(tokenize(text, []), 0, len(text))
    >>> told("发展动力不断增强"), told("着力推进向新发展，产业升级步伐加快"), told("新型工业化取得成效")
    (True, True, True)
    >>> told("深化体制改革"), told("坚持绿色发展，建设美丽乡村"), told("推动产业不断壮大")
    (False, False, False)
    """
    heading = tokens.text[start:end]
    if _REACHED.search(heading) or _closes_with_a_result(tokens, start, end):
        return True
    ended = _state().search(heading)
    if ended is None:
        return False
    first, last = tokens.within(start, end)
    opening = tokens.letters[first:last].lstrip("A")
    adverbs = tuple(word_classes()["adverbs"])
    return heading[: ended.start()].endswith(adverbs) and not opening.startswith(_OF_AIMS)


def _closes_with_a_result(tokens: Tokens, start: int, end: int) -> bool:
    """«着力办好民生实事，【人民生活品质稳步提高】»: what was done, and what came of it."""
    comma = tokens.text.rfind("，", start, end)
    if comma < 0 or not is_verb_led(tokens, start, comma) or is_verb_led(tokens, comma + 1, end):
        return False
    return _RESULT.fullmatch(tokens.letters, *tokens.within(comma + 1, end)) is not None
