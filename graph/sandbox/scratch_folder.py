"""A folder that lives as long as the object that stands for it."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from pathlib import Path


class ScratchFolder:
    """A new folder for temporary files, removed with all it holds when nothing refers to this object any more.

    >>> folder = ScratchFolder()
    >>> path = folder.path
    >>> path.is_dir()
    True
    >>> del folder
    >>> path.exists()
    False
    """

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="policygraph-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
