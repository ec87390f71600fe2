"""What a picture finds, in words that a person would write, and what backs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import PolicyGraph
from graph.export import Shown, network_shown, picture
from graph.rdf import Language

NEWS = "沈阳市、鞍山市的代表参加了会议。支持沈阳市、大连市发展先进制造业。支持抚顺市打造区域性物流中心。"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """Yield a graph in which a document names all of four cities, and something ties two of them."""
    folder = tmp_path_factory.mktemp("news")
    (folder / "a.txt").write_text(f"---\ntitle: 会议纪要\n---\n{NEWS}", encoding="utf-8")
    (folder / "b.txt").write_text("---\ntitle: 本溪方案\n---\n支持本溪市打造区域性旅游中心。", encoding="utf-8")
    with PolicyGraph.build(folder) as graph:
        yield graph


def test_what_only_a_document_ties_is_drawn_with_the_document_and_cites_it(news: PolicyGraph, tmp_path: Path) -> None:
    selection, ends, words = network_shown(news, Shown(focus=("鞍山", "抚顺"), language="en"))
    assert {one.subject.label for one in selection.relations} == {"会议纪要"}
    assert {one.object for one in selection.relations} == set(ends)
    assert "会议纪要" in words.notes[0]
    assert "no document" not in picture(
        news, tmp_path / "a.svg", Shown(focus=("鞍山", "抚顺"), language="en")
    ).read_text("utf-8")


@pytest.mark.parametrize(("language", "said"), [("zh", "提到"), ("en", "names")])
def test_a_line_from_a_document_says_that_it_names_the_thing(
    news: PolicyGraph, tmp_path: Path, language: Language, said: str
) -> None:
    drawn = picture(news, tmp_path / "a.svg", Shown(focus=("鞍山", "抚顺"), language=language)).read_text("utf-8")
    assert drawn.count(f">{said}<") == 2


def test_what_more_than_a_document_ties_is_drawn_without_it(news: PolicyGraph) -> None:
    selection, _, _ = network_shown(news, Shown(focus=("沈阳", "大连")))
    assert "会议纪要" not in {node.label for node in selection.things}


def test_of_three_things_the_one_that_nothing_ties_is_named(news: PolicyGraph) -> None:
    _, _, words = network_shown(news, Shown(focus=("沈阳", "大连", "本溪"), language="en"))
    assert words.finding.endswith("Nothing ties 本溪市 to the others.")
    _, _, words = network_shown(news, Shown(focus=("沈阳", "大连")))
    assert "没有" not in words.finding


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (Shown(), "读出地方4个、任务3项、功能定位2项、产业1个，关系9条；关系最多的是先进制造业、大连市"),
        (Shown(language="en"), "4 places, 3 tasks, 2 positionings, 1 industry and 9 relations were read. "),
        (Shown(focus=("大连",)), "大连市：有1项任务涉及，关涉产业1个。"),
        (Shown(focus=("大连",), language="en"), "大连市: 1 task involves it; 1 industry is said of it."),
        (Shown(focus=("先进制造业",), language="en"), "先进制造业: 3 places and tasks concern it."),
    ],
)
def test_a_finding_counts_things_by_what_they_are_and_says_who_does_what(
    news: PolicyGraph, shown: Shown, told: str
) -> None:
    assert told in network_shown(news, shown)[2].finding


def test_the_finding_of_a_whole_graph_names_what_has_most_relations(shipped: PolicyGraph) -> None:
    finding = network_shown(shipped, Shown(language="en"))[2].finding
    assert finding.endswith(" have the most relations.")
    assert "辽宁沿海经济带" in finding


def test_a_chart_of_many_targets_cites_the_documents_of_those_that_it_draws(tmp_path: Path) -> None:
    rows = [f"到2025年，大连市第{n}产业增加值达到{n}亿元。" for n in range(1, 4)]
    for at in range(70):
        text = f"---\ntitle: 第{at}号规划\n---\n到20{25 + at}年，大连市地区生产总值达到{at + 1}亿元。"
        (tmp_path / f"{at:02}.txt").write_text(text if at else text + "".join(rows), encoding="utf-8")
    with PolicyGraph.build(tmp_path) as graph:
        drawn = picture(graph, tmp_path / "a.svg", Shown("targets", language="en")).read_text("utf-8")
    (more,) = re.findall("and ([0-9]+) more", drawn.replace("\n", " "))
    assert int(more) < 70 - 3
