"""Industries as an open class: what a text names as written, what it does not name, and whose they are."""

from __future__ import annotations

import pytest

from extract.pipeline import claims
from extract.reading import prepare
from extract.values import Document

NAMED = {
    "打造航空装备、海洋药物、智慧物流等千亿级集群。": ["航空装备", "海洋药物", "智慧物流"],
    "壮大果蔬茶、调味品、火锅食材等重点产业链。": ["果蔬茶", "调味品", "火锅食材"],
    "提升新能源、航空航天及北斗、智能衡器计量、快速磁浮等新兴产业规模能级。": [
        "新能源",
        "航空航天",
        "北斗",
        "智能衡器计量",
        "快速磁浮",
    ],
    "培育新能源、集成电路装备等新兴支柱产业。": ["新能源", "集成电路装备"],
    "迭代实施软信产业行动，大力发展高端制造业。": ["软信产业", "高端制造业"],
}
"""Sentence → the industries in it, as written."""
NONE = (
    "完善金融机构、科研院所和行业协会的合作。",
    "林业、交通运输等行政主管部门各负其责。",
    "教育、商务、体育等行业主管部门按照职责分工负责。",
    "培育优势产业，开辟新赛道，壮大县域经济。",
    "筹办世界制造业大会，稳定就业，发展各项事业。",
    "中国代表团获9金、5银、6铜。",
)
OWNED = {
    "支持鞍山、本溪等地发展菱镁产业。": ["鞍山市 → 菱镁产业", "本溪市 → 菱镁产业"],
    "四川动力电池产业加速崛起。": ["四川省 → 动力电池产业"],
    "我国大力发展数字经济。": [],
}
"""Sentence → the places in it with their industries."""


@pytest.mark.parametrize("sentence", NAMED)
def test_an_industry_is_named_as_it_is_written(sentence: str) -> None:
    names = [industry.name for industry in prepare(Document("a", sentence)).industries]
    assert [sentence[name.start : name.end] for name in names] == NAMED[sentence]


@pytest.mark.parametrize("sentence", NONE)
def test_what_only_sounds_like_an_industry_is_none(sentence: str) -> None:
    assert not prepare(Document("a", sentence)).industries


@pytest.mark.parametrize("sentence", OWNED)
def test_an_industry_goes_to_the_place_that_the_clause_speaks_of(sentence: str) -> None:
    found = [claim for claim in claims(sentence, "concernsIndustry") if not claim.startswith(sentence[:4])]
    assert found == OWNED[sentence]
