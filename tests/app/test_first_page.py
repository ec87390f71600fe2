"""The first page of the app."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Return the page as it opens where no store was built yet."""
    monkeypatch.chdir(tmp_path)
    return AppTest.from_file(str(APP), default_timeout=30).run()


def test_the_page_sums_up_the_corpus_in_chinese_first(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "政策图谱"
    assert page.text[0].value.startswith("图中有1份文件：《辽宁省推进")


def test_the_page_speaks_english_on_request(page: AppTest) -> None:
    page.sidebar.radio[0].set_value("English").run()
    assert page.text[0].value.startswith("The graph holds 1 document(s)")


def test_the_page_says_what_comes_next(page: AppTest) -> None:
    assert "SPARQL" in page.info[0].value
