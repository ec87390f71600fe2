"""What is said of a thing, in the language that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef

from graph import PolicyGraph
from graph.rdf import Language
from graph.things import EntityView, Node

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize(("language", "said"), [("zh", "支持/鼓励"), ("en", "supporting")])
def test_a_commitment_is_told_in_the_language_of_the_table(language: Language, said: str) -> None:
    with PolicyGraph.build(CORPUS) as graph:
        rows = graph.entity("支持沈阳、大连率先发展").table(language)
    (told,) = {row[2] for row in rows if row[1] in ("commitment", "力度为")}
    assert told == said


def test_other_names_are_listed_with_the_mark_of_the_language() -> None:
    view = EntityView(Node(URIRef("urn:a"), "襄阳市", "City"), ("襄樊", "襄阳", "襄阳市"), ())
    assert view.title("en") == "襄阳市 (city): 襄樊, 襄阳"
    assert view.title("zh").endswith("襄樊、襄阳")
