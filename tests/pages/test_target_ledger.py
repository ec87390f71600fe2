"""The ledger of targets, and where texts contradict one another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

from graph import PolicyGraph
from graph.pages.target_ledger import TargetEntry, contradictions, target_ledger

CORPUS = Path(__file__).parents[2] / "corpus"


@cache
def ledger() -> tuple[TargetEntry, ...]:
    return target_ledger(PolicyGraph.build(CORPUS))


def one_of(place: str) -> TargetEntry:
    return next(one for one in ledger() if one.place.label == place and one.value is not None)


def in_another_sentence(one: TargetEntry, **changed: object) -> TargetEntry:
    quotes = tuple(replace(quote, sentence="urn:other") for quote in one.quotes)
    return replace(one, quotes=quotes, **changed)  # type: ignore[arg-type]


def test_every_target_says_who_what_and_where_it_is_written() -> None:
    assert len(ledger()) >= 4
    for one in ledger():
        assert one.place.label
        assert one.indicator
        assert one.goal
        assert one.quotes, one.label


def test_a_target_without_a_value_shows_its_reference() -> None:
    assert {one.goal for one in ledger() if one.value is None} == {">全国平均水平"}


def test_two_values_for_one_place_indicator_and_year_are_a_contradiction() -> None:
    one = one_of("沈阳现代化都市圈")
    assert one.value is not None
    other = in_another_sentence(one, value=one.value + 5)
    found = contradictions([one, other])
    assert [(each.place, each.indicator, len(each.entries)) for each in found] == [(one.place, one.indicator, 2)]


def test_values_of_one_sentence_are_of_its_parts_and_contradict_nothing() -> None:
    one = one_of("沈阳现代化都市圈")
    assert one.value is not None
    assert contradictions([one, replace(one, value=one.value + 5)]) == ()


def test_another_year_place_or_unit_is_no_contradiction() -> None:
    one = replace(one_of("沈阳现代化都市圈"), value=Decimal(1))
    elsewhere = in_another_sentence(one, value=Decimal(2), place=one_of("辽东绿色经济区").place)
    assert contradictions([one, in_another_sentence(one, value=Decimal(2), year="2030"), elsewhere]) == ()
    assert contradictions([one, in_another_sentence(one, value=Decimal(2), unit="个")]) == ()


def test_a_lower_and_an_upper_bound_stand_together() -> None:
    one = replace(one_of("沈阳现代化都市圈"), value=Decimal(1), comparison=">=")
    assert contradictions([one, in_another_sentence(one, value=Decimal(2), comparison="<=")]) == ()


def test_the_same_value_in_two_documents_is_no_contradiction() -> None:
    one = one_of("沈阳现代化都市圈")
    assert contradictions([one, replace(one, hedge="")]) == ()


def test_what_is_added_and_what_is_there_are_two_things() -> None:
    one = replace(one_of("沈阳现代化都市圈"), value=Decimal(1))
    added = replace(one, value=Decimal(2), verb="新增")
    assert contradictions([one, added]) == ()
    assert added.measured == "新增" + one.indicator
