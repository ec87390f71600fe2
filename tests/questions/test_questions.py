"""The questions are files that say all of themselves."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import GraphError
from graph.questions.catalogue import FOLDER, LANGUAGES, Question, question, questions, read_question
from graph.rdf.ontology import terms
from scripts.write_questions import PAGE, questions_page

COLLECTED = 77


def test_all_questions_were_collected() -> None:
    assert len(questions()) == len(list(FOLDER.glob("*.rq"))) == COLLECTED


@pytest.mark.parametrize("one", questions(), ids=lambda one: one.id)
def test_every_question_says_all_of_itself_in_both_languages(one: Question) -> None:
    for language in LANGUAGES:
        forms = one.forms[language]
        texts = (one.titles[language], one.phrases[language], forms.none, forms.one, forms.many)
        assert all(text.strip() for text in texts)
        assert all(f"{{{parameter.name}}}" in one.phrases[language] for parameter in one.parameters)
        assert all(column.said[language] for column in one.columns)
    assert len(one.keywords["zh"]) == len(one.keywords["en"])


@pytest.mark.parametrize("one", questions(), ids=lambda one: one.id)
def test_every_parameter_is_of_a_class_of_the_ontology(one: Question) -> None:
    for parameter in one.parameters:
        assert parameter.is_year or all(terms()[kind].kind == "class" for kind in parameter.classes)


def test_the_page_on_questions_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == questions_page(), "run: python -m scripts.write_questions"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("#+ phrase:\n", "#+ phrases:\n", "phrase"),
        ("#+ id: tasks-of-place", "#+ id: other", "its id is other"),
        ("  # names and proof\n", "", "where names and proof begin"),
        ("pol:involves $place .\n", "pol:involves ?place .\n", ""),
        ("#+ counts: task\n", "#+ counts: [\n", "garbles"),
        ("classes: [Place, PlaceGroup], zh", "zh", "classes"),
    ],
)
def test_a_broken_question_is_one_line_that_names_the_fault(tmp_path: Path, old: str, new: str, reason: str) -> None:
    text = (FOLDER / "tasks-of-place.rq").read_text(encoding="utf-8")
    assert old in text
    broken = text.replace(old, new).replace("rdf:object $place", "rdf:object ?place")
    path = tmp_path / "tasks-of-place.rq"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(GraphError) as error:
        read_question(path)
    assert reason in str(error.value)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)


def test_an_unknown_question_says_where_to_find_all() -> None:
    with pytest.raises(GraphError, match="no such question; see all of them with: policygraph questions"):
        question("no-such")
