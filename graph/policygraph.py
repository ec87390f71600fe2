"""The notebook's one object: a graph of policy, wherever it lives, to be asked."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from graph.citations import Style, quotation, reference, sources_of
from graph.class_access import AlsoOpens
from graph.comparison import Comparison, compare_documents, compare_graphs
from graph.connections import Conditions, Connections, connect, ends_of
from graph.corpus import built, opened, read_into_memory
from graph.engines import Engine, is_address
from graph.errors import GraphError
from graph.name_access import NameAccess
from graph.pictured import Pictured
from graph.pictures import LOOKS
from graph.questions import (
    Answer,
    Argument,
    Choice,
    Question,
    Reply,
    answer,
    ask,
    choices,
    question,
    questions,
    terms_of,
)
from graph.rdf import Language, label
from graph.results import Listed, at_prompt
from graph.search import Conditions as SearchConditions
from graph.search import Hits, TextIndex, index_of, passages
from graph.search import find as find_sentences
from graph.things import (
    Node,
    Quote,
    class_counts,
    count_of,
    document_of,
)


class PolicyGraph(NameAccess, Pictured):
    """A graph of policy texts: open it, ask it, show it. At a prompt it says what it holds.

    Made by `open`, `build` or `read`, or by `PolicyGraph.connect("http://…")`, which is `open` for a
    server; a context manager, and closed by `close`.

    >>> with PolicyGraph.open("memory") as g:
    ...     g.rows("SELECT ?place { ?place a pol:City }")
    []
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._texts: TextIndex | None = None

    @classmethod
    def open(cls, where: str | Path = "policy.db", *, write: bool = False) -> Self:
        """Open a graph by one word.

        Arguments: where, ``memory`` (empty), the folder of a store, or the address of a SPARQL server (``http://…``);
        write, whether a folder may be changed: then this process alone holds it, else several may read it.
        Raises GraphError where there is none, or another process holds it.
        """
        return cls(opened(str(where), write))

    @classmethod
    def build(cls, *paths: str | Path, to: str | Path = "memory") -> Self:
        """Build the graph of texts and open it.

        Arguments: paths, files and folders of texts; to, where it shall live, as in `open`.
        Raises GraphError where no text could be read, and for a file that cannot be written.
        """
        engine, problems = built([Path(path) for path in paths], str(to))
        for line in problems:
            warnings.warn(line, stacklevel=2)
        return cls(engine)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Read a file (.ttl, .trig, .nq, .nt, .jsonld) into memory.

        Raises GraphError where there is none, or it is not what its suffix says.
        """
        return cls(read_into_memory(Path(path)))

    @AlsoOpens
    def connect(
        self,
        *names: str | Node,
        grade: str = "",
        relations: Iterable[str] = (),
        through: Iterable[str] = (),
        length: int = 3,
        documents: Iterable[str] = (),
        hubs: bool = False,
        level: Literal["member", "group"] = "member",
    ) -> Connections:
        """Return all ways in which two or more places, groups, industries or positionings are tied.

        On the class itself, ``PolicyGraph.connect("http://…/sparql")`` opens a server instead: see `open`.
        Arguments: names, as for `resolve`, a line that lists several, or things that were found; the others are the conditions that
        `graph.connections.conditions.Conditions` explains. Raises GraphError as `resolve` does, and for a condition that is none.
        """
        wanted = Conditions(grade, tuple(relations), tuple(through), length, tuple(documents), hubs, level)
        return connect(self, [end for name in names for end in ends_of(self.names, name)], wanted)

    def diff(self, other: PolicyGraph | str, after: str = "") -> Comparison:
        """Return what two graphs, or two documents of this one, say differently: claims changed, added and dropped.

        Arguments: other, the graph that came after this one; or, with `after`, the document that came before that, each by
        its id, title or IRI. Claims are compared by what they say, not by where they stand. Raises GraphError for a
        document that is none, and where a document comes alone.

        >>> PolicyGraph.open("memory").diff(PolicyGraph.open("memory"))
        <memory → memory: changed 0 · added 0 · dropped 0 · unchanged 0>
        """
        if isinstance(other, PolicyGraph):
            return compare_graphs(self, other, (self.engine.name, other.engine.name))
        if not after:
            raise GraphError(other, "one document alone is compared with nothing", "name two documents")
        return compare_documents(self, other, after)

    def cite(self, what: str | Quote, style: Style = "gbt7714") -> str:
        """Return the reference of a document, or a quotation with the reference of its document.

        Arguments: what, the id, the title or the IRI of a document, or a quote that was found; style, ``gbt7714`` or ``apa``.
        What the graph does not know of a document is left out as the style asks. Raises GraphError for a document that is none.
        """
        sources = sources_of(self)
        if isinstance(what, Quote):
            return quotation(what, sources[what.document], style)
        return reference(sources[str(document_of(self, what).iri)], style)

    def ask(self, text: str, language: Language | None = None) -> Reply:
        """Understand a question in plain Chinese or English and answer it, or say that it is not understood.

        Arguments: text; language of the answer, that of the text unless given. The reply has `sentence`, `table`,
        `evidence` and `sparql`, says which question it took and how sure it is, and offers the nearest ones. Where it has no answer,
        `passages` are sentences that speak of what was asked, and `quoted` is the one that speaks of nearly all of it; of a graph on a
        server only once it was searched.

        >>> PolicyGraph.open("memory").ask("今天天气怎么样").understood
        False
        """
        reply = ask(self, text, language)
        if self._texts is None and is_address(self._engine.name):
            return reply  # a server would have to send all its sentences first
        return reply.beside(passages(self, self.texts, reply.wanted)) if reply.wanted else reply

    def search(
        self,
        text: str,
        *,
        place: str | Node = "",
        year: int | None = None,
        issuer: str = "",
        level: str = "",
        kind: str = "",
        limit: int = 20,
        offset: int = 0,
    ) -> Hits:
        """Return the sentences that hold words, best first, each with its document, section, offsets and facts.

        Arguments: text, words with white space between them, all of which a sentence must hold; nothing in it is an operator;
        place, year, issuer, level and kind as `graph.search.Conditions` explains them; limit and offset, which hits.
        Raises GraphError for a text without a word, and for a condition that is none.

        >>> PolicyGraph.open("memory").search("物流枢纽").total
        0
        """
        conditions = SearchConditions(place, year, issuer, level, kind)
        return find_sentences(self, self.names, self.texts, text, conditions, limit, offset)

    @property
    def texts(self) -> TextIndex:
        """The index of all sentences, opened or made at first use."""
        if self._texts is None:
            self._texts = index_of(self._engine)
        return self._texts

    @staticmethod
    def questions() -> tuple[Question, ...]:
        """Return all questions of the folder `graph/questions/templates`, sorted by id."""
        return Listed(questions())

    def choices(self, question_id: str, parameter: str, **given: Argument) -> tuple[Choice, ...]:
        """Return the values of a question's parameter that have an answer, with counts, those with the most first.

        Arguments: question_id; parameter; given, values of its other parameters, which narrow it.
        Raises GraphError where there is no such question or parameter.
        """
        wanted = question(question_id)
        return Listed(choices(self, wanted, parameter, terms_of(self.names, wanted, given)))

    def answer(self, question_id: str, /, language: Language = "zh", **values: Argument) -> Answer:
        """Answer one of the questions.

        Arguments: question_id; language; values, one for each parameter: a name as for `resolve`, a year, or a term.
        Raises GraphError where there is no such question, and where a value is missing, unknown or ambiguous.

        >>> PolicyGraph.open("memory").answer("unresolved-names", "en").sentence
        'Every name is resolved.'
        """
        wanted = question(question_id)
        return answer(self, wanted, terms_of(self.names, wanted, values), language)

    def update(self, text: str) -> None:
        """Run a SPARQL update in the engine; raises GraphError where the graph is open for reading only."""
        self._engine.update(text)
        self._names = self._texts = None

    def close(self) -> None:
        """Let go of the folder or the server."""
        if self._texts is not None:
            self._texts.close()
        self._engine.close()

    def __repr__(self) -> str:
        try:
            documents, assertions, by_class = (
                count_of(self, "DocumentGraph"),
                count_of(self, "Assertion"),
                class_counts(self),
            )
        except GraphError as error:
            return f"<PolicyGraph {error}>"
        name = self._engine.name
        said = (
            f"图 {name}：{documents}份文件，{assertions}条论断，每条都附原文。",
            f"Graph {name}. Documents: {documents}; assertions, each with its quote: {assertions}.",
        )
        rows = [(label(kind, "zh"), label(kind, "en"), str(by_class[kind])) for kind in LOOKS if kind in by_class]
        return at_prompt(said, ("类别", "class", "n"), rows, ".rows(), .query()")

    def __enter__(self) -> Self:
        """Return the graph."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the graph."""
        self.close()
