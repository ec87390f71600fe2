"""Write what a person put aside: slides, a Word document or Markdown, item by item in its order, with notes and sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graph.basket import BASKET_WORDS, Basket, head_of, relations_said, to_markdown
from graph.errors import GraphError
from graph.export.basket_deck import basket_deck
from graph.export.basket_network import selection_kept
from graph.export.basket_page import add_page
from graph.export.briefing_document import add_network
from graph.export.sheet import Words
from graph.export.word_document import content_of, document_in_both_scripts
from graph.rdf import Language, put_in_place
from graph.results import in_one_line


def basket_briefing(basket: Basket, path: Path | str, language: Language = "zh") -> Path:
    """Write a basket and return the file.

    The networks of pictures are drawn: of shapes that can be moved on slides, as a picture in Word, as a diagram (Mermaid) in Markdown.
    Of a page what it draws is shown as a picture, on slides and in Word, and what it lists as a table with its passages.

    Arguments: basket; path, .pptx, .docx or .md; language of the words around the items. Raises GraphError for a basket without items,
    another suffix, a package or a program (Graphviz) that is not installed, and a file that cannot be written.
    """
    target = Path(path)
    write = BASKET_FORMS.get(target.suffix.lower())
    if write is None:
        raise GraphError(target, "its name ends in no form of briefing", f"use one of {', '.join(BASKET_FORMS)}")
    if not basket.items:
        raise GraphError("basket", "it holds nothing", "put something aside first")
    return put_in_place({target: write(basket, language)})[0]


def _document(basket: Basket, language: Language) -> bytes:
    words = BASKET_WORDS[language]
    made = document_in_both_scripts(words["briefing"])
    made.add_heading(words["briefing"], 0)
    for number, item in enumerate(basket.items, 1):
        made.add_heading(f"{number}. {in_one_line(head_of(item, language))}", 1)
        for line in filter(str.strip, item.note.splitlines()):
            made.add_paragraph(in_one_line(line))
        for line in filter(str.strip, item.text.splitlines()):
            made.add_paragraph(in_one_line(line), style="Quote")
        if item.network is not None:
            add_network(made, *selection_kept(item.network), Words(item.title, item.text, (), language))
            for line in relations_said(item.network, language):
                made.add_paragraph(in_one_line(line), style="List Bullet")
        if item.view is not None:
            add_page(made, item.view, language)
        if item.source:
            made.add_paragraph(in_one_line(f"{words['source']}: {item.source}"))
    sources = dict.fromkeys(in_one_line(item.source) for item in basket.items if item.source)
    if sources:
        made.add_heading(words["sources"], 1)
    for source in sources:
        made.add_paragraph(source, style="List Number")
    return content_of(made)


BASKET_FORMS: dict[str, Callable[[Basket, Language], bytes]] = {
    ".pptx": basket_deck,
    ".docx": _document,
    ".md": lambda basket, language: to_markdown(basket, language).encode(),
}
"""Suffix to what writes it."""
