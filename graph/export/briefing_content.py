"""What a briefing says, in whichever format it is written: the finding, its network, tasks, roles, targets, counts, sources."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from rdflib import URIRef

from graph.engines import graph_hash
from graph.errors import GraphError
from graph.export.briefing_roles import Roles, roles_among, roles_of
from graph.export.picture import network_shown
from graph.export.selection import QuotedRelation, Selection
from graph.export.sheet import Words
from graph.export.shown import Shown, ledger_of
from graph.export.sources import documents_cited, source_line
from graph.pages import TargetEntry
from graph.policygraph import PolicyGraph
from graph.quality import Confidence, confidence, measured
from graph.questions import Answer
from graph.rdf import Language
from graph.things import DocumentCard, Node, Quote, documents

_KINDS = ("KeyTask", "TaskArea", "SafeguardMeasure", "Action")
_MOST_TASKS = 30
_MOST_TARGETS = 60


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a briefing is about: two or more things and what ties them, one thing, some documents, or a question."""

    focus: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    question: str = ""
    language: Language = "zh"


@dataclass(frozen=True, slots=True)
class QuotedTask:
    """A task with the first passage that backs it, and how many there are."""

    task: Node
    grade: str
    quote: Quote
    passages: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """What a briefing says."""

    words: Words
    """Title, finding, source."""
    selection: Selection
    ends: tuple[Node, ...]
    tasks: tuple[QuotedTask, ...]
    """Key tasks first, then areas, measures, actions, each in the order of the texts."""
    tasks_left_out: int
    """Those beyond `_MOST_TASKS`."""
    roles: Roles
    targets: tuple[TargetEntry, ...]
    targets_left_out: int
    """Those beyond `_MOST_TARGETS`."""
    reading: Confidence
    """Declared against listed counts, and the share of sentences that back something."""
    cited: tuple[DocumentCard, ...]
    """All documents that back something of the selection or of what is told, those with most passages first."""
    answer: Answer | None
    """Of the question, where one was asked."""
    sparql: str
    digest: str
    """Hash of the graph."""
    command: str
    """What makes it again."""

    @property
    def language(self) -> Language:
        """Of all its words."""
        return self.words.language

    def sources(self, drawn: Sequence[QuotedRelation]) -> tuple[DocumentCard, ...]:
        """Return the documents that back what is told and drawn. Arguments: drawn, the relations of its picture."""
        passages = [(one.quote,) for one in self.tasks] + [one.quotes[:1] for one in self.targets]
        held = {quote.document for quotes in (*passages, self.roles.quotes) for quote in quotes}
        held |= {quote.document for one in drawn for quote in one.quotes}
        answered = {proof.iri for proof in self.answer.evidence} if self.answer is not None else set()
        return tuple(one for one in self.cited if str(one.iri) in held | answered)

    def tasks_by_sentence(self) -> list[tuple[Quote, list[tuple[int, QuotedTask]]]]:
        """Return each sentence that backs tasks, once, with these, which are numbered through all of it."""
        held: dict[str, list[QuotedTask]] = {}
        for one in self.tasks:
            held.setdefault(one.quote.sentence, []).append(one)
        numbers = count(1)
        return [(tasks[0].quote, [(next(numbers), one) for one in tasks]) for tasks in held.values()]

    def words_of(self, drawn: Sequence[QuotedRelation]) -> Words:
        """Return the words around its picture, whose source is what backs it. Arguments: drawn, the relations of the picture."""
        held = {quote.document for one in drawn for quote in one.quotes}
        cards = [one for one in self.cited if str(one.iri) in held]
        return replace(self.words, notes=(source_line(cards, self.digest, self.language),))


