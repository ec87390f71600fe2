"""The answer to a connection: all ways, ranked, as tables, as a graph, as sentences, as a page."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from graph.connections.conditions import Conditions
from graph.connections.explanation import Explanation
from graph.connections.hops import Hop, Way
from graph.connections.network import drawn
from graph.connections.page import as_html, as_markdown
from graph.connections.pairs import Pair
from graph.connections.text import KINDS, answer, report
from graph.connections.ways import Ways
from graph.pictured import Pictured
from graph.rdf import Language
from graph.rdf import label as term_label
from graph.results import at_prompt
from graph.things import Node

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Connections(Pictured):
    """All ways in which some ends are tied. Shows itself at a prompt and in a notebook, and draws itself into a file."""

    ends: tuple[Node, ...]
    conditions: Conditions
    ways: Ways
    sparql: str
    """The query behind the headline: the tasks that involve all ends. It runs as it is, on any engine."""
    explanation: Explanation
    """What each condition left out; where nothing was found, why, and what to ask instead."""
    pairs: tuple[Pair, ...] = ()
    """Where more than two things are asked for: each two of them, with what ties them or that nothing does."""

    @property
    def tasks(self) -> tuple[Way, ...]:
        """The tasks that involve all ends, best first."""
        return self.ways.tasks

    @property
    def shared(self) -> tuple[Way, ...]:
        """What the ends share: positionings, industries, groups, regions, places, documents, best first."""
        return self.ways.shared

    @property
    def paths(self) -> tuple[Way, ...]:
        """Other ways between any two ends, best first."""
        return self.ways.paths

    @property
    def all(self) -> tuple[Way, ...]:
        """Tasks, then what is shared, then paths."""
        return (*self.tasks, *self.shared, *self.paths)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The independent sentences that back all of it, those of the best ways first."""
        return tuple(dict.fromkeys(text for way in self.all for text in way.sentences))

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The ways as a networkx graph, see `graph.connections.network.drawn`."""
        return drawn(self.all, self.ends)

    @property
    def records(self) -> list[dict[str, str | int]]:
        """A row for each hop of each way, with its first passage."""
        return [
            {"rank": place, "kind": way.kind, "way": way.label, "weakest": way.grade, "length": way.length}
            | {"sentences": len(way.sentences)}
            | _record(hop)
            for place, way in enumerate(self.all, 1)
            for hop in way.hops
        ]

    @property
    def table(self) -> pd.DataFrame:
        """The rows of `records` as a pandas DataFrame."""
        import pandas as pd

        columns = ["rank", "kind", "way", "weakest", "length", "sentences", *_COLUMNS]
        return pd.DataFrame(self.records, columns=columns)

    def answer(self, language: Language = "zh") -> str:
        """Return the answer in one sentence, ``zh`` or ``en``."""
        return answer(self.ends, self.ways, language)

    def report(self, language: Language = "zh") -> str:
        """Return all of it as lines for a terminal, ``zh`` or ``en``: the answer, each pair, the ways with their quotes."""
        said = "\n".join((self.answer(language), *(pair.text(language) for pair in self.pairs)))
        return report(said, self.all, self.explanation.text(language), language)

    def as_json(self) -> dict[str, object]:
        """Return all of it as plain values: answer in both languages, ways with every hop and passage, query."""
        return {
            "ends": [_node(node) for node in self.ends],
            "answer": {"zh": self.answer("zh"), "en": self.answer("en")},
            "ways": [_way(way) for way in self.all],
            "pairs": [
                {"ends": [_node(node) for node in pair.ends], **dict(pair.counts), "documents": pair.documents}
                for pair in self.pairs
            ],
            "hidden": [{**_node(node), "ways": count} for node, count in self.ways.hidden],
            "explanation": {"zh": self.explanation.text("zh"), "en": self.explanation.text("en")},
            "sparql": self.sparql,
        }

    def __len__(self) -> int:
        """Return how many ways there are."""
        return len(self.ways)

    def __repr__(self) -> str:
        said = self.explanation.text("zh").splitlines()
        rows = [_told(way) for way in self.all]
        lines = (self.answer("zh"), self.answer("en"), *map(str, self.pairs), *said)
        return at_prompt(lines, _HEADS, rows, ".table, .tasks, .shared, .paths")

    def _repr_html_(self) -> str:
        table = as_html(self.answer("zh"), self.answer("en"), self.all, self._below(), self.sparql)
        return self._with_picture(table)

    def _repr_markdown_(self) -> str:
        return as_markdown(self.answer("zh"), self.answer("en"), self.all, self._below(), self.sparql)

    def _below(self) -> str:
        """What stands below the table of a page: each pair, and the explanation."""
        return "\n".join(part for part in (*map(str, self.pairs), str(self.explanation)) if part)


_HEADS = ("联系", "经由", "等级", "独立句子", "原文")


def _told(way: Way) -> tuple[str, ...]:
    quote = way.quotes[0].exact if way.quotes else ""
    return KINDS[way.kind][0], way.label, term_label(way.grade, "zh"), str(len(way.sentences)), quote


_COLUMNS = (
    *("subject", "relation", "object", "grade", "quote", "start", "end"),
    *("sections", "document", "sentence", "statement"),
)


def _record(hop: Hop) -> dict[str, str | int]:
    said: dict[str, str | int] = {
        "subject": hop.subject.label,
        "relation": hop.predicate,
        "object": hop.object.label,
        "grade": hop.grade,
        "statement": hop.statement,
    }
    if hop.quotes:
        quote = hop.quotes[0]
        said |= {"quote": quote.exact, "start": quote.start, "end": quote.end, "sentence": quote.said}
        said |= {"sections": " › ".join(quote.trail), "document": quote.title}
    return said


def _node(node: Node) -> dict[str, str]:
    return {"iri": str(node.iri), "label": node.label, "class": node.kind}


def _way(way: Way) -> dict[str, object]:
    counted = {"kind": way.kind, "label": way.label, "grade": way.grade, "length": way.length}
    hops = [
        {
            "subject": _node(hop.subject),
            "relation": hop.predicate,
            "object": _node(hop.object),
            "statement": hop.statement,
            "grade": hop.grade,
            "quotes": [asdict(quote) for quote in hop.quotes],
        }
        for hop in way.hops
    ]
    return {**counted, "sentences": len(way.sentences), "through": [_node(one) for one in way.through], "hops": hops}
