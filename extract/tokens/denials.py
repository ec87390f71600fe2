"""Denials: whether a sentence says that something is not so, was so once, or is only asked, supposed or forbidden.

Pattern: «甲市没有全面建成A», «甲市尚未推进A建设», «严禁在甲市建设A», «如果甲市能建成A», «甲市曾是A», «A尚未建成».

Accepted: a word that governs the verb: adverbs, aims, prepositions and places alone stand between.
Refused: «甲市淘汰落后产能打造A», whose first verb has its own object; «甲市从未停止打造A», denied twice; «甲市曾获评A».
"""

from __future__ import annotations

from extract.tokens.alphabet import has_class
from extract.tokens.row import Tokens
from extract.wordlists import names_of

_BETWEEN = frozenset("AULXgiP、hlT")
"""Classes of what may stand between a denial and the verb that it governs: 没有【全面】建成, 严禁【在甲市】建设."""
_VERBS = frozenset("BDLGVY")
_NOUNS = frozenset("NJt")
_GOVERNORS = _VERBS - {"L"}
"""Classes of verbs with an object of their own: in 支持园区限制… the noun behind acts."""
_EXERTED = ("发挥",)
"""充分发挥, which is a noun to the dictionary."""


def is_denied(tokens: Tokens, first: int, verb: int) -> bool:
    """Whether a clause denies what its verb says, or asks or supposes it.

    Arguments: tokens; first token of the clause; verb, the token of the verb, or the first of an object that has none before it.

    >>> from extract.tokens import tokenize
    >>> def denied(text, word):
    ...     row = tokenize(text, ())
    ...     return is_denied(row, 0, [row.word(i) for i in range(len(row.letters))].index(word))
    >>> denied("全市没有全面建成示范区", "建成"), denied("如果全市在五年内率先建成示范区", "建成"), denied("全市曾是基地", "是")
    (True, True, True)
    >>> denied("全市淘汰落后产能打造基地", "打造"), denied("全市从未停止打造基地", "打造"), denied("全市曾获评基地", "获评")
    (False, False, False)
    """
    if any(has_class(tokens.word(at), "supposing") for at in range(first, verb)):
        return True
    if verb > first and has_class(tokens.word(verb - 1), "formerly"):
        return has_class(tokens.word(verb), "being")
    at, denials = verb - 1, 0
    while at >= first:
        if has_class(tokens.word(at), "denying") or has_class(tokens.word(at), "forbidding"):
            if _is_head_of_object(tokens, first, at):
                break
            denials += 1
        elif tokens.letters[at] not in _BETWEEN and not has_class(tokens.word(at), "enabling"):
            break
        at -= 1
    return denials % 2 == 1


def _is_head_of_object(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a word of forbidding ends the object of a verb before it, and is no verb itself: 突破资源【限制】打造A."""
    if tokens.word(at) not in names_of("denials_that_are_nouns.txt"):
        return False
    noun = at
    while noun > first and tokens.letters[noun - 1] in _NOUNS:
        noun -= 1
    return first < noun < at and tokens.letters[noun - 1] in _GOVERNORS


def is_denied_object(tokens: Tokens, first: int, start: int, end: int, last: int) -> bool:
    """Whether a clause denies what is said of an object, before it or behind it: «没有充分发挥A作用», «A建设尚未启动».

    Arguments: tokens; first token of the clause and the one behind its last; start and end of the object.

    >>> from extract.tokens import tokenize
    >>> def denied(text, object):
    ...     row = tokenize(text, ())
    ...     at = [row.word(i) for i in range(len(row.letters))].index(object)
    ...     return is_denied_object(row, 0, at, at + 1, len(row.letters))
    >>> denied("没有充分发挥枢纽作用", "枢纽"), denied("枢纽建设尚未启动", "枢纽"), denied("充分发挥枢纽作用", "枢纽")
    (True, True, False)
    """
    governed = start > first and (tokens.letters[start - 1] in _VERBS or tokens.word(start - 1).endswith(_EXERTED))
    verb = start - governed
    behind = any(has_class(tokens.word(at), "denying") for at in range(end, last))
    return behind or is_denied(tokens, first, verb)


def is_denied_quotation(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a denial stands before the quotation that a value stands in: «未提出“…优良率达到85%”的目标».

    Arguments: tokens; first token of the clause and the one at which the value's words begin.

    >>> from extract.tokens import tokenize
    >>> def denied(text):
    ...     row = tokenize(text, ())
    ...     return is_denied_quotation(row, 0, len(row.letters))
    >>> denied("未提出“优良率"), denied("提出“优良率"), denied("优良率未")
    (True, False, False)
    """
    quote = tokens.letters.rfind("“", first, last)
    return quote >= 0 and any(has_class(tokens.word(index), "denying") for index in range(first, quote))
