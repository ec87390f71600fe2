"""Write a briefing: slides, Markdown or a Word document, by the file's suffix."""

from __future__ import annotations

from pathlib import Path

from graph.errors import GraphError
from graph.export.briefing_content import Wanted, briefing_content
from graph.export.briefing_deck import briefing_deck
from graph.export.briefing_document import briefing_document
from graph.export.briefing_text import briefing_markdown
from graph.export.made_by import command_line
from graph.policygraph import PolicyGraph
from graph.rdf import put_in_place

BRIEFING_SUFFIXES = (".pptx", ".md", ".docx")


def briefing(
    graph: PolicyGraph, path: Path | str, wanted: Wanted, template: Path | str | None = None, command: str = ""
) -> Path:
    """Write a briefing on what ties some things, on one thing, on documents or on a question, and return the file.

    Arguments: graph; path, .pptx, .md or .docx; wanted; template, a .pptx whose masters, fonts and colours the slides use; command, that
    makes it again: where it is empty, one with the names of the files without their folders, since a briefing is handed on. Raises
    GraphError for what is not there, a question that is not understood, another suffix, and a file that cannot be written.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    if suffix not in BRIEFING_SUFFIXES:
        raise GraphError(target, "its name ends in no form of briefing", f"use one of {', '.join(BRIEFING_SUFFIXES)}")
    if template is not None and suffix != ".pptx":
        raise GraphError(template, "only slides take a template", "leave --template out, or write a .pptx")
    held = Path(template) if template is not None else None
    name = Path(graph.engine.name).name or graph.engine.name
    made_with = command or briefing_command(name, target.name, wanted, held.name if held is not None else "")
    content = briefing_content(graph, wanted, made_with)
    if suffix == ".pptx":
        return put_in_place({target: briefing_deck(content, held)})[0]
    made = briefing_markdown(content) if suffix == ".md" else briefing_document(content)
    return put_in_place({target: made})[0]


def briefing_command(graph: str, path: str, wanted: Wanted, template: str = "") -> str:
    """Return the command that makes a briefing. Arguments: graph, path and template, as they are given on the command line; wanted.

    >>> briefing_command("sub/a.db", "a b.md", Wanted(language="en"))
    "policygraph briefing --graph sub/a.db --language en -o 'a b.md'"
    """
    repeated = [
        ("--graph", [graph]),
        ("--focus", wanted.focus),
        ("--document", wanted.documents),
        ("--question", [wanted.question] if wanted.question else []),
        ("--template", [template] if template else []),
    ]
    return command_line("briefing", "--language", wanted.language, "-o", path, repeated=repeated)
