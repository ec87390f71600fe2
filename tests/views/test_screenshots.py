"""The docs show every page of the app."""

from __future__ import annotations

import pytest

from scripts.screenshots import FOLDER, PAGE, WIDTHS, described
from views.parts.frame.pages import existing


def test_every_page_is_described() -> None:
    assert PAGE.read_text(encoding="utf-8") == described(), "run: make screenshots"


@pytest.mark.parametrize("name", existing())
def test_every_page_has_its_pictures(name: str) -> None:
    assert all((FOLDER / f"{name}-{size}.png").is_file() for size in WIDTHS), "run: make screenshots"
