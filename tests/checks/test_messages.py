"""What a check finds is said in both languages."""

from __future__ import annotations

from graph.checks.rules import RULES
from graph.checks.shape_queries import shape_queries


def test_every_message_is_said_in_chinese_too() -> None:
    said = [*(shape.chinese for shape in shape_queries()), *(rule.chinese for rule in RULES)]
    assert len(said) > 30
    assert not [one for one in said if one.isascii()]
