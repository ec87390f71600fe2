"""Every part of the app that we drew ourselves can be reached, named, seen when it has the focus, and read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.views.conftest import visit

PARTS = Path(__file__).parents[2] / "views" / "parts"
STYLES = sorted([*PARTS.rglob("*.css"), *(PARTS.parents[1] / "graph" / "network_page").glob("*.css")])
PAGES = {
    "": "figure path[role=button]",
    "explore": ".network[data-ready=true]",
    "matrix": ".matrix",
    "reader": ".reader[data-ready=true]",
    "sparql": "textarea",
}
"""Pages with a component of our own, and what shows that it is there."""
_BACKGROUNDS = ("#FFFFFF", "#F5F5FA", "#ECEBF5")
"""Those of the page, of a field, and of the head of a table."""
_LEAST = 4.5
"""Contrast of text and its ground, WCAG 2.2, 1.4.3."""

_INTERACTIVE = """() => {
  const found = []
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      if (one.shadowRoot) walk(one.shadowRoot)
      if (root === document || !one.matches('button, a[href], input, textarea, select, summary, [tabindex]')) continue
      if (!one.checkVisibility()) continue
      const name = one.ariaLabel || one.innerText?.trim() || one.getAttribute('title') || ''
      const named = name || (one.id && root.querySelector(`label[for="${one.id}"]`)?.innerText) || ''
      const framed = one.closest('.field') ?? one
      const look = () => {
        const style = getComputedStyle(framed)
        return [style.outlineStyle, style.outlineColor, style.boxShadow, style.backgroundColor, style.stroke].join()
      }
      const plain = look()
      one.focus()
      const seen = look() !== plain
      found.push({ tag: one.tagName + '.' + (one.getAttribute('class') ?? ''), name: named.trim(), tab: one.tabIndex, seen })
      one.blur()
    }
  }
  walk(document)
  return found
}"""


@pytest.mark.parametrize("name", PAGES)
def test_what_can_be_used_has_a_name_is_reached_by_keyboard_and_shows_its_focus(page: Page, name: str) -> None:
    visit(page, f"/{name}")
    page.locator(PAGES[name]).first.wait_for()
    page.keyboard.press("Tab")
    found = page.evaluate(_INTERACTIVE)
    assert found
    assert [one for one in found if not one["name"]] == []
    assert [one for one in found if one["tab"] > 0] == []
    assert [one for one in found if one["tab"] == 0 and not one["seen"]] == []


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _texts() -> Iterator[tuple[str, str]]:
    for path in STYLES:
        for colour in sorted(set(re.findall(r"[{;\s]color: (#[0-9A-Fa-f]{6})", path.read_text(encoding="utf-8")))):
            yield f"{path.parent.name}/{path.name}", colour


def test_colours_of_text_are_found_in_every_stylesheet() -> None:
    assert {name for name, _ in _texts()} >= {
        "frame/style.css",
        "network_page/network.css",
        "matrix/view.css",
        "reader/view.css",
    }


@pytest.mark.parametrize(("name", "colour"), list(_texts()))
def test_text_is_read_easily_on_every_ground(name: str, colour: str) -> None:
    assert min(contrast(colour, ground) for ground in _BACKGROUNDS) >= _LEAST, (name, colour)
