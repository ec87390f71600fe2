"""The words of a question that stand for a degree of commitment: 探索类任务."""

from __future__ import annotations

import re

from rdflib import URIRef

from extract.wordlists import table
from graph.questions.named_span import Named
from graph.rdf import POL
from graph.rdf import label as term_label
from graph.things import Node


def commitments_in(text: str) -> tuple[Named, ...]:
    """Return the words of a question that stand for a degree of commitment, as the lexicon and the ontology name them.

    >>> [(one.things[0].label, one.start) for one in commitments_in("探索类任务")]
    [('Exploring', 0)]
    """
    words = {verb: cells[0] for verb, cells in table("commitments.tsv", "verb", "commitment").items()}
    for kind in sorted(set(words.values())):
        label = term_label(kind, "zh")
        words |= dict.fromkeys([label, *label.split("/"), term_label(kind, "en")], kind)
    found: list[Named] = []
    for word in sorted(words, key=lambda one: (-len(one), one)):
        node = Node(URIRef(POL + words[word]), words[word], "Commitment")
        # Of an English label the stem counts: exploring, explored, to explore.
        stem, latin = re.escape(word.casefold().removesuffix("ing")), word.isascii()
        for match in re.finditer(rf"\b{stem}\w*" if latin else stem, text.casefold()):
            if all(match.end() <= one.start or one.end <= match.start() for one in found):
                found.append(Named(match.start(), match.end(), (node,)))
    return tuple(sorted(found, key=lambda one: one.start))
