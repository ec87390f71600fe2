"""Which two documents the page Compare opens with."""

from __future__ import annotations

from pathlib import Path

from graph import PolicyGraph
from graph.comparison import likely_versions
from graph.things import documents

HERE = Path(__file__).parent


def likely(*sources: Path) -> list[str]:
    """Return the ids of the two that are compared first."""
    with PolicyGraph.build(*sources) as graph:
        found = likely_versions(graph, documents(graph))
    assert found is not None
    return [one.id for one in found]


def write(folder: Path, name: str, title: str, text: str, issued: str = "") -> Path:
    path = folder / f"{name}.txt"
    dated = f"issued: {issued}\n" if issued else ""
    path.write_text(f"---\nid: {name}\ntitle: {title}\n{dated}---\n\n{text}", encoding="utf-8")
    return path


def test_two_versions_of_a_plan_come_before_texts_that_merely_share_things(tmp_path: Path) -> None:
    others = [
        write(
            tmp_path,
            name,
            name,
            "宜昌市、荆州市、荆门市、恩施土家族苗族自治州要加快发展金融业、装备制造业、旅游业、农业。",
        )
        for name in ("甲通知", "乙消息")
    ]
    assert likely(HERE / "plan-second.txt", HERE / "plan-first.txt", *others) == [
        "yichang-plan-first",
        "yichang-plan-second",
    ]


def test_of_three_versions_the_two_latest_are_compared_the_older_first(tmp_path: Path) -> None:
    text = "沈阳市建设国家中心城市，发展装备制造业。"
    made = [
        write(tmp_path, f"v{year}", f"{year}年沈阳市人民政府工作要点", text, f"{year}-01-01")
        for year in (2026, 2024, 2025)
    ]
    assert likely(*made) == ["v2025", "v2026"]


def test_reports_of_two_places_under_one_title_are_no_versions_of_each_other(tmp_path: Path) -> None:
    made = [
        write(tmp_path, "a", "工作报告", "沈阳市建设国家中心城市。沈阳市发展装备制造业、金融业。"),
        write(tmp_path, "b", "工作报告", "昆明市建设区域性国际中心城市。昆明市发展花卉产业、旅游业。"),
        write(tmp_path, "c", "昆明市的消息", "昆明市建设区域性国际中心城市。昆明市发展花卉产业。"),
    ]
    assert likely(*made) == ["b", "c"]


def test_texts_that_share_nothing_are_still_compared(tmp_path: Path) -> None:
    made = [write(tmp_path, name, name, "这里什么也没有说。") for name in ("甲", "乙")]
    assert sorted(likely(*made)) == ["乙", "甲"]
