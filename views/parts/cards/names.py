"""Where a name leads: the page that shows what it names, as a link of our own HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from graph.pictures import drawn_as
from graph.things import documents
from views.parts.frame.address import href
from views.parts.frame.graph_source import asked


@dataclass(frozen=True, slots=True)
class Name:
    """A name that is a link. Arguments: label; page, the stem of its file; at, the parameters of its address."""

    label: str
    page: str
    at: tuple[tuple[str, str | tuple[str, ...]], ...] = ()

    def opened(self, style: str, attributes: str = "") -> str:
        """Return the tag that opens the link. Arguments: style, a class of style.css; attributes, more of them as HTML."""
        address = escape(href(self.page, **dict(self.at)), quote=True)
        return f'<a class="{style}" href="{address}" data-page="{self.page}"{attributes}>'

    def html(self, style: str = "thing") -> str:
        """Return the link as HTML, its label as text.

        >>> Name("<b>", "reader").html()
        '<a class="thing" href="reader" data-page="reader">&lt;b&gt;</a>'
        """
        return f"{self.opened(style)}{escape(self.label)}</a>"


def name_of(label: str, iri: str, kind: str) -> Name:
    """Return the name of a thing: a document whose text is here leads to it, anything else to its place in the network."""
    if drawn_as(kind) == "PolicyDocument":
        held = next((one.id for one in asked(documents) if str(one.iri) == iri), None)
        if held:
            return document_name(label, held)
    return Name(label, "explore", (("focus", iri), ("node", iri)))


def document_name(title: str, document: str, passage: tuple[int, int] | None = None) -> Name:
    """Return the name of a document, which leads to its text. Arguments: title; document, its id; passage, to open it at."""
    at = (("document", document), *((("at", f"{passage[0]}-{passage[1]}"),) if passage else ()))
    return Name(title, "reader", at)


def all_that_ties(label: str, ends: Iterable[str]) -> Name:
    """Return a name that leads to all that ties some things. Arguments: label; ends, their IRIs."""
    return Name(label, "connect", (("ends", tuple(ends)),))
