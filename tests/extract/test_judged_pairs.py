"""Pairs of a place and an industry that were judged one by one are examples for the table of weights."""

import json
from pathlib import Path

from scripts.judged_pairs import judged_pairs


def test_only_what_was_judged_is_an_example(tmp_path: Path) -> None:
    sentence = "沈阳壮大机器人产业。"
    (tmp_path / "a.txt").write_text(f"{sentence}\n大连发展造船业。\n", encoding="utf-8")
    rows = [{"place": "沈阳市", "industry": "机器人产业", "sentence": sentence, "right": True}]
    (tmp_path / "a.judged.json").write_text(json.dumps(rows), encoding="utf-8")
    (example,) = judged_pairs([tmp_path])
    assert (example.right, example.text) == (True, "a")
    assert "path before the verb" in example.features
