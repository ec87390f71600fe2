"""The reading of texts as something that runs beside the app, can be looked at, and can be stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from graph.brought.progress import unread
from graph.brought.shelf import ShelvedText
from graph.brought.state import State, is_reader, write_state


class Reader:
    """A process that reads texts one after another; it goes on whether or not anybody waits for it.

    Arguments: texts, which wait to be read.
    """

    def __init__(self, texts: Sequence[ShelvedText]) -> None:
        self.texts = tuple(texts)
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        for text in self.texts:
            write_state(text.folder, State())
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "graph.brought.reading", *(str(text.folder) for text in self.texts)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        # Somebody has to take note of its end, also where nobody waits for it any more.
        threading.Thread(target=self._process.wait, daemon=True).start()

    @property
    def running(self) -> bool:
        """Whether it still reads."""
        return self._process.poll() is None

    def settle(self) -> None:
        """Say of each text that the process left unread, though it has ended, that its reading broke off."""
        broken = State("failed", reason="the reading broke off", remedy="try again, or split the text")
        for text in unread(self.texts) if not self.running else ():
            with suppress(FileNotFoundError):
                write_state(text.folder, broken)


def stop(texts: Sequence[ShelvedText]) -> None:
    """End the process that reads some texts, whoever started it; those that it had not read are stopped.

    Arguments: texts, of one shelf.
    """
    left = unread(texts)
    for process in {text.state.process for text in left if text.state.phase == "reading"}:
        if any(is_reader(process, text.folder) for text in left):
            os.kill(process, signal.SIGKILL)
    for text in left:
        with suppress(FileNotFoundError):
            write_state(text.folder, State("stopped"))
