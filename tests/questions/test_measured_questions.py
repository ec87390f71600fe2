"""Questions written by somebody who had not seen the program: most are answered right, none is answered wrong."""

from __future__ import annotations

from collections import Counter

from scripts.measured_questions import measured_questions, verdicts


def test_the_measured_questions_are_as_many_of_each_kind_level_and_language() -> None:
    found = measured_questions()
    assert len(found) == 120
    assert set(Counter(one.kind for one in found).values()) == {12}
    assert set(Counter((one.kind, one.level, one.language) for one in found).values()) == {3}


def test_most_are_answered_right_and_none_wrong() -> None:
    counts = Counter(said for _, said in verdicts())
    assert counts["right"] >= 102
    assert set(counts) == {"right", "declined"}
