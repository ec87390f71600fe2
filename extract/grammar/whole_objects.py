"""Whole objects: what a place becomes, is called or is chosen for, as the whole of what a verb governs.

Pattern: «成为全国的米袋子», «素有“西藏江南”之称», «获批A综合试点».

Accepted: «获批国家氢能区域试点», all of it.
Refused: «52项改革列入全国试点», of which no place is the subject.
"""

from __future__ import annotations

import re

from extract.grammar.clause_role_frames import RoleFrame
from extract.grammar.role_items import RoleItem
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_NOMINAL = re.compile(r"[^，；：。、]*[NHK]”?|[^，；：。“”]*、[^，；：。、]*t[JN]*[NH]")
_TRIAL = "试点"
_NOMINAL_TRIAL = re.compile(r"[^，；：。、hQm]*[NYV]")
_OPENS_CLAUSE = re.compile("[，。；n][AU]*$")
_QUOTED_ONE = re.compile("“[^”]{1,6}”")
_QUOTED = re.compile("“[^”]{1,6}”(?:、?“[^”]{1,6}”)*[tu]?")


def whole_object(tokens: Tokens, frame: RoleFrame) -> list[RoleItem]:
    """What a place becomes or is called, whatever its last word: «成为全国的米袋子», «素有“西藏江南”之称»; empty where it is none.

    Arguments: tokens; frame.

    >>> from extract.pipeline import claims
    >>> claims("衢州成为全国的米袋子。", "hasPositioning"), claims("衢州成为全国的，米袋子。", "hasPositioning")
    (['衢州市 → 全国的米袋子'], [])
    """
    called = _QUOTED.match(tokens.letters, frame.first, frame.last)
    own = called is not None and (frame.places is not None or _OPENS_CLAUSE.search(tokens.letters[: frame.verb]))
    if called is not None and own and tokens.word(called.end()) in names_of("names_of_honour.txt"):
        return [RoleItem(*one.span(), "word") for one in tokens.find(_QUOTED_ONE, frame.first, called.end())]
    fits = _is_firm(tokens, frame) and _NOMINAL.fullmatch(tokens.letters, frame.first, frame.last) is not None
    return [RoleItem(frame.first, frame.last, "noun")] if fits else []


def tried_out(tokens: Tokens, frame: RoleFrame) -> list[RoleItem]:
    """What a place is chosen to try out, whatever stands before: «获批国家氢能区域试点»; empty where it is chosen for nothing.

    Arguments: tokens; frame.

    >>> from extract.pipeline import claims
    >>> claims("衢州获批国家氢能区域试点。", "hasPositioning"), claims("衢州52项改革列入全国试点。", "hasPositioning")
    (['衢州市 → 国家氢能区域试点'], [])
    """
    tried = frame.last - frame.first > 1 and tokens.word(frame.last - 1) == _TRIAL
    fits = (
        tried
        and _is_firm(tokens, frame)
        and _acts(tokens, frame)
        and _NOMINAL_TRIAL.fullmatch(tokens.letters, frame.first, frame.last) is not None
    )
    return [RoleItem(frame.first, frame.last, "word")] if fits else []


def _is_firm(tokens: Tokens, frame: RoleFrame) -> bool:
    """Whether the verb of a frame governs nothing but what a place is: 成为, 获批; not 建设."""
    return frame.kind == "becoming" and has_class(tokens.word(frame.verb), "firmly_becoming")


def _acts(tokens: Tokens, frame: RoleFrame) -> bool:
    """Whether a place stands before the verb of a frame, or nothing: not «52项改革列入…»."""
    at = frame.verb - 1
    while at >= 0 and tokens.letters[at] in "AUXTL":
        at -= 1
    return frame.places is not None or at < 0 or tokens.letters[at] in "，；。：nP"
