"""What merged is told, with the reason, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.corpus import build_corpus
from tests.commands.test_documents import run
from tests.meeting.test_documents_meet import TEXTS, written
from tests.meeting.test_one_source import COPY, ORIGINAL

APART = '[[apart]]\ndocument = "own"\nthing = "positioning:国际物流枢纽"\nwho = "张三"\nwhen = 2026-01-31\n'
OWN = "---\nid: own\n---\n他文\n\n支持襄阳市建设国际物流枢纽。\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of texts that meet in every way."""
    folder = tmp_path_factory.mktemp("merged")
    texts = written(folder / "texts", **TEXTS, copy=COPY, original=ORIGINAL, own=OWN)
    (texts / "corrections.toml").write_text(APART, encoding="utf-8")
    build_corpus([texts], folder / "policy.db")
    return folder / "policy.db"


def told(store: Path, *options: str) -> list[tuple[str, str, str, str]]:
    """Why, label, what agrees and node of what merged."""
    said = json.loads(run("merged", store, "--json", *options))
    return [(one["why"], one["thing"]["label"], one["value"], one["name"]) for one in said]


@pytest.mark.parametrize(
    ("why", "label", "value", "name"),
    [
        (
            "title",
            "国务院关于印发汉江生态经济带发展规划的通知",
            "汉江生态经济带发展规划",
            "document:汉江生态经济带发展规划",
        ),
        (
            "number",
            "国务院关于印发汉江生态经济带发展规划的通知",
            "国发〔2018〕9号",
            "document:关于推动汉江流域高质量发展的若干措施",
        ),
        ("reprint", "辽宁发布：区域协调发展", "辽宁发布：区域协调发展", "document:copy"),
        ("apart", "国际物流枢纽", "张三, 2026-01-31", "pid:own/positioning/国际物流枢纽"),
        ("name", "区域性中心城市", "区域性中心城市", "positioning:区域性中心城市"),
        ("code", "襄阳市", "420600", "city:襄阳市"),
    ],
)
def test_what_merged_is_told_with_the_reason(why: str, label: str, value: str, name: str, store: Path) -> None:
    assert (why, label, value, name) in told(store)
    assert (why, label, value, name) in told(store, "--why", why)
    assert {one for one, *_ in told(store, "--why", why)} == {why}


def test_what_merged_is_a_table_in_either_language(store: Path) -> None:
    assert "国发〔2018〕9号" in run("merged", store)
    assert run("merged", store, "--language", "en").startswith("why ")


def test_a_graph_of_one_text_shares_nothing(tmp_path: Path) -> None:
    build_corpus([written(tmp_path / "texts", own=OWN)], tmp_path / "policy.ttl")
    assert json.loads(run("merged", tmp_path / "policy.ttl", "--json")) == []
