"""Documents: the list, its filters, what can be changed of each text, and that nothing is lost or written elsewhere."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph import PolicyGraph
from graph.corpus import build_corpus
from graph.corpus.kept_texts import kept_texts
from graph.engines import read_graph
from graph.things import documents
from scripts.running_app import running_app
from tests.views.conftest import NARROW, WIDE, Open, fits_a_telephone, page_at, settled, shown, store_of, visit
from views.parts.frame.graph_source import VARIABLE

TITLE = "锦州市“物流”规划</script><script>alert(1)</script> =cmd() :red[x]"
TEXTS = {
    "plan": "issuer: 锦州市人民政府\npublished: 2024-05-01\n---\n锦州市物流业发展规划\n\n支持锦州市建设区域性物流中心。\n",
    "reply": "---\n国务院关于大连市规划的批复\n\n同意大连市建设国际航运中心。\n",
    "news": "---\n沈阳消息\n\n沈阳市建设区域性金融中心。沈阳市建设国家物流枢纽。\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of three texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"---\nid: {name}\n{text}", encoding="utf-8")
    return folder


@pytest.fixture
def own_store(corpus: Path, tmp_path: Path) -> Path:
    """The store of the texts, which a test may change."""
    build_corpus([corpus], tmp_path / "own.db")
    return tmp_path / "own.db"


@pytest.fixture
def own_page(browser: Browser, own_store: Path) -> Iterator[Page]:
    """A browser's page of the app over that store."""
    with running_app(own_store) as address:
        yield from page_at(browser, address, WIDE)


def listed(store: Path) -> dict[str, tuple[str, tuple[str, ...], str]]:
    """Id to title, issuers and date of the documents of a store."""
    with PolicyGraph.open(store) as graph:
        return {one.id: (one.title, one.issuers, one.issued) for one in documents(graph)}


def test_every_document_is_a_line_with_what_is_known_of_it(
    open_page: Open, own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(own_store))
    lines = open_page("documents").dataframe[0].value
    assert list(lines.columns) == ["题名", "类别", "层级", "制定机关", "日期", "句数", "读出率"]
    by_title = {line["题名"]: line for _, line in lines.iterrows()}
    assert list(by_title["锦州市物流业发展规划"])[1:5] == ["规划方案", "市", "锦州市人民政府", "2024-05-01"]
    assert by_title["国务院关于大连市规划的批复"]["层级"] == "国家"


@pytest.mark.parametrize(
    ("address", "titles"),
    [
        ({"title": "物流"}, {"锦州市物流业发展规划"}),
        ({"title": "瀋陽"}, {"沈阳消息"}),
        ({"kind": "Plan"}, {"锦州市物流业发展规划"}),
        ({"level": "national"}, {"国务院关于大连市规划的批复"}),
        ({"issuer": "锦州市人民政府", "year": "2024"}, {"锦州市物流业发展规划"}),
        (
            {"issuer": "<img src=x onerror=alert(1)>"},
            {"锦州市物流业发展规划", "国务院关于大连市规划的批复", "沈阳消息"},
        ),
    ],
)
def test_filters_of_the_address_leave_what_fits(
    open_page: Open, own_store: Path, monkeypatch: pytest.MonkeyPatch, address: dict[str, str], titles: set[str]
) -> None:
    monkeypatch.setenv(VARIABLE, str(own_store))
    test = open_page("documents", **address)
    assert set(test.dataframe[0].value["题名"]) == titles


def test_a_filter_that_nothing_fits_leaves_no_line(open_page: Open) -> None:
    test = open_page("documents", title="火星")
    assert len(test.dataframe) == 0
    assert "1份文件中，0份符合条件" in shown(test)


def test_a_line_that_is_chosen_opens_its_document_and_leads_to_its_text(own_page: Page) -> None:
    own_page.goto("/documents")
    table = own_page.get_by_test_id("stDataFrame")
    table.wait_for()
    settled(own_page)
    box = table.bounding_box()
    assert box is not None
    own_page.mouse.click(box["x"] + 16, box["y"] + 36 + 18)
    own_page.wait_for_url(re.compile("document=reply"))
    own_page.locator(".st-key-document-card").get_by_role("link", name="看原文").click()
    own_page.locator(".reader[data-ready=true]").get_by_text("同意大连市建设国际航运中心。").first.wait_for()


