"""A region's names are those that mean it, wherever the text stands beside others."""

from __future__ import annotations

from extract import extract
from extract.values import Document


def test_a_city_that_shares_a_head_with_another_lends_its_region_no_name() -> None:
    """«广州、深圳都市圈» names 广州都市圈, of which the bare 广州 is no name: whoever asks for it means the city."""
    facts = extract(Document("a", "广东省政府工作报告\n优化提升广州、深圳都市圈，建设黄金内湾。"))
    names = {one.label: one.aliases for one in facts.entities if one.entity.kind == "Region"}
    assert names["广州都市圈"] == ()
    assert names["深圳都市圈"] == ()
