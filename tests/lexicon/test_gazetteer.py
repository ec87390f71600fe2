"""The gazetteer finds every place by its names, holds a tree, and refuses a file that is not one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.gazetteer import HEAD, Place, gazetteer, read_places
from extract.tables import LEXICON, LexiconError, read_lines, read_names, read_rows

places = st.sampled_from(gazetteer().places)
STANDINGS = ("may_stand_alone.txt", "needs_context.txt", "never_alone.txt")


@given(places)
def test_every_place_is_found_by_its_official_name(place: Place) -> None:
    assert place in gazetteer().by_name[place.official_name]
    assert place in gazetteer().official(place.official_name)


@given(places)
def test_every_short_name_finds_its_place_unless_it_is_never_read_alone(place: Place) -> None:
    for name in place.short_names:
        found = place in gazetteer().by_name.get(name, ())
        assert found == (gazetteer().standing(name, place) != "never")


@given(places)
def test_every_place_is_held_by_one_province_and_by_its_parents_only(place: Place) -> None:
    above = gazetteer().parent(place)
    assert gazetteer().province_of(place).entity.kind == "Province"
    assert (above is None) == (place.entity.kind == "Province")
    if above is not None:
        assert place in gazetteer().children(above)
        assert gazetteer().contains(above, place)
    assert not gazetteer().contains(place, place)


@given(places, places)
def test_no_two_places_contain_each_other(one: Place, other: Place) -> None:
    assert not (gazetteer().contains(one, other) and gazetteer().contains(other, one))


def test_every_place_but_a_province_is_the_child_of_one_place() -> None:
    children = Counter(child.code for place in gazetteer().places for child in gazetteer().children(place))
    assert set(children.values()) == {1}
    assert len(children) == sum(place.entity.kind != "Province" for place in gazetteer().places)


def test_the_gazetteer_holds_all_divisions_of_china() -> None:
    kinds = Counter(place.entity.kind for place in gazetteer().places)
    assert kinds == {"Province": 34, "City": 333, "County": 2846}


def test_liaoning_has_14_cities_and_100_counties() -> None:
    liaoning = gazetteer().official("辽宁省")[0]
    inside = Counter(p.entity.kind for p in gazetteer().places if gazetteer().contains(liaoning, p))
    assert inside == {"City": 14, "County": 100}


def test_every_province_and_city_has_coordinates_in_china() -> None:
    for place in gazetteer().places:
        if place.entity.kind != "County":
            assert place.longitude is not None, place.official_name
            assert place.latitude is not None, place.official_name
            assert 73 < place.longitude < 136, place.official_name
            assert 3 < place.latitude < 54, place.official_name


def test_no_two_places_share_an_entity() -> None:
    assert len({place.entity for place in gazetteer().places}) == len(gazetteer().places)


def test_no_two_provinces_share_an_abbreviation() -> None:
    characters = [sign for p in gazetteer().places if p.entity.kind == "Province" for sign in p.abbreviation]
    assert len(characters) == len(set(characters))
    assert set("京津冀辽沪渝") <= set(characters)


@pytest.mark.parametrize(
    ("official", "short"),
    [
        ("辽宁省", ("辽宁",)),
        ("内蒙古自治区", ("内蒙古",)),
        ("广西壮族自治区", ("广西",)),
        ("延边朝鲜族自治州", ("延边", "延边州", "延边自治州")),
        ("大兴安岭地区", ("大兴安岭",)),
        ("锡林郭勒盟", ("锡林郭勒", "锡盟")),
        ("浦东新区", ("浦东",)),
        ("神农架林区", ("神农架",)),
        ("东乡族自治县", ("东乡", "东乡自治县")),
        ("万柏林区", ("万柏林",)),
        ("科尔沁左翼中旗", ("科左中旗",)),
        ("和县", ()),
    ],
)
def test_short_names_leave_out_suffix_and_peoples(official: str, short: tuple[str, ...]) -> None:
    assert gazetteer().official(official)[0].short_names == short


def test_a_name_on_two_levels_of_one_line_shows_both() -> None:
    assert [place.official_name for place in gazetteer().by_name["吉林"]] == ["吉林省", "吉林市"]


def test_a_city_of_one_province_and_districts_of_others_share_a_name() -> None:
    owners = {gazetteer().province_of(place).official_name for place in gazetteer().by_name["朝阳"]}
    assert owners == {"辽宁省", "北京市", "吉林省"}


@pytest.mark.parametrize("file", STANDINGS)
def test_a_list_of_standings_names_known_places_only(file: str) -> None:
    known = {name for place in gazetteer().places for name in (place.official_name, *place.short_names)}
    assert set(read_names(LEXICON / file)) <= known


def test_no_name_stands_in_two_lists_of_standings() -> None:
    counted = Counter(name for file in STANDINGS for name in read_names(LEXICON / file))
    assert set(counted.values()) == {1}
    assert len(counted) > 500


def test_a_county_that_may_stand_alone_is_the_only_one_of_its_name() -> None:
    for name in read_names(LEXICON / "may_stand_alone.txt"):
        assert len(gazetteer().by_name[name]) == 1, name


HEAD_LINE = "\t".join(HEAD)
LIAONING = "210000\tProvince\t辽宁省\t辽宁\t辽\t\t123.4\t41.8"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["code\tname"], "line 1: the head must be"),
        ([HEAD_LINE, "210000\tProvince"], "line 2: 8 columns wanted, 2 found"),
        ([HEAD_LINE, LIAONING.replace("210000", "21000x")], "line 2: a code has six digits"),
        ([HEAD_LINE, LIAONING.replace("Province", "State")], "line 2: the level is one of"),
        ([HEAD_LINE, LIAONING.replace("\t辽宁\t", "\t宁\t")], "line 2: a short name has two characters"),
        ([HEAD_LINE, LIAONING.replace("123.4", "east")], "line 2: could not convert"),
        ([HEAD_LINE, LIAONING, LIAONING], "line 3: code 210000 stands twice"),
        ([HEAD_LINE, LIAONING, "210100\tCity\t沈阳市\t\t\t220000\t\t"], "line 3: 220000 cannot be the parent"),
        ([HEAD_LINE, LIAONING, "210100\tCity\t沈阳市\t\t\t200000\t\t"], "line 3: parent 200000 is no code"),
        ([HEAD_LINE, LIAONING, "210100\tCity\t沈阳市\t\t\t\t\t"], "line 3: parent missing"),
    ],
)
def test_a_malformed_row_is_refused_with_file_and_line(tmp_path: Path, lines: list[str], message: str) -> None:
    file = tmp_path / "places.tsv"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(LexiconError) as refusal:
        read_places(file)
    assert str(refusal.value).startswith("places.tsv, ")
    assert message in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("沈阳\n大 连\n".encode(), "names.txt, line 2: white space in"),
        ("沈阳\n\n沈阳\n".encode(), "names.txt, line 3: 沈阳 stands in line 1 already"),
        ("沈阳".encode("gb18030"), "names.txt, line 0: not UTF-8"),
    ],
)
def test_a_malformed_list_is_refused_with_file_and_line(tmp_path: Path, content: bytes, message: str) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes(content)
    with pytest.raises(LexiconError, match=message):
        read_names(file)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.txt, line 0: No such file"):
        read_names(Path("nowhere.txt"))


def test_remarks_and_empty_lines_are_skipped_but_counted(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("# remark\n\n沈阳\n", encoding="utf-8")
    assert list(read_lines(file)) == [(3, "沈阳")]
    assert next(read_rows(LEXICON / "places.tsv", HEAD))[0] == 2
