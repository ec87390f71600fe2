"""What the page of documents shows: each text with what is known of it, what was declared of it, and whether it is up to date."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from extract.values import Metadata
from graph.corpus import DECLARABLE, KeptText, kept_texts, outdated
from graph.engines import EmbeddedEngine, is_store
from graph.policygraph import PolicyGraph
from graph.rdf import in_store
from graph.things import DocumentCard, documents


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document in the list.

    Attributes: card; in_store, what a person declared of it in the store; outdated, whether it would be read otherwise now.
    """

    card: DocumentCard
    in_store: Metadata
    outdated: bool

    @property
    def bodies(self) -> tuple[str, ...]:
        """Who issued it, or where no text says that, who published it; as the search's filter has it."""
        return self.card.issuers or ((self.card.publisher,) if self.card.publisher else ())

    @property
    def issuers(self) -> str:
        """Who issued it, as one line."""
        return "、".join(self.card.issuers)

    @property
    def side_file(self) -> str:
        """What was declared in the store, as a side file; empty where nothing was.

        >>> from rdflib import URIRef
        >>> card = DocumentCard(URIRef("urn:a"), "plan", "甲", "Plan", "", "", 1, 1)
        >>> print(ListedDocument(card, Metadata(title='"甲"'), False).side_file)
        id = "plan"
        title = "\\"甲\\""
        <BLANKLINE>
        """
        said = {key: value for key in DECLARABLE if (value := getattr(self.in_store, key))}
        if not said:
            return ""
        # A string of JSON is one of TOML; a date of TOML stands bare.
        lines = (f"{key} = {value.isoformat() if key == 'published' else _text(value)}" for key, value in said.items())
        return "\n".join((f"id = {_text(self.card.id)}", *lines, ""))


def _text(said: str) -> str:
    return json.dumps(said, ensure_ascii=False).replace("\x7f", "\\u007f")


def store_of(graph: PolicyGraph) -> Path | None:
    """Return the folder of the store that a graph lies in, whose texts can be changed; None for any other graph.

    >>> store_of(PolicyGraph.open("memory")) is None
    True
    """
    path = Path(graph.engine.name)
    return path if isinstance(graph.engine, EmbeddedEngine) and is_store(path) else None


def document_list(graph: PolicyGraph) -> tuple[ListedDocument, ...]:
    """Return the documents of a graph, by title.

    >>> document_list(PolicyGraph.open("memory"))
    ()
    """
    kept: dict[str, KeptText] = {}
    if isinstance(graph.engine, EmbeddedEngine) and store_of(graph) is not None:
        kept = {text.id: text for text in kept_texts(graph.engine.store)}
    old = frozenset(outdated(kept.values()))
    return tuple(
        ListedDocument(card, in_store(kept[card.id]) if card.id in kept else Metadata(), card.id in old)
        for card in documents(graph)
    )
