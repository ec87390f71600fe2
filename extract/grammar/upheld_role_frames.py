"""Upheld role frames: clauses that say no more than that a role has come about, stands firm, shows more clearly or is made better.

Pattern: «A全面建成», «“A”更加牢固», «A地位更加稳固», «A引领带动作用更加彰显», «推动A提质升级».
Whether what stands in a frame is a role is decided by a table of weights, and whose it is by whom the text speaks of.

Accepted: «国家西部生态安全屏障更加牢固», «新兴工业大省地位更加稳固», as the goals and looks back of reports put it.
Refused: «市场主体作用更加彰显», which has no head of a role; «交通枢纽项目建成», where the noun goes on behind the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.grammar.clause_role_frames import RoleFrame
from extract.tokens import Tokens, has_class
from extract.wordlists import names_of

_OBJECT = "“?(?P<object>[NJIHYFADVEKt、h]*[NJIHYFAEK]H)”?"
_FEWEST = 3
"""Tokens of such a clause: a word that describes, the head, the verb."""
_REACHED = re.compile(rf"{_OBJECT}[AUL]*[BVNAJ]")
_UPGRADED = re.compile(rf"P?[UAT，]*[Lg]P?{_OBJECT}[DVY]")
_UPHELD = re.compile(rf"{_OBJECT}[JNY]?(?P<noun>[NVJYHK])A*[VNDJYAF]")


def upheld_role_frames(tokens: Tokens, first: int, last: int) -> Iterator[RoleFrame]:
    """Yield the frame that takes a whole clause, if it is one.

    Arguments: tokens; first token of the clause and the one behind its last.

    >>> from extract.tokens import tokenize
    >>> def objects(text):
    ...     row = tokenize(text, ())
    ...     found = upheld_role_frames(row, 0, len(row.letters))
    ...     return [row.written(frame.first, frame.last) for frame in found]
    >>> objects("国家生态安全屏障更加牢固"), objects("新兴工业大省地位更加稳固")
    (['国家生态安全屏障'], ['新兴工业大省'])
    >>> objects("推动国家物流枢纽提质升级")
    ['国家物流枢纽']
    >>> objects("市场主体作用更加彰显"), objects("交通枢纽项目建成")
    ([], [])
    """
    if last - first < _FEWEST or "H" not in tokens.letters[first:last]:
        return
    verb = last - 1
    if has_class(tokens.word(verb), "standing") and has_class(tokens.word(verb - 1), "coming_about"):
        last, verb = verb, verb - 1  # 产业高地【获批】建设
    upgraded = _UPGRADED.fullmatch(tokens.letters, first, last)
    if upgraded is not None and tokens.word(verb) in names_of("upgrading.txt"):
        yield RoleFrame("upheld", verb, *upgraded.span("object"), None)
    stands = has_class(tokens.word(verb), "coming_about")
    if stands and (reached := _REACHED.fullmatch(tokens.letters, first, last)):
        yield RoleFrame("advanced", verb, *reached.span("object"), None)
    elif stands or has_class(tokens.word(verb), "exercising"):
        upheld = _UPHELD.fullmatch(tokens.letters, first, last)
        if upheld is not None and has_class(tokens.word(upheld.start("noun")), "standing"):
            yield RoleFrame("upheld", verb, *upheld.span("object"), None)
