"""A look-alike hides the name within it and nothing else; a place name before an organisation's word is no place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.gazetteer import Place, gazetteer
from extract.names.place_matches import lexicon_regions
from extract.tables import LEXICON, read_names

LOOK_ALIKES = read_names(LEXICON / "look_alikes.txt")
ORGANISATION = read_names(LEXICON / "not_a_place_before.txt")
STILL_A_PLACE = read_names(LEXICON / "still_a_place_before.txt")


def names_within(text: str) -> list[str]:
    """Every part of a text, the whole included, that is a name of a place or of a region of the lexicon."""
    parts = (text[start:end] for start in range(len(text)) for end in range(start + 2, len(text) + 1))
    return [part for part in parts if part in gazetteer().by_name or part in lexicon_regions()]


def test_the_lists_are_not_empty() -> None:
    assert len(LOOK_ALIKES) > 600
    assert len(ORGANISATION) > 100


def test_every_look_alike_contains_a_name() -> None:
    assert [string for string in LOOK_ALIKES if not names_within(string)] == []


def test_no_look_alike_is_itself_a_name() -> None:
    assert set(LOOK_ALIKES).isdisjoint(gazetteer().by_name)


@pytest.mark.parametrize("look_alike", ["大连接", "扩大同", "隆重庆祝", "长治久安", "孙中山", "渤海南部", "真金白银"])
def test_strings_seen_in_policy_texts_are_look_alikes(look_alike: str) -> None:
    assert look_alike in LOOK_ALIKES


def test_what_stays_a_place_is_an_exception_to_an_organisation_word() -> None:
    assert [string for string in STILL_A_PLACE if not string.startswith(ORGANISATION)] == []
    assert set(STILL_A_PLACE).isdisjoint(ORGANISATION)


@given(st.sampled_from(gazetteer().places))
def test_no_organisation_word_is_what_a_short_name_leaves_out(place: Place) -> None:
    for name in place.short_names:
        if place.official_name.startswith(name):
            assert place.official_name.removeprefix(name) not in ORGANISATION
