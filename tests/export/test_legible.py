"""Characters that turn the direction of writing and pictures without a letter, in everything that is written or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph import PolicyGraph
from graph.basket import Basket, Item
from graph.export import Shown, Wanted, basket_briefing, briefing, changes_briefing, picture
from graph.results import legible

TURNED = "\u202e规划\U0001f680方案"
TURNING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f"


@pytest.fixture(scope="module")
def turned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PolicyGraph]:
    """Yield a graph whose document and whose things have a name with an unclosed mark in it, and a picture."""
    folder = tmp_path_factory.mktemp("turned")
    said = "支持沈阳打造\U0001f680智慧创新中心、\u202e国际枢纽。支持沈阳、大连建设区域性物流中心。"
    (folder / "a.txt").write_text(f"---\ntitle: {TURNED}\n---\n{said}", encoding="utf-8")
    with PolicyGraph.build(folder) as graph:
        yield graph


def contents(path: Path) -> str:
    """All that a file says, of an Office file each part of it."""
    if path.suffix not in (".pptx", ".docx"):
        return path.read_text(encoding="utf-8").replace("\\+", "+")
    with ZipFile(path) as packed:
        return "\n".join(
            packed.read(name).decode("utf-8", "replace") for name in packed.namelist() if name.endswith(".xml")
        )


@pytest.mark.parametrize("suffix", [".svg", ".html", ".pptx", ".docx", ".md"])
@pytest.mark.parametrize("focus", [(), ("沈阳", "大连")])
def test_no_unclosed_mark_of_direction_reaches_what_stands_around_a_name(
    turned: PolicyGraph, tmp_path: Path, suffix: str, focus: tuple[str, ...]
) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix in (".svg", ".html"):
        picture(turned, path, Shown(focus=focus))
    else:
        briefing(turned, path, Wanted(focus=focus))
    said = contents(path)
    assert "规划" in said
    assert "U+202E" in said
    assert not set(said) & set(TURNING)
    assert "\\u202e" not in said


@pytest.mark.parametrize("suffix", [".pptx", ".docx", ".md"])
def test_comparisons_and_baskets_hold_no_such_mark_either(turned: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    with PolicyGraph.build("corpus") as other:
        paths = [changes_briefing(turned.diff(other), tmp_path / f"a{suffix}")]
    held = Basket((Item("quote", TURNED, TURNED, TURNED, note=TURNED),))
    paths.append(basket_briefing(held, tmp_path / f"b{suffix}"))
    for path in paths:
        assert not set(contents(path)) & set(TURNING)


@pytest.mark.parametrize("suffix", [".svg", ".pptx"])
def test_a_picture_that_no_text_font_has_is_drawn_as_its_code(turned: PolicyGraph, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    if suffix == ".svg":
        picture(turned, path)
    else:
        briefing(turned, path, Wanted())
    assert "\U0001f680" not in contents(path)
    assert "U+1F680" in contents(path)


def test_what_is_legible_stays_as_it_is_and_legible_text_is_not_changed_again() -> None:
    for text in ("沈阳市", "①《规划》“一圈一带”—№5 m² ± 30%", "𠮷林", "Ürümqi", "ئۇيغۇر", "བོད"):
        assert legible(text) == text
    assert legible(legible(TURNED)) == legible(TURNED) == "[U+202E]规划[U+1F680]方案"
