"""What a file that is taken away says of itself: what it holds, from where, and what it leaves out."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from graph.counted import counted
from graph.export.made_by import program
from graph.rdf import PREFIXES, Language, serialise, term

VOID = "http://rdfs.org/ns/void#"
_NAMES: dict[Language, tuple[str, ...]] = {
    "zh": ("内容", "来源", "图的校验值", "程序", "最近的文件日期", "未列入的事物"),
    "en": ("Holds", "Sources", "Hash of the graph", "Program", "Date of the newest document", "Left out"),
}
_LEFT_OUT: dict[Language, str] = {
    "zh": "另有{n}个关系最少的事物未列入。",
    "en": "{n:thing with the fewest relations is|things with the fewest relations are} left out.",
}


@dataclass(frozen=True, slots=True)
class About:
    """What is taken away, in words."""

    title: str
    sources: tuple[str, ...]
    """Titles of the documents that back it."""
    digest: str
    """Hash of the graph."""
    left_out: int
    """Things beyond the limit that was asked for."""
    language: Language
    newest: str = ""
    """Date of the newest of these documents, YYYY-MM-DD; empty where none has a date."""

    @property
    def lacks(self) -> str:
        """What is left out, in a sentence; empty where nothing is.

        >>> About("", (), "", 1, "en").lacks, About("", (), "", 0, "en").lacks
        ('1 thing with the fewest relations is left out.', '')
        """
        return counted(_LEFT_OUT[self.language], n=self.left_out) if self.left_out else ""

    @property
    def sentence(self) -> str:
        """What it holds and what it leaves out.

        >>> About("Policy graph: 大连市", (), "", 2, "en").sentence
        'Policy graph: 大连市. 2 things with the fewest relations are left out.'
        """
        stop = "。" if self.language == "zh" else ". "
        return f"{self.title}{stop}{self.lacks}".strip() if self.lacks else self.title

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return names and values, for a table."""
        said = (self.title, "；".join(self.sources), self.digest, program(), self.newest, str(self.left_out))
        return tuple(zip(_NAMES[self.language], said, strict=True))

    def attributes(self) -> dict[str, str]:
        """Return what the attributes of a network say, by their names; what there is nothing to say of is left out.

        >>> list(About("all", ("plan",), "0f", 0, "en", "2023-01-04").attributes())
        ['title', 'sources', 'graph_hash', 'program', 'newest_document']
        """
        said = {
            "title": self.title,
            "description": self.lacks,
            "sources": "；".join(self.sources),
            "graph_hash": self.digest,
            "program": program(),
            "newest_document": self.newest,
        }
        return {name: text for name, text in said.items() if text}


def quads_that_tell(quads: Sequence[Quad], about: About) -> list[Quad]:
    """Return what says of a part of a graph that it is one: a data set with its title, and what it leaves out.

    >>> [quad.predicate.value.rpartition("/")[2] for quad in quads_that_tell([], About("a", (), "", 0, "en"))][1:]
    ['title']
    """
    node = dataset_node(quads)
    said: list[tuple[NamedNode, NamedNode | Literal]] = [
        (term("rdf:type"), NamedNode(VOID + "Dataset")),
        (term("dcterms:title"), Literal(about.title)),
    ]
    if about.lacks:
        said.append((term("dcterms:description"), Literal(about.lacks, language=about.language)))
    return [Quad(node, predicate, value) for predicate, value in said]


def dataset_node(quads: Sequence[Quad]) -> NamedNode:
    """Return the node of quads as a data set, named by their hash.

    >>> dataset_node([]).value.startswith("https://w3id.org/policygraph/id/dataset/")
    True
    """
    return NamedNode(f"{PREFIXES['pid']}dataset/{digest_of(quads)[:20]}")


def digest_of(quads: Sequence[Quad]) -> str:
    """Return the SHA-256 of the sorted N-Quads.

    >>> digest_of([])[:8]
    'e3b0c442'
    """
    return hashlib.sha256(serialise(quads, RdfFormat.N_QUADS)).hexdigest()
