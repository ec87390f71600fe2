"""The query page: it works offline, shows what was found, and takes nothing from the graph for markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from graph.rdf.vocabulary import PREFIXES
from graph.sandbox.pool import QueryPool
from graph.server.examples import examples
from tests.server.serving import Served, served, write_data

FOLDER = Path(__file__).parents[2] / "graph" / "server" / "page"
QUESTIONS = Path(__file__).parents[2] / "graph" / "questions" / "templates"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(
        write_data(tmp_path_factory.mktemp("page")), "--workers", "2", "--allow-origin", "https://a.example"
    ) as one:
        yield one


@pytest.fixture
def page(server: Served, browser: Browser) -> Iterator[Page]:
    """Give the page as a browser shows it; whatever it says of an error, or asks elsewhere, fails the test."""
    asked: list[str] = []
    said: list[str] = []
    one = browser.new_page()
    one.on("request", lambda request: asked.append(request.url))
    one.on("pageerror", lambda error: said.append(str(error)))
    one.goto(f"http://127.0.0.1:{server.port}/")
    one.wait_for_selector("#prefixes tr", state="attached")
    yield one
    one.close()
    assert said == []
    assert all(url.startswith((f"http://127.0.0.1:{server.port}/", "blob:")) for url in asked)


def ask(page: Page, query: str) -> None:
    page.fill("#query", query)
    page.click("#run")
    page.wait_for_selector("#stop", state="hidden")


def test_rows_are_shown_as_a_table_with_short_names(page: Page) -> None:
    ask(page, "SELECT ?city ?label { ?city a pol:City ; skos:prefLabel ?label } ORDER BY ?label")
    assert page.locator("thead th").all_inner_texts() == ["city", "label"]
    assert page.locator("#result td").all_inner_texts() == ["city:大连市", "大连市 zh", "city:沈阳市", "沈阳市 zh"]
    assert page.inner_text("#said").startswith("2 行 rows")


def test_what_the_graph_holds_is_text_and_never_markup(page: Page) -> None:
    ask(page, "SELECT ?label { ?city skos:altLabel ?label }")
    assert page.inner_text("#result td") == "<b>沈阳</b> zh"
    assert page.locator("#result b").count() == 0


def test_a_thing_can_be_looked_up_by_a_click(page: Page) -> None:
    ask(page, "SELECT ?city { ?city pol:code ?code }")
    page.click("#result td button")
    page.wait_for_selector("#result pre")
    assert 'skos:prefLabel "沈阳市"@zh' in page.inner_text("#result pre")


def test_a_refused_query_says_why(page: Page) -> None:
    ask(page, "CLEAR ALL")
    assert page.inner_text("#error") == "403: query: an update is refused; ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


def test_a_result_can_be_kept_as_a_file(page: Page) -> None:
    ask(page, "SELECT ?code { ?city pol:code ?code }")
    with page.expect_download() as download:
        page.click("#save button:visible >> nth=0")
    assert download.value.suggested_filename == "result.csv"
    assert Path(download.value.path()).read_bytes() == b"code\r\n210100\r\n"


def test_an_address_can_carry_a_query_which_waits_for_its_reader(server: Served, page: Page) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/#ASK%20%7B%7D")
    page.reload()
    assert page.input_value("#query") == "ASK {}"
    assert page.inner_text("#result") == ""


def test_an_example_fills_the_page(page: Page) -> None:
    page.select_option("#example", index=1)
    assert page.input_value("#query") == examples()[0]["query"]


def test_browsers_find_the_page_and_programs_the_description(server: Served) -> None:
    reply = server.ask(path="/")
    assert (reply.status, reply.media_type) == (200, "text/html")
    sent = server.ask(headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert (sent.status, sent.headers["location"]) == (303, "/")


def test_the_page_names_no_other_host_and_runs_no_script_of_its_text(server: Served) -> None:
    for file in ("index.html", "page.js", "page.css"):
        text = (FOLDER / file).read_text(encoding="utf-8")
        assert not re.search(
            r"https?://|//[a-z]+\.|innerHTML|insertAdjacentHTML|document\.write|eval\(| on[a-z]+=", text
        )
    policy = server.ask(path="/").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_the_page_starts_with_all_prefixes_and_all_questions(server: Served) -> None:
    start = json.loads(server.ask(path="/page/start.json").body)
    assert start["prefixes"] == PREFIXES
    assert len(start["examples"]) == len(list(QUESTIONS.glob("*.rq"))) >= 24


def test_every_example_runs(tmp_path: Path) -> None:
    from graph.sandbox.child import Limits

    with QueryPool(write_data(tmp_path), Limits(seconds=30), workers=1) as pool:
        for example in examples():
            assert pool.run(example["query"]).form == "SELECT"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "[::2]", ""])
def test_a_name_that_is_not_ours_is_refused(server: Served, host: str) -> None:
    for path in ("/", "/sparql?query=ASK%7B%7D", "/page/start.json"):
        assert server.ask(path=path, headers={"Host": host}).status == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:1", "LOCALHOST", "[::1]:8765"])
def test_our_own_names_are_answered(server: Served, host: str) -> None:
    assert server.ask(path="/sparql?query=ASK%7B%7D", headers={"Host": host}).status == 200


def test_only_pages_that_were_named_may_read_answers(server: Served) -> None:
    for origin, allowed in (("https://a.example", "https://a.example"), ("https://b.example", None), ("null", None)):
        reply = server.ask(path="/sparql?query=ASK%7B%7D", headers={"Origin": origin})
        assert reply.headers.get("access-control-allow-origin") == allowed


@pytest.mark.parametrize(
    "path", ["/page/../application.py", "/page/%2e%2e/application.py", "/page//etc/hosts", "/none"]
)
def test_nothing_but_the_page_is_served(server: Served, path: str) -> None:
    assert server.ask(path=path).status == 404
