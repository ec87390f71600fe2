"""How far the reading of a text is: a small file beside it, which the process that reads writes anew at each step."""

from __future__ import annotations

import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from graph.rdf import put_in_place

Phase = Literal["waiting", "reading", "read", "failed", "stopped"]
STATE = "state.json"
"""The file in the folder of a text that says how far it is."""
_TELLING = 0.15
"""The share of the work from which on its pace tells how long the rest takes."""


@dataclass(frozen=True, slots=True)
class State:
    """How far the reading of a text is."""

    phase: Phase = "waiting"
    done: float = 0.0
    """The share of the work that is done, 0 to 1."""
    step: str = ""
    """What was done last, one of `graph.corpus.STEPS`."""
    started: float = 0.0
    """When the reading began, in seconds of the epoch."""
    stepped: float = 0.0
    """When the last step was done."""
    going_on: float = 0.0
    """The share of the step that goes on now."""
    process: int = 0
    """The id of the process that reads."""
    id: str = ""
    """Of the document, once it is read; empty where nothing of it passed the checks."""
    problems: tuple[str, ...] = ()
    """One line for each thing that was left out."""
    reason: str = ""
    remedy: str = ""
    """Why a text failed, and what to do."""

    def seconds_left(self, now: float | None = None) -> float | None:
        """Return how long the rest will take at the pace so far; None where too little is done to tell.

        It goes down while a step goes on, but never below what the steps after it will take.

        >>> half = State("reading", 0.5, started=100.0, stepped=120.0, going_on=0.25)
        >>> half.seconds_left(now=120.0), half.seconds_left(now=125.0), half.seconds_left(now=160.0)
        (20.0, 15.0, 10.0)
        """
        if self.done < _TELLING or self.phase != "reading":
            return None
        pace, since = self._pace, (time.time() if now is None else now) - self.stepped
        return max(pace * (1 - self.done) - since, pace * (1 - self.done - self.going_on), 0.0)

    def is_overdue(self, now: float | None = None) -> bool:
        """Return whether the step that goes on takes longer than the pace so far let expect: then nobody knows how long it will take.

        >>> half = State("reading", 0.5, started=100.0, stepped=120.0, going_on=0.25)
        >>> half.is_overdue(now=129.0), half.is_overdue(now=131.0)
        (False, True)
        """
        if self.done < _TELLING or self.phase != "reading":
            return False
        return (time.time() if now is None else now) - self.stepped > self._pace * self.going_on

    @property
    def _pace(self) -> float:
        return (self.stepped - self.started) / self.done


def read_state(folder: Path) -> State:
    """Return the state of the text of a folder; a text whose reader is gone before it was done waits again."""
    try:
        said = json.loads((folder / STATE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return State()
    state = State(**{**said, "problems": tuple(said["problems"])})
    return State() if state.phase == "reading" and not is_reader(state.process, folder) else state


def write_state(folder: Path, state: State) -> None:
    """Write the state of the text of a folder.

    Raises FileNotFoundError where the text was removed, and GraphError where nothing can be written.
    """
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    put_in_place({folder / STATE: json.dumps(asdict(state), ensure_ascii=False).encode()})


def is_reader(process: int, folder: Path) -> bool:
    """Return whether a process lives and is the one that reads the text of a folder.

    >>> is_reader(0, Path("nowhere"))
    False
    """
    if process <= 0:
        return False
    try:
        os.kill(process, 0)
    except (OSError, OverflowError):
        return False
    told = Path(f"/proc/{process}/cmdline")
    try:
        return not Path("/proc").is_dir() or folder.name.encode() in told.read_bytes()
    except OSError:
        return False
