"""The same text gives the same facts in another process, under another hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extract.document import canonical_text
from extract.pipeline import extract
from extract.values import Document

ROOT = Path(__file__).parent.parent.parent
TEXTS = sorted([*(ROOT / "corpus").glob("*.txt"), *(ROOT / "tests" / "gold" / "made-up").glob("*.txt")])
PROGRAM = """
import hashlib, sys
from pathlib import Path
from extract.document import canonical_text
from extract.pipeline import extract
from extract.values import Document
for name in sys.argv[1:]:
    text = canonical_text(Path(name).read_text(encoding="utf-8"))
    print(hashlib.sha256(repr(extract(Document("a", text))).encode()).hexdigest(), len(extract(Document("a", text)).facts))
"""


def printed(seed: str) -> list[str]:
    """A digest of the facts of each text, from a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *map(str, TEXTS)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split("\n")


def test_there_are_texts_to_compare() -> None:
    assert len(TEXTS) >= 7


def test_the_hash_seed_changes_nothing() -> None:
    first = printed("0")
    assert len(first) == len(TEXTS) + 1
    assert printed("1") == first
    assert printed("4242") == first


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_order_of_reading_changes_nothing(path: Path) -> None:
    text = canonical_text(path.read_text(encoding="utf-8"))
    before = extract(Document("a", text))
    for other in reversed(TEXTS):
        extract(Document("b", canonical_text(other.read_text(encoding="utf-8"))))
    assert extract(Document("a", text)) == before
    assert before.facts
