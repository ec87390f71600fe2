"""Industries that are told by what they produce: goods behind a verb of developing, what is taken for the main thing, chains of places."""

from __future__ import annotations

import pytest

from extract.pipeline import claims

TAKEN = {
    "君山区做强黄茶。": ["君山区 → 黄茶"],
    "天水做强集成电路封装、电工电器。": ["天水市 → 集成电路封装", "天水市 → 电工电器"],
    "柯城区发展柑橘和特种纸，加快绿色转型。": ["柯城区 → 柑橘产业", "柯城区 → 特种纸"],
    "永年区以紧固件为主。": ["永年区 → 紧固件"],
    "平利县以茶叶、绞股蓝为主导产业。": ["平利县 → 茶产业", "平利县 → 绞股蓝"],
    "福山区、牟平区协同发展汽车零部件、健康食品。": [
        "福山区 → 汽车零部件",
        "牟平区 → 汽车零部件",
        "福山区 → 健康食品产业",
        "牟平区 → 健康食品产业",
    ],
    "打造嘉兴光伏、湖州陶瓷与家居、衢州氟硅材料等产业集群。": [
        "嘉兴市 → 光伏产业",
        "湖州市 → 陶瓷产业",
        "湖州市 → 家居产业",
        "衢州市 → 氟硅材料",
    ],
    "乐清低压电器、永康五金等向千亿级迈进。": ["乐清市 → 低压电器", "永康市 → 五金产业"],
}
"""Sentence → the places in it with their industries."""
NONE = (
    "睢宁县发展人才和技术。",
    "泰顺县发展教育、文化，提升能力。",
    "永年区以山地、丘陵为主。",
    "支持沈阳大学、大连理工大学等高校发展。",
    "支持港澳发展经济、改善民生、保持稳定。",
)


@pytest.mark.parametrize("sentence", TAKEN)
def test_goods_are_industries_of_a_place_that_develops_them(sentence: str) -> None:
    assert sorted(claims(sentence, "concernsIndustry")) == sorted(TAKEN[sentence])


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_goods_stays_none(sentence: str) -> None:
    assert claims(sentence, "concernsIndustry") == []
