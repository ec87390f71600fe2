"""Industries of a report's own place, in clauses that name nobody."""

from __future__ import annotations

import pytest

from extract.pipeline import claims

REPORT = "晋江市2023年政府工作报告\n一、工作安排\n" + "坚持稳中求进。" * 30 + "\n"
"""Long enough that how often it names an industry counts."""
OWN = {
    "巩固鞋服、纺织两个超千亿集群。": ["鞋服产业", "纺织产业"],
    "推动休闲食品、智能装备向千亿、五百亿迈进。": ["休闲食品", "智能装备"],
    "做大石化、装备制造、生物医药产业规模。": ["石化产业", "装备制造业", "生物医药产业"],
    "支持油气业、电力业发展。": ["油气产业", "电力产业"],
    "围绕电子信息、新材料、节能环保三大领域，强化协作。": ["电子信息产业", "新材料产业", "节能环保产业"],
}
"""Sentence of a report → the industries of its place."""
NOT_OWN = (
    "加强鞋服、纺织统计。",
    "围绕养老、家政等领域完善制度。",
    "加强物流、旅游统计。",
    "培育一批工业大县、旅游名县。",
)


def _of_jinjiang(sentence: str) -> list[str]:
    found = (claim.split(" → ") for claim in claims(REPORT + sentence, "concernsIndustry"))
    return [industry for place, industry in found if place == "晋江市"]


@pytest.mark.parametrize("sentence", OWN)
def test_a_report_develops_industries_of_its_own_place(sentence: str) -> None:
    assert _of_jinjiang(sentence) == OWN[sentence]


@pytest.mark.parametrize("sentence", NOT_OWN)
def test_what_is_done_with_industries_makes_none_of_the_place(sentence: str) -> None:
    assert not _of_jinjiang(sentence)


def test_news_says_less_than_a_report() -> None:
    news = REPORT.replace("2023年政府工作报告", "上半年新闻")
    assert claims(news + "推动休闲食品、智能装备向千亿迈进。", "concernsIndustry") == []
