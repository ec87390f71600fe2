"""Explore: the network, filtered, searched, and looked at around one thing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from graph import Node, PolicyGraph
from graph.pictures.selection import Lens, groups, least_degree, seen
from graph.pictures.whole_network import Tie, Whole, whole
from tests.views.conftest import ROOT, Open, click_edge, click_node, fits_a_telephone, opened, settled, shown, visit
from views import explore
from views.parts.network.values import Click

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
HOW = {"force": "点一个事物或一条线", "circle": "点一个事物或一条线", "section": "指向或点击一个事物"}
FINANCE = "https://w3id.org/policygraph/id/positioning/区域性金融中心"


@pytest.fixture(scope="module")
def everything() -> Whole:
    return whole(PolicyGraph.build(ROOT / "corpus"))


def crowd(size: int) -> Whole:
    """Return a city with many tasks."""
    tasks = {f"urn:t/{i}": Node(f"urn:t/{i}", f"任务{i}", "Action") for i in range(size)}  # type: ignore[arg-type]
    nodes = {"urn:a": Node("urn:a", "沈阳市", "City"), **tasks}  # type: ignore[arg-type]
    return Whole(nodes, tuple(Tie(task, "involves", "urn:a", f"{task}/s", "Stated", ("plan",)) for task in tasks), {})


def test_every_relation_is_there_once_with_its_grade(everything: Whole) -> None:
    assert len({(tie.subject, tie.predicate, tie.object) for tie in everything.ties}) == len(everything.ties) > 200
    assert {tie.grade for tie in everything.ties} >= {"Stated", "Listed", "Inherited", "Expanded", "Background"}


def test_a_filter_by_class_leaves_relations_between_those_alone(everything: Whole) -> None:
    part = seen(everything, Lens(kinds=("Place", "Positioning")))
    assert {tie.predicate for tie in part.ties} <= {"hasPositioning", "locatedIn"}
    assert part.ties


def test_the_neighbours_of_what_was_opened_are_shown(everything: Whole) -> None:
    near = seen(everything, Lens(focus=SHENYANG))
    wider = seen(everything, Lens(focus=SHENYANG, opened=(FINANCE,)))
    assert near.nodes.keys() < wider.nodes.keys()
    assert "https://w3id.org/policygraph/id/city/大连市" in wider.nodes


def test_two_steps_reach_further_than_one(everything: Whole) -> None:
    sizes = [len(seen(everything, Lens(focus=SHENYANG, steps=steps)).nodes) for steps in (1, 2)]
    assert sizes[0] < sizes[1]


def test_a_crowd_is_grouped_by_class() -> None:
    held, bundles = groups(seen(crowd(3000), Lens()))
    assert [(one.kind, one.size) for one in held] == [("Place", 1), ("Task", 3000)]
    assert bundles[0].size == 3000


def test_the_things_with_the_most_relations_are_no_more_than_asked_for() -> None:
    every = crowd(3000)
    part = seen(every, Lens(degree=least_degree(seen(every, Lens()), 500)))
    assert len(part.nodes) <= 500


def test_filters_that_leave_nothing_can_be_cleared(open_page: Open) -> None:
    test = open_page("explore", kinds=["Slogan"], relations=["issuedBy"])
    assert "没有符合这些条件的事物" in shown(test)
    next(one for one in test.button if one.label == "清除筛选").click().run()
    assert "没有符合这些条件的事物" not in shown(test)


def test_a_class_whose_things_have_no_relation_among_themselves_is_shown(open_page: Open) -> None:
    said = shown(open_page("explore", kinds=["Organization"]))
    assert "没有符合这些条件的事物" not in said
    assert "连同与它们相连的事物一起画出" in said


def test_a_click_on_a_group_shows_its_things(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    clicks = [Click("Organization", "")]
    monkeypatch.setattr(explore, "_MOST", 60)  # so that the texts of the corpus are a crowd
    monkeypatch.setattr(explore, "group_picture", lambda part: clicks.pop() if clicks else Click("", ""))
    open_page("explore")
    test = AppTest.from_function(_page, default_timeout=30).run()
    assert not test.exception
    assert (test.query_params["kinds"], test.query_params["tied"]) == ("Organization", "yes")
    (drawn,) = (one for one in test.get("bidi_component") if one.proto.component_name == "policygraph_network")
    kinds = {node["kind"] for node in json.loads(drawn.proto.json)["nodes"]}
    assert "Organization" in kinds


def _page() -> None:
    from views import explore

    explore.page()


@pytest.mark.parametrize("layout", ["force", "section", "circle"])
def test_every_layout_is_drawn(open_page: Open, layout: str) -> None:
    assert HOW[layout] in shown(open_page("explore", layout=layout))


@pytest.mark.parametrize(("layout", "shown_of"), [("section", "2,000个（共3,001个）"), ("circle", "60个（共3,001个）")])
def test_a_layout_that_cannot_hold_all_says_what_it_shows(open_page: Open, layout: str, shown_of: str) -> None:
    def picture(layout: str) -> None:
        from graph.pages import class_network
        from graph.pictures import Lens
        from tests.views.test_explore import crowd
        from views.parts.network.explore_picture import explore_picture

        explore_picture(class_network(crowd(3000), Lens(), with_tied=False), Lens(), layout)

    open_page("explore")
    test = AppTest.from_function(picture, args=(layout,), default_timeout=30).run()
    assert not test.exception
    assert shown_of in shown(test)


def test_a_link_opens_a_thing_in_the_middle(open_page: Open) -> None:
    test = open_page("explore", focus=SHENYANG)
    assert test.selectbox(key="search").value == SHENYANG
    assert test.slider(key="filter steps").value == 1


def test_a_card_tells_of_a_commitment_in_the_language_of_the_page(open_page: Open, store: Path) -> None:
    with PolicyGraph.open(store) as graph:
        task = str(graph.resolve("支持沈阳、大连率先发展").iri)
    said = shown(open_page("explore", node=task, lang="English"))
    assert "supporting" in said
    assert "支持/鼓励" not in said


def test_a_name_is_found_while_its_pinyin_is_typed(page: Page) -> None:
    visit(page, "/explore")
    page.get_by_role("combobox", name="搜索并放到中心").fill("dalian")
    page.get_by_role("option", name="大连市 · Dalian").click()
    opened(page, "大连市")
    page.wait_for_url(re.compile("focus="))


def test_an_unknown_name_is_a_mistake_in_one_line(page: Page) -> None:
    visit(page, "/explore")
    page.get_by_role("combobox", name="搜索并放到中心").fill("<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    page.get_by_text("图中没有这个名称").wait_for()


def test_a_click_on_a_node_then_an_edge_then_expanding(page: Page) -> None:
    visit(page, f"/explore?focus={SHENYANG}&kinds=Place&kinds=Positioning")
    box = page.locator(".network[data-ready=true]")
    box.wait_for()
    click_node(page, FINANCE)
    opened(page, "区域性金融中心")
    edge = box.evaluate("(box, id) => box.drawn.paths().find(({ line }) => line.target === id).line.id", FINANCE)
    click_edge(page, edge)
    opened(page, "→").locator("blockquote").first.wait_for()
    page.get_by_role("link", name="展开区域性金融中心").click()
    page.wait_for_url(re.compile("opened="))
    page.locator(".network summary").click()
    page.locator(".network li button", has_text="大连市").first.wait_for()


def test_a_picture_that_is_drawn_anew_keeps_its_list_open(page: Page) -> None:
    visit(page, f"/explore?focus={SHENYANG}&kinds=Place&kinds=Positioning")
    page.locator(".network[data-ready=true]").wait_for()
    page.locator(".network summary").click()
    click_node(page, FINANCE)
    opened(page, "区域性金融中心")
    page.get_by_role("link", name="展开区域性金融中心").click()
    page.locator(".network li button", has_text="大连市").first.wait_for()


def test_the_network_fits_a_telephone(narrow_page: Page) -> None:
    visit(narrow_page, "/explore")
    narrow_page.locator(".network[data-ready=true]").wait_for()
    assert fits_a_telephone(narrow_page)


def test_what_the_sheet_of_a_telephone_tells_of_stands_above_it(narrow_page: Page) -> None:
    visit(narrow_page, f"/explore?focus={SHENYANG}&node={SHENYANG}")
    narrow_page.locator(".network[data-ready=true]").wait_for()
    opened(narrow_page, "沈阳市")
    narrow_page.wait_for_function(
        """(node) => {
          const box = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('.network')).find(Boolean)
          const { top } = box.querySelector('.canvas').getBoundingClientRect()
          const at = top + box.drawn.picture.canvasToDOM(box.drawn.picture.getPositions([node])[node]).y
          return at > 0 && at + 20 < document.querySelector('.st-key-panel').getBoundingClientRect().top
        }""",
        arg=SHENYANG,
    )


def has_refitted(page: Page, width: float, least: float) -> None:
    """Wait until the picture has another width than before, and its marks lie within it and fill the least share of it."""
    page.wait_for_function(
        """([before, least]) => {
          const box = [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('.network')).find(Boolean)
          const canvas = box.querySelector('.canvas')
          const at = Object.values(box.drawn.picture.body.nodes).map(({ x, y }) => box.drawn.picture.canvasToDOM({ x, y }))
          const [xs, ys] = [at.map(({ x }) => x), at.map(({ y }) => y)]
          const [across, down] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
          const held = at.every(({ x, y }) => x >= 0 && y >= 0 && x <= canvas.clientWidth && y <= canvas.clientHeight)
          return canvas.clientWidth !== before && held && Math.max(across / canvas.clientWidth, down / canvas.clientHeight) > least
        }""",
        arg=[width, least],
    )


@pytest.mark.parametrize(("layout", "least"), [("force", 0.7), ("circle", 0.45)])
def test_a_picture_fills_the_room_that_the_panel_leaves_it_and_gives_back(
    page: Page, layout: str, least: float
) -> None:
    visit(page, f"/explore?layout={layout}")
    page.locator(".network[data-ready=true]").wait_for()
    wide = page.locator(".network .canvas").evaluate("canvas => canvas.clientWidth")
    click_node(page, SHENYANG)
    opened(page, "沈阳市")
    has_refitted(page, wide, least)
    narrow = page.locator(".network .canvas").evaluate("canvas => canvas.clientWidth")
    assert narrow < wide
    high = page.locator(".network .canvas").evaluate("canvas => canvas.clientHeight")
    assert high <= narrow * 1.5
    page.get_by_role("button", name="收起").click()
    has_refitted(page, narrow, least)


def test_beside_the_panel_and_with_filters_a_network_keeps_most_of_a_narrow_desk(page: Page) -> None:
    visit(page, f"/explore?node={SHENYANG}&kinds=Place&kinds=Task")
    settled(page)
    network = page.locator(".network").first.bounding_box()
    assert network is not None
    assert network["width"] > 700


def test_filters_stay_open_while_they_are_set_and_say_how_many_are(page: Page) -> None:
    visit(page, "/explore")
    page.get_by_role("button", name="筛选").click()
    page.get_by_role("combobox", name="依据等级").click()
    page.get_by_role("option", name="明文").click()
    expect(page.get_by_role("button", name="筛选 · 1")).to_be_visible()
    expect(page.get_by_text("至少几条关系")).to_be_in_viewport()