def test_title_issuer_and_date_are_put_right_and_kept_in_the_store_alone(
    own_page: Page, own_store: Path, corpus: Path
) -> None:
    before = {path.name: path.read_bytes() for path in corpus.iterdir()}
    own_page.goto("/documents?document=news")
    card = own_page.locator(".st-key-document-card")
    card.get_by_label("题名").fill(TITLE)
    card.get_by_label("制定机关").fill("沈阳市人民政府")
    card.get_by_label("日期").fill("2025-02-03")
    card.get_by_text("改动只保存在图库 own.db 里").wait_for()
    card.get_by_role("button", name="保存").click()
    own_page.get_by_text(f"已保存：“{TITLE}”。").wait_for()
    assert listed(own_store)["news"] == (TITLE, ("沈阳市人民政府",), "2025-02-03")
    assert {path.name: path.read_bytes() for path in corpus.iterdir()} == before
    own_page.locator(".st-key-document-card").get_by_text("<script>alert(1)</script>").first.wait_for()
    with own_page.expect_download() as waited:
        own_page.get_by_role("button", name="下载旁注文件").click()
    said = tomllib.loads(Path(waited.value.path()).read_text(encoding="utf-8"))
    assert (waited.value.suggested_filename, said["id"], said["title"]) == ("news.meta.toml", "news", TITLE)
    assert said["published"].isoformat() == "2025-02-03"
    build_corpus([corpus], own_store)
    assert listed(own_store)["news"][0] == TITLE


def test_what_is_no_date_is_one_line_and_changes_nothing(own_page: Page, own_store: Path) -> None:
    own_page.goto("/documents?document=news")
    card = own_page.locator(".st-key-document-card")
    card.get_by_label("日期").fill("明天")
    card.get_by_role("button", name="保存").click()
    own_page.get_by_text("未能改动：不是日期；请写成YYYY-MM-DD").wait_for()
    assert listed(own_store)["news"] == ("沈阳消息", (), "")


def test_a_document_is_removed_when_that_is_said_twice(own_page: Page, own_store: Path, corpus: Path) -> None:
    own_page.goto("/documents?document=news")
    own_page.get_by_role("button", name="删除").click()
    own_page.get_by_text("将从图库 own.db 中删除“沈阳消息”的3个句子").wait_for()
    assert set(listed(own_store)) == {"plan", "reply", "news"}
    own_page.get_by_role("button", name="确认删除").click()
    own_page.get_by_text("已从图库中删除“沈阳消息”。").wait_for()
    own_page.get_by_text("图中有2份文件。").wait_for()
    expect(own_page.locator(".st-key-document-card")).to_have_count(0)
    assert set(listed(own_store)) == {"plan", "reply"}
    assert (corpus / "news.txt").exists()
    own_page.goto("/search?q=金融中心")
    own_page.get_by_text("没有句子包含“金融中心”。").wait_for()


def test_the_last_document_can_be_removed(own_page: Page, own_store: Path) -> None:
    for left in ("plan", "reply", "news"):
        own_page.goto(f"/documents?document={left}")
        own_page.get_by_role("button", name="删除").click()
        own_page.get_by_role("button", name="确认删除").click()
        own_page.get_by_text("已从图库中删除").wait_for()
    own_page.get_by_text("图中还没有文件。").wait_for()
    assert listed(own_store) == {}


def test_what_would_come_out_the_same_is_not_read_again(own_page: Page, own_store: Path) -> None:
    before = (own_store / "SNAPSHOT").read_bytes()
    own_page.goto("/documents?document=plan")
    own_page.get_by_role("button", name="重新读取", exact=True).click()
    own_page.get_by_text("结果不变，无须改动").wait_for()
    assert (own_store / "SNAPSHOT").read_bytes() == before


