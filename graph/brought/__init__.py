"""Texts that a person brings: kept for some days, read in a process of their own, joined to a graph.

Files come in; their graphs go out, and graphs that hold them too.
Begin with `shelf`: what is kept, and how far its reading is. `reader` starts and ends the process, `joining` adds to a graph.
"""

from graph.brought.joining import added_for_good, joined
from graph.brought.progress import Progress, TimeLeft, progress_of, unread
from graph.brought.reader import Reader, stop
from graph.brought.shelf import (
    DAYS,
    MEGABYTES_OF_PACKED,
    MEGABYTES_OF_TEXT,
    MOST_TEXTS,
    READABLE,
    Shelf,
    ShelvedText,
    name_of_text,
    shelf_of,
)

__all__ = [
    "DAYS",
    "MEGABYTES_OF_PACKED",
    "MEGABYTES_OF_TEXT",
    "MOST_TEXTS",
    "READABLE",
    "Progress",
    "Reader",
    "Shelf",
    "ShelvedText",
    "TimeLeft",
    "added_for_good",
    "joined",
    "name_of_text",
    "progress_of",
    "shelf_of",
    "stop",
    "unread",
]
