"""Office files without the day of their writing, so that the same content gives the same bytes."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATE = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NONE = b"2000-01-01T00:00:00Z"
_FIRST = (1980, 1, 1, 0, 0, 0)
_PACKED = (".xlsx", ".docx", ".pptx")


def undated(packed: bytes) -> bytes:
    """Return an Office file with fixed dates, inside it and in what is embedded in it.

    >>> file = BytesIO()
    >>> with ZipFile(file, "w") as made:
    ...     made.writestr("docProps/core.xml", "2026-01-02T03:04:05Z")
    >>> with ZipFile(BytesIO(undated(file.getvalue()))) as read:
    ...     read.read("docProps/core.xml"), read.infolist()[0].date_time[0]
    (b'2000-01-01T00:00:00Z', 1980)
    """
    file = BytesIO()
    with ZipFile(BytesIO(packed)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _DATE.sub(_NONE, content)
            elif name.endswith(_PACKED):
                content = undated(content)
            info = ZipInfo(name, _FIRST)
            info.compress_type = ZIP_DEFLATED
            new.writestr(info, content)
    return file.getvalue()
