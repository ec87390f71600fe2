"""How the clauses of a paragraph go: how many lead with a verb, and how many say that something is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from extract.reading import Reading
from extract.tokens import Tokens, has_class
from extract.tokens.verb_openings import opening_verb
from extract.values import Sentence
from extract.wordlists import word_classes

_CLAUSE_OPENS = frozenset("，；。：\n）")
_VERBS = frozenset("BDLVGY")
_BEFORE_VERB = re.compile("[AUTPJ]*")
_DONE = re.compile("X")
_NEAR = 4
"""Tokens before a result within which a word of aim makes it what is wanted: 力争成功入选."""
_STATED = re.compile(r"(?<=[，。；n])[NHIKP][NHIKPEJVDYFATe、h]*(?:A[VDGBYL]|L)(?=[，。；])")
"""«…，农村环境整治行动圆满完成，…»: a clause that opens with a noun and ends with how its verb went."""
_SHORT = 30
"""Code points of a sentence that opens a paragraph with what it is about, at most."""
_TELLING = re.compile(r"(?:“[^“”]{1,4}”B?|[NHIKPF][NHIKPEJYFTe、h“”]*)(?:A[VDGBYL]|L)")
_OF_ITSELF = re.compile(r"[NHIKPY][NHIKPEJYFTe、h“”]*(?:A*[VDGBYL]){1,2}。?")
_DESCRIBES = re.compile("X[BVGDY][NHJEY]{1,4}t")
"""«已建成自然村的污水设施»: what describes a thing tells nothing of what is done."""


def done_and_results(reading: Reading, paragraph: Sequence[Sentence]) -> tuple[int, int]:
    """How many words of a paragraph say that something is past, and how many tell of what is reached, which a plan may too."""
    tokens = reading.tokens
    first, last = tokens.within(paragraph[0].start, paragraph[-1].end)
    done = [match.start() for match in tokens.find(_DONE, first, last)]
    past = sum(
        _DESCRIBES.match(tokens.letters, at) is None and not has_class(tokens.word(at), "reckoning") for at in done
    )
    told, letters = word_classes()["results"], tokens.letters
    reached = [
        at
        for at, word in enumerate(tokens.spelled[first:last], first)
        if word in told and (letters[at] != "X" or has_class(word, "reckoning"))
    ]
    stated = sum(1 for _ in tokens.find(_STATED, first, last))
    return past, sum("U" not in letters[max(first, at - _NEAR) : at] for at in reached) + stated


def led_and_clauses(reading: Reading, paragraph: Sequence[Sentence]) -> tuple[int, int]:
    """How many clauses of a paragraph lead with a verb, and how many it has."""
    tokens, letters = reading.tokens, reading.tokens.letters
    first, last = tokens.within(paragraph[0].start, paragraph[-1].end)
    if first == last:
        return 0, 0
    opened = (at for at, word in enumerate(tokens.spelled[first : last - 1], first + 1) if word in _CLAUSE_OPENS)
    led = clauses = 0
    for index in chain((first,), opened):
        clauses += 1
        before = _BEFORE_VERB.match(letters, index, last)
        here = before.end() if before is not None else index
        led += here < last and (letters[here] in _VERBS or has_class(tokens.word(here), "making"))
    return led, clauses


def topics_tell(reading: Reading, paragraphs: Sequence[Sequence[Sentence]]) -> bool:
    """Whether most paragraphs open with a short sentence that tells how something went: «内需潜力有效释放。…», not «释放内需潜力。…».

    Arguments: reading; paragraphs, each of its sentences. False where fewer than two open with a short sentence.

    >>> from extract.reading import prepare
    >>> from extract.values import Document
    >>> def told(text):
    ...     reading = prepare(Document("a", text))
    ...     return topics_tell(reading, [reading.sentences[:2], reading.sentences[2:]])
    >>> told("内需潜力有效释放。新建商店2家。\\n生态环境持续改善。新建园区2个。")
    True
    >>> told("“五个中心”建设扎实推进。新建平台2家。\\n对外开放水平不断提高。新建园区2个。")
    True
    >>> told("释放内需潜力。新建商店2家。\\n做强产业。新建园区2个。")
    False
    """
    tokens = reading.tokens
    short = [one[0] for one in paragraphs if len(one) > 1 and one[0].end - one[0].start <= _SHORT]
    plain = [one for one in short if "，" not in reading.text[one.start : one.end]]
    telling = [one for one in plain if _TELLING.match(tokens.letters, *tokens.within(one.start, one.end))]
    return len(plain) > 1 and len(telling) * 2 > len(plain)


def tells_of_itself(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a passage is a short clause that opens with a noun and ends with its verbs: 改革攻坚深化拓展, not 深化改革攻坚.

    >>> from extract.tokens import tokenize
    >>> [tells_of_itself(tokenize(one, []), 0, len(one)) for one in ("内需潜力有效释放", "深化改革攻坚")]
    [True, False]
    """
    first, last = tokens.within(start, end)
    governed = opening_verb().match(tokens.text, start, end) is not None and tokens.letters[first : first + 1] != "Y"
    return end - start <= _SHORT and not governed and _OF_ITSELF.fullmatch(tokens.letters, first, last) is not None
