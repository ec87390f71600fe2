"""How a target is called: as people write it, while its key keeps the signs of a keyboard."""

from __future__ import annotations

import pytest

from extract import extract
from extract.values import Document


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        ("到2025年，沈阳市森林覆盖率达到30%以上。", "森林覆盖率≥30%", "沈阳市·森林覆盖率>=30%·2025"),
        ("到2025年，沈阳市用水总量控制在30亿立方米以内。", "用水总量≤30亿立方米", "沈阳市·用水总量<=30亿立方米·2025"),
        ("2025年，沈阳市将新增公园100座。", "新增公园=100座", "沈阳市·新增公园=100座·2025"),
        ("2025年，沈阳市将实现旅游总收入500亿元。", "旅游总收入=500亿元", "沈阳市·旅游总收入=500亿元·2025"),
    ],
)
def test_a_target_is_called_by_one_sign_and_keyed_by_two(text: str, label: str, key: str) -> None:
    named = {one.entity.key: one.label for one in extract(Document("a", text)).entities if one.entity.kind == "Target"}
    assert named == {key: label}
