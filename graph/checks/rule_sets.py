"""Which rules a graph may break, and whether its quotes are its texts, seen of sets of its triples.

As in `graph.checks.shape_sets` only what surely holds counts as kept; what is in doubt is asked anew of the engine.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping

from pyoxigraph import Literal

from graph.checks.rules import RULES, Rule
from graph.rdf import Pair, Relations, WrittenTerm, triples_of, written_term, written_text, written_value


def rules_in_doubt(relations: Relations) -> list[Rule]:
    """Return the rules that some node may break.

    >>> rules_in_doubt(Relations([]))
    []
    """
    return [one for one in RULES if _IN_DOUBT[one.name](relations)]


def _triples_are_lacking(relations: Relations) -> bool:
    subjects, predicates, objects = (
        relations.values(written_term(name)) for name in ("rdf:subject", "rdf:predicate", "rdf:object")
    )
    if subjects is None or predicates is None or objects is None:
        return True
    said: dict[WrittenTerm, set[Pair]] = {}
    for node in relations.of_kind(written_term("Assertion")):
        if node in subjects and node in predicates and node in objects:
            said.setdefault(predicates[node], set()).add((subjects[node], objects[node]))
    return any(not pairs.issubset(relations.pairs(predicate)) for predicate, pairs in said.items())


def _corrections_are_there(relations: Relations) -> bool:
    return any(grade == written_term("Corrected") for _, grade in relations.pairs(written_term("grade")))


def _counts_differ(relations: Relations) -> bool:
    listed = Counter(node for node, _ in {*relations.pairs(written_term("hasMember"))})
    return any(
        node in listed and value != written_value("declaredSize", listed[node])
        for node, value in relations.pairs(written_term("declaredSize"))
    )


_IN_DOUBT: Mapping[str, Callable[[Relations], bool]] = {
    "plain-triple-beside-assertion": _triples_are_lacking,
    "correction-says-who-and-when": _corrections_are_there,
    "members-as-declared": _counts_differ,
}


def texts_are_in_doubt(relations: Relations) -> bool:
    """Return whether some quote may not be the text at its offsets, or some text not the one that its hash names.

    >>> from graph.rdf import line
    >>> texts_are_in_doubt(Relations([line("<urn:a>", "exact", written_text("沈阳")).encode()]))
    True
    """
    texts, hashes = _texts(relations), relations.values(written_term("sha256"))
    if texts is None or hashes is None or any(hashes.get(node) != _hash_of(text) for node, text in texts.items()):
        return True
    starts, ends, sentences, documents = (
        relations.values(written_term(name)) for name in ("start", "end", "inSentence", "inDocument")
    )
    if starts is None or ends is None or sentences is None or documents is None:
        return True
    try:
        return any(
            quote
            != written_text(texts[documents[sentences.get(node, node)]][_number(starts[node]) : _number(ends[node])])
            for node, quote in relations.pairs(written_term("exact"))
        )
    except (KeyError, ValueError):
        return True


def _texts(relations: Relations) -> Mapping[WrittenTerm, str] | None:
    """Return the text of each document, None where one has several."""
    found = triples_of(relations.lines([written_term("canonicalText")]))
    texts = {str(one.subject): one.object.value for one in found if isinstance(one.object, Literal)}
    return texts if len(texts) == len(found) else None


def _hash_of(text: str) -> WrittenTerm:
    return written_text(hashlib.sha256(text.encode()).hexdigest())


def _number(written: WrittenTerm) -> int:
    return int(written[1 : written.index('"', 1)])
