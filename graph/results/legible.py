"""Characters that cannot be shown as they are, by their codes: what turns the direction of writing, and pictures that no text font has."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Left open, one of them spoils all words around the text in which it stands."""
_PICTURE = (
    "\u231a\u231b\u23e9-\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4"
    "\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c"
    "\u2b50\u2b55\U0001f000-\U0001f0ff\U0001f300-\U0001faff"
)
"""What Unicode shows as a picture unless told otherwise."""
_UNLETTERED = re.compile(f"[{_PICTURE}\ue000-\uf8ff](?:[{_PICTURE}\u200d\ufe0f])*|[\U000e0000-\U0010ffff]")


def unturned(text: str) -> str:
    """Return a text in which characters that turn the direction of writing stand as codes, so that no words around it are turned.

    >>> unturned("\u202e规划")
    '[U+202E]规划'
    """
    return _TURNING.sub(_code, text)


def legible(text: str) -> str:
    """Return a text as it can be drawn: `unturned`, and pictures (emoji) and private characters, which text fonts lack, as codes too.

    >>> legible("\U0001f680创新中心"), legible("沈阳市")
    ('[U+1F680]创新中心', '沈阳市')
    """
    return _UNLETTERED.sub(_code, unturned(text))


def _code(found: re.Match[str]) -> str:
    return f"[{' '.join(f'U+{ord(char):04X}' for char in found[0])}]"
