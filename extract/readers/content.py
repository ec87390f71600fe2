"""What a format's reader takes out of a file."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.values import Metadata


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a file, not yet canonical, and what the file declares of it."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    id: str = ""
    """The document's declared id; empty where the name of the file gives it."""
    remarks: tuple[str, ...] = ()
    """What was passed over, one line each."""
