"""Write a briefing: slides, Markdown or a Word document, by the file's suffix."""

from __future__ import annotations

import shlex
from pathlib import Path

from graph.errors import GraphError
from graph.export.briefing_content import Wanted, briefing_content
from graph.export.briefing_deck import briefing_deck
from graph.export.briefing_document import briefing_document
from graph.export.briefing_text import briefing_markdown
from graph.policygraph import PolicyGraph
from graph.rdf import put_in_place

SUFFIXES = (".pptx", ".md", ".docx")


def briefing(graph: PolicyGraph, path: Path | str, wanted: Wanted, template: Path | str | None = None) -> Path:
    """Write a briefing on what ties some things, on one thing, on documents or on a question, and return the file.

    Arguments: graph; path, .pptx, .md or .docx; wanted; template, a .pptx whose masters, fonts and colours the slides use. Raises
    GraphError for what is not there, a question that is not understood, another suffix, and a file that cannot be written.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix not in SUFFIXES:
        raise GraphError(target, "its name ends in no form of briefing", f"use one of {', '.join(SUFFIXES)}")
    if template is not None and suffix != ".pptx":
        raise GraphError(template, "only slides take a template", "leave --template out, or write a .pptx")
    held = Path(template) if template is not None else None
    content = briefing_content(graph, wanted, _command(graph, target, wanted, held))
    if suffix == ".pptx":
        return put_in_place({target: briefing_deck(content, held)})[0]
    made = briefing_markdown(content) if suffix == ".md" else briefing_document(content)
    return put_in_place({target: made})[0]


def _command(graph: PolicyGraph, path: Path, wanted: Wanted, template: Path | None) -> str:
    """The command that makes the same again; of paths only their last part, since a briefing is handed on."""
    told = ["policygraph", "briefing", "--graph", Path(graph.engine.name).name or graph.engine.name]
    for name, values in (("--focus", wanted.focus), ("--document", wanted.documents)):
        for value in values:
            told += [name, value]
    told += ["--question", wanted.question] if wanted.question else []
    told += ["--template", template.name] if template is not None else []
    return shlex.join([*told, "--language", wanted.language, "-o", path.name])