def test_documents_of_a_former_grammar_are_read_again_with_one_click(
    browser: Browser, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as former:
        former.setattr("graph.corpus.reading_hash.program_hash", lambda: "a former grammar")
        build_corpus([corpus], tmp_path / "old.db")
    old = {text.id: text.reading for text in kept_texts(read_graph(tmp_path / "old.db"))}
    with running_app(tmp_path / "old.db") as address:
        for page in page_at(browser, address, WIDE):
            visit(page, "/documents")
            page.get_by_text("有3份文件是用以前的语法或词表读取的").wait_for()
            page.get_by_role("button", name="全部重新读取").click()
            page.get_by_text("已重新读取3份文件。").wait_for()
            expect(page.get_by_text("以前的语法")).to_have_count(0)
    now = {text.id: text.reading for text in kept_texts(read_graph(tmp_path / "old.db"))}
    assert now.keys() == old.keys()
    assert not set(now.values()) & set(old.values())


def test_two_changes_at_once_are_one_line(own_page: Page, own_store: Path) -> None:
    own_page.goto("/documents?document=news")
    with PolicyGraph.open(own_store, write=True):
        own_page.locator(".st-key-document-card").get_by_label("题名").fill("甲")
        own_page.get_by_role("button", name="保存").click()
        own_page.get_by_text("未能改动：另一个程序正在改动这个图库").wait_for()
    assert listed(own_store)["news"][0] == "沈阳消息"


def test_a_graph_that_is_no_store_can_only_be_looked_at(
    open_page: Open, corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_corpus([corpus], tmp_path / "graph.trig")
    monkeypatch.setenv(VARIABLE, str(tmp_path / "graph.trig"))
    test = open_page("documents", document="plan")
    assert "这里只能查看" in shown(test)
    assert not {"删除", "保存", "重新读取"} & {one.label for one in test.button}


def test_a_text_of_this_session_is_changed_in_the_session_alone(
    own_page: Page, own_store: Path, tmp_path: Path
) -> None:
    (tmp_path / "fourth.txt").write_text("---\nid: fourth\n---\n营口市规划\n\n营口市建设港口。\n", encoding="utf-8")
    own_page.goto("/add")
    own_page.locator("input[type=file]").set_input_files(tmp_path / "fourth.txt")
    own_page.get_by_role("button", name="加入本次会话的图").click()
    own_page.get_by_text("现有4份文件").wait_for()
    own_page.get_by_test_id("stTopNavLink").filter(has_text="文件").click()
    own_page.get_by_text("图中有4份文件。").wait_for()
    own_page.get_by_label("题名中含").fill("营口")
    own_page.get_by_label("题名中含").press("Enter")
    own_page.get_by_text("4份文件中，1份符合条件。").wait_for()
    settled(own_page)
    box = own_page.get_by_test_id("stDataFrame").bounding_box()
    assert box is not None
    own_page.mouse.click(box["x"] + 16, box["y"] + 36 + 18)
    own_page.get_by_role("button", name="删除").click()
    own_page.get_by_role("button", name="确认删除").click()
    own_page.get_by_text("3份文件中，0份符合条件。").wait_for()
    assert set(listed(own_store)) == {"plan", "reply", "news"}


def test_english_says_the_same(own_page: Page) -> None:
    own_page.goto("/documents?document=plan&lang=English")
    own_page.get_by_text("Documents in the graph: 3.").wait_for()
    own_page.get_by_text("Changes are kept in the store own.db alone").wait_for()
    own_page.get_by_role("button", name="Remove", exact=True).click()
    own_page.get_by_role("button", name="Remove it").wait_for()


def test_the_page_fits_a_telephone(browser: Browser, own_store: Path) -> None:
    with running_app(own_store) as address:
        for page in page_at(browser, address, NARROW):
            visit(page, "/documents?document=plan")
            page.locator(".st-key-document-card").get_by_role("button", name="保存").wait_for()
            assert fits_a_telephone(page)


def test_a_telephone_lists_documents_with_what_is_known_of_them_and_opens_one(narrow_page: Page) -> None:
    visit(narrow_page, "/documents")
    expect(narrow_page.get_by_test_id("stDataFrame")).to_be_hidden()
    narrow_page.locator(".phone a", has_text="2023-01-04").click()
    narrow_page.wait_for_url(re.compile("document=liaoning-interpretation"))
    narrow_page.get_by_role("link", name="看原文").first.wait_for()


def test_who_published_a_text_stands_where_no_issuer_is_known(open_page: Open) -> None:
    test = open_page("documents", document="liaoning-interpretation")
    assert list(test.dataframe[0].value["制定机关"]) == ["辽宁省发展和改革委员会"]
    (issuer,) = (one for one in test.text_input if one.label == "制定机关")
    assert issuer.placeholder == "辽宁省发展和改革委员会"


def test_a_year_that_is_all_that_is_known_of_a_date_stands_in_its_field(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\nid: a\n---\n2024年大连市政府工作报告\n\n大连市建设国际航运中心。\n"
    monkeypatch.setenv(VARIABLE, str(store_of(tmp_path, {"a": text})))
    (date,) = (one for one in open_page("documents", document="a").text_input if one.label == "日期")
    assert date.value == "2024"


def test_a_row_that_an_address_opens_is_ticked_until_its_card_is_closed(own_page: Page) -> None:
    visit(own_page, "/documents?document=news")
    card = own_page.locator(".st-key-document-card")
    ticked = own_page.locator("[data-testid=stDataFrame] [role=row][aria-selected=true]")
    expect(ticked).to_have_count(1)
    card.get_by_role("button", name="收起").click()
    expect(card).to_have_count(0)
    expect(ticked).to_have_count(0)
