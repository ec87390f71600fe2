"""A name is that of the region or the division that is meant, wherever it stands."""

from __future__ import annotations

import pytest

from extract import extract
from extract.values import Document


def test_a_city_that_shares_a_head_with_another_lends_its_region_no_name() -> None:
    """«广州、深圳都市圈» names 广州都市圈, of which the bare 广州 is no name: whoever asks for it means the city."""
    facts = extract(Document("a", "广东省政府工作报告\n优化提升广州、深圳都市圈，建设黄金内湾。"))
    names = {one.label: one.aliases for one in facts.entities if one.entity.kind == "Region"}
    assert names["广州都市圈"] == ()
    assert names["深圳都市圈"] == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [("湖南省工作报告\n长沙县城建设物流中心。", "长沙县"), ("陕西省工作报告\n推动西安区域科创中心建设。", "西安市")],
)
def test_a_division_is_named_whole_but_where_its_last_character_begins_the_next_word(text: str, place: str) -> None:
    """长沙|县城 is that of 长沙县; 西安|区域 names no 西安区."""
    facts = extract(Document("a", text))
    assert place in {fact.subject.key for fact in facts.facts if fact.predicate == "hasPositioning"}
