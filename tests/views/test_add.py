"""Add a text: what was found in it, how far to trust that, and how it joins the graph."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from streamlit.testing.v1 import AppTest
from typer.testing import CliRunner

from graph import PolicyGraph
from graph.cli import app
from graph.engines import graph_hash
from tests.views.conftest import ROOT, Open, fits_a_telephone, settled, shown, visit
from views.parts.frame.graph_source import VARIABLE

PLAN = """锦州市推动先进制造业发展三年行动方案

一、总体要求
到2025年，锦州市制造业增加值占地区生产总值比重达到40%。
二、重点任务
支持锦州市建设区域性物流中心。推动锦州市与沈阳市共建产业园区。
"""
HOSTILE = """<script>alert(1)</script>行动方案<img src=x onerror=alert(2)>

一、总体要求
支持沈阳市建设“<img src=x onerror=alert(3)>”中心。打造</script><script>alert(4)</script>示范区。
=HYPERLINK("javascript:alert(5)") [x](javascript:alert(6)) **粗** $x^2$ :red[红]
沈阳市建设<svg onload=alert(7)>中心和区域性金融中心。
"""


def _pasted(test: AppTest, name: str, text: str) -> AppTest:
    test.text_input(key="name").input(name)
    test.text_area[0].input(text)
    read = next(button for button in test.button if button.label == "读取")
    return read.click().run()


def _press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label == label).click().run()


def _kept(test: AppTest) -> list[str]:
    """Return the lines that say until when each text is kept."""
    return [one.proto.body for one in test.get("html") if "为这个浏览器保留到" in one.proto.body]


def test_a_pasted_text_shows_what_was_found_and_how_far_to_trust_it(open_page: Open) -> None:
    said = shown(_pasted(open_page("add", way="paste"), "锦州方案", PLAN))
    assert "锦州市推动先进制造业发展三年行动方案" in said
    assert "可信度" in said
    assert "句（" in said


def test_a_pasted_text_without_a_name_gets_its_title_and_says_until_when_it_is_kept(open_page: Open) -> None:
    (line,) = _kept(_pasted(open_page("add", way="paste"), "", PLAN))
    assert "锦州市推动先进制造业发展三年行动方案.txt" in line


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "支持锦州市建设区域性物流中心。推动锦州市与沈阳市共建产业园区，打造先进制造业产业带，培育若干产业集群。",
            "支持锦州市建设区域性物流中心",
        ),
        ("推动锦州市与沈阳市共建产业园区。", "推动锦州市与沈阳市共建产业园区"),
        (
            "到2025年，锦州市制造业增加值占地区生产总值比重达到百分之四十，规模以上工业企业达到一千家，形成若干产业集群",
            "到2025年，锦州市制造业增加值占地区生产总值比重达到百分之四十",
        ),
    ],
)
def test_a_pasted_text_without_any_title_is_called_by_its_first_words_that_are_whole(
    page: Page, text: str, name: str
) -> None:
    visit(page, "/add?way=paste")
    page.get_by_label("粘贴文本").or_(page.locator("textarea")).first.fill(text)
    page.get_by_role("button", name="读取", exact=True).click()
    page.get_by_text(f"{name}.txt 为这个浏览器保留到").wait_for()


def test_a_text_that_was_brought_is_written_as_the_command_line_builds_it(
    open_page: Open, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, built, plan = tmp_path / "own.db", tmp_path / "built.db", tmp_path / "锦州方案.txt"
    shutil.copytree(store, own)
    plan.write_text(PLAN, encoding="utf-8")
    test = open_page("add", way="paste")
    monkeypatch.setenv(VARIABLE, str(own))
    _press(_pasted(test, "锦州方案", PLAN), "确认写入")
    assert CliRunner().invoke(app, ["build", str(ROOT / "corpus"), str(plan), "-o", str(built)]).exit_code == 0
    with PolicyGraph.open(own) as brought, PolicyGraph.open(built) as commanded:
        assert graph_hash(brought) == graph_hash(commanded)


def test_an_added_text_joins_the_graph_of_the_session_and_is_taken_back(open_page: Open) -> None:
    test = _pasted(open_page("add", way="paste"), "锦州方案", PLAN)
    assert "现有2份文件" in shown(_press(test, "加入本次会话的图"))
    overview = test.switch_page("views/overview.py").run()
    assert "锦州市推动先进制造业发展三年行动方案" in shown(overview)
    assert not overview.exception
    back = test.switch_page("views/add.py").run()
    _press(back, "撤回")
    assert "锦州市推动先进制造业发展三年行动方案" not in shown(test.switch_page("views/overview.py").run())


@pytest.mark.parametrize("tried", [False, True])
def test_a_text_is_written_into_the_store_whether_or_not_it_was_tried_in_the_session_first(
    tried: bool, open_page: Open, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.db"
    shutil.copytree(store, own)
    test = open_page("add", way="paste")
    monkeypatch.setenv(VARIABLE, str(own))
    _pasted(test, "锦州方案", PLAN)
    if tried:
        _press(test, "加入本次会话的图")
    assert "已把1份文本写入图库，现有2份文件" in shown(_press(test, "确认写入"))


def test_of_several_texts_only_those_that_are_wanted_are_added(open_page: Open) -> None:
    test = _pasted(open_page("add", way="paste"), "", PLAN)
    _pasted(test, "", PLAN.replace("锦州市推动", "阜新市推动"))
    test.checkbox[0].uncheck().run()
    said = shown(_press(test, "加入本次会话的图"))
    assert "已把1份文本加入本次会话的图" in said


def test_a_text_that_is_removed_is_gone(open_page: Open) -> None:
    test = _pasted(open_page("add", way="paste"), "锦州方案", PLAN)
    assert _kept(test)
    assert not _kept(_press(test, "丢弃"))


def test_a_text_without_any_words_is_a_mistake_in_one_line(open_page: Open) -> None:
    test = _pasted(open_page("add", way="paste"), "空", "  \n ")
    told = [one.value for one in test.text if "未能读取" in one.value]
    assert told == ["未能读取：空.txt：文件只有空白，没有文字；请写入文字，或不添加它"]


def test_a_text_that_the_graph_holds_says_that_it_replaces_it_and_another_of_its_name_does_not(open_page: Open) -> None:
    test = _press(_pasted(open_page("add", way="paste"), "锦州方案", PLAN), "加入本次会话的图")
    _press(test, "丢弃")
    assert "图中已有这份文件" in shown(_pasted(test, "锦州方案", PLAN + "支持锦州市发展。"))
    _press(test, "丢弃")
    assert "图中已有这份文件" not in shown(_pasted(test, "锦州方案", PLAN.replace("锦州市推动", "阜新市推动")))


def test_bad_files_are_told_in_one_line_and_the_good_one_is_read(page: Page, tmp_path: Path) -> None:
    (tmp_path / "old.odt").write_bytes(b"PK")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "graph.ttl").write_text("<urn:a> <urn:b> <urn:c> .")
    files = [tmp_path / "old.odt", tmp_path / "broken.pdf", tmp_path / "graph.ttl"]
    visit(page, "/add")
    page.locator("input[type=file]").set_input_files([*files, ROOT / "corpus" / "liaoning-interpretation.txt"])
    page.get_by_text("未能读取：old.odt：不能读取“.odt”类型的文件；请用办公软件另存为").wait_for()
    page.get_by_text("未能读取：broken.pdf：pdf文件已损坏").wait_for()
    page.get_by_text("未能读取：graph.ttl：不能读取“.ttl”类型的文件").wait_for()
    page.get_by_text("可信度").first.wait_for()


def test_a_reload_keeps_what_was_brought_and_another_browser_does_not_see_it(
    page: Page, browser: Browser, address: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.txt").write_text(PLAN, encoding="utf-8")
    visit(page, "/add")
    page.locator("input[type=file]").set_input_files(tmp_path / "plan.txt")
    page.get_by_text("plan.txt 为这个浏览器保留到").wait_for()
    settled(page)
    page.reload()
    page.get_by_text("plan.txt 为这个浏览器保留到").wait_for()
    page.get_by_role("button", name="加入本次会话的图").click()
    page.get_by_text("现有2份文件").wait_for()
    other = browser.new_context(base_url=address).new_page()
    visit(other, "/add")
    other.locator("input[type=file]").wait_for(state="attached")
    settled(other)
    assert other.get_by_text("为这个浏览器保留到").count() == 0
    other.context.close()


def test_a_long_reading_shows_its_progress_and_the_time_left_survives_a_reload_and_is_stopped(
    page: Page, tmp_path: Path
) -> None:
    long = tmp_path / "long.txt"
    long.write_text(PLAN.splitlines()[0] + "\n" + PLAN * 5000, encoding="utf-8")
    visit(page, "/add")
    page.locator("input[type=file]").set_input_files(long)
    page.get_by_text(re.compile(r"正在读取第1份（共1份）：long\.txt · 已完成：.+ · 约剩\d+秒")).wait_for()
    page.reload()
    page.get_by_text(re.compile(r"正在读取第1份（共1份）：long\.txt")).wait_for()
    page.get_by_role("button", name="停止读取").click()
    page.get_by_text("已停止读取：long.txt").wait_for()
    page.get_by_role("button", name="重新读取").click()
    page.get_by_text(re.compile(r"正在读取第1份")).wait_for()
    page.get_by_test_id("stTopNavLink").filter(has_text="总览").click()
    page.get_by_role("heading", name="总览", exact=True).wait_for()
    page.get_by_test_id("stTopNavLink").filter(has_text="添加文本").click()
    page.get_by_role("button", name="停止读取").click()
    page.get_by_text("已停止读取：long.txt").wait_for()


def test_a_hostile_text_stays_text_on_every_page(page: Page, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    visit(page, "/add")
    page.locator("input[type=file]").set_input_files(hostile)
    page.get_by_text("可信度").first.wait_for()
    page.get_by_role("button", name="加入本次会话的图").click()
    page.get_by_text("现有2份文件").wait_for()
    page.get_by_role("link", name="读《").click()
    page.locator(".reader[data-ready=true]").wait_for()
    page.get_by_text("onerror=alert(3)").first.wait_for()
    for name, heading in (("总览", "总览"), ("提问", "提问"), ("指标", "指标")):
        page.get_by_test_id("stTopNavLink").filter(has_text=name).click()
        page.get_by_role("heading", name=heading, exact=True).wait_for()
    assert page.evaluate("document.querySelectorAll('img[src=x], svg[onload]').length") == 0


def test_the_page_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/add?way=paste")
    narrow_page.get_by_label("正文").wait_for()
    assert fits_a_telephone(narrow_page)
