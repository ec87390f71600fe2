"""Questions written by somebody who had not seen the program: most are answered right, hardly any is answered wrong."""

from __future__ import annotations

from collections import Counter

from scripts.measured_questions import SETS, graph_of, measured_questions, verdict


def test_the_measured_questions_are_as_many_of_each_kind_level_and_language() -> None:
    found = measured_questions()
    assert len(found) == 120
    assert set(Counter(one.kind for one in found).values()) == {12}
    assert set(Counter((one.kind, one.level, one.language) for one in found).values()) == {3}


def test_no_fewer_are_answered_right_and_no_more_wrong_than_the_page_says() -> None:
    graphs = {texts: graph_of(texts) for texts in SETS}
    counts = Counter(verdict(graphs[one.texts], one) for one in measured_questions())
    assert counts["right"] >= 97
    assert counts["wrong"] <= 2
    assert not counts["unsure and wrong"]
