"""Write what two texts or graphs say differently: slides, a Word document or Markdown, by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.comparison import Comparison
from graph.errors import GraphError
from graph.export.changes_deck import changes_deck
from graph.export.changes_document import changes_document, changes_markdown
from graph.rdf import Language, put_in_place

CHANGES_FORMS: dict[str, Callable[[Comparison, Language, str], bytes]] = {
    ".pptx": changes_deck,
    ".docx": changes_document,
    ".md": changes_markdown,
}
"""Suffix to what writes it."""


def changes_briefing(found: Comparison, path: Path | str, language: Language = "zh", command: str = "") -> Path:
    """Write a comparison with the sentences of both sides, and return the file.

    Arguments: found; path, .pptx, .docx or .md; language of its own words; command, that makes it again. Raises GraphError for
    another suffix, a package that is not installed, and a file that cannot be written.
    """
    target = Path(path)
    write = CHANGES_FORMS.get(target.suffix.lower())
    if write is None:
        raise GraphError(target, "its name ends in no form of briefing", f"use one of {', '.join(CHANGES_FORMS)}")
    return put_in_place({target: write(found, language, command)})[0]
