"""Both languages say everything, and no page holds words of its own."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

VIEWS = Path(__file__).parents[2] / "views"
TABLES = sorted((VIEWS / "words").glob("*.toml"))
PAGES = sorted([*VIEWS.glob("*.py"), *(VIEWS / "parts").rglob("*.py"), VIEWS.parent / "app.py"])
SCRIPTS = sorted(VIEWS.rglob("*.js"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")
NAMES_OF_THE_APP = {"政策图谱 Policygraph", "语言 Language", "中文"}
"""Words that stand in both languages: the title of the browser's tab and the switch itself."""


def spoken(path: Path) -> list[str]:
    """The texts of a module but for what documents it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented
    ]


def test_tables_pages_and_scripts_are_found() -> None:
    assert len(TABLES) >= 4
    assert len(PAGES) >= 10
    assert len(SCRIPTS) >= 13


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_string_is_said_in_both_languages_with_the_same_places(path: Path) -> None:
    for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        assert set(said) == {"zh", "en"}, name
        assert all(text.strip() for text in said.values()), name
        chinese, english = (
            {place for _, place, _, _ in string.Formatter().parse(text) if place} for text in said.values()
        )
        assert chinese == english, name


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_english_strings_hold_no_chinese_but_quoted_names(path: Path) -> None:
    for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        bare = re.sub(r"“[^”]*”|《[^》]*》|\([^)]*\)", "", said["en"])
        assert not CHINESE.search(bare), name


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_take_their_words_from_the_tables(path: Path) -> None:
    assert [text for text in spoken(path) if CHINESE.search(text) and text not in NAMES_OF_THE_APP] == []


MARKS = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
LANGUAGE = VIEWS / "parts" / "frame" / "language.py"
"""Where a language has its marks."""


@pytest.mark.parametrize("path", [one for one in PAGES if one != LANGUAGE], ids=lambda path: path.stem)
def test_pages_set_no_marks_of_chinese_themselves(path: Path) -> None:
    assert [text for text in spoken(path) if len(text) < 3 and MARKS.search(text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_scripts_set_no_marks_of_chinese_themselves(path: Path) -> None:
    assert [
        line for line in path.read_text(encoding="utf-8").splitlines() if MARKS.search(line.partition("//")[0])
    ] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_sentence_has_no_blank_at_its_ends(path: Path) -> None:
    for name, said in tomllib.loads(path.read_text(encoding="utf-8")).items():
        ended = said["en"].strip().endswith((".", ".)"))
        assert not ended or said["en"] == said["en"].strip(), name


def test_no_page_says_that_the_filters_stand_at_its_left() -> None:
    assert [file.name for file in TABLES if "左侧" in file.read_text(encoding="utf-8")] == []
