"""A misreading is reported beside its quote, written into the file of corrections, and counts from the next build on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from graph.corpus import build_corpus
from graph.corrections import Correction, add_to_file, read_file
from graph.rdf import expand
from scripts.running_app import running_app
from tests.views.conftest import Open, fits_a_telephone, shown, visit
from views.correct import VARIABLE
from views.parts.frame.graph_source import VARIABLE as STORE

TEXT = """沈阳市行动方案

一、目标
到2025年，沈阳市制造业增加值占地区生产总值比重达到30%。
二、任务
支持大连市建设区域性物流中心。
"""
ROLE = "支持大连市建设区域性物流中心。"
AT = f"{TEXT.index(ROLE)}-{TEXT.index(ROLE) + 5}"
TARGET_AT = f"{TEXT.index('到2025')}-{TEXT.index('到2025') + 5}"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of one made-up text."""
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "plan.txt").write_text(f"---\nid: plan\n---\n{TEXT}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def store(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("app") / "policy.db"
    build_corpus([texts], folder)
    return folder


@pytest.fixture
def file(texts: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield the file of corrections that the app without a browser writes into."""
    path = texts / "corrections.toml"
    monkeypatch.setenv(VARIABLE, str(path))
    yield path
    path.unlink(missing_ok=True)


@pytest.fixture(scope="module")
def address(store: Path, texts: Path) -> Iterator[str]:
    """Yield the address of the app whose corrections lie beside the text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(texts / "corrections.toml"))
        with running_app(store) as running:
            yield running
    (texts / "corrections.toml").unlink(missing_ok=True)


def choose(test: AppTest, fact: str, part: str, right: str = "") -> AppTest:
    """Say which fact is wrong in what, what is right, and who says so."""
    radio = test.radio[0]
    test = radio.set_value(next(i for i, label in enumerate(radio.options) if fact in label)).run()
    test = test.radio[1].set_value(part).run()
    if right:
        test = next(one for one in test.text_input if one.label == "应当是").input(right).run()
    return next(one for one in test.text_input if one.label == "更正人").input("张三").run()


def press(test: AppTest) -> AppTest:
    return next(one for one in test.button if one.label.startswith("写入")).click().run()


def test_a_fact_that_the_sentence_does_not_state_is_refused_and_the_next_build_leaves_it_out(
    open_page: Open, file: Path, texts: Path, tmp_path: Path
) -> None:
    test = press(choose(open_page("correct", document="plan", at=AT), "区域性物流中心", "fact"))
    assert "下次 policygraph build" in "".join(one.value for one in test.success)
    assert "待下次生成" in shown(test)
    (one,) = read_file(file)
    assert (one.document, one.text, one.wrong, one.who) == ("plan", ROLE, "fact", "张三")
    assert build_corpus([texts], tmp_path / "policy.db").not_made == []


def test_a_wrong_value_of_a_target_is_put_right(open_page: Open, file: Path) -> None:
    test = choose(open_page("correct", document="plan", at=TARGET_AT), "≥30%", "targetValue", "31.5")
    assert not test.exception
    press(test)
    (one,) = read_file(file)
    assert (one.relation, one.wrong, one.right) == ("hasTarget", "targetValue", "31.5")


@pytest.mark.parametrize(
    ("at", "fact", "part", "right", "told"),
    [
        (TARGET_AT, "≥30%", "targetValue", "三成", "“三成”不是数"),
        (AT, "功能定位", "subject", "朝阳区", "有几个地方都叫“朝阳区”"),
    ],
)
def test_what_cannot_be_right_is_told_before_anything_is_written(
    open_page: Open, file: Path, at: str, fact: str, part: str, right: str, told: str
) -> None:
    test = choose(open_page("correct", document="plan", at=at), fact, part, right)
    assert told in shown(test)
    assert not [one for one in test.button if one.label.startswith("写入")]
    assert not file.exists()


def test_hostile_words_of_a_person_stay_text(open_page: Open, file: Path) -> None:
    hostile = "</strong><script>alert(1)</script>=cmd()"
    test = press(choose(open_page("correct", document="plan", at=AT), "功能定位", "object", hostile))
    assert "<script>" not in "".join(one.proto.body for one in test.get("html"))
    assert read_file(file)[0].right == hostile


def test_a_broken_file_is_one_line(open_page: Open, file: Path) -> None:
    file.write_text("[[correction]", encoding="utf-8")
    assert "不是TOML" in shown(open_page("correct"))


def test_a_person_corrects_a_role_in_the_browser_and_it_waits_for_the_next_build(page: Page, texts: Path) -> None:
    visit(page, f"/correct?document=plan&at={AT}")
    page.get_by_text("大连市 · 功能定位为 · 区域性物流中心").click()
    page.get_by_text("客体“区域性物流中心”").click()
    page.get_by_label("应当是").fill("国际物流枢纽")
    page.get_by_label("应当是").press("Enter")
    page.get_by_label("更正人").fill("张三")
    page.get_by_label("更正人").press("Enter")
    page.get_by_role("button", name="写入").click()
    page.get_by_text("待下次生成").wait_for()
    assert read_file(texts / "corrections.toml")[0].right == "国际物流枢纽"


def test_a_link_beside_a_quote_leads_here(page: Page) -> None:
    visit(page, "/ask?question=大连市的功能定位是什么？&view=evidence")
    page.get_by_role("link", name="指出误读").first.click()
    page.get_by_text("哪一条读错了").wait_for()
    assert "document=plan" in page.url


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, f"/correct?document=plan&at={AT}")
    narrow_page.get_by_text("哪一条读错了").wait_for()
    assert fits_a_telephone(narrow_page)


def test_a_quote_of_a_corrected_graph_names_who_corrected_it(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.txt").write_text(f"---\nid: plan\n---\n{TEXT}", encoding="utf-8")
    target = "pid:plan/target/沈阳市·制造业增加值占地区生产总值比重%3E=30%25·2025"
    sentence = TEXT.splitlines()[3]
    one = Correction(
        "plan", sentence, "city:沈阳市", "hasTarget", target, "targetValue", "31", "张三", date(2026, 1, 31)
    )
    add_to_file(tmp_path / "corrections.toml", one)
    build_corpus([tmp_path / "plan.txt"], tmp_path / "policy.db")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "corrections.toml"))
    test = open_page("correct")
    monkeypatch.setenv(STORE, str(tmp_path / "policy.db"))
    assert "已生效" in shown(test.run())
    test.query_params["target"] = expand(target.replace("=30", "=31"))
    said = shown(test.switch_page("views/targets.py").run())
    assert "张三更正，2026年1月31日" in said
    assert ">更正</button></span>" in said