def briefing_content(graph: PolicyGraph, wanted: Wanted, command: str) -> Briefing:
    """Return what a briefing says.

    Arguments: graph; wanted; command, that makes it again. Raises GraphError for a name or a document that is not there, and for a
    question that is not understood.
    """
    answer = _answered(graph, wanted) if wanted.question else None
    selection, ends, words = network_shown(
        graph, Shown("network", wanted.focus, wanted.documents, sys.maxsize, wanted.language)
    )
    sparql = graph.connect(*wanted.focus).sparql if len(wanted.focus) > 1 else ""
    if answer is not None:
        words = Words(wanted.question, answer.sentence, words.notes, wanted.language)
        selection, sparql = _of_answer(selection, answer), answer.sparql
        given = {str(value) for value in answer.values.values()}
        ends = tuple(node for node in selection.things if str(node.iri) in given)
    roles = roles_of(graph, ends, wanted.documents) if ends else roles_among(selection.relations)
    tasks = _tasks(selection.relations)
    of_places = {one.iri for one in (ends if answer is None else roles.places)}
    every = answer is None and not ends
    targets = [one for one in ledger_of(graph, wanted.documents) if every or one.place.iri in of_places]
    backed = [one.quotes for one in selection.relations] + [one.quotes for one in targets] + [roles.quotes]
    cited = documents_cited(graph, [quote for passages in backed for quote in passages])
    if answer is not None:
        missing = {URIRef(one.iri) for one in answer.evidence if one.iri} - {one.iri for one in cited}
        cited += documents(graph, sorted(missing)) if missing else ()
    return Briefing(
        words, selection, ends, tasks[:_MOST_TASKS], len(tasks[_MOST_TASKS:]), roles,
        tuple(targets[:_MOST_TARGETS]), len(targets[_MOST_TARGETS:]),
        _reading(graph, selection, ends, cited), cited, answer, sparql, graph_hash(graph), command,
    )  # fmt: skip


def _reading(
    graph: PolicyGraph, selection: Selection, ends: Sequence[Node], sources: Sequence[DocumentCard]
) -> Confidence:
    """Return how far the documents can be trusted; of what they declare that alone which concerns the things it is about."""
    found = confidence(graph, {str(one.iri) for one in sources})
    named = {node.label for node in selection.things}
    about = (one for one in found.counts if not ends or one.name in named or any(e.label in one.name for e in ends))
    return replace(found, counts=tuple(about))


def _answered(graph: PolicyGraph, wanted: Wanted) -> Answer:
    reply = graph.ask(wanted.question, wanted.language)
    if reply.answer is None:
        raise GraphError(wanted.question, reply.reason, "ask one of the questions that policygraph questions lists")
    return reply.answer


def _of_answer(selection: Selection, answer: Answer) -> Selection:
    named = {str(cell) for line in answer.lines for cell in line.cells} | {
        str(value) for value in answer.values.values()
    }
    things = tuple(node for node in selection.things if str(node.iri) in named)
    held = {node.iri for node in things}
    return Selection(
        things,
        tuple(one for one in selection.relations if {one.subject.iri, one.object.iri} <= held),
        selection.left_out,
    )


def _tasks(relations: Sequence[QuotedRelation]) -> tuple[QuotedTask, ...]:
    found: dict[Node, list[QuotedRelation]] = {}
    for one in relations:
        if one.predicate == "involves" and one.quotes:
            found.setdefault(one.subject, []).append(one)
    told = []
    for task, held in found.items():
        quotes = tuple(dict.fromkeys(quote for one in held for quote in one.quotes))
        best = min(quotes, key=lambda quote: (quote.document, quote.start))
        told.append(QuotedTask(task, held[0].grade, best, len(quotes)))
    order = {kind: at for at, kind in enumerate(_KINDS)}
    kept = sorted(
        told, key=lambda one: (order.get(one.task.kind, len(order)), one.quote.document, one.quote.start, one.task)
    )
    return tuple(kept)


def method(language: Language) -> tuple[str, ...]:
    """Return how the texts were read and how well that was measured, in sentences."""
    held = measured()
    shown = {one.name: one for one in held.scores}
    names = (("ENTITIES", "实体", "entities"), ("RELATIONS", "关系", "relations"), ("TARGETS", "指标", "targets"))
    if language == "zh":
        told = "、".join(f"{zh}{shown[name].precision:.2f}" for name, zh, _ in names)
        return (
            "由policygraph以语法规则读取；每条关系都附原句、位置和读取方式，图中没有添加文本之外的内容。",
            f"在{held.texts}份标注文本（其中{held.made_up}份为自拟）上测得的准确率：{told}。未见过的真实文本上较低，见README。",
        )
    told = ", ".join(f"{en} {shown[name].precision:.2f}" for name, _, en in names)
    return (
        "Read by policygraph with rules of grammar; every relation quotes its sentence and says how it was read. Nothing was added.",
        f"Precision measured on {held.texts} annotated texts ({held.made_up} of them made up): {told}. "
        "It is lower on real texts never seen: see the README.",
    )
