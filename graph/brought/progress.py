"""How far the reading of several texts is, and how long the rest will take."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from graph.brought.shelf import ShelvedText

_UNREAD = ("waiting", "reading")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading of several texts is."""

    done: float
    """The share of all the work that is done, 0 to 1; a text counts by the size of its file."""
    text: str
    """The name of the text that is read now; empty where none is."""
    number: int
    """Its number among all, from 1."""
    step: str
    """Its step that was done last."""
    seconds_left: float | None
    """At the pace of this text so far; None where nothing is known yet."""
    is_overdue: bool = False
    """Whether the step that goes on takes longer than that pace let expect."""


@dataclass(slots=True)
class TimeLeft:
    """The time left as it is told from look to look: it only goes down, since one that rises tells nobody anything.

    Behind a step that took longer than was expected, what was told before is no longer true, and it begins anew.
    """

    least: float = math.inf
    late: str | None = None
    """The step behind which the late one goes on."""

    def told(self, found: Progress) -> float | None:
        """Return the seconds to tell at a look; None where they are not known, or a step takes longer than was expected.

        >>> left = TimeLeft()
        >>> looks = [(20.0, False), (25.0, False), (9.0, True)]
        >>> [left.told(Progress(0.5, "a", 1, "names", seconds, late)) for seconds, late in looks]
        [20.0, 20.0, None]
        >>> left.told(Progress(0.6, "a", 1, "tokens", 90.0))
        90.0
        """
        if self.late is not None and found.step != self.late:
            self.least, self.late = math.inf, None
        if found.is_overdue:
            self.late = found.step
        if found.seconds_left is not None:
            self.least = min(self.least, found.seconds_left)
        return None if found.is_overdue or self.least == math.inf else self.least


def unread(texts: Sequence[ShelvedText]) -> tuple[ShelvedText, ...]:
    """Return those texts that are read now, or wait for it.

    >>> unread([])
    ()
    """
    return tuple(text for text in texts if text.state.phase in _UNREAD)


def progress_of(texts: Sequence[ShelvedText]) -> Progress:
    """Return how far the reading of texts is.

    >>> progress_of([]).done
    1.0
    """
    states = [(text, text.state, max(1, text.size)) for text in texts]
    whole = sum(size for _, _, size in states) or 1
    done = sum(size * (state.done if state.phase in _UNREAD else 1.0) for _, state, size in states)
    now = next(((i, *one) for i, one in enumerate(states, 1) if one[1].phase == "reading"), None)
    if now is None:
        return Progress(done / whole if states else 1.0, "", 0, "", None)
    number, text, state, size = now
    own = state.seconds_left()
    waiting = sum(other for _, one, other in states if one.phase == "waiting")
    # What waits is expected to take as long for each byte as what is read now.
    pace = (state.stepped - state.started) / state.done if state.done else 0.0
    left = None if own is None else own + waiting * pace / size
    return Progress(done / whole, text.file.name, number, state.step, left, state.is_overdue())
