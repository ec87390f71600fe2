"""Why a connection shows what it shows: what each condition left out, and where nothing ties the ends, why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.connections.conditions import LONGEST, Conditions
from graph.connections.covering import Passage
from graph.connections.ways import Ways
from graph.rdf import Language
from graph.rdf import label as term_label
from graph.things import Neighbourhood, Node

_RELATIONS = """SELECT ?predicate (COUNT(DISTINCT ?statement) AS ?n) { VALUES ?thing { $nodes }
  { ?statement rdf:subject ?thing } UNION { ?statement rdf:object ?thing }
  ?statement rdf:predicate ?predicate } GROUP BY ?predicate"""
_PARTNERS = """SELECT ?other (COUNT(DISTINCT ?task) AS ?n) { VALUES ?thing { $nodes }
  ?task pol:involves ?thing . ?task pol:involves ?other . FILTER(?other != ?thing)
  { ?other a pol:City } UNION { ?other a pol:Region } } GROUP BY ?other ORDER BY DESC(?n) ?other LIMIT 3"""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a connection says of itself; as a string, in Chinese. Empty where nothing was left out."""

    removed: tuple[tuple[str, int], ...] = ()
    """Conditions, and how many more ways there are without each."""
    held: tuple[tuple[Node, tuple[tuple[str, int], ...]], ...] = ()
    """Where nothing ties the ends: each end, and how many relations of each sort it has."""
    longer: int = 0
    """Where nothing ties the ends: the next length to ask for; 0 where no longer path is looked for."""
    partners: tuple[tuple[Node, Node, int], ...] = ()
    """Where nothing ties the ends: an end, a place that tasks do tie it to, and how many."""
    closest: Passage | None = None
    """Where nothing ties the ends: the sentences where their names stand closest."""
    named_together: bool = True
    """Whether a document names all ends."""

    def text(self, language: Language = "zh") -> str:
        """Return it as lines of text, ``zh`` or ``en``."""
        chinese = language == "zh"
        lines = [_held(node, counts, language) for node, counts in self.held]
        for name, count in self.removed:
            lines.append(
                f"去掉条件{name}，另有{count}项。" if chinese else f"Without the condition {name}: {count} more."
            )
        if self.longer:
            lines.append(
                f"可试更长的路径：length={self.longer}。" if chinese else f"Try longer paths: length={self.longer}."
            )
        for end, other, count in self.partners:
            lines.append(
                f"最近的可答问题：{end.label}与{other.label}（{count}项任务）。"
                if chinese
                else f"Nearest question that has an answer: {end.label} and {other.label} ({_tasks(count)})."
            )
        if self.closest is not None:
            lines.append(_closest(self.closest, chinese))
        elif not self.named_together:
            lines.append("没有一份文件同时提到它们。" if chinese else "No document names all of them.")
        return "\n".join(lines)

    def __str__(self) -> str:
        """Return it in Chinese."""
        return self.text()


def explain(
    around: Neighbourhood,
    ends: tuple[tuple[Node, ...], ...],
    passages: Sequence[Passage],
    conditions: Conditions,
    ways: Ways,
    without: Mapping[str, int],
) -> Explanation:
    """Return the explanation of a connection.

    Arguments: around, the engine; ends; passages that name all ends; conditions; ways, that meet them; without, how
    many more ways there are without each condition. That a document names the ends ties them to nothing yet.
    """
    removed = tuple((name, count) for name, count in without.items() if count > 0)
    if any(way.kind != "document" for way in (*ways.tasks, *ways.shared, *ways.paths)):
        return Explanation(removed)
    answered = bool(removed) or bool(ways.hidden)
    return Explanation(
        removed,
        held=tuple((end[0], _counts(around, end)) for end in ends),
        longer=conditions.length + 1 if not answered and conditions.length < LONGEST else 0,
        partners=() if answered else _partners(around, ends),
        closest=min(passages, key=lambda one: (not one.together, one.gap, one.document), default=None),
        named_together=bool(passages),
    )


def _counts(around: Neighbourhood, end: tuple[Node, ...]) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for row in around.each(_RELATIONS, (str(node.iri) for node in end)):
        if "predicate" in row:
            counts[str(row["predicate"]).rpartition("#")[2]] += int(row["n"])
    return tuple(sorted(counts.items()))


def _partners(around: Neighbourhood, ends: tuple[tuple[Node, ...], ...]) -> tuple[tuple[Node, Node, int], ...]:
    found = []
    for end in ends:
        rows = [row for row in around.each(_PARTNERS, (str(node.iri) for node in end)) if "other" in row]
        names = around.names(str(row["other"]) for row in rows)
        found += [(end[0], names[str(row["other"])], int(row["n"])) for row in rows]
    return tuple(found)


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def _held(node: Node, counts: tuple[tuple[str, int], ...], language: Language) -> str:
    kind = term_label(node.kind, language)
    said = [f"{term_label(name, language)} {count}" for name, count in counts]
    if language == "zh":
        return f"{node.label}（{kind}）：{'、'.join(said) or '图中没有它的关系'}。"
    return f"{node.label} ({kind}): {', '.join(said) or 'no relation in this graph'}."


def _closest(passage: Passage, chinese: bool) -> str:
    texts = list(dict.fromkeys(quote.said for hop in passage.hops for quote in hop.quotes))
    quoted = " … ".join(f"“{text}”" for text in (texts[:1] if passage.together else texts))
    if chinese:
        return f"名称相距最近处（{passage.document.label}，相隔{passage.gap}字）：{quoted}"
    return f"The names stand closest in {passage.document.label}, {passage.gap} characters apart: {quoted}"
