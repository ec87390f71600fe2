"""Pictures leave the page to whoever reads it: the wheel, the keyboard and one finger go on doing what they do elsewhere."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import CDPSession, Page, expect

from graph.pictures import GRADES, LINES, look_of, underline
from graph.rdf import label
from tests.views.conftest import NARROW, opened, point_of, settled, visit

SHENYANG = "https://w3id.org/policygraph/id/city/沈阳市"
DALIAN = "https://w3id.org/policygraph/id/city/大连市"
PICTURES = {
    "explore": ".network[data-ready=true] .canvas",
    "?": "figure .frame",
    "matrix": ".matrix[data-ready=true] .body",
    "targets": ".bars",
}
"""Pages with a picture or a table, and where it is."""
FINGER = 44
"""Pixels that a finger needs (WCAG 2.2, 2.5.5)."""


def scrolled(page: Page) -> int:
    return int(page.locator("[data-testid=stMain]").evaluate("main => Math.round(main.scrollTop)"))


def look_at(page: Page, name: str) -> tuple[float, float]:
    """Open a page with a picture; returns the picture's middle, or what of it is in sight."""
    visit(page, f"/{name}")
    picture = page.locator(PICTURES[name]).first
    picture.wait_for()
    settled(page)
    picture.evaluate("box => box.scrollIntoView({ block: 'center' })")
    box = picture.bounding_box()
    assert box is not None
    return box["x"] + min(box["width"], NARROW) / 2, min(max(box["y"], 80) + 120, 860)


def scale(page: Page) -> float:
    return float(page.locator(".network[data-ready=true]").evaluate("box => box.drawn.picture.getScale()"))


def test_the_mouse_over_a_picture_takes_no_keyboard_and_moves_no_page(page: Page) -> None:
    x, y = look_at(page, "explore")
    field = page.get_by_role("combobox", name="搜索并放到中心")
    field.focus()
    field.press_sequentially("沈阳", delay=20)
    before = scrolled(page)
    for step in range(12):
        page.mouse.move(x - 100 + step * 15, y + step * 8)
    field.press_sequentially("现代化", delay=20)
    assert field.input_value() == "沈阳现代化"
    assert scrolled(page) == before


@pytest.mark.parametrize("name", PICTURES)
def test_the_wheel_over_a_picture_scrolls_the_page(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.mouse.move(*look_at(page, name))
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, main.scrollTop - 60)")
    before = scrolled(page)
    page.mouse.wheel(0, 50)
    page.wait_for_function("before => document.querySelector('[data-testid=stMain]').scrollTop > before", arg=before)


def test_ctrl_and_the_wheel_zoom_a_network_and_scroll_nothing(page: Page) -> None:
    page.mouse.move(*look_at(page, "explore"))
    before, at = scale(page), scrolled(page)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    assert scale(page) > before
    assert scrolled(page) == at


def test_after_a_click_the_wheel_zooms_until_the_mouse_leaves(page: Page) -> None:
    x, y = look_at(page, "explore")
    page.mouse.click(x, y)
    before = scale(page)
    page.mouse.wheel(0, -200)
    assert scale(page) > before
    page.mouse.move(x, 5)
    page.mouse.move(x, y)
    zoomed = scale(page)
    page.mouse.wheel(0, -200)
    assert scale(page) == zoomed


def test_buttons_zoom_a_network_and_fit_it_again(page: Page) -> None:
    look_at(page, "explore")
    first = scale(page)
    page.locator(".network").get_by_role("button", name="放大").click()
    nearer = scale(page)
    page.locator(".network").get_by_role("button", name="缩小").click()
    farther = scale(page)
    page.locator(".network").get_by_role("button", name="放大").click()
    page.locator(".network").get_by_role("button", name="适应窗口").click()
    assert nearer > first
    assert farther < nearer
    assert scale(page) == pytest.approx(first)


def test_buttons_zoom_a_map(page: Page) -> None:
    look_at(page, "?")
    svg = page.locator("figure svg")
    before = svg.get_attribute("viewBox")
    page.locator("figure").get_by_role("button", name="放大").click()
    nearer = svg.get_attribute("viewBox")
    page.locator("figure").get_by_role("button", name="适应窗口").click()
    assert nearer != before
    assert svg.get_attribute("viewBox") == before


