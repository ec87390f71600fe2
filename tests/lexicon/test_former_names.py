"""A name that a place bore once is today's place, and is told with its years."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.former_names import former_names
from extract.gazetteer import gazetteer
from graph import PolicyGraph
from tests.commands.test_documents import run

OLD = "---\nid: old\npublished: 2005-03-01\n---\n湖北省“十一五”规划\n\n支持襄樊建设省域副中心城市，襄樊市重点发展汽车产业。\n"
NEW = "---\nid: new\npublished: 2021-03-01\n---\n湖北省“十四五”规划\n\n支持襄阳市建设省域副中心城市。\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of an old and a new text."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in {"old": OLD, "new": NEW}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_an_old_text_speaks_of_the_place_of_today(folder: Path) -> None:
    graph = PolicyGraph.build(folder)
    rows = graph.rows("SELECT ?place { ?place pol:hasPositioning positioning:省域副中心城市 }")
    assert [str(row["place"]).rpartition("/")[2] for row in rows] == ["襄阳市"]
    quotes = [
        quote.exact
        for one in graph.entity("襄樊").statements
        if one.predicate == "hasPositioning"
        for quote in one.quotes
    ]
    assert len(quotes) == 2
    assert any("襄樊" in quote for quote in quotes)


def test_the_former_name_is_told_with_its_years(folder: Path, tmp_path: Path) -> None:
    run("build", folder, "-o", tmp_path / "policy.ttl")
    told = run("entity", "襄阳", "-g", tmp_path / "policy.ttl", "--language", "en")
    assert "襄阳市 — former name → 襄樊市（至2010年）" in told
    assert "former_names.tsv" in told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("浙江省文件\n\n支持萧山市建设现代物流中心。\n", "萧山区"),
        ("云南省文件\n\n支持思茅市建设绿色经济中心。\n", "普洱市"),
        ("内蒙古自治区文件\n\n支持伊克昭盟建设能源中心。\n", "鄂尔多斯市"),
        ("陕西省文件\n\n支持西安市长安县、蓝田县建设现代物流中心。\n", "长安区_610116"),
    ],
)
def test_a_county_or_prefecture_of_its_time_is_read(text: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(text, encoding="utf-8")
    rows = PolicyGraph.build(tmp_path / "old.txt").rows("SELECT ?place { ?place pol:hasPositioning ?positioning }")
    assert name in {str(row["place"]).rpartition("/")[2] for row in rows}


@pytest.mark.parametrize("text", ["召开县委常委会", "发达县域经济", "新建县级医院", "开拓南海市场", "成渝双城市群"])
def test_ordinary_words_hold_no_former_name(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"文件\n\n{text}，支持成都市建设中心。\n", encoding="utf-8")
    rows = PolicyGraph.build(tmp_path / "a.txt").rows("SELECT ?place { ?place a pol:County }")
    assert rows == []


def test_every_former_name_is_that_of_one_place_and_ends_after_it_began() -> None:
    for code, names in former_names().items():
        assert code in gazetteer().by_code
        for one in names:
            assert one.since is None or 1990 <= one.since < one.until
            assert 1990 <= one.until <= 2024
            assert len(gazetteer().by_name[one.name]) == 1


def test_who_bears_a_name_today_is_meant_by_it() -> None:
    assert [place.code for place in gazetteer().by_name["思茅"]] == ["530802"]
    assert [place.code for place in gazetteer().by_name["襄阳"]] == ["420600"]
