"""List the licences of all locked packages that ``make run`` installs: ``make audit``.

Ends with 2 where a package names a licence that is none of those looked at, or none at all. Known weaknesses are not looked
up: their data bases are on the net, and this project asks nothing of it; hand the two requirements files to a tool that has one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

LOCK = Path(__file__).parent.parent / "requirements.txt"
LOOKED_AT = (
    "MIT",
    "BSD",
    "APACHE",
    "ISC",
    "MPL",
    "MOZILLA PUBLIC",
    "PSF",
    "PYTHON SOFTWARE FOUNDATION",
    "OSI APPROVED",
    "ZLIB",
    "UNLICENSE",
)
"""Beginnings of the licences that allow to use, change and pass on what they cover, beside our own."""
_LONGEST = 60


def locked() -> Iterator[tuple[str, str]]:
    """Yield the name and the version of each locked package."""
    for match in re.finditer(r"^([A-Za-z0-9._-]+)==([^\s\\]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE):
        yield match[1], match[2]


def licence_of(name: str) -> str:
    """Return what a package says of its licence; empty where it says nothing.

    Raises PackageNotFoundError where it is not installed: it is for another system.

    >>> licence_of("jieba")
    'MIT License'
    """
    told = distribution(name).metadata
    classes = [line.split(" :: ")[-1] for line in told.get_all("Classifier", []) if line.startswith("License ::")]
    expression, text = (next(iter(told.get_all(name, [])), "") for name in ("License-Expression", "License"))
    said = expression or "; ".join(classes) or text.split("\n")[0]
    return " ".join(said.split())[:_LONGEST]


def is_looked_at(licence: str) -> bool:
    """Return whether a licence, or one of several to choose from, is among those looked at.

    >>> is_looked_at("MPL-1.1 OR GPL-2.0-only"), is_looked_at("3-Clause BSD License"), is_looked_at("AGPL-3.0")
    (True, True, False)
    """
    choices = re.split(r"\bOR\b|;", licence.upper().replace("3-CLAUSE ", ""))
    return any(choice.strip().startswith(LOOKED_AT) for choice in choices)


def main() -> None:
    """Print a line for each package; exit with 2 where one has to be looked at."""
    unknown = 0
    for name, version in locked():
        try:
            licence = licence_of(name)
        except PackageNotFoundError:
            licence, known = "not for this system", True
        else:
            known = is_looked_at(licence)
        unknown += not known
        print(f"{name} {version}: {licence or 'no licence named'}{'' if known else '  <- look at it'}")
    if unknown:
        sys.exit(2)


if __name__ == "__main__":
    main()