def test_a_click_into_a_picture_that_is_half_in_sight_does_not_move_the_page(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 520})
    look_at(page, "explore")
    page.locator(".network").evaluate("box => box.scrollIntoView({ block: 'start' })")
    before = scrolled(page)
    box = page.locator(".network .canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 8, 300)
    assert page.locator(".network .canvas").evaluate("canvas => canvas.getRootNode().activeElement === canvas")
    assert scrolled(page) == before


def test_the_picture_that_has_the_keyboard_moves_by_its_keys(page: Page) -> None:
    look_at(page, "explore")
    page.locator(".network .canvas").focus()
    before = scale(page)
    page.keyboard.press("+")
    assert scale(page) > before
    where = "box => box.drawn.picture.getViewPosition().x"
    left = page.locator(".network").evaluate(where)
    page.keyboard.press("ArrowRight")
    assert page.locator(".network").evaluate(where) > left


@pytest.fixture
def touched(narrow_page: Page) -> tuple[Page, CDPSession]:
    """Return a telephone's page, and what touches it."""
    session = narrow_page.context.new_cdp_session(narrow_page)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    session.send("Emulation.setEmulatedMedia", {"features": [{"name": "pointer", "value": "coarse"}]})
    return narrow_page, session


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    held: list[dict[str, Any]] = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": held})


@pytest.mark.parametrize("name", PICTURES)
def test_one_finger_over_a_picture_scrolls_the_page(touched: tuple[Page, CDPSession], name: str) -> None:
    page, session = touched
    x, y = look_at(page, name)
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, main.scrollTop - 150)")
    before = scrolled(page)
    touch(session, "touchStart", (x, y))
    for far in range(20, 140, 20):
        touch(session, "touchMove", (x, y - far))
    touch(session, "touchEnd")
    page.wait_for_function("before => document.querySelector('[data-testid=stMain]').scrollTop > before", arg=before)


def test_two_fingers_zoom_a_network(touched: tuple[Page, CDPSession]) -> None:
    page, session = touched
    x, y = look_at(page, "explore")
    before, at = scale(page), scrolled(page)
    touch(session, "touchStart", (x - 20, y), (x + 20, y))
    for far in (30, 45, 60, 80):
        touch(session, "touchMove", (x - far, y), (x + far, y))
    touch(session, "touchEnd")
    assert scale(page) > before * 1.5
    assert scrolled(page) == at


def test_a_tap_beside_a_mark_means_the_mark(touched: tuple[Page, CDPSession]) -> None:
    page, session = touched
    visit(page, f"/connect?ends={SHENYANG}&ends={DALIAN}")
    x, y = point_of(page, "node", DALIAN)
    touch(session, "touchStart", (x, y - 20))
    touch(session, "touchEnd")
    opened(page, "大连市")


@pytest.mark.parametrize(
    ("name", "part"), [("matrix", "td button"), ("matrix", "tbody th button"), ("targets", ".bars a")]
)
def test_what_a_finger_touches_is_large_enough(touched: tuple[Page, CDPSession], name: str, part: str) -> None:
    page, _ = touched
    look_at(page, name)
    box = page.locator(part).first.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= FINGER - 0.5


def test_under_the_mouse_a_mark_keeps_the_colour_of_its_class(page: Page) -> None:
    look_at(page, "explore")
    page.mouse.move(*point_of(page, "node", DALIAN))
    page.locator(".network .tip", has_text="大连市").wait_for()
    colours = page.locator(".network").evaluate(
        """(box, id) => {
          const canvas = box.querySelector('canvas')
          const at = box.drawn.picture.canvasToDOM(box.drawn.picture.getPositions()[id])
          const ratio = canvas.width / canvas.clientWidth
          const side = 15 * ratio  // words of its neighbours may lie over the very middle
          const pixels = canvas.getContext('2d').getImageData(at.x * ratio - side / 2, at.y * ratio - side / 2, side, side).data
          const hex = (at) => '#' + [...pixels.slice(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')
          return Array.from({ length: pixels.length / 4 }, (_, at) => hex(4 * at))
        }""",
        DALIAN,
    )
    assert look_of("City").colour.lower() in colours


def test_the_legend_shows_a_line_of_its_own_for_each_grade(page: Page) -> None:
    look_at(page, "explore")
    drawn = page.locator(".legend svg line").evaluate_all(
        "lines => lines.map((line) => line.getAttribute('stroke-dasharray') || '')"
    )
    read = [style for grade, style in GRADES.items() if grade != "Corrected"]
    assert drawn == [" ".join(map(str, LINES[style].dashes)) for style in read]


def test_a_card_has_the_line_of_its_grade_as_the_picture_draws_it_and_the_legend_shows_it(page: Page) -> None:
    look_at(page, "explore")
    edges = page.locator(".network").evaluate(
        "box => box.drawn.paths().map(({ line }) => [line.id, line.said, line.dashes.join(' ')])"
    )
    legend = dict(
        page.locator(".legend span:has(svg line)").evaluate_all(
            "keys => keys.map((key) => [key.innerText.trim(), key.querySelector('line').getAttribute('stroke-dasharray') || ''])"
        )
    )
    one_each = {said: (edge, dashes) for edge, said, dashes in edges}
    assert len(one_each) >= 4
    names = {label(grade, "zh"): grade for grade in GRADES}
    for said, (edge, dashes) in one_each.items():
        assert legend[said] == dashes
        visit(page, f"/explore?edge={quote(edge)}")
        shown = opened(page, said).locator(".grade").first
        expect(shown).to_have_css("background-image", re.compile("repeating-linear-gradient"))
        stops = set(re.findall(r"(\d+)px", shown.get_attribute("style") or ""))
        assert stops == set(re.findall(r"(\d+)px", underline(names[said])))
