"""Decks as LibreOffice shows them, and what holds of every slide."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any

import pdfplumber


@contextmanager
def shown(decks: Sequence[Path]) -> Iterator[list[list[Any]]]:
    """Yield the pages of decks that lie in one folder."""
    folder = decks[0].parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with ExitStack() as stack:
        opened = [stack.enter_context(pdfplumber.open(path.with_suffix(".pdf"))) for path in decks]
        yield [list(document.pages) for document in opened]


def check_that_no_word_leaves_its_slide_or_covers_another(pages: Sequence[Any]) -> None:
    """Look at every word of every page."""
    for page in pages:
        words = page.extract_words()
        assert all(
            min(one["x0"], one["top"]) >= 0 and one["x1"] <= page.width and one["bottom"] <= page.height
            for one in words
        )
        for one, other in combinations(words, 2):
            wide = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            assert wide < 2 or high < 0.35 * (one["bottom"] - one["top"]), (one["text"], other["text"])


def texts_of(slide: Any) -> str:
    """All words on a slide."""
    words = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            words += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(words)
